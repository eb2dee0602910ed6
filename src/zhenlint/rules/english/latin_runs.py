"""The Latin words of a document's prose, counted once for all the rules of this family."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import compress, islice
from operator import eq
from string import ascii_letters, digits

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.named_tuple import NamedTuple

_RUN = lazy_pattern(r"[A-Za-z]{2,}")
_APART = bytes(byte if chr(byte) in ascii_letters + digits else 32 for byte in range(256))
"""Turns all bytes but letters and digits into blanks."""


class _Words(NamedTuple):
    """Latin words with their uses, and those of them that follow upon themselves, whatever is between."""

    counts: Mapping[str, int]
    repeated: frozenset[str]


def latin_words(document: Document) -> Mapping[str, int]:
    """Latin letters and the letters and digits behind them, with their uses: ``Python3``, ``x``."""
    return document.shared(_read_words).counts


def repeated_words(document: Document) -> frozenset[str]:
    """Latin words that follow upon themselves in the same casing with no letter or digit between."""
    return document.shared(_read_words).repeated


def latin_runs(document: Document) -> Mapping[str, int]:
    """Runs of two ASCII letters and more with their uses, as they are written: ``Python``."""
    return document.shared(_count_runs)


def _read_words(document: Document) -> _Words:
    """What a pattern would find, in half the time: most of a Chinese text is one blank."""
    words = document.ascii_prose.translate(_APART).decode("ascii").split()
    counts: Counter[str] = Counter(words)
    repeated = frozenset(compress(words, map(eq, words, islice(words, 1, None))))
    for word in [word for word in counts if word[0] < "A"]:
        number = counts.pop(word)
        without_digits = word.lstrip(digits)
        if without_digits:
            counts[without_digits] += number
    return _Words(counts, repeated)


def _count_runs(document: Document) -> Mapping[str, int]:
    words = latin_words(document)
    runs = {word: number for word, number in words.items() if len(word) > 1 and word.isalpha()}
    for word, number in words.items():
        if not word.isalpha():
            for run in _RUN.findall(word):
                runs[run] = runs.get(run, 0) + number
    return runs
