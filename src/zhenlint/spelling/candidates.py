"""The words that may have been meant: targets of the lexicon within one or two typing errors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from string import ascii_lowercase
from typing import Final

from zhenlint.named_tuple import NamedTuple
from zhenlint.spelling.edits import alignment_distance, edit_cost
from zhenlint.spelling.lexicon import Lexicon

_TWO_ERRORS = 7
"""Letters from which a word may hold two errors; a shorter one would resemble too many words."""

_REORDERED = 5
"""Letters from which a word may have one letter at a wrong place (``ansyc``), as two errors."""

_OWN_WORD = 5
"""Letters that a word of the document's own vocabulary must have to be a correction."""

_OWN_FREQUENCY = 1.5
"""The Zipf frequency that such a word is given."""


FEW: Final = 6
"""Up to so many words rapidfuzz is not worth its import, which takes 12 ms."""


class Candidate(NamedTuple):
    """A word that may have been meant, what the typing errors cost, its Zipf frequency."""

    word: str
    cost: float
    frequency: float

    def appeal(self, typed: str, in_text: bool) -> float:
        """How well it stands among the candidates for a typed word; comparable for one word only."""
        plural_differs = self.word.endswith("s") != typed.endswith("s")
        return 0.55 * self.frequency - 2.4 * self.cost - 0.5 * plural_differs + 0.9 * in_text


def candidates(word: str, lexicon: Lexicon, *, many: bool = True) -> tuple[Candidate, ...]:
    """The targets near a lower-case word of at least four letters.

    Two errors are tried only for longer words, and only where the first letter is the same.  ``many``
    where more than a :data:`FEW` words are looked up in this process.
    """
    found = set(lexicon.targets_among(_other_first_letter(word)))
    near = _near if many else _near_in_python
    found.update(target for target, distance in near(word, lexicon) if _may_be_meant(target, word, distance))
    return tuple(
        Candidate(target, edit_cost(word, target), lexicon.frequency(target)) for target in sorted(found)
    )


def own_candidates(word: str, vocabulary: Iterable[str]) -> Iterator[Candidate]:
    """Words of the document's own vocabulary that lie one error away, but for a plural ``s``."""
    half = max(0, len(word) // 2 - 1)
    head, tail = word[: max(1, half)], word[len(word) - half :]
    for own in vocabulary:
        # One error leaves one half of a word as it is, but for the two letters in the middle.
        if len(own) >= _OWN_WORD and own[0] == word[0] and (own.startswith(head) or own.endswith(tail)):
            alike = own.rstrip("s") != word.rstrip("s")
            if alike and alignment_distance(word, own, 1) == 1:
                yield Candidate(own, edit_cost(word, own), _OWN_FREQUENCY)


def _other_first_letter(word: str) -> list[str]:
    """All that one error at the first letter can have made the word of."""
    rest, others = word[1:], ascii_lowercase.replace(word[0], "")
    swapped = [word[1] + word[0] + word[2:]] if word[1] != word[0] else []
    return [rest, *swapped, *[letter + rest for letter in others], *[letter + word for letter in others]]


def _may_be_meant(target: str, word: str, distance: int) -> bool:
    """Whether a target with the first letter of a word, at a distance of two at most, is near enough."""
    return (
        distance == 1
        or len(word) >= _TWO_ERRORS
        or (len(word) >= _REORDERED and sorted(target) == sorted(word))
    )


def _lengths(word: str) -> range:
    """The lengths of the targets that may be near."""
    errors = 1 + (len(word) >= _TWO_ERRORS)
    return range(len(word) - errors, len(word) + errors + 1)


def _near(word: str, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    """The targets with the same first letter within a distance of two (optimal string alignment)."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    targets = lexicon.targets(word[0], _lengths(word))
    for target, distance, _ in process.extract(
        word, targets, scorer=OSA.distance, score_cutoff=_limit(word), limit=None
    ):
        yield target, int(distance)


def _limit(word: str) -> int:
    return 1 if len(word) < _REORDERED else 2


def _near_in_python(word: str, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    """The same without rapidfuzz, for a note's few words."""
    letters, limit = frozenset(word), _limit(word)
    for length in _lengths(word):
        for target in _spelled_alike(word, limit).findall(lexicon.records(word[0], length)):
            # One error takes one letter away at most.
            if len(letters.difference(target.decode())) <= limit:
                distance = alignment_distance(word, target.decode(), limit)
                if distance <= limit:
                    yield target.decode(), distance


@lru_cache(maxsize=4 * FEW)
def _spelled_alike(word: str, strangers: int) -> re.Pattern[bytes]:
    """Finds, among records, the words with so many letters at most that a word has not.

    One error brings in one letter at most; what is left of a group is a twentieth.
    """
    own = "".join(sorted(set(word)))
    pattern = rf"(?<![a-z])(?=([a-z]+))[{own}]*+(?:[a-z][{own}]*+){{0,{strangers}}}+(?![a-z])"
    return re.compile(pattern.encode())
