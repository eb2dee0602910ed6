"""What the counts and the character model know of a character beside another that may be meant.

Levels are of counts, three double them; likelihoods are natural logarithms.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Final

from zhenlint.named_tuple import NamedTuple
from zhenlint.spelling.chinese.features import Closer, Observer
from zhenlint.spelling.chinese.ngrams import NGrams

MOST_TRIGRAM: Final = 20
"""The level (80 uses) that the best trigram of a character in doubt has at most."""

LEAST_GAIN: Final = 6
"""By how many levels the other's trigrams are commoner at least, summed."""

_TOTAL: Final = 75
"""The level of all characters that were counted."""

Around = tuple[str, str, str]
"""What stands before a character, the character, what stands after it."""


class Counted(NamedTuple):
    """What the counts tell; ``own`` is the character as it stands, ``other`` the one that may be meant."""

    gain: int
    """How much higher the levels of the other's trigrams are, summed."""

    own_before: int
    own_around: int
    own_after: int
    other_before: int
    other_around: int
    other_after: int
    """The levels of the trigrams that end with the character, hold it, begin with it."""

    own_left: int
    own_right: int
    other_left: int
    other_right: int
    """The levels of the pairs with the symbols beside it."""

    lacks_left: int
    lacks_right: int
    """How much rarer the character's pairs are than by chance."""

    own_level: int
    other_level: int
    """How common the characters are."""

    slips: float
    """How often people were seen to mistake the one for the other, as a logarithm."""

    own_slips: float
    """How often the character was a slip for any other, as a logarithm."""

    edges: int
    """How many of the symbols beside it are no Han."""

    again: int
    """The character stands near by as well."""

    own_single: int
    other_single: int
    """In how many of a hundred places it is a word alone."""


class Modelled(NamedTuple):
    """What the character model tells."""

    margin: float
    """How much likelier the other is."""

    own: float
    other: float
    """How likely each is."""

    best: float
    """How much likelier the likeliest symbol of all is than the other."""


FEATURES_AT_FIRST: Final = Counted._fields + Closer._fields
"""The names of what is weighed before the model is asked, in order."""

FEATURES: Final = FEATURES_AT_FIRST + tuple(f"model_{name}" for name in Modelled._fields)
"""The names of all that is weighed in the end."""


class Counter:
    """Tells what the counts know; ``meant`` gives what a wrong character was meant to be, and how often."""

    def __init__(
        self,
        counts: NGrams,
        observer: Observer,
        meant: Callable[[str], Mapping[str, int]],
        single: Callable[[str], int],
    ) -> None:
        self._counts = counts
        self._observer = observer
        self._meant = meant
        self._single = single

    def clues(self, text: str, at: int, around: Around, other: str) -> tuple[float, ...] | None:
        """The values of :data:`FEATURES_AT_FIRST` for a place of a text of runs.

        None where a trigram of the character is common, or little is gained by the other.
        """
        owns = self._trigrams(around, around[1])
        if max(owns) > MOST_TRIGRAM:
            return None
        others = self._trigrams(around, other)
        if sum(others) < sum(owns) + LEAST_GAIN:
            return None
        closer = self._observer.closer(text, at, around, other)
        return (*self._counted(around, other, owns, others), *closer)

    def _trigrams(self, around: Around, character: str) -> tuple[int, int, int]:
        level, (before, _, after) = self._counts.level, around
        return (
            level(before[-2:] + character),
            level(before[-1] + character + after[0]),
            level(character + after[:2]),
        )

    def _counted(
        self, around: Around, other: str, owns: tuple[int, ...], others: tuple[int, ...]
    ) -> tuple[float, ...]:
        level, common = self._counts.level, self._counts.character_level
        before, own, after = around
        left, right, known = before[-1], after[0], self._meant(own)
        own_left, own_right = level(left + own), level(own + right)
        return (
            sum(others) - sum(owns),
            *owns,
            *others,
            own_left,
            own_right,
            level(left + other),
            level(other + right),
            common(left) + common(own) - _TOTAL - own_left,
            common(own) + common(right) - _TOTAL - own_right,
            common(own),
            common(other),
            math.log1p(known.get(other, 0)),
            math.log1p(sum(known.values())),
            2 - _is_han(left) - _is_han(right),
            int(own in before + after),
            self._single(own),
            self._single(other),
        )


def _is_han(symbol: str) -> bool:
    return "\u4e00" <= symbol <= "\u9fff"
