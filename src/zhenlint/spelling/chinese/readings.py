"""How a few symbols are cut into words, and how likely these are: the likeliest cut by a dictionary."""

from __future__ import annotations

import math
from collections.abc import Callable
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
    """Reads symbols by the words of a dictionary.

    ``begin`` tells the words that a text begins with, ``count`` how often a word was counted, None for none.
    """

    def __init__(self, begin: Callable[[str], list[str]], count: Callable[[str], int | None]) -> None:
        self._begin = begin
        self._count = count
        self._logs: dict[str, float] = {}

    def reading(self, before: str, character: str, after: str) -> Reading:
        """The likeliest cut of a character with the symbols around it."""
        text, place = before + character + after, len(before)
        best = [0.0] + [-math.inf] * len(text)
        cut = [0] * (len(text) + 1)
        longest = 0.0
        logs, log_of = self._logs, self._log
        for start in range(len(text)):
            words = self._begin(text[start : start + _LONGEST])
            if not words or len(words[0]) > 1:
                words.insert(0, text[start])
            for word in words:
                log = logs.get(word) or log_of(word)
                end = start + len(word)
                if start <= place < end and end > start + 1:
                    longest = max(longest, log + end - start - 2)
                if best[start] + log - _TOTAL > best[end]:
                    best[end], cut[end] = best[start] + log - _TOTAL, start
        end = len(text)
        while cut[end] > place:
            end = cut[end]
        return Reading(best[-1], int(end - cut[end] == 1), longest)

    def _log(self, word: str) -> float:
        """The logarithm of the count of a word, remembered; of a character that is none, :data:`_UNKNOWN`."""
        if len(self._logs) > _REMEMBERED:
            self._logs.clear()
        count = self._count(word)
        log = self._logs[word] = math.log(count) if count else _UNKNOWN
        return log
