"""The surroundings of a place as the n-grams know them: Han characters, and symbols for what is between.

A symbol is a Han character or stands for a class (:func:`~zhenlint.spelling.chinese.ngrams.symbol`).  Of
what stands between two runs only its first and last characters count, and whether a line ends in it; a Han
character that stands alone is like any other.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from zhenlint.markdown.marks import BLOCK, CLOSE, OPEN
from zhenlint.spelling.chinese.ngrams import LINE_END, OTHER, symbol
from zhenlint.spelling.chinese.runs import Gaps, HanRuns, Run

REACH: Final = 4
"""How many symbols to each side of a place :meth:`Symbols.around` gives."""

_BLANKS: Final = frozenset(" \t\f\u3000\u200b\u00a0\ufeff")
_CLASSES: Final = frozenset((LINE_END, OTHER, "。", "，", "“"))
_COLLAPSED: Final = frozenset((LINE_END, OTHER))


class Symbols:
    """The symbols around the places of :attr:`HanRuns.text`."""

    def __init__(self, runs: HanRuns) -> None:
        self._text = runs.text
        self._gaps = Gaps(runs)

    def around(self, at: int) -> tuple[str, str, str]:
        """The :data:`REACH` symbols before a place, its own, and those after; beyond a line are line ends."""
        text = self._text
        before, after = text[max(0, at - REACH) : at], text[at + 1 : at + 1 + REACH]
        if len(before) == len(after) == REACH and not (LINE_END in before or LINE_END in after):
            return before, text[at], after
        return self._across_gaps(at)

    def _across_gaps(self, at: int) -> tuple[str, str, str]:
        """The same near an end of a run."""
        run = self._gaps.run_at(at)
        offset, characters = at - run[0], run[1]
        before, after = characters[:offset], characters[offset + 1 :]
        left: Run | None = run
        while left and len(before) < REACH and LINE_END not in before:
            gap, left = self._gaps.before(left)
            before = (left[1] if left else LINE_END) + _symbols(gap) + before
        right: Run | None = run
        while right and len(after) < REACH and LINE_END not in after:
            gap, right = self._gaps.after(right)
            after += _symbols(gap) + (right[1] if right else LINE_END)
        before = before.rpartition(LINE_END)[2][-REACH:]
        after = after.partition(LINE_END)[0][:REACH]
        return before.rjust(REACH, LINE_END), characters[offset], after.ljust(REACH, LINE_END)

    def place(self, at: int, prose: str) -> int:
        """Where a place is in the prose view that the runs were taken from."""
        start, _, begin = self._gaps.run_at(at)
        without_marks = begin + at - start
        place, before = without_marks, -1
        while (
            place != before
        ):  # as many marks as stand up to the place move it on, and so others come before it
            before = place
            place = without_marks + prose.count(OPEN, 0, place + 1) + prose.count(CLOSE, 0, place + 1)
        return place


def _symbols(gap: str) -> str:
    """The symbols of what stands between two runs."""
    gap = gap.strip(" ")
    return _told(gap if len(gap) < 3 else gap[0] + (LINE_END if LINE_END in gap else OTHER) + gap[-1])


@lru_cache(maxsize=4096)
def _told(gap: str) -> str:
    """The symbols of up to three characters."""
    return _collapsed([one if one in _CLASSES else OTHER for one in _each(gap)])


def symbols_of(text: str) -> str:
    """The symbols of a text without markup, every Han character its own."""
    return _collapsed(_each(text))


def _each(text: str) -> list[str]:
    """The symbol of each character that is no blank."""
    return [LINE_END if one == BLOCK else symbol(one) for one in text if one not in _BLANKS]


def _collapsed(symbols: Iterable[str]) -> str:
    """Symbols, of those that stand for a run only one."""
    found = ""
    for one in symbols:
        found += "" if one == found[-1:] and one in _COLLAPSED else one
    return found
