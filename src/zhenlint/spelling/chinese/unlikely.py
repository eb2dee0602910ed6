"""Characters that the counts find very unlikely where one that is like them fits.

For a character in doubt (:mod:`zhenlint.spelling.chinese.doubts`) the alternative that fits best is
taken, and it is seen (:mod:`zhenlint.spelling.chinese.features`) how much likelier the text becomes, what
words it makes and breaks, whether the document writes the same elsewhere, how often people mistake the
two.  Scores of small trees tell how likely it is that the character is wrong: one of what is seen at
once, which rejects most, then one of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.doubts import Doubts, doubts
from zhenlint.spelling.chinese.features import Features, Glance, Observer
from zhenlint.spelling.chinese.ngrams import ngrams
from zhenlint.spelling.chinese.readings import Words
from zhenlint.spelling.chinese.runs import HanRuns, han_runs
from zhenlint.spelling.chinese.segmentation import word_counts
from zhenlint.spelling.chinese.symbols import Symbols
from zhenlint.spelling.chinese.trees import Trees

LIKELY: Final = 0.9
"""The probability from which a character is reported that people were seen to mistake for the alternative."""

SURE: Final = 0.95
"""That of others: among these are more words that are rare, but right."""

SUREST: Final = 0.99
"""That where both are words alone: there grammar decides, and words of one character are rarely counted."""

POSSIBLE: Final = 0.8
"""The probability from which there is a hint."""

WORTH_A_LOOK: Final = 0.7
"""The probability at a glance from which a character is looked at closely."""

REPEATS: Final = 2
"""A pair of characters that stands so often elsewhere in the document is meant."""

RARER: Final = 10
"""So many levels less (a tenth of the uses) make a pair rarer than another."""

LEAST_MARGIN: Final = 6.0
"""How much likelier an alternative makes the text."""

_TABLES: Final = ("slips", "single-characters")


class Sighting(NamedTuple):
    """An unlikely character, the alternative that fits best, and what is seen of them."""

    start: int
    alternative: str
    features: Features


class Unlikely(NamedTuple):
    """A character that may be wrong, and whether it is so likely that it is reported, not hinted at."""

    start: int
    alternative: str
    likely: bool


class Detector:
    """Weighs the characters in doubt; without a score at a glance it looks at all of them closely.

    What is needed for characters in doubt only is loaded for the first of them.
    """

    def __init__(
        self,
        quick: Doubts,
        observer: Callable[[], Observer],
        glance: Callable[[], Trees] | None = None,
        score: Callable[[], Trees] | None = None,
    ) -> None:
        self.quick = quick
        self.observer = observer
        self._glance = glance
        self._score = score

    def unlikely(self, prose: str, runs: HanRuns) -> Iterator[Unlikely]:
        """The characters of a prose view that are more likely wrong than :data:`POSSIBLE`, in order."""
        symbols = Symbols(runs)
        for at, alternative, features in self._sightings(symbols):
            probability = self._score().probability(features, POSSIBLE) if self._score else 0.0
            if probability >= POSSIBLE and not _is_repeated(features):
                yield Unlikely(symbols.place(at, prose), alternative, probability >= _least(features))

    def sightings(self, prose: str) -> Iterator[Sighting]:
        """The unlikely characters of a prose view, in order."""
        symbols = Symbols(han_runs(prose))
        for sighting in self._sightings(symbols):
            yield sighting._replace(start=symbols.place(sighting.start, prose))

    def _sightings(self, symbols: Symbols) -> Iterator[Sighting]:
        for doubt in self.quick.find(symbols):
            observer = self.observer()
            other, glance = observer.glance(symbols.text, doubt)
            if self._glance and self._glance().probability(glance, WORTH_A_LOOK) < WORTH_A_LOOK:
                continue
            features = observer.features(symbols, doubt.start, other, glance)
            if features and features.margin >= LEAST_MARGIN:
                yield Sighting(doubt.start, other, features)


@cache
def detector() -> Detector:
    """The detector by the data that come with the package."""
    return Detector(doubts(), _observer, _glance, _score)


@cache
def _observer() -> Observer:
    slips, singles = (
        {key: int(value) for key, value in (line.split("\t") for line in text.splitlines())}
        for text in ((DATA / f"chinese-{name}.tsv").read_text(encoding="utf-8") for name in _TABLES)
    )
    return Observer(ngrams(), doubts(), Words(lambda word: word_counts().get(word)), slips, singles)


@cache
def _glance() -> Trees:
    return Trees(DATA / "chinese-unlikely-glance.json", Glance._fields)


@cache
def _score() -> Trees:
    return Trees(DATA / "chinese-unlikely-score.json", Features._fields)


def _least(features: Features) -> float:
    """The probability from which a character is reported."""
    if features.own_alone and features.other_alone:
        return SUREST
    return LIKELY if features.slips else SURE


def _is_repeated(features: Features) -> bool:
    """Whether the document writes a pair of the character that the counts hardly know again and again."""
    pairs = (
        (features.repeats_left, features.own_left, features.other_left),
        (features.repeats_right, features.own_right, features.other_right),
    )
    return any(repeats >= REPEATS and other > own + RARER for repeats, own, other in pairs)
