"""What a classifier sees of a function word among its neighbours: which symbols stand where, and counts.

Which of two function words stands in a place is first told by a sum of weights, one for each of
:func:`features`; then small trees weigh that sum and :data:`LEVELS`.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.marks import BLOCK, MARKUP
from zhenlint.spelling.chinese.ngrams import LINE_END, OTHER, symbol

REACH: Final = 16
"""How many symbols to each side are seen."""

NEAR: Final = 2
"""How many symbols to each side are seen at a glance."""

GLANCE: Final[tuple[tuple[int, ...], ...]] = ((-1,), (1,), (-2, -1), (1, 2), (-1, 1))
"""The symbols seen at a glance, by how far from the place they stand."""

CONTEXTS: Final[tuple[tuple[int, ...], ...]] = (
    *GLANCE,
    *((-3, -2, -1), (1, 2, 3), (-2, -1, 1), (-1, 1, 2), (-2,), (2,), (-2, 1), (-1, 2), (-3, -2)),
    *((2, 3), (-3,), (3,), (-2, 2), (-1, 3), (-3, 1), (-4, -3), (3, 4)),
)
"""The symbols seen together; other symbols may stand between them."""

PAIRS_FROM: Final = 2
PAIRS_TO: Final = 8
"""How far away, from and up to, pairs of Han characters are seen wherever they stand on one side."""

SINGLE_FROM: Final = 3
"""How far away single symbols are seen wherever they stand on one side, up to the reach."""

NAMES: Final = "".join(chr(ord("!") + number) for number in range(len(CONTEXTS) + 4))
"""What features begin with: those of each context, pairs left and right, single symbols left and right."""

BEFORE: Final = "不来去能以会要被的很地得所并了对和是个"
"""Characters that tell what word follows: how often they were counted before the next two symbols."""

AFTER: Final = "了的中上里是，。"
"""The same behind the next two symbols."""

BEHIND: Final = "了的地得是在，。"
"""Symbols that tell what word stands before: how often they were counted behind the two symbols before."""

AHEAD: Final = "的很不是了"
"""The same ahead of these."""

COUNTED: Final = (
    *((-1, 0), (0, 1), (-2, -1, 0), (-1, 0, 1), (0, 1, 2), (-3, -2, -1, 0), (-2, -1, 0, 1)),
    *((-1, 0, 1, 2), (0, 1, 2, 3)),
)
"""The n-grams of which it counts how common they are, with each of the two words, which stands at 0."""
_BLANKS: Final = " \t\f\u3000\u200b\u00a0\ufeff\r"
_READ: Final = 96
_FOUR_HAN: Final = lazy_pattern(f"[\u4e00-\u9fff]{{2}}{LINE_END}[\u4e00-\u9fff]{{2}}")
_OTHERS: Final = lazy_pattern(f"{OTHER}{{2,}}")


def _name(offsets: tuple[int, ...]) -> str:
    return "".join(f"{offset:+}" if offset else "0" for offset in offsets)


LEVELS: Final = (
    "margin",
    *(f"{which}{_name(offsets)}" for which in ("first", "second") for offsets in COUNTED),
    *(f"{one} next" for one in BEFORE),
    *(f"next {one}" for one in AFTER),
    *(f"last {one}" for one in BEHIND),
    *(f"{one} last" for one in AHEAD),
    *("next", "last", "after next", "next symbol", "last symbol"),
)
"""The names of what the trees weigh, in order."""

_CONTEXTS: Final = [
    (NAMES[number], itemgetter(*(offset + REACH for offset in offsets)))
    for number, offsets in enumerate(CONTEXTS)
]
_ON_ONE_SIDE: Final = tuple(NAMES[len(CONTEXTS) :])


class _Table(dict[int, str | None]):
    """The symbol of each code point, another for what vanishes, blanks and markup; remembered."""

    def __init__(self, vanishing: str | None) -> None:
        self._vanishing = vanishing

    def __missing__(self, code: int) -> str | None:
        one = chr(code)
        vanishes = one in _BLANKS or one in MARKUP
        found = self._vanishing if vanishes else LINE_END if one == BLOCK else symbol(one)
        self[code] = found
        return found


_TABLE: Final = _Table(None)
_TABLE_AT_A_GLANCE: Final = _Table(OTHER)


def window(prose: str, at: int) -> str:
    """The symbols around a place of a prose view, :data:`REACH` to each side; beyond a line are line ends.

    The place itself is a line end, too: what stands there is not seen.
    """
    before = _symbols(prose[max(0, at - _READ) : at]).rpartition(LINE_END)[2][-REACH:]
    after = _symbols(prose[at + 1 : at + 1 + _READ]).partition(LINE_END)[0][:REACH]
    return before.rjust(REACH, LINE_END) + LINE_END + after.ljust(REACH, LINE_END)


def _symbols(text: str) -> str:
    return _OTHERS.sub(OTHER, text.translate(_TABLE))


def beside(prose: str, at: int) -> str:
    """The middle of a window, :data:`NEAR` to each side, but that what vanishes is no Han character.

    To read on behind a blank or markup takes four times as long, and a glance may err.
    """
    near = f"{prose[max(0, at - NEAR) : at]:\n>{NEAR}}{LINE_END}{prose[at + 1 : at + 1 + NEAR]:\n<{NEAR}}"
    return near if _FOUR_HAN.fullmatch(near) else near.translate(_TABLE_AT_A_GLANCE)


def glance(near: str) -> tuple[str, str, str, str, str]:
    """The features seen at a glance of what stands beside a place."""
    last, following = near[1], near[3]
    return "!" + last, '"' + following, "#" + near[:2], "$" + near[3:], "%" + last + following


def features(around: str) -> set[str]:
    """The features of a window."""
    found = {name + "".join(symbols_of(around)) for name, symbols_of in _CONTEXTS}
    left, right, single_left, single_right = _ON_ONE_SIDE
    before, after = around[:REACH][::-1], around[REACH + 1 :]
    for at in range(PAIRS_FROM - 1, PAIRS_TO - 1):
        found.add(left + before[at + 1] + before[at])
        found.add(right + after[at : at + 2])
    found.update(single_left + one for one in before[SINGLE_FROM - 1 :])
    found.update(single_right + one for one in after[SINGLE_FROM - 1 :])
    return found


def levels(
    margin: float, around: str, first: str, second: str, level: Callable[[str], int]
) -> tuple[float, ...]:
    """The values of :data:`LEVELS`, by how often n-grams were counted."""
    begin, end = around[:REACH], around[REACH + 1 :]
    found: list[float] = [margin]
    for word in (first, second):
        text = begin[-3:] + word + end[:3]
        found += [level(text[3 + offsets[0] : 4 + offsets[-1]]) for offsets in COUNTED]
    following, last = end[:2], begin[-2:]
    found += [level(one + following) for one in BEFORE]
    found += [level(following + one) for one in AFTER]
    found += [level(last + one) for one in BEHIND]
    found += [level(one + last) for one in AHEAD]
    found += map(level, (following, last, end[1:3], end[0], begin[-1]))
    return tuple(found)
