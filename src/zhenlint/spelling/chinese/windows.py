"""The symbols around a place of a text, and how likely they are by the counts of n-grams."""

from __future__ import annotations

from typing import Final

from zhenlint.spelling.chinese.ngrams import LOGS, LONGEST, NGrams

_UNSEEN: Final = -16.0
_BACKOFF: Final = -0.9162907318741551
"""The logarithm of 0.4, for each symbol less that an estimate looks back."""

_TOTAL: Final = 17.5
"""The logarithm of how many symbols were counted."""


class Window:
    """The symbols around a place, and the levels of the n-grams that hold the place.

    ``levels[i]`` are those of the n-grams that begin ``i - 3`` places beside it, the shortest first.
    """

    def __init__(self, counts: NGrams, before: str, character: str, after: str) -> None:
        self.text = before[1 - LONGEST :] + character + after[: LONGEST - 1]
        self.levels = [counts.levels_from(self.text[at : at + LONGEST]) for at in range(LONGEST)]
        self._counts = counts

    @property
    def best4(self) -> int:
        """The highest level of an n-gram of four symbols that holds the place."""
        return max(levels[3] for levels in self.levels)

    def trigrams(self) -> tuple[int, int, int]:
        """The levels of the trigrams that end with the place, hold it, begin with it."""
        return self.levels[1][2], self.levels[2][2], self.levels[3][2]

    def pair(self, side: int) -> int:
        """The level of the pair with the symbol before (0) or after (1)."""
        return self.levels[LONGEST - 2 + side][1]

    def likelihood(self, tail: list[list[int]]) -> float:
        """How likely the symbols from the place on are, each after those before it; ``tail`` goes on.

        Stupid back-off: the longest n-gram that was counted tells, at a price for each symbol less.
        """
        levels = self.levels + tail
        total = 0.0
        for end in range(LONGEST - 1, 2 * LONGEST - 1):
            total += _estimate(levels, end)
        return total


def _estimate(levels: list[list[int]], end: int) -> float:
    price = 0.0
    for length in range(LONGEST, 0, -1):
        begin = levels[end - length + 1]
        if begin[length - 1]:
            before = LOGS[begin[length - 2]] if length > 1 else _TOTAL
            return min(0.0, LOGS[begin[length - 1]] - before) + price
        price += _BACKOFF
    return _UNSEEN
