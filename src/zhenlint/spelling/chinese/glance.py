"""What is seen at once of a character beside another that may be meant: counts around it, slips.

It is told by numbers in the order of :class:`~zhenlint.spelling.chinese.features.Glance`, and weighed: a sum
of them, each times its weight, lets only what may be a slip be looked at closely.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from operator import mul
from typing import TYPE_CHECKING, Final

from zhenlint.spelling.chinese.ngrams import LINE_END, NGrams

if TYPE_CHECKING:
    from zhenlint.spelling.chinese.slips import Slips

MOST_TRIGRAM: Final = 17
"""The level (40 uses) that the best trigram of a character in doubt has at most."""

LEAST_TRIGRAM: Final = 9
"""The level (6 uses) that the best trigram of another has at least."""

LEAST_GAIN: Final = 16
"""By how many levels the other's trigrams are commoner at least, summed."""

_LESS: Final = 8
"""By how many levels the other's pair on the side that is no near miss may be rarer."""

_SEEN: Final = 6
"""How many levels an often seen slip is ahead of others that may be meant, for each time as often."""

_BESIDE: Final = 2
"""How many symbols to each side stand in a trigram with a place."""

_TOTAL: Final = 75
"""The level of all characters that were counted."""

Around = tuple[str, str, str]
"""What stands before a character, the character, what stands after it."""

Levels = tuple[int, int, int]
Gain = tuple[Levels, Levels]
"""The levels of the trigrams of a character, and of another."""


def inside(text: str, at: int) -> Around | None:
    """What stands around a place of a text of runs as far as trigrams reach; None at an end of its run."""
    before, after = text[max(0, at - _BESIDE) : at], text[at + 1 : at + 1 + _BESIDE]
    if len(before) + len(after) < 2 * _BESIDE or LINE_END in before or LINE_END in after:
        return None
    return before, text[at], after


class Glancer:
    """Glances by counts and slips that were seen.

    ``single`` tells in how many of a hundred places a character is a word alone; ``weights`` are those of the
    numbers and, the last, what is added; without weights everything is worth a look.
    """

    def __init__(
        self,
        counts: NGrams,
        slips: Callable[[], Slips],
        single: Callable[[str], int],
        weights: Callable[[], Sequence[float]] = tuple,
    ) -> None:
        self._level, self._common = counts.level, counts.character_level
        self._slips = slips
        self._single = single
        self._weights = weights

    def fits(self, text: str, at: int, other: str, which: int) -> bool:
        """Whether another character fits at a place of a text of runs where it makes no near miss."""
        level, own = self._level, text[at]
        beside = text[at - 1 : at] if which == 0 else text[at + 1 : at + 2]
        if beside in LINE_END:  # or empty
            return True
        most = level(beside + own if which == 0 else own + beside) - _LESS
        return most <= 0 or level(beside + other if which == 0 else other + beside) >= most

    def gained(self, around: Around, other: str, owns: Levels | None = None) -> Gain | None:
        """The levels of the trigrams of a character and of another, if enough is gained by the other.

        ``owns`` are the former, where they are known.
        """
        others = self.trigrams(around, other)
        if max(others) < LEAST_TRIGRAM or sum(others) < LEAST_GAIN:
            return None
        owns = owns or self.trigrams(around, around[1])
        if max(owns) > MOST_TRIGRAM or sum(others) < sum(owns) + LEAST_GAIN:
            return None
        return owns, others

    def glance(
        self, around: Around, other: str, first: Gain | None = None
    ) -> tuple[str, tuple[float, ...]] | None:
        """What may be meant, that character or one that fits better, and what is seen of it.

        ``first`` is what is gained by the former, where that is known.  Nothing where a trigram of the
        character is common, none of the other is known, little is gained, or all of it weighs too little.
        """
        first = first or self.gained(around, other)
        if first is None:
            return None
        gained = [
            (sum(found[1]) + _SEEN * math.log1p(seen), found, one)
            for one, seen in self._slips().meant(around[1]).items()
            if (found := first if one == other else self.gained(around, one, first[0]))
        ]
        (rank, (trigrams, other_trigrams), other), *rest = sorted(gained, reverse=True)[:2]
        seen = (
            sum(other_trigrams) - sum(trigrams),
            rank - (rest[0][0] if rest else sum(trigrams)),
            *self.seen(around, other, trigrams, other_trigrams),
        )
        return (other, seen) if self._is_worth_a_look(seen) else None

    def seen(self, around: Around, other: str, trigrams: Levels, other_trigrams: Levels) -> tuple[float, ...]:
        """What is seen of a character beside another, from the third number of a glance on."""
        before, own, after = around
        known = self._slips().meant(own)
        return (
            *trigrams,
            *other_trigrams,
            *self._beside(around, other),
            math.log1p(known.get(other, 0)),
            math.log1p(sum(known.values())),
            2 - _is_han(before[-1]) - _is_han(after[0]),
            int(own in before + after),
            self._single(own),
            self._single(other),
        )

    def _is_worth_a_look(self, seen: Sequence[float]) -> bool:
        *weights, total = self._weights() or (0.0,)
        return sum(map(mul, seen, weights), total) >= 0

    def _beside(self, around: Around, other: str) -> tuple[int, int, int, int, int, int, int, int]:
        """The levels of the pairs, how much rarer they are than by chance, the levels of the characters."""
        level, common = self._level, self._common
        left, own, right = around[0][-1], around[1], around[2][0]
        own_left, own_right = level(left + own), level(own + right)
        return (
            own_left,
            own_right,
            level(left + other),
            level(other + right),
            common(left) + common(own) - _TOTAL - own_left,
            common(own) + common(right) - _TOTAL - own_right,
            common(own),
            common(other),
        )

    def trigrams(self, around: Around, character: str) -> Levels:
        """Of the trigrams that end with a character in a place, hold it, begin with it."""
        level, (before, _, after) = self._level, around
        return (
            level(before[-2:] + character),
            level(before[-1] + character + after[0]),
            level(character + after[:2]),
        )


def _is_han(symbol: str) -> bool:
    return "\u4e00" <= symbol <= "\u9fff"
