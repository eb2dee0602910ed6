"""Where a word stands twice in a row: a small word of English, or a capitalised name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import BLOCK, MARKUP
from zhenlint.rules.english.latin_runs import latin_words, repeated_words

_WORDS = (
    "a an the and or if of to for from with by at as in on into onto than because while between through "
    "during within without upon their its our your these those each be been we they she when which also "
    "are is was were"
)
PLAIN: Final = frozenset(_WORDS.split())
"""The words that are looked for."""

NAME: Final = lazy_pattern(r"[A-Z][A-Za-z]{3,}")
_TWICE = lazy_pattern(
    rf"[A-Za-z](?<![\w.'’/$@#=\\&-].)(?P<rest>[A-Za-z]*+)"
    rf"(?P<gap>[{MARKUP}]*+(?:[ \t]|[ \t]?\r?\n[ \t{BLOCK}]*+)[{MARKUP}]*+)"
    rf"(?P<second>[A-Za-z](?P=rest))(?![{MARKUP}]*(?:[\w'’/=(@-]|\.\w|\\))"
)


def repetitions(document: Document) -> Iterator[re.Match[str]]:
    """Where a word of interest stands twice, in order; the second of three does not count again.

    Only words are looked at that may be repeated: to search all of a text for any takes four times as long.
    """
    prose, words = document.prose, latin_words(document)
    repeated = repeated_words(document)
    sought = [f"{word} {word}" for word in repeated if NAME.fullmatch(word)]
    sought += PLAIN.intersection(repeated)
    sought += [word.capitalize() for word in PLAIN.intersection(words) if word.capitalize() in words]
    end, letters = 0, document.ascii_prose
    for place in sorted(place for word in sought for place in _places(word.encode(), letters)):
        match = _TWICE.match(prose, place) if place >= end else None
        if match:
            end = match.end()
            yield match


def _places(word: bytes, text: bytes) -> Iterator[int]:
    """Where a word stands, in longer words as well.  Bytes are searched in half the time."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)
