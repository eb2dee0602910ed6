"""Which of EN001's messages tells best why a word is taken for a misspelling."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from zhenlint.rules.english.unknown_words import Vocabulary, Words
from zhenlint.spelling.edits import alignment_distance
from zhenlint.spelling.english import Misspelling

_CLOSE_BY: Final = 9
"""Up to how many lines are counted; a place farther away is named by its line."""


def reason(found: Misspelling, words: Words, vocabulary: Vocabulary) -> tuple[str, str]:
    """The message that says how a correction differs and where it stands, and the number it names."""
    correction = found.suggestions[0]
    if "'" in correction:
        return "apostrophe", ""
    where, number = _where(correction.lower(), found.start, words, vocabulary)
    if found.is_listed and where in ("nowhere", "project"):
        return "listed", ""
    return f"{_how(found.word.lower(), correction.lower())}-{where}", number


def _where(correction: str, start: int, words: Words, vocabulary: Vocabulary) -> tuple[str, str]:
    """The nearest line in prose, else in code or a link, else whether the project knows the correction."""
    place = bisect_right(words.places, start, key=lambda item: item.start) - 1
    line = words.lines[place]
    if correction in words.prose_lines:
        nearest = _nearest(words.prose_lines[correction], line)
        return _lines_away(nearest - line) or ("far", str(nearest))
    if correction in words.code_lines:
        return "code", str(_nearest(words.code_lines[correction], line))
    return "project" if correction in vocabulary.uses.counts else "nowhere", ""


def _nearest(lines: Sequence[int], line: int) -> int:
    return min(lines, key=lambda other: abs(other - line))


def _lines_away(lines: int) -> tuple[str, str] | None:
    """The message's part for a place so many lines below, or above; None where it is far."""
    if abs(lines) > _CLOSE_BY:
        return None
    side = "below" if lines > 0 else "above"
    if abs(lines) < 2:
        return side if lines else "here", ""
    return f"lines-{side}", str(abs(lines))


def _how(word: str, correction: str) -> str:
    """The message's part for the difference of two lower-case words."""
    distance = alignment_distance(word, correction, 3)
    if distance == 1:
        return "swap" if sorted(word) == sorted(correction) else "one"
    return "two" if distance == 2 else "more"
