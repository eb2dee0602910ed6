"""The surroundings of a place as the n-grams know them: Han characters, and symbols for what is between.

A symbol is a Han character or stands for a class (:func:`~zhenlint.spelling.chinese.ngrams.symbol`).  Of
what stands between two runs only its first and last characters count, and whether a line ends in it; a Han
character that stands alone is like any other.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import accumulate, chain
from typing import Final

from zhenlint.markdown.marks import BLOCK, CLOSE, OPEN
from zhenlint.spelling.chinese.ngrams import LINE_END, OTHER, symbol
from zhenlint.spelling.chinese.runs import HanRuns

REACH: Final = 4
"""How many symbols to each side of a place :meth:`Symbols.around` gives."""

_BLANKS: Final = frozenset(" \t\f\u3000\u200b\u00a0\ufeff")
_CLASSES: Final = frozenset((LINE_END, OTHER, "。", "，", "“"))
_COLLAPSED: Final = frozenset((LINE_END, OTHER))


class Symbols:
    """The symbols around the places of :attr:`HanRuns.text`."""

    def __init__(self, runs: HanRuns) -> None:
        self._runs = runs
        self._at, self._index = 0, 0

    def around(self, at: int) -> tuple[str, str, str]:
        """The :data:`REACH` symbols before a place, its own, and those after; beyond a line are line ends."""
        index, offset = self._run(at)
        run = self._runs.runs[index]
        before, after = run[:offset], run[offset + 1 :]
        left, right = index, index
        while len(before) < REACH and LINE_END not in before:
            before = self._gap(left) + before
            left -= 1
            before = (self._runs.runs[left] if left >= 0 else LINE_END) + before
        while len(after) < REACH and LINE_END not in after:
            right += 1
            after += self._gap(right)
            after += self._runs.runs[right] if right < len(self._runs.runs) else LINE_END
        before = before.rpartition(LINE_END)[2][-REACH:]
        after = after.partition(LINE_END)[0][:REACH]
        return before.rjust(REACH, LINE_END), run[offset], after.ljust(REACH, LINE_END)

    def place(self, at: int, prose: str) -> int:
        """Where a place is in the prose view that the runs were taken from."""
        index, offset = self._run(at)
        without_marks = self._places[index] + offset
        place, before = without_marks, -1
        while (
            place != before
        ):  # as many marks as stand up to the place move it on, and so others come before it
            before = place
            place = without_marks + prose.count(OPEN, 0, place + 1) + prose.count(CLOSE, 0, place + 1)
        return place

    def _run(self, at: int) -> tuple[int, int]:
        """The run that holds a place, by its index, and how far within.

        Runs are counted from the place before, as places are asked for in order, and they are few.
        """
        text = self._runs.text
        if at < self._at:
            self._index -= text.count("\n", at, self._at)
        else:
            self._index += text.count("\n", self._at, at)
        self._at = at
        return self._index, at - text.rfind("\n", 0, at) - 1

    def _gap(self, index: int) -> str:
        return _symbols(self._runs.before[index])

    @cached_property
    def _places(self) -> list[int]:
        """Where each run begins in the text that the runs were taken from."""
        parts = chain.from_iterable(zip(self._runs.before, self._runs.runs, strict=False))
        return list(accumulate(map(len, parts)))[::2]


def _symbols(gap: str) -> str:
    """The symbols of what stands between two runs."""
    gap = gap.strip(" ")
    return _told(gap if len(gap) < 3 else gap[0] + (LINE_END if LINE_END in gap else OTHER) + gap[-1])


@lru_cache(maxsize=4096)
def _told(gap: str) -> str:
    """The symbols of up to three characters."""
    found = ""
    for character in gap:
        if character not in _BLANKS:
            one = LINE_END if character == BLOCK else symbol(character)
            one = OTHER if one not in _CLASSES else one
            found += "" if one == found[-1:] and one in _COLLAPSED else one
    return found
