"""What is seen of a character beside another that may be meant; levels are of counts, 3 double them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple
from zhenlint.spelling.chinese.ngrams import LONGEST, NGrams

if TYPE_CHECKING:
    from zhenlint.spelling.chinese.readings import Words

_NEAR: Final = 8_000
"""How far the document is searched for the same pairs of characters."""

MOST_TRIGRAM: Final = 14
"""The level (20 uses) that the best trigram of a character in doubt has at most."""

LEAST_TRIGRAM: Final = 9
"""The level (6 uses) that the best trigram of the other has at least."""

_HAN: Final = lazy_pattern("[\u4e00-\u9fff]")
_HAN_PAIR: Final = lazy_pattern("[\u4e00-\u9fff]{2}")


class Glance(NamedTuple):
    """What is seen at once; ``own`` is the character as it stands, ``other`` the one that may be meant."""

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

    own_level: int
    other_level: int
    """How common the characters are."""

    slips: float
    """How often people were seen to mistake the one for the other, as a logarithm."""

    edges: int
    """How many of the symbols beside it are no Han."""

    own_single: int
    other_single: int
    """In how many of a hundred places it is a word alone."""

    beside_single: int
    """The same of the other character of the pair that is hardly ever written."""


class Closer(NamedTuple):
    """What is seen by a closer look."""

    margin: float
    """How much likelier the text becomes, as a logarithm."""

    likelihood: float
    """How likely it is as it stands."""

    own_best4: int
    other_best4: int
    """The highest level of an n-gram of four that holds it."""

    own_word: float
    other_word: float
    """The commonest word that holds it, as a logarithm, longer ones ahead."""

    own_alone: int
    other_alone: int
    """It is a word alone there."""

    words: float
    """How much likelier the words of the surroundings become."""

    repeats_left: int
    repeats_right: int
    other_repeats_left: int
    other_repeats_right: int
    """How often the pairs stand elsewhere in the document."""


FEATURES: Final = Glance._fields + Closer._fields
"""The names of what the score weighs, in order: all of a :class:`Glance`, then all of a :class:`Closer`."""


class Around(NamedTuple):
    """A character with the symbols around it."""

    before: str
    character: str
    after: str

    def trigrams(self, other: str) -> tuple[str, str, str]:
        """The trigrams that end with a character in its place, hold it, begin with it."""
        before, after = self.before, self.after
        return before[-2:] + other, before[-1] + other + after[0], other + after[:2]


class Observer:
    """Sees the features of a character, by counts, words, and slips that were seen."""

    def __init__(
        self,
        counts: NGrams,
        words: Words,
        slips: Callable[[], Mapping[str, int]],
        singles: Callable[[], Mapping[str, int]],
    ) -> None:
        self._counts = counts
        self._words = words
        self._slips = slips
        self._singles = singles

    def glance(self, around: Around, other: str, beside: str, least_gain: int) -> Glance | None:
        """What is seen at once; ``beside`` is the other character of the pair that is hardly ever written.

        Nothing where a trigram of the character is common, none of the other is known, or little is gained.
        """
        level, own = self._counts.level, around.character
        other_trigrams = self._levels(around.trigrams(other))
        if max(other_trigrams) < LEAST_TRIGRAM:
            return None
        trigrams = self._levels(around.trigrams(own))
        gain = sum(other_trigrams) - sum(trigrams)
        if max(trigrams) > MOST_TRIGRAM or gain < least_gain:
            return None
        left, right, single = around.before[-1], around.after[0], self._singles().get
        return Glance(
            gain,
            *trigrams,
            *other_trigrams,
            level(left + own),
            level(own + right),
            level(left + other),
            level(other + right),
            self._counts.character_level(own),
            self._counts.character_level(other),
            math.log1p(self._slips().get(own + other, 0)),
            2 - len(_HAN.findall(left + right)),
            single(own, 0),
            single(other, 0),
            single(beside, 0),
        )

    def _levels(self, grams: tuple[str, str, str]) -> tuple[int, int, int]:
        level = self._counts.level
        return level(grams[0]), level(grams[1]), level(grams[2])

    def closer(self, text: str, at: int, around: Around, other: str) -> Closer:
        """What is seen by a closer look at a place of the text of a document's runs."""
        from zhenlint.spelling.chinese.windows import Window

        before, own, after = around
        window, other_window = (Window(self._counts, before, one, after) for one in (own, other))
        tail = [self._counts.levels_from(after[start : start + LONGEST]) for start in range(LONGEST - 1)]
        likelihood = window.likelihood(tail)
        reading, other_reading = (self._words.reading(before, one, after) for one in (own, other))
        return Closer(
            other_window.likelihood(tail) - likelihood,
            likelihood,
            window.best4,
            other_window.best4,
            reading.word,
            other_reading.word,
            reading.alone,
            other_reading.alone,
            other_reading.likelihood - reading.likelihood,
            *_repeats(text, at, around, other),
        )


def _repeats(text: str, at: int, around: Around, other: str) -> tuple[int, int, int, int]:
    """How often the pairs of a character and of the other stand elsewhere nearby, 9 at most."""
    begin, end = max(0, at - _NEAR), at + _NEAR
    left, own, right = around.before[-1], around.character, around.after[0]

    def count(pair: str, less: int) -> int:
        return min(9, text.count(pair, begin, end) - less) if _HAN_PAIR.fullmatch(pair) else 0

    pairs = count(left + own, 1), count(own + right, 1)
    return max(0, pairs[0]), max(0, pairs[1]), count(left + other, 0), count(other + right, 0)
