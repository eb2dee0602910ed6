"""A text as the n-grams know it: its runs of Han characters, and a symbol or two for what stands between.

A symbol is a Han character or stands for a class (:func:`~zhenlint.spelling.chinese.ngrams.symbol`).  Of
what stands between two runs only its first and last characters count, and whether a line ends in it; a Han
character that stands alone is like any other.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, chain
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.marks import BLOCK, MARKUP
from zhenlint.spelling.chinese.ngrams import LINE_END, OTHER, symbol
from zhenlint.spelling.chinese.runs import HanRuns

REACH: Final = 4
"""How many symbols to each side of a place :meth:`Symbols.around` gives."""

_BREAK: Final = 2 * LINE_END
"""What stands for a line's end, so that no trigram reaches over it."""

_BLANKS: Final = frozenset(" \t\f\u3000\u200b\u00a0\ufeff")
_MARKUP: Final = lazy_pattern(f"[{MARKUP}]")
_CLASSES: Final = frozenset((LINE_END, OTHER, "。", "，", "“"))
_COLLAPSED: Final = frozenset((LINE_END, OTHER))


class Symbols:
    """The symbols of a text, as one string."""

    def __init__(self, runs: HanRuns) -> None:
        known = _GAPS.get
        gaps = [known(gap) or _symbols(gap) for gap in runs.before]
        self._parts = [_BREAK, *chain.from_iterable(zip(gaps, chain(runs.runs, (_BREAK,)), strict=True))]
        self.text = "".join(self._parts)
        self._runs = runs

    def around(self, at: int) -> tuple[str, str]:
        """The :data:`REACH` symbols before and after a place of :attr:`text`; beyond a line are line ends."""
        before = self.text[max(0, at - REACH) : at].rpartition(LINE_END)[2]
        after = self.text[at + 1 : at + 1 + REACH].partition(LINE_END)[0]
        return before.rjust(REACH, LINE_END), after.ljust(REACH, LINE_END)

    def place(self, at: int, prose: str) -> int:
        """Where a place within a run of :attr:`text` is in the prose view that the runs were taken from."""
        part = bisect_right(self._ends, at)
        place = self._starts[part // 2 - 1] + at - self._ends[part - 1]
        marks = (match.start() for match in _MARKUP.finditer(prose))
        return place + bisect_right([mark - number for number, mark in enumerate(marks)], place)

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(map(len, self._parts)))

    @cached_property
    def _starts(self) -> list[int]:
        """Where each run begins in the text that the runs were taken from."""
        lengths = accumulate(
            map(len, chain.from_iterable(zip(self._runs.before, self._runs.runs, strict=False)))
        )
        return list(lengths)[::2]


def _symbols(gap: str) -> str:
    """The symbols of what stands between runs, short ones remembered."""
    gap = gap.strip(" ")
    key = gap if len(gap) < 3 else gap[0] + (LINE_END if LINE_END in gap else OTHER) + gap[-1]
    found = _GAPS.get(key)
    if found is None:
        found = ""
        for character in key:
            if character not in _BLANKS:
                one = LINE_END if character == BLOCK else symbol(character)
                one = OTHER if one not in _CLASSES else one
                found += "" if one == found[-1:] and one in _COLLAPSED else one
        _GAPS[key] = found = found.replace(LINE_END, _BREAK)
    return found


_GAPS: Final[dict[str, str]] = {}
"""The symbols of what often stands between runs."""
