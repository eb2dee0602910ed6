"""The stretches of Han characters of a text, in which all Chinese rules look, and their pairs."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.marks import CLOSE, OPEN
from zhenlint.named_tuple import NamedTuple

_HAN_RUN: Final = lazy_pattern("[\u4e00-\u9fff][\u4e00-\u9fff]+")
"""Of ``{2,}`` the search would not know that a set begins it, and take a quarter longer."""

_BYTES: Final = range(4) if sys.byteorder == "little" else range(3, -1, -1)
"""Where the bytes of a number of 32 bits stand, the lowest first."""

_STRETCH: Final = 256
"""So many characters of a text are looked through at once.

Of four times as many it takes a little less time, but then twice as much to find the places in them.
"""


def without_markup(prose: str) -> str:
    """A prose view as it reads: its marks of vanishing markup taken out."""
    return prose.replace(OPEN, "").replace(CLOSE, "")


class HanRuns(NamedTuple):
    """The runs of two Han characters and more of a text, in order.

    What stands between them is not cut out: that takes half as long again, and only few ask for it
    (:class:`Gaps`).
    """

    whole: str
    """The text."""
    runs: list[str]
    text: str
    """The runs, each on a line of its own."""


def han_runs(prose: str) -> HanRuns:
    """The runs of Han characters of a prose view, its marks of vanishing markup taken out."""
    whole = without_markup(prose)
    runs = _HAN_RUN.findall(whole)
    return HanRuns(whole, runs, "\n".join(runs))


Run = tuple[int, str, int]
"""Where a run begins in :attr:`HanRuns.text`, its characters, where it begins in :attr:`HanRuns.whole`."""


class Gaps:
    """Finds runs in the text that they were taken from, and what stands between them.

    Of two runs that are neighbours each stands next to the other in that text.  Any other is found behind
    the one before, passed by as often as its characters were; so runs are best asked for in their order.
    """

    def __init__(self, runs: HanRuns) -> None:
        self._text, self._whole = runs.text, runs.whole
        self._start, self._place = 0, 0

    def run_at(self, at: int) -> Run:
        """The run that holds a place of the text of runs."""
        text, whole = self._text, self._whole
        start = text.rfind("\n", 0, at) + 1
        run = self._line(start)
        if start < self._start:
            self._start, self._place = 0, 0
        place = whole.find(run, self._place)
        for _ in range(text.count(run, self._start, start)):
            place = whole.find(run, place + len(run))
        self._start, self._place = start, place
        return start, run, place

    def before(self, run: Run) -> tuple[str, Run | None]:
        """What stands before a run, and the run before that, if there is one."""
        following, _, end = run
        if following == 0:
            return self._whole[:end], None
        start = self._text.rfind("\n", 0, following - 1) + 1
        characters = self._text[start : following - 1]
        place = self._whole.rfind(characters, 0, end)
        return self._whole[place + len(characters) : end], (start, characters, place)

    def after(self, run: Run) -> tuple[str, Run | None]:
        """What stands after a run, and the run after that, if there is one."""
        start, characters, place = run
        start, end = start + len(characters) + 1, place + len(characters)
        if start > len(self._text):
            return self._whole[end:], None
        characters = self._line(start)
        place = self._whole.find(characters, end)
        return self._whole[end:place], (start, characters, place)

    def _line(self, start: int) -> str:
        """The run that begins at a place of the text of runs."""
        end = self._text.find("\n", start)
        return self._text[start:] if end < 0 else self._text[start:end]


class Places(Mapping[int, Sequence[int]]):
    """Where those of the wanted pairs of Han characters begin that stand in a text of runs, by their numbers.

    Two of them are one number of 32 bits: a text's pairs are read off its bytes at once, in a third of the
    time that pairs of strings take.  At first only the stretches are known in which a pair stands: to know
    each place of all of them takes a third longer.
    """

    def __init__(self, wanted: frozenset[int], text: str) -> None:
        self._text = text
        self._stretches: dict[int, list[int]] = {}
        numbers, among = numbers_of(text), wanted.intersection
        for begin in range(0, len(numbers), _STRETCH):
            for number in among(numbers[begin : begin + _STRETCH]):
                self._stretches.setdefault(number, []).append(begin)

    def __iter__(self) -> Iterator[int]:
        return iter(self._stretches)

    def __len__(self) -> int:
        return len(self._stretches)

    def __contains__(self, number: object) -> bool:
        return number in self._stretches

    def __getitem__(self, number: int) -> list[int]:
        return self._found(pair_of(number), self._stretches[number])

    def _found(self, pair: str, stretches: Iterable[int]) -> list[int]:
        """The places of a pair in some stretches."""
        find, found = self._text.find, []
        for begin in stretches:
            end = begin + _STRETCH + 1
            at = find(pair, begin, end)
            while at >= 0:
                found.append(at)
                at = find(pair, at + 1, end)
        return found

    def rare(self, wanted: Container[int], most: int) -> Iterator[tuple[int, str, list[int]]]:
        """Those of some pairs that have at most so many places: their numbers, themselves, their places."""
        for number, stretches in self._stretches.items():
            if number in wanted and len(stretches) <= most:
                pair = pair_of(number)
                found = self._found(pair, stretches)
                if len(found) <= most:
                    yield number, pair, found

    def holds(self, word: str, number: int) -> bool:
        """Whether the text holds a word that has the pair with a number."""
        find, beside = self._text.find, len(word) - 2
        for begin in self._stretches[number]:
            if find(word, max(0, begin - beside), begin + _STRETCH + 1 + beside) >= 0:
                return True
        return False

    def times(self, word: str, number: int) -> int:
        """How often at most the text holds a word that has the pair with a number; 0 if it does not."""
        count, beside = self._text.count, len(word) - 2
        return sum(
            [
                count(word, max(0, begin - beside), begin + _STRETCH + 1 + beside)
                for begin in self._stretches[number]
            ]
        )


def pair_numbers(pairs: str) -> memoryview[int]:
    """The numbers by which :class:`Places` knows the pairs of characters of a text of nothing else."""
    units = pairs.encode("utf-16-le")
    return _numbers(units[::4], units[2::4], units[1::4], units[3::4])


def numbers_of(text: str) -> memoryview[int]:
    """Those of the pairs of neighbours in a text, in order."""
    units = text.encode("utf-16-le")
    low, high = units[::2], units[1::2]
    return _numbers(low[:-1], low[1:], high[:-1], high[1:])


def _numbers(low: bytes, next_low: bytes, high: bytes, next_high: bytes) -> memoryview[int]:
    """Numbers by the bytes of both characters, the low bytes of both lowest.

    By its lowest bits a number is looked for in a set: those of the first character alone are alike again
    and again, and a look took half as long again.
    """
    packed = bytearray(4 * len(low))
    for at, part in zip(_BYTES, (low, next_low, high, next_high), strict=True):
        packed[at::4] = part
    return memoryview(packed).cast("I")


def pair_of(number: int) -> str:
    """The pair of characters that a number stands for."""
    low, next_low, high, next_high = number.to_bytes(4, "little")
    return chr(low | high << 8) + chr(next_low | next_high << 8)
