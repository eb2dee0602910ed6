"""Cuts a few characters into words as jieba does, without jieba: many short texts in little time."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from typing import Final

from zhenlint.spelling.chinese.segmentation import LONGEST_WORD, WordCounts, word_counts

_UNKNOWN: Final = 0.3
"""The count that a character has that is no word of the dictionary, in the likelihood of a cut."""

_TOTAL: Final = 17.9
"""The logarithm of the sum of the dictionary's counts, there."""

Cut = tuple[list[str], float]
"""The likeliest words of Han characters, and the logarithm of their likelihood."""


class ShortCuts:
    """Cuts by one dictionary."""

    def __init__(self, counts: WordCounts) -> None:
        self._words = counts.words.prefixes
        self._logs = _Logs(counts)

    def cut(self, text: str) -> Cut:
        """The cut of a text."""
        return self._cut(text, self._extended([(0.0, 0)], text))

    def cuts(self, heads: Iterable[str], tail: str) -> list[Cut]:
        """The cuts of several texts that end alike; what the end can come to is worked out once."""
        best_of_tail = self._extended([(0.0, 0)], tail)
        return [self._cut(head + tail, self._extended(best_of_tail, head + tail)) for head in heads]

    def _extended(self, best: list[tuple[float, int]], text: str) -> list[tuple[float, int]]:
        """For each number of characters before the end of a text the best first word, its likelihood first.

        ``best`` is known of the last of them.
        """
        best, logs, words_of = best.copy(), self._logs, self._words
        for left in range(len(best), len(text) + 1):
            start = len(text) - left
            most, longest = -math.inf, 1
            for word in words_of(text[start : start + LONGEST_WORD]) or text[start]:
                likelihood = logs[word][0] + best[left - len(word)][0]
                if likelihood >= most:  # of equal ones the longer, which comes later
                    most, longest = likelihood, len(word)
            best.append((most, longest))
        return best

    def _cut(self, text: str, best: list[tuple[float, int]]) -> Cut:
        words, left, likelihood = [], len(text), 0.0
        while left:
            start, length = len(text) - left, best[left][1]
            word = text[start : start + length]
            words.append(word)
            likelihood += self._logs[word][1]
            left -= length
        return words, likelihood


class _Logs(dict[str, tuple[float, float]]):
    """The logarithms of how likely words are, by which a cut is chosen and by which it is weighed."""

    def __init__(self, counts: WordCounts) -> None:
        super().__init__()
        self._count = counts.get
        self._total = math.log(counts.total)

    def __missing__(self, word: str) -> tuple[float, float]:
        count = self._count(word)
        found = math.log(count or 1) - self._total, math.log(count or _UNKNOWN) - _TOTAL
        self[word] = found
        return found


@cache
def short_cuts() -> ShortCuts:
    """Those by the dictionary that comes with the package."""
    return ShortCuts(word_counts())
