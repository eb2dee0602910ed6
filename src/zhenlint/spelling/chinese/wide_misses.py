"""Pairs of characters that may hold a slip, for a judge that can tell more than the counts can.

As :mod:`zhenlint.spelling.chinese.near_misses`, but a pair need not be seldom written: it is enough that what
people were seen to mistake makes a commoner one.  They are worked out as pairs are met, and remembered.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from operator import add
from typing import Final

from zhenlint.spelling.chinese.ngrams import NGrams
from zhenlint.spelling.chinese.slips import Slips

REPEATS: Final = 2
"""A pair that a text has more often is meant."""

LEAST_MEANT: Final = 12
"""The level (13 uses) of the other pair at least."""

LEAST_GAIN: Final = 21.5
"""How far it is ahead at least: levels, and what is known of the slip."""

_SEEN: Final = 4
"""How many levels an often seen slip is ahead, for each time as often."""

_COMMON: Final = 10
_COMMONER: Final = 0.3
"""Above that level a pair needs so much less gain for each level.

Of six ways to weigh level, slip and commonness this one lets most real fixes through for as many places.
"""

_REMEMBERED: Final = 100_000
"""So many pairs are remembered: some 10 MB."""


class WideMisses:
    """The pairs by some counts and slips."""

    def __init__(self, counts: NGrams, slips: Slips) -> None:
        self._level = counts.level
        self._meant = slips.meant
        self._known = lru_cache(_REMEMBERED)(self._work_out)

    def among(self, text: str) -> list[tuple[int, str]]:
        """The places of a text of runs where a character may be wrong, in order, and what may be meant."""
        pairs = list(map(add, text, text[1:]))
        often = Counter(pairs).items()
        misses = {pair: miss for pair, times in often if times <= REPEATS and (miss := self._known(pair))}
        places = ((at, misses[pair]) for at, pair in enumerate(pairs) if pair in misses)
        return sorted({(at + which, other) for at, (which, other) in places})

    def _work_out(self, pair: str) -> tuple[int, str] | None:
        """Which character of a pair may be wrong, 0 or 1, and what may be meant."""
        best, found = LEAST_GAIN, None
        own = -1
        for which in (0, 1):
            for other, seen in self._meant(pair[which]).items():
                level = self._level(other + pair[1] if which == 0 else pair[0] + other)
                if level < LEAST_MEANT:
                    continue
                if own < 0:
                    own = self._level(pair)
                gain = level - own + _SEEN * math.log1p(seen) + _COMMONER * max(0, own - _COMMON)
                if gain > best:
                    best, found = gain, (which, other)
        return found
