"""What is seen of a character beside another that may be meant; levels are of counts, 3 double them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple
from zhenlint.spelling.chinese.ngrams import LONGEST, NGrams

if TYPE_CHECKING:
    from zhenlint.spelling.chinese.readings import Words

_NEAR: Final = 8_000
"""How far the document is searched for the same pairs of characters."""

_HAN_PAIR: Final = lazy_pattern("[\u4e00-\u9fff]{2}")


class Glance(NamedTuple):
    """What is seen at once; ``own`` is the character as it stands, ``other`` the one that may be meant."""

    gain: int
    """How much higher the levels of the other's trigrams are, summed."""

    ahead: float
    """How far the other is ahead of the next that may be meant."""

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


class Sighting(NamedTuple):
    """A character that may be wrong, what may be meant, and what is seen of them."""

    start: int
    meant: str
    glance: Glance
    closer: Closer

    @property
    def features(self) -> tuple[float, ...]:
        """The values of :data:`FEATURES`."""
        return (*self.glance, *self.closer)


class Observer:
    """Looks closely, by counts and the words of a dictionary."""

    def __init__(self, counts: NGrams, words: Words) -> None:
        self._counts = counts
        self._words = words

    def closer(self, text: str, at: int, around: tuple[str, str, str], other: str) -> Closer:
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
            *repeats(text, at, around, other),
        )


def repeats(text: str, at: int, around: tuple[str, str, str], other: str) -> tuple[int, int, int, int]:
    """How often the pairs of a character and of the other stand elsewhere nearby, 9 at most."""
    begin, end = max(0, at - _NEAR), at + _NEAR
    left, own, right = around[0][-1], around[1], around[2][0]

    def count(pair: str, less: int) -> int:
        return min(9, text.count(pair, begin, end) - less) if _HAN_PAIR.fullmatch(pair) else 0

    pairs = count(left + own, 1), count(own + right, 1)
    return max(0, pairs[0]), max(0, pairs[1]), count(left + other, 0), count(other + right, 0)
