"""Characters that the counts find very unlikely where one that is like them fits.

For a character in doubt (:mod:`zhenlint.spelling.chinese.doubts`) the symbols around it are
gathered, each alternative is put in its place, and the likeliest of them is weighed: how much
likelier the text becomes, what words it makes and breaks, whether the document writes the same
elsewhere, how often people mistake the two.  A score of small trees tells how likely it is that the
character is wrong.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.doubts import Doubts, doubts
from zhenlint.spelling.chinese.ngrams import LONGEST, NGrams, ngrams
from zhenlint.spelling.chinese.readings import Words
from zhenlint.spelling.chinese.segmentation import word_counts
from zhenlint.spelling.chinese.trees import Trees
from zhenlint.spelling.chinese.windows import Window, surroundings

LIKELY: Final = 0.92
"""The probability from which a character is reported."""

POSSIBLE: Final = 0.8
"""The probability from which there is a hint."""

REPEATS: Final = 2
"""A pair of characters that stands so often elsewhere in the document is meant."""

RARER: Final = 10
"""So many levels less (a tenth of the uses) make a pair rarer than another."""

LEAST_MARGIN: Final = 6.0
"""How much likelier an alternative makes the text."""

_NEAR: Final = 8_000
"""How far the document is searched for the same pairs of characters."""

_TABLES: Final = ("slips", "single-characters")
_HAN: Final = lazy_pattern("[\u4e00-\u9fff]")
_HAN_PAIR: Final = lazy_pattern("[\u4e00-\u9fff]{2}")


class Features(NamedTuple):
    """What is seen of a character beside the likeliest alternative; levels are of counts, 3 double them."""

    margin: float
    """How much likelier the text becomes, as a logarithm."""

    likelihood: float
    """How likely it is as it stands."""

    gap: float
    """How much more the likeliest alternative gains than the next."""

    own_before: int
    own_around: int
    own_after: int
    other_before: int
    other_around: int
    other_after: int
    """The levels of the trigrams that end with the character or the alternative, hold it, begin with it."""

    other_best4: int
    """The highest level of an n-gram of four that holds the alternative."""

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
    """How often people were seen to mistake the one for the other."""

    edges: int
    """How many of the symbols beside it are no Han."""

    own_word: float
    other_word: float
    """The commonest word that holds it, as a logarithm, longer ones ahead."""

    own_alone: int
    other_alone: int
    """It is a word alone there."""

    words: float
    """How much likelier the words of the surroundings become."""

    own_single: int
    other_single: int
    """In how many of a hundred places it is a word alone."""

    repeats_left: int
    repeats_right: int
    other_repeats_left: int
    other_repeats_right: int
    """How often the pairs stand elsewhere in the document."""


class Sighting(NamedTuple):
    """An unlikely character, the likeliest alternative, and what is seen of them."""

    start: int
    alternative: str
    features: Features


class Unlikely(NamedTuple):
    """A character that is probably wrong."""

    start: int
    alternative: str
    probability: float


class Detector:
    """Weighs the characters in doubt."""

    def __init__(
        self,
        counts: NGrams,
        quick: Doubts,
        words: Words,
        slips: Mapping[str, int],
        singles: Mapping[str, int],
        score: Trees | None = None,
    ) -> None:
        self.counts = counts
        self.quick = quick
        self._words = words
        self._slips = slips
        self._singles = singles
        self._score = score

    def unlikely(self, prose: str) -> Iterator[Unlikely]:
        """The characters of a document's prose that are more likely wrong than :data:`POSSIBLE`, in order."""
        for start, alternative, features in self.sightings(prose):
            probability = self._score.probability(features, POSSIBLE) if self._score else 0.0
            if probability >= POSSIBLE and not _is_repeated(features):
                yield Unlikely(start, alternative, probability)

    def sightings(self, prose: str) -> Iterator[Sighting]:
        """The unlikely characters of a document's prose, in order."""
        for start, alternatives in self.quick.find(prose):
            found = self._weigh(prose, start, alternatives)
            if found:
                yield found

    def _weigh(self, prose: str, start: int, alternatives: Collection[str]) -> Sighting | None:
        before, after = surroundings(prose, start)
        own = Window(self.counts, before, prose[start], after)
        if own.best4:
            return None
        tail = [self.counts.levels_from(after[at : at + LONGEST]) for at in range(LONGEST - 1)]
        likelihood = own.likelihood(tail)
        windows = {one: Window(self.counts, before, one, after) for one in alternatives}
        gains = {one: window.likelihood(tail) - likelihood for one, window in windows.items()}
        ranked = sorted(alternatives, key=lambda one: (-gains[one], one))
        best = ranked[0]
        if gains[best] < LEAST_MARGIN:
            return None
        gap = gains[best] - max([0.0, *(gains[one] for one in ranked[1:2])])
        measures = (gains[best], likelihood, gap)
        return Sighting(
            start, best, self._features(prose, start, before, after, own, best, windows[best], measures)
        )

    def _features(
        self,
        prose: str,
        start: int,
        before: str,
        after: str,
        own: Window,
        other: str,
        window: Window,
        measures: tuple[float, float, float],
    ) -> Features:
        character = prose[start]
        own_reading = self._words.reading(before, character, after)
        other_reading = self._words.reading(before, other, after)
        return Features(
            *measures,
            *own.trigrams(),
            *window.trigrams(),
            window.best4,
            own.pair(0),
            own.pair(1),
            window.pair(0),
            window.pair(1),
            own.levels[-1][0],
            window.levels[-1][0],
            self.quick.kind(character, other),
            math.log1p(self._slips.get(character + other, 0)),
            2 - len(_HAN.findall(before[-1] + after[0])),
            own_reading.word,
            other_reading.word,
            own_reading.alone,
            other_reading.alone,
            other_reading.likelihood - own_reading.likelihood,
            self._singles.get(character, 0),
            self._singles.get(other, 0),
            *_repeats(prose, start, before[-1], other, after[0]),
        )


@cache
def detector() -> Detector:
    """The detector by the data that come with the package."""
    slips, singles = (
        {key: int(value) for key, value in (line.split("\t") for line in text.splitlines())}
        for text in ((DATA / f"chinese-{name}.tsv").read_text(encoding="utf-8") for name in _TABLES)
    )
    score = Trees(DATA / "chinese-unlikely-score.json", Features._fields)
    return Detector(ngrams(), doubts(), Words(word_counts().get), slips, singles, score)


def _is_repeated(features: Features) -> bool:
    """Whether the document writes a pair of the character that the counts hardly know again and again."""
    pairs = (
        (features.repeats_left, features.own_left, features.other_left),
        (features.repeats_right, features.own_right, features.other_right),
    )
    return any(repeats >= REPEATS and other > own + RARER for repeats, own, other in pairs)


def _repeats(prose: str, start: int, left: str, other: str, right: str) -> tuple[int, int, int, int]:
    """How often the pairs of a character and of an alternative stand elsewhere nearby, 9 at most."""
    begin, end, own = max(0, start - _NEAR), start + _NEAR, prose[start]

    def count(pair: str, less: int) -> int:
        return min(9, prose.count(pair, begin, end) - less) if _HAN_PAIR.fullmatch(pair) else 0

    return (
        max(0, count(left + own, 1)),
        max(0, count(own + right, 1)),
        count(left + other, 0),
        count(other + right, 0),
    )
