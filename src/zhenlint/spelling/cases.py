"""What a document makes of a suspect, wherever in it the word stands: corrections and most features."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from zhenlint.named_tuple import NamedTuple
from zhenlint.spelling import derivation
from zhenlint.spelling.candidates import Candidate, own_candidates
from zhenlint.spelling.edits import edit_cost
from zhenlint.spelling.evidence import Evidence
from zhenlint.spelling.score import Features
from zhenlint.spelling.shapes import Shape, write_like
from zhenlint.spelling.suspects import Suspect, Suspects

_SUGGESTIONS = 3
_RARE = 3.5
_LONGEST = 12
_FAR_MORE = 3
"""How many times more often than a suspect an unknown word must be used to be its correction."""

_CLEAR = 1.0
"""How much more appealing than the next candidate a correction must be to be plain."""

AT_PLACE: Final = ("hyphen", "strangers", "person")
"""The features that depend on where the word stands; they are 0 in a case."""


class Case(NamedTuple):
    """A suspect in a document: its likeliest corrections, written like it, and what is seen of it.

    ``is_clear`` where no other correction comes near the first.
    """

    suspect: Suspect
    corrections: tuple[str, ...]
    features: Features
    is_clear: bool


class Cases:
    """Makes cases of the suspects by one lexicon."""

    def __init__(self, suspects: Suspects) -> None:
        self._suspects = suspects
        self._lexicon = suspects.lexicon
        self._derivation = lru_cache(maxsize=65536)(self._derivation_of)

    def of(self, suspect: Suspect, evidence: Evidence) -> Case | None:
        """The case of a suspect; None if no correction lies near, or if it is the nearest one's plural."""
        ranked = self._ranked(suspect, evidence)
        if not ranked or _is_plural_of(suspect, ranked[0]):
            return None
        return Case(
            suspect,
            self._corrections(suspect, ranked),
            self._features(suspect, ranked[0], evidence),
            _is_clear(suspect, ranked, evidence),
        )

    def _ranked(self, suspect: Suspect, evidence: Evidence) -> list[Candidate]:
        """The candidates, the most appealing first; before all the one that is certain."""
        near = self._suspects.candidates(suspect)
        every = [*near, *self._own_candidates(suspect, near, evidence)]
        every.sort(key=lambda item: (-_appeal(item, suspect, evidence), item.word))
        if suspect.certain:
            meant = suspect.certain.lower()
            listed = Candidate(meant, edit_cost(suspect.word, meant), self._lexicon.frequency(meant))
            return [listed, *(item for item in every if item.word != meant)]
        return every

    def _own_candidates(
        self, suspect: Suspect, near: Iterable[Candidate], evidence: Evidence
    ) -> Iterator[Candidate]:
        """Words of the document and the project that the lexicon lacks, used far more than the suspect."""
        known = {item.word for item in near}
        enough = _FAR_MORE * evidence.uses(suspect.word)
        for item in own_candidates(suspect.word, evidence.own_words(suspect.word)):
            word = item.word
            if word not in known and evidence.uses(word) >= enough and not self._lexicon.frequency(word):
                yield item

    def _corrections(self, suspect: Suspect, ranked: list[Candidate]) -> tuple[str, ...]:
        """The best candidates, written like the word."""
        found = []
        for item in ranked[:_SUGGESTIONS]:
            casing = self._lexicon.casing.get(item.word)
            if suspect.certain and item is ranked[0] and not suspect.certain.islower():
                casing = suspect.certain
            found.append(write_like(item.word, suspect.part, casing))
        return tuple(found)

    def _features(self, suspect: Suspect, best: Candidate, evidence: Evidence) -> Features:
        typed, meant, shape = suspect.word, best.word, suspect.part.shape
        in_text = evidence.vouches_for(meant, typed)
        prefix, suffix, plural, compound = self._derivation(typed)
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
            hyphen=0,
            prefix=prefix,
            suffix=suffix,
            plural=plural,
            compound=compound,
            in_code=evidence.in_code(typed),
            uses=math.log(evidence.uses(typed)),
            correction_in_text=in_text,
            correction_in_code=not in_text and evidence.in_code(meant),
            correction_is_name=self._lexicon.is_name(meant),
            strangers=0,
            person=0,
        )

    def _derivation_of(self, word: str) -> tuple[bool, bool, bool, bool]:
        """Whether a word is a prefix, a suffix, a plural ending and a known word, or a compound."""
        return (
            derivation.has_prefix(word, self._lexicon),
            derivation.has_suffix(word, self._lexicon),
            derivation.is_plural(word, self._lexicon),
            derivation.is_compound(word, self._lexicon),
        )


def _appeal(item: Candidate, suspect: Suspect, evidence: Evidence) -> float:
    return item.appeal(suspect.word, evidence.vouches_for(item.word, suspect.word))


def _is_clear(suspect: Suspect, ranked: list[Candidate], evidence: Evidence) -> bool:
    """Whether the first candidate stands far before the second."""
    if suspect.certain or len(ranked) == 1:
        return True
    first, second = (_appeal(item, suspect, evidence) for item in ranked[:2])
    return first - second >= _CLEAR


def _is_plural_of(suspect: Suspect, nearest: Candidate) -> bool:
    """Whether a word is a known one with a plural ending: ``threadpools``."""
    return not suspect.certain and suspect.word in (f"{nearest.word}s", f"{nearest.word}es")


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
