"""What is seen of a character beside the alternative that fits best; levels are of counts, 3 double them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple
from zhenlint.spelling.chinese.doubts import Doubt, Doubts
from zhenlint.spelling.chinese.ngrams import LONGEST, NGrams
from zhenlint.spelling.chinese.readings import Words
from zhenlint.spelling.chinese.symbols import Symbols
from zhenlint.spelling.chinese.windows import Window

_NEAR: Final = 8_000
"""How far the document is searched for the same pairs of characters."""

_HAN: Final = lazy_pattern("[\u4e00-\u9fff]")
_HAN_PAIR: Final = lazy_pattern("[\u4e00-\u9fff]{2}")


class Glance(NamedTuple):
    """What is seen at once."""

    gain: int
    """How much higher the levels of the alternative's trigrams are, summed."""

    gap: int
    """How much more that is than what the next alternative gains, if there is one."""

    own_before: int
    own_around: int
    own_after: int
    other_before: int
    other_around: int
    other_after: int
    """The levels of the trigrams that end with the character or the alternative, hold it, begin with it."""

    own_left: int
    own_right: int
    other_left: int
    other_right: int
    """The levels of the pairs with the symbols beside it."""

    own_level: int
    other_level: int
    """How common the characters are."""

    kind: int
    """How they are alike."""

    slips: float
    """How often people were seen to mistake the one for the other, as a logarithm."""

    edges: int
    """How many of the symbols beside it are no Han."""

    own_single: int
    other_single: int
    """In how many of a hundred places it is a word alone."""


class Features(NamedTuple):
    """What is seen by a closer look: first all of a :class:`Glance`."""

    gain: int
    gap: int
    own_before: int
    own_around: int
    own_after: int
    other_before: int
    other_around: int
    other_after: int
    own_left: int
    own_right: int
    other_left: int
    other_right: int
    own_level: int
    other_level: int
    kind: int
    slips: float
    edges: int
    own_single: int
    other_single: int
    margin: float
    """How much likelier the text becomes, as a logarithm."""

    likelihood: float
    """How likely it is as it stands."""

    other_best4: int
    """The highest level of an n-gram of four that holds the alternative."""

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


class Observer:
    """Sees the features of characters in doubt, by counts, words, and slips that were seen."""

    def __init__(
        self,
        counts: NGrams,
        quick: Doubts,
        words: Words,
        slips: Mapping[str, int],
        singles: Mapping[str, int],
    ) -> None:
        self.counts = counts
        self.quick = quick
        self._words = words
        self._slips = slips
        self._singles = singles

    def glance(self, text: str, doubt: Doubt) -> tuple[str, Glance]:
        """The alternative that fits best, and what is seen of it at once."""
        gains = {one: sum(levels) for one, levels in doubt.alternatives.items()}
        other = max(gains, key=lambda one: (gains[one], one))
        next_best = max((gain for one, gain in gains.items() if one != other), default=0)
        level = self.counts.level
        at = doubt.start
        own, left, right = text[at], text[at - 1], text[at + 1]
        return other, Glance(
            gains[other] - sum(doubt.trigrams),
            gains[other] - next_best,
            *doubt.trigrams,
            *doubt.alternatives[other],
            level(left + own),
            level(own + right),
            level(left + other),
            level(other + right),
            self.counts.character_level(own),
            self.counts.character_level(other),
            self.quick.kind(own, other),
            math.log1p(self._slips.get(own + other, 0)),
            2 - len(_HAN.findall(left + right)),
            self._singles.get(own, 0),
            self._singles.get(other, 0),
        )

    def features(self, symbols: Symbols, at: int, other: str, glance: Glance) -> Features | None:
        """What is seen by a closer look; nothing where the character stands in a known n-gram of four."""
        text = symbols.text
        before, after = symbols.around(at)
        window = Window(self.counts, before, text[at], after)
        if window.best4:
            return None
        tail = [self.counts.levels_from(after[start : start + LONGEST]) for start in range(LONGEST - 1)]
        other_window = Window(self.counts, before, other, after)
        likelihood = window.likelihood(tail)
        reading = self._words.reading(before, text[at], after)
        other_reading = self._words.reading(before, other, after)
        return Features(
            *glance,
            other_window.likelihood(tail) - likelihood,
            likelihood,
            other_window.best4,
            reading.word,
            other_reading.word,
            reading.alone,
            other_reading.alone,
            other_reading.likelihood - reading.likelihood,
            *_repeats(text, at, other),
        )


def _repeats(text: str, at: int, other: str) -> tuple[int, int, int, int]:
    """How often the pairs of a character and of an alternative stand elsewhere nearby, 9 at most."""
    begin, end, left, right = max(0, at - _NEAR), at + _NEAR, text[at - 1], text[at + 1]

    def count(pair: str, less: int) -> int:
        return min(9, text.count(pair, begin, end) - less) if _HAN_PAIR.fullmatch(pair) else 0

    own = count(left + text[at], 1), count(text[at] + right, 1)
    return max(0, own[0]), max(0, own[1]), count(left + other, 0), count(other + right, 0)
