"""Slips that a pair of characters gives away which is hardly ever written: ``下个一语句``, ``循还``.

The list of such pairs, ``chinese-mistyped-pairs.txt``, is made of the counts of n-grams by
``benchmarks/train_mistyped.py``.  It holds, in UTF-16, a line of the pairs in order, and a line with what
undoes the slip of each, two characters: ``0`` or ``1`` and what is meant by the first or the second of the
pair, or twice one of :data:`ORDERS`.  A listed pair is no slip yet; those that a text holds are judged.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.runs import HanRuns, Places, pair_numbers
from zhenlint.spelling.expectation import many_expected

if TYPE_CHECKING:
    from zhenlint.spelling.chinese.mistyped_judge import Judge

ORDERS: Final = {"<": -1, "=": 0, ">": 1}
"""What changes places: the first and what stands before it, the two, the second and what follows."""

BESIDE: Final = frozenset("<>")
"""Those in which a character beside the pair takes part."""

REPEATED: Final = 3
"""A pair that a document has so often is meant."""

OFTEN: Final = 4
"""From so many texts on it is worth a millisecond to know the pairs by their numbers."""


class Mistyped(NamedTuple):
    """A phrase of a text with a slip, and what is meant."""

    start: int
    end: int
    wrong: str
    right: str


class MistypedPairs:
    """The pairs of one list."""

    def __init__(self, path: Path = DATA / "chinese-mistyped-pairs.txt") -> None:
        self._pairs, self._edits = path.read_bytes().decode("utf-16-le").split("\n")
        self._asked = 0
        self._known: dict[int, list[str]] = {}
        self.knows_many = many_expected()
        """Whether they are known by their numbers from the first text on."""

    def numbers(self) -> memoryview[int]:
        """Their numbers, see :func:`~zhenlint.spelling.chinese.runs.pair_numbers`."""
        return pair_numbers(self._pairs)

    def among(self, near: Places) -> list[tuple[int, str]]:
        """Where pairs of the list begin in a text of runs, and what undoes the slip of each, in order.

        ``near`` are the places of those of :meth:`numbers` that the text holds, and of others.
        """
        self._asked += 1
        self.knows_many |= self._asked >= OFTEN
        found: list[tuple[int, str]] = []
        wanted = self._first_by_number if self.knows_many else near
        for number, pair, places in near.rare(wanted, REPEATED - 1):
            edits = self._known.get(number)
            if edits is None:
                edits = self._known[number] = self._edits_of(number, pair)
            found += [(place, edit) for place in places for edit in edits]
        return sorted(found)

    @cached_property
    def _first_by_number(self) -> dict[int, int]:
        """Which is the first of the pairs with a number."""
        numbers = self.numbers().tolist()
        return dict(zip(reversed(numbers), range(len(numbers) - 1, -1, -1), strict=True))

    def _edits_of(self, number: int, pair: str) -> list[str]:
        """What undoes the slips of a pair with a number."""
        if self.knows_many:
            at = 2 * self._first_by_number[number]
        else:
            at = 2 * bisect_left(range(len(self._edits) // 2), pair, key=self._pair)
        edits = []
        while self._pairs.startswith(pair, at):
            edits.append(self._edits[at : at + 2])
            at += 2
        return edits

    def _pair(self, number: int) -> str:
        return self._pairs[2 * number : 2 * number + 2]


def undone(text: str, at: int, edit: str) -> str:
    """A text with the slip of the pair at a place undone."""
    if edit[0] in ORDERS:
        at += ORDERS[edit[0]]
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    at += int(edit[0])
    return text[:at] + edit[1] + text[at + 1 :]


def slips(prose: str, runs: HanRuns, near: Places) -> Iterator[Mistyped]:
    """The slips of a prose view, in order; of those that overlap the first.

    ``near`` are the places of the pairs of :func:`mistyped_pairs` that the view holds, and of others.
    """
    found = mistyped_pairs().among(near)
    if not found:
        return
    from zhenlint.spelling.chinese.symbols import Symbols

    symbols, judge, taken_to = Symbols(runs), _judge(), 0
    for place, edit in found:
        slip = judge.slip(symbols, runs.text, place, edit) if place >= taken_to else None
        if slip:
            taken_to = slip.end
            first, last = (symbols.place(at, prose) for at in (slip.start, slip.end - 1))
            yield slip._replace(start=first, end=last + 1)


@cache
def mistyped_pairs() -> MistypedPairs:
    """The pairs that come with the package."""
    return MistypedPairs()


@cache
def _judge() -> Judge:
    from zhenlint.spelling.chinese.mistyped_judge import Judge
    from zhenlint.spelling.chinese.ngrams import ngrams
    from zhenlint.spelling.chinese.segmentation import word_counts
    from zhenlint.spelling.chinese.short_cuts import ShortCuts

    return Judge(ngrams(), ShortCuts(word_counts()))
