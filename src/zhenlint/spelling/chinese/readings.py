"""How a few symbols are cut into words, and how likely these are: the likeliest cut by a dictionary."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from zhenlint.named_tuple import NamedTuple

_REMEMBERED: Final = 20_000
"""How many words' counts are remembered."""

_LONGEST: Final = 4
"""Characters of the longest words that are looked for."""

_TOTAL: Final = 17.9
"""The logarithm of the sum of the dictionary's counts."""

_UNKNOWN: Final = -0.5
"""The logarithm of the count that a character alone has at least."""


class Reading(NamedTuple):
    """The likeliest cut around a character."""

    likelihood: float
    """The logarithm of how likely its words are."""

    alone: int
    """1 if the character is a word alone, 0 if it is part of one."""

    word: float
    """The logarithm of the count of the commonest word that may hold the character; 0 for none.

    Longer words are ahead by one for each character above two.
    """


class Words:
    """Reads symbols by the counts of a dictionary: a function from a word to its count, None for no word."""

    def __init__(self, count: Callable[[str], int | None]) -> None:
        self._count = lru_cache(_REMEMBERED)(count)

    def reading(self, before: str, character: str, after: str) -> Reading:
        """The likeliest cut of a character with the symbols around it."""
        text, place = before + character + after, len(before)
        best = [0.0] + [-math.inf] * len(text)
        cut = [0] * (len(text) + 1)
        word = 0.0
        for start in range(len(text)):
            for end in range(start + 1, min(start + _LONGEST, len(text)) + 1):
                count = self._count(text[start:end])
                if not count and end > start + 1:
                    continue
                log = math.log(count) if count else _UNKNOWN
                if start <= place < end and end > start + 1:
                    word = max(word, log + end - start - 2)
                if best[start] + log - _TOTAL > best[end]:
                    best[end], cut[end] = best[start] + log - _TOTAL, start
        end = len(text)
        while cut[end] > place:
            end = cut[end]
        return Reading(best[-1], int(end - cut[end] == 1), word)
