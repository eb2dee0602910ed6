"""The Latin words of a document's prose, counted once for all the rules of this family."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.terms import WORD

_RUN = lazy_pattern(r"[A-Za-z]{2,}")


def latin_words(document: Document) -> Mapping[str, int]:
    """Latin letters and the letters and digits behind them, with their uses: ``Python3``, ``x``."""
    return document.shared(_count_words)


def latin_runs(document: Document) -> Mapping[str, int]:
    """Runs of two ASCII letters and more with their uses, as they are written: ``Python``."""
    return document.shared(_count_runs)


def _count_words(document: Document) -> Mapping[str, int]:
    return Counter(WORD.findall(document.prose))


def _count_runs(document: Document) -> Mapping[str, int]:
    words = latin_words(document)
    runs = {word: number for word, number in words.items() if len(word) > 1 and word.isalpha()}
    for word, number in words.items():
        if not word.isalpha():
            for run in _RUN.findall(word):
                runs[run] = runs.get(run, 0) + number
    return runs
