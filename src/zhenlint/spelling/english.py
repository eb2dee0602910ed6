"""Finds misspelled English words in prose.

A word is suspected if the lexicon does not know it and a likelier word lies near.  Whether it is
reported is decided by what the document says of it: its uses in prose and code, the words around
it, where the correction stands.  A word that a document shows to be a name anywhere is a name
everywhere in it, and a word of the project's own vocabulary is one in each of its documents.

It works in two steps: :meth:`Detector.places` finds the unknown words in a prose view, and
:meth:`Detector.judge` decides, when the evidence of document and project is known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple
from zhenlint.spelling.cases import AT_PLACE, Case, Cases
from zhenlint.spelling.evidence import Evidence
from zhenlint.spelling.score import Features, Weights, load_weights, probability
from zhenlint.spelling.shapes import Part, Shape
from zhenlint.spelling.surroundings import Surroundings
from zhenlint.spelling.suspects import Suspects, suspects
from zhenlint.spelling.tokens import Word, words_among

POSSIBLE: Final = 0.5
"""Probability from which a misspelling is worth a hint."""

LIKELY: Final = 0.7
"""Probability from which it is reported; chosen for at most 1.5 wrong reports in 10,000 Latin words."""

PLAIN: Final = 0.95
"""Probability from which a misspelling may be put right without a look at its place."""

_LISTED = 0.97
"""The probability of a listed misspelling where the document does not speak for the word."""

_REACH = 400
"""How many characters of its line are looked at on each side of a word."""

_PATH_PART = lazy_pattern(r"[A-Za-z]{3,}")


class Misspelling(NamedTuple):
    """A word that is probably misspelled: where it begins, corrections, how probable it is.

    ``suggestions`` begins with the likeliest; they are written like the word.  ``is_plain`` where
    the first of them is as good as certain: the word is very probably wrong, and nothing else fits.
    ``is_listed`` where the list of certain misspellings says so.
    """

    start: int
    word: str
    suggestions: tuple[str, ...]
    probability: float
    is_plain: bool = False
    is_listed: bool = False

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.start + len(self.word)


class Place(NamedTuple):
    """An unknown run of letters where it stands as a word: its offset, and its line on both sides.

    ``hyphenated`` where it is part of an expression with a hyphen.
    """

    start: int
    run: str
    hyphenated: bool
    before: str
    after: str


class Sighting(NamedTuple):
    """An unknown word at a place, its likeliest corrections, and what is seen of it there.

    ``is_name`` where the place shows that it is a name or no English, ``is_listed`` where the word is
    a listed misspelling, ``is_clear`` where no other correction comes near the first.
    """

    start: int
    part: Part
    corrections: tuple[str, ...]
    features: Features
    is_name: bool
    is_listed: bool = False
    is_clear: bool = False


class Detector:
    """Finds misspellings among the suspects, with one set of weights."""

    def __init__(self, suspects: Suspects, weights: Weights) -> None:
        self.weights = weights
        self.suspects = suspects
        self._lexicon = suspects.lexicon
        self._cases = Cases(suspects)

    def misspellings(self, evidence: Evidence, suspicious: Collection[str]) -> list[Misspelling]:
        """The probable misspellings among the suspicious runs of a document, in order."""
        return self.judge(evidence, list(self.places(evidence.prose, suspicious)))

    def places(
        self, prose: str, suspicious: Collection[str], letters: bytes | None = None
    ) -> Iterator[Place]:
        """Where the suspicious runs of a prose view stand as words, in order.

        ``letters``: the view with a byte for each code point, where that is known.
        """
        for word in words_among(prose, suspicious, letters):
            if not self._is_path(word):
                before, after = _line_around(prose, word)
                yield Place(word.start, word.text, "-" in word.chunk, before, after)

    def judge(self, evidence: Evidence, places: Iterable[Place]) -> list[Misspelling]:
        """The probable misspellings among the places of a document, in order."""
        sightings = list(self.sightings(evidence, places, POSSIBLE))
        names = names_among(sightings)
        found = [self._misspelling(item) for item in sightings if item.part.text.lower() not in names]
        return [item for item in found if item.probability >= POSSIBLE]

    def sightings(self, evidence: Evidence, places: Iterable[Place], least: float = 0) -> Iterator[Sighting]:
        """What is seen of unknown words at their places, in order.

        Words that nothing at their place could make as probable as ``least`` are passed over.
        """
        cases: dict[str, list[Case]] = {}
        for place in places:
            if place.run not in cases:
                cases[place.run] = list(self._cases_of(place.run, evidence, least))
            for case in cases[place.run]:
                yield from self._look(place, case, evidence)

    def _cases_of(self, run: str, evidence: Evidence, least: float) -> Iterator[Case]:
        """The suspects of a run that nobody accepts and that may be probable enough; not what is a name."""
        for suspect in self.suspects.of(run):
            right = evidence.accepts(run.lower()) or evidence.accepts(suspect.word)
            if not right and suspect.word not in evidence.names:
                case = self._cases.of(suspect, evidence)
                if case and (suspect.certain or self._at_best(case) >= least):
                    yield case

    def _at_best(self, case: Case) -> float:
        """The probability if all that the place may say speaks for a misspelling."""
        best = {name: float(getattr(self.weights, name) > 0) for name in AT_PLACE}
        return probability(case.features._replace(**best), self.weights)

    def _is_path(self, word: Word) -> bool:
        """Whether a word stands in ``owner/repository``: a slash between words that are unknown."""
        if "/" not in word.chunk:
            return False
        parts = _PATH_PART.findall(word.chunk)
        return sum(not self._lexicon.knows(part.lower()) for part in parts) > 1

    def _look(self, place: Place, case: Case, evidence: Evidence) -> Iterator[Sighting]:
        part, certain = case.suspect.part, case.suspect.certain
        end = part.offset + len(part.text)
        before = place.before + place.run[max(0, part.offset - _REACH) : part.offset]
        after = place.run[end : end + _REACH] + place.after
        around = Surroundings.of((before, part.text, after), self._lexicon)
        if certain and "'" in certain and not around.is_english:
            return
        features = case.features._replace(
            hyphen=place.hyphenated,
            strangers=around.strangers,
            person=part.shape is Shape.CAPITALISED and around.may_be_person,
        )
        by_document = case.suspect.word in evidence.names or place.run.lower() in evidence.names
        named = by_document or _is_name(part, around)
        start, listed = place.start + part.offset, certain is not None
        yield Sighting(start, part, case.corrections, features, named, listed, case.is_clear)

    def _misspelling(self, sighting: Sighting) -> Misspelling:
        likely = probability(sighting.features, self.weights)
        if sighting.is_listed and not sighting.features.in_code:
            likely = max(likely, _LISTED)
        plain = likely >= PLAIN and sighting.is_clear
        word = sighting.part.text
        return Misspelling(sighting.start, word, sighting.corrections, likely, plain, sighting.is_listed)


def names_among(sightings: Iterable[Sighting]) -> frozenset[str]:
    """The words, lower-case, that a place shows to be names or no English."""
    return frozenset(item.part.text.lower() for item in sightings if item.is_name)


def _is_name(part: Part, around: Surroundings) -> bool:
    """Whether the line shows that a word is a name or no English."""
    named = part.shape is Shape.CAPITALISED and around.is_person
    return named or around.is_foreign or around.is_nickname_list or around.is_given


def _line_around(prose: str, word: Word) -> tuple[str, str]:
    """What stands before and after a word on its line."""
    first, start = max(0, word.start - _REACH), word.start
    begin = max(first, prose.rfind("\n", first, start) + 1, prose.rfind("\r", first, start) + 1)
    after = prose[word.end : word.end + _REACH]
    return prose[begin:start], after.partition("\n")[0].partition("\r")[0]


@cache
def detector() -> Detector:
    """The detector with the word data and the weights that come with the package."""
    return Detector(suspects(), load_weights(suspects().lexicon.folder / "english-weights.tsv"))
