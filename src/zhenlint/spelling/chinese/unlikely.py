"""Characters that the counts find very unlikely where one that is like them fits.

Where a text has a pair of characters that is hardly ever written
(:mod:`zhenlint.spelling.chinese.near_misses`), it is seen (:mod:`zhenlint.spelling.chinese.features`) how
much likelier another character makes the text, what words it makes and breaks, whether the document writes
the same elsewhere, how often people mistake the two.  A score of small trees tells how likely it is that the
character is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.near_misses import NearMiss, NearMisses, near_misses
from zhenlint.spelling.chinese.runs import HanRuns, han_runs

if TYPE_CHECKING:
    from zhenlint.spelling.chinese.features import Closer, Glance, Observer
    from zhenlint.spelling.chinese.trees import Trees

LIKELY: Final = 0.95
"""The probability from which a character is reported."""

POSSIBLE: Final = 0.8
"""The probability from which there is a hint."""

REPEATS: Final = 2
"""A pair of characters that stands so often elsewhere in the document is meant."""

RARER: Final = 10
"""So many levels less (a tenth of the uses) make a pair rarer than another."""

LEAST_GAIN: Final = 20
"""By how many levels the other's trigrams are commoner at least, summed; one slip in a hundred gains less."""

WORTH_A_LOOK: Final = 0.5
"""The probability at a glance from which a character is looked at closely."""


class Sighting(NamedTuple):
    """A character that may be wrong, what may be meant, and what is seen of them."""

    start: int
    meant: str
    glance: Glance
    closer: Closer

    @property
    def features(self) -> tuple[float, ...]:
        """The values of :data:`features.FEATURES`."""
        return (*self.glance, *self.closer)


class Unlikely(NamedTuple):
    """A character that may be wrong, and whether it is so likely that it is reported, not hinted at."""

    start: int
    meant: str
    likely: bool


class Detector:
    """Weighs the characters of near misses; without a score at a glance it looks at all of them closely.

    What is needed for these only is imported and loaded for the first of them.
    """

    def __init__(
        self,
        near: NearMisses,
        observer: Callable[[], Observer],
        glance: Callable[[], Trees] | None = None,
        score: Callable[[], Trees] | None = None,
    ) -> None:
        self._near = near
        self._observer = observer
        self._glance = glance
        self._score = score

    def unlikely(self, prose: str, runs: HanRuns) -> Iterator[Unlikely]:
        """The characters of a prose view that are more likely wrong than :data:`POSSIBLE`, in order."""
        assert self._score
        likeliest: tuple[float, Sighting] | None = None
        for sighting in self._sightings(runs):
            probability = self._score().probability(sighting.features, POSSIBLE)
            if probability < POSSIBLE or _is_repeated(sighting):
                continue
            if likeliest and sighting.start > likeliest[1].start + 1:
                yield _told(*likeliest, runs, prose)
                likeliest = None
            if not likeliest or probability > likeliest[0]:
                likeliest = probability, sighting
        if likeliest:
            yield _told(*likeliest, runs, prose)

    def sightings(self, prose: str) -> Iterator[Sighting]:
        """The characters of a prose view that may be wrong, in order."""
        from zhenlint.spelling.chinese.symbols import Symbols

        runs = han_runs(prose)
        symbols = Symbols(runs)
        for sighting in self._sightings(runs):
            yield sighting._replace(start=symbols.place(sighting.start, prose))

    def _sightings(self, runs: HanRuns) -> Iterator[Sighting]:
        """Those of the text of runs."""
        misses = self._near.among(runs.text)
        if not misses:
            return
        from zhenlint.spelling.chinese.features import Around
        from zhenlint.spelling.chinese.symbols import Symbols

        symbols, observer, text = Symbols(runs), self._observer(), runs.text
        for start, meant, beside in sorted(_places(text, misses)):
            around = Around(*symbols.around(start))
            glance = observer.glance(around, meant, beside, LEAST_GAIN if self._glance else 0)
            if glance and self._is_worth_a_look(glance):
                yield Sighting(start, meant, glance, observer.closer(text, start, around, meant))

    def _is_worth_a_look(self, glance: Glance) -> bool:
        return not self._glance or self._glance().probability(glance, WORTH_A_LOOK) >= WORTH_A_LOOK


def _places(text: str, misses: list[NearMiss]) -> Iterator[tuple[int, str, str]]:
    """Where a character may be wrong, what may be meant, and the other character of the pair."""
    for pair, place, meant in misses:
        at = text.find(pair)
        while at >= 0:
            yield at + place, meant, pair[1 - place]
            at = text.find(pair, at + 1)


def _is_repeated(sighting: Sighting) -> bool:
    """Whether the document writes a pair of the character that the counts hardly know again and again."""
    glance, closer = sighting.glance, sighting.closer
    pairs = (
        (closer.repeats_left, glance.own_left, glance.other_left),
        (closer.repeats_right, glance.own_right, glance.other_right),
    )
    return any(repeats >= REPEATS and other > own + RARER for repeats, own, other in pairs)


def _told(probability: float, sighting: Sighting, runs: HanRuns, prose: str) -> Unlikely:
    from zhenlint.spelling.chinese.symbols import Symbols

    place = Symbols(runs).place(sighting.start, prose)
    return Unlikely(place, sighting.meant, probability >= LIKELY)


@cache
def detector() -> Detector:
    """The detector by the data that come with the package."""
    return Detector(near_misses(), _observer, _glance, _score)


@cache
def _observer() -> Observer:
    from zhenlint.spelling.chinese.features import Observer
    from zhenlint.spelling.chinese.ngrams import ngrams
    from zhenlint.spelling.chinese.readings import Words
    from zhenlint.spelling.chinese.segmentation import word_counts

    return Observer(ngrams(), Words(lambda word: word_counts().get(word)), _slips, _singles)


@cache
def _slips() -> dict[str, int]:
    """How often people were seen to put one character for another."""
    return _table("slips")


@cache
def _singles() -> dict[str, int]:
    """In how many of a hundred places a character is a word alone."""
    return _table("single-characters")


def _table(name: str) -> dict[str, int]:
    lines = (DATA / f"chinese-{name}.tsv").read_text(encoding="utf-8").splitlines()
    return {key: int(value) for key, value in (line.split("\t") for line in lines)}


@cache
def _glance() -> Trees:
    from zhenlint.spelling.chinese.features import Glance
    from zhenlint.spelling.chinese.trees import Trees

    return Trees(DATA / "chinese-unlikely-glance.json", Glance._fields)


@cache
def _score() -> Trees:
    from zhenlint.spelling.chinese.features import FEATURES
    from zhenlint.spelling.chinese.trees import Trees

    return Trees(DATA / "chinese-unlikely-score.json", FEATURES)
