"""Characters that the counts find very unlikely where one that is like them fits.

Where a text has a pair of characters that is seldom written, while people are known to mistake one of them
for what makes it a common one (:mod:`zhenlint.spelling.chinese.near_misses`), it is seen
(:mod:`zhenlint.spelling.chinese.features`) how much likelier another character makes the text, what words it
makes and breaks, whether the document writes the same elsewhere, how often people mistake the two.  A score
of small trees tells how likely it is that the character is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

from zhenlint.package_data import DATA, read_data
from zhenlint.spelling.chinese.near_misses import NearMisses, near_misses
from zhenlint.spelling.chinese.runs import HanRuns, Places, han_runs

if TYPE_CHECKING:
    from typing import Protocol

    from zhenlint.spelling.chinese.character_lines import CharacterLines
    from zhenlint.spelling.chinese.features import Observer, Sighting
    from zhenlint.spelling.chinese.glance import Glancer
    from zhenlint.spelling.chinese.readings import Words
    from zhenlint.spelling.chinese.slips import Slips
    from zhenlint.spelling.chinese.trees import Trees

    class Placed(Protocol):
        """What has a place in a text."""

        @property
        def start(self) -> int:
            """The place."""


P = TypeVar("P", bound="Placed")

LIKELY: Final = 0.97
"""The probability from which a character is reported."""

POSSIBLE: Final = 0.9
"""The probability from which there is a hint."""

REPEATS: Final = 2
"""A pair of characters that stands so often elsewhere in the document is meant."""

RARER: Final = 10
"""So many levels less (a tenth of the uses) make a pair rarer than another."""


class Detector:
    """Weighs the characters of near misses.

    What is needed for these only is imported and loaded for the first of them.
    """

    def __init__(
        self,
        near: NearMisses,
        glancer: Callable[[], Glancer],
        observer: Callable[[], Observer],
        score: Callable[[], Trees] | None = None,
    ) -> None:
        self._near = near
        self._glancer = glancer
        self._observer = observer
        self._score = score

    def unlikely(
        self, prose: str, runs: HanRuns, places: Places | None = None
    ) -> Iterator[tuple[int, str, bool]]:
        """The characters of a prose view that are more likely wrong than :data:`POSSIBLE`, in order.

        With each what may be meant, and whether it is so likely that it is reported, not hinted at.
        ``places`` are where near misses begin, and maybe other pairs, where the caller knows them.
        """
        for probability, sighting in likeliest(self._scored(runs, places)):
            yield _told(probability, sighting, runs, prose)

    def _scored(self, runs: HanRuns, places: Places | None) -> Iterator[tuple[float, Sighting]]:
        """What may be wrong with its probability, 0 for what is less than :data:`POSSIBLE` or repeated."""
        assert self._score
        for sighting in self._sightings(runs, places):
            probability = self._score().probability(sighting.features, POSSIBLE)
            yield 0.0 if probability and _is_repeated(sighting) else probability, sighting

    def sightings(self, prose: str) -> Iterator[Sighting]:
        """The characters of a prose view that may be wrong, in order."""
        from zhenlint.spelling.chinese.symbols import Symbols

        runs = han_runs(prose)
        symbols = Symbols(runs)
        for sighting in self._sightings(runs):
            yield sighting._replace(start=symbols.place(sighting.start, prose))

    def _sightings(self, runs: HanRuns, places: Places | None = None) -> Iterator[Sighting]:
        """Those of the text of runs."""
        text = runs.text
        misses = self._near.among(text, places)
        if not misses:
            return
        from zhenlint.spelling.chinese.glance import inside
        from zhenlint.spelling.chinese.symbols import Symbols

        symbols, glancer, last = Symbols(runs), self._glancer(), -1
        for start, other, which in misses:
            if start == last or not glancer.fits(text, start, other, which):
                continue
            near = inside(text, start)
            gain = near and glancer.gained(near, other)
            if near and not gain:
                continue
            around = symbols.around(start)
            seen = glancer.glance(around, other, gain)
            if seen:
                last = start
                yield self._sighting(text, start, around, *seen)

    def _sighting(
        self, text: str, start: int, around: tuple[str, str, str], meant: str, seen: tuple[float, ...]
    ) -> Sighting:
        from zhenlint.spelling.chinese.features import Glance, Sighting

        closer = self._observer().closer(text, start, around, meant)
        return Sighting(start, meant, Glance._make(seen), closer)


def likeliest(scored: Iterable[tuple[float, P]]) -> Iterator[tuple[float, P]]:
    """Those more likely wrong than :data:`POSSIBLE`, in order; of two side by side the likelier one."""
    last: tuple[float, P] | None = None
    for probability, item in scored:
        if probability < POSSIBLE:
            continue
        if last and item.start > last[1].start + 1:
            yield last
            last = None
        if not last or probability > last[0]:
            last = probability, item
    if last:
        yield last


def _is_repeated(sighting: Sighting) -> bool:
    """Whether the document writes a pair of the character that the counts hardly know again and again."""
    glance, closer = sighting.glance, sighting.closer
    pairs = (
        (closer.repeats_left, glance.own_left, glance.other_left),
        (closer.repeats_right, glance.own_right, glance.other_right),
    )
    return any(repeats >= REPEATS and other > own + RARER for repeats, own, other in pairs)


def _told(probability: float, sighting: Sighting, runs: HanRuns, prose: str) -> tuple[int, str, bool]:
    from zhenlint.spelling.chinese.symbols import Symbols

    place = Symbols(runs).place(sighting.start, prose)
    return place, sighting.meant, probability >= LIKELY


@cache
def detector() -> Detector:
    """The detector by the data that come with the package."""
    return Detector(near_misses(), _glancer, _observer, _score)


@cache
def _glancer() -> Glancer:
    from zhenlint.spelling.chinese.glance import Glancer
    from zhenlint.spelling.chinese.ngrams import ngrams

    return Glancer(ngrams(), _slips, single, _weights)


@cache
def _slips() -> Slips:
    from zhenlint.spelling.chinese.slips import slips

    return slips()


@cache
def _weights() -> list[float]:
    lines = read_data("chinese-unlikely-glance.tsv").splitlines()
    return [float(line.partition("\t")[2]) for line in lines]


@cache
def _singles() -> CharacterLines:
    from zhenlint.spelling.chinese.character_lines import CharacterLines

    return CharacterLines(DATA / "chinese-single-characters.tsv")


def single(character: str) -> int:
    """In how many of a hundred places a character is a word alone."""
    return int(_singles().of(character) or 0)


@cache
def _observer() -> Observer:
    from zhenlint.spelling.chinese.features import Observer
    from zhenlint.spelling.chinese.ngrams import ngrams

    return Observer(ngrams(), words())


def words() -> Words:
    """The words of the dictionary that comes with the package."""
    from zhenlint.spelling.chinese.readings import Words
    from zhenlint.spelling.chinese.segmentation import word_counts

    counts = word_counts()
    return Words(counts.words.prefixes, counts.get)


@cache
def _score() -> Trees:
    from zhenlint.spelling.chinese.features import FEATURES
    from zhenlint.spelling.chinese.trees import Trees

    return Trees(DATA / "chinese-unlikely-score.trees", FEATURES)
