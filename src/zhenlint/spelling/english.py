"""Finds misspelled English words in prose.

A word is suspected if the lexicon does not know it and a likelier word lies near.  Whether it is
reported is decided by what the document says of it: its uses in prose and code, the words around
it, where the correction stands.  A word that a document shows to be a name anywhere is a name
everywhere in it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from functools import cache
from typing import Final, NamedTuple

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.spelling import derivation
from zhenlint.spelling.candidates import Candidate, own_candidates
from zhenlint.spelling.edits import edit_cost
from zhenlint.spelling.evidence import Evidence
from zhenlint.spelling.score import Features, Weights, load_weights, probability
from zhenlint.spelling.shapes import Part, Shape, write_like
from zhenlint.spelling.surroundings import Surroundings
from zhenlint.spelling.suspects import RUNS, Suspect, Suspects, suspects
from zhenlint.spelling.tokens import Word, words

POSSIBLE: Final = 0.5
"""Probability from which a misspelling is worth a hint."""

LIKELY: Final = 0.7
"""Probability from which it is reported; chosen for at most 1.5 wrong reports in 10,000 Latin words."""

PLAIN: Final = 0.95
"""Probability from which a misspelling may be put right without a look at its place."""

_LISTED = 0.97
"""The probability of a listed misspelling where the document does not speak for the word."""

_CLEAR = 1.0
"""How much more appealing than the next candidate a correction must be to be plain."""

_SUGGESTIONS = 3
_RARE = 3.5
_FAR_MORE = 3
"""How many times more often than a suspect an unknown word must be used to be its correction."""

_LONGEST = 12
_LINE_END = lazy_pattern(r"[\r\n]")
_REACH = 400
"""How many characters of its line are looked at on each side of a word."""

_PATH_PART = lazy_pattern(r"[A-Za-z]{3,}")


class Misspelling(NamedTuple):
    """A word that is probably misspelled: its place in the prose, corrections, how probable it is.

    ``suggestions`` begins with the likeliest; they are written like the word.  ``is_plain`` where
    the first of them is as good as certain: the word is very probably wrong, and nothing else fits.
    ``is_listed`` where the list of certain misspellings says so.
    """

    start: int
    end: int
    suggestions: tuple[str, ...]
    probability: float
    is_plain: bool = False
    is_listed: bool = False


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

    def misspellings(self, evidence: Evidence, suspicious: Collection[str]) -> list[Misspelling]:
        """The probable misspellings among the suspicious runs of a document, in order."""
        sightings = list(self.sightings(evidence, suspicious))
        names = {item.part.text.lower() for item in sightings if item.is_name}
        found = [self._misspelling(item) for item in sightings if item.part.text.lower() not in names]
        return [item for item in found if item.probability >= POSSIBLE]

    def sightings(self, evidence: Evidence, suspicious: Collection[str]) -> Iterator[Sighting]:
        """What is seen of the suspicious runs of a document where they stand as words, in order."""
        for start, end in _lines_with(evidence.prose, suspicious):
            for word in words(evidence.prose, start, end):
                if word.text in suspicious and not self._is_path(word):
                    for suspect in self.suspects.of(word.text):
                        if not (evidence.accepts(word.text.lower()) or evidence.accepts(suspect.word)):
                            yield from self._look(word, suspect, evidence, (start, end))

    def _is_path(self, word: Word) -> bool:
        """Whether a word stands in ``owner/repository``: a slash between words that are unknown."""
        if "/" not in word.chunk:
            return False
        parts = _PATH_PART.findall(word.chunk)
        return sum(not self._lexicon.knows(part.lower()) for part in parts) > 1

    def _look(
        self, word: Word, suspect: Suspect, evidence: Evidence, line: tuple[int, int]
    ) -> Iterator[Sighting]:
        ranked = self._ranked(suspect, evidence)
        if not ranked:
            return
        start = word.start + suspect.part.offset
        end = start + len(suspect.part.text)
        before = evidence.prose[max(line[0], start - _REACH) : start]
        after = evidence.prose[end : min(line[1], end + _REACH)]
        around = Surroundings.of((before, suspect.part.text, after), self._lexicon)
        if suspect.certain and "'" in suspect.certain and not around.is_english:
            return
        yield Sighting(
            start,
            suspect.part,
            self._corrections(suspect, ranked),
            self._features(word, suspect, ranked[0], evidence, around),
            suspect.word in evidence.names or _is_name(suspect.part, around),
            is_listed=suspect.certain is not None,
            is_clear=_is_clear(suspect, ranked, evidence),
        )

    def _ranked(self, suspect: Suspect, evidence: Evidence) -> list[Candidate]:
        """The candidates, the most appealing first; before all the one that is certain."""
        every = [*suspect.candidates, *own_candidates(suspect.word, self._own_words(suspect, evidence))]
        every.sort(key=lambda item: (-_appeal(item, suspect, evidence), item.word))
        if suspect.certain:
            meant = suspect.certain.lower()
            listed = Candidate(meant, edit_cost(suspect.word, meant), self._lexicon.frequency(meant))
            return [listed, *(item for item in every if item.word != meant)]
        return every

    def _own_words(self, suspect: Suspect, evidence: Evidence) -> Iterator[str]:
        """Words of the document and the project that the lexicon lacks, used far more than the suspect."""
        known = {item.word for item in suspect.candidates}
        enough = _FAR_MORE * evidence.uses(suspect.word)
        for word in evidence.own_words(suspect.word[0]):
            if evidence.uses(word) >= enough and word not in known and not self._lexicon.frequency(word):
                yield word

    def _corrections(self, suspect: Suspect, ranked: list[Candidate]) -> tuple[str, ...]:
        """The best candidates, written like the word."""
        found = []
        for item in ranked[:_SUGGESTIONS]:
            casing = self._lexicon.casing.get(item.word)
            if suspect.certain and item is ranked[0] and not suspect.certain.islower():
                casing = suspect.certain
            found.append(write_like(item.word, suspect.part, casing))
        return tuple(found)

    def _features(
        self, word: Word, suspect: Suspect, best: Candidate, evidence: Evidence, around: Surroundings
    ) -> Features:
        typed, meant, shape = suspect.word, best.word, suspect.part.shape
        in_text = evidence.vouches_for(meant, typed)
        return Features(
            bias=1,
            frequency=best.frequency,
            rare=best.frequency < _RARE,
            cost=best.cost,
            capital_cost=best.cost if shape is not Shape.LOWER else 0,
            length=min(len(typed), _LONGEST),
            swap=_is_swap(typed, meant),
            leading_letter=typed[1:] == meant,
            cut_short=typed == meant[:-1],
            open_ending=typed[-1] in "aio" and typed[-1] != meant[-1],
            piece=shape in (Shape.PIECE, Shape.MIXED),
            capitals=shape is Shape.CAPITALS,
            hyphen="-" in word.chunk,
            prefix=derivation.has_prefix(typed, self._lexicon),
            suffix=derivation.has_suffix(typed, self._lexicon),
            plural=derivation.is_plural(typed, self._lexicon),
            compound=derivation.is_compound(typed, self._lexicon),
            in_code=typed in evidence.code,
            uses=math.log(evidence.uses(typed)),
            correction_in_text=in_text,
            correction_in_code=meant in evidence.code and not in_text,
            correction_is_name=self._lexicon.is_name(meant),
            strangers=around.strangers,
            person=shape is Shape.CAPITALISED and around.may_be_person,
        )

    def _misspelling(self, sighting: Sighting) -> Misspelling:
        end = sighting.start + len(sighting.part.text)
        likely = probability(sighting.features, self.weights)
        if sighting.is_listed and not sighting.features.in_code:
            likely = max(likely, _LISTED)
        plain = likely >= PLAIN and sighting.is_clear
        return Misspelling(sighting.start, end, sighting.corrections, likely, plain, sighting.is_listed)


def _appeal(item: Candidate, suspect: Suspect, evidence: Evidence) -> float:
    return item.appeal(suspect.word, evidence.vouches_for(item.word, suspect.word))


def _is_clear(suspect: Suspect, ranked: list[Candidate], evidence: Evidence) -> bool:
    """Whether the first candidate stands far before the second."""
    if suspect.certain or len(ranked) == 1:
        return True
    first, second = (_appeal(item, suspect, evidence) for item in ranked[:2])
    return first - second >= _CLEAR


def _is_name(part: Part, around: Surroundings) -> bool:
    """Whether the line shows that a word is a name or no English."""
    named = part.shape is Shape.CAPITALISED and around.is_person
    return named or around.is_foreign or around.is_nickname_list


def _is_swap(typed: str, meant: str) -> bool:
    """Whether two neighbouring letters are swapped and nothing else."""
    if len(typed) != len(meant):
        return False
    differ = [at for at, (one, other) in enumerate(zip(typed, meant, strict=True)) if one != other]
    return (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and typed[differ[0]] == meant[differ[1]]
        and typed[differ[1]] == meant[differ[0]]
    )


def _lines_with(prose: str, runs: Collection[str]) -> list[tuple[int, int]]:
    """The lines, without their ends, in which one of the runs stands, in order."""
    places = (match.start() for match in RUNS.finditer(prose) if match[0] in runs)
    lines: list[tuple[int, int]] = []
    for place in places:
        before = lines[-1][1] if lines else 0
        if not lines or place >= before:
            start = max(before - 1, prose.rfind("\n", before, place), prose.rfind("\r", before, place)) + 1
            end = _LINE_END.search(prose, place)
            lines.append((start, end.start() if end else len(prose)))
    return lines


@cache
def detector() -> Detector:
    """The detector with the word data and the weights that come with the package."""
    return Detector(suspects(), load_weights(suspects().lexicon.folder / "english-weights.json"))
