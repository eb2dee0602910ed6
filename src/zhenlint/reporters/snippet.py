"""A source line cut to the terminal's width, with carets under the exact characters."""

from __future__ import annotations

from zhenlint.named_tuple import NamedTuple
from zhenlint.terminal import char_width, escape, width

_TAB = "    "
_CUT = "…"


class Snippet(NamedTuple):
    """A line as shown, where the marked part begins in cells, and how many cells it takes (1 or more)."""

    line: str
    offset: int
    length: int


def snippet(line: str, start: int, end: int, cells: int) -> Snippet:
    """Show ``line[start:end]`` in its line within a number of cells.

    Tabs are shown as four blanks, control characters as escapes.
    """
    first, last = _window(line, start, end, cells)
    end = min(end, last)
    head = _CUT * (first > 0) + _shown(line[first:start])
    marked = _shown(line[start:end])
    tail = _shown(line[end:last]) + _CUT * (last < len(line))
    offset = width(head)
    return Snippet(head + marked + tail, offset, max(1, width(head + marked) - offset))


def _window(line: str, start: int, end: int, cells: int) -> tuple[int, int]:
    """The part of a line to show: the marked text, and as much around it as there is room for."""
    if len(line) <= cells * 8 and width(_shown(line)) <= cells:  # far longer ones are not measured
        return 0, len(line)
    room = cells - 2 * width(_CUT)
    last, left = _forward(line, start, end, room)
    room = left
    first, left = _backward(line, start, room // 2)
    last, left = _forward(line, last, len(line), room - room // 2 + left)
    first, _ = _backward(line, first, left)
    return _whole_character(line, first, start), last


def _forward(line: str, at: int, stop: int, room: int) -> tuple[int, int]:
    """How far one gets to the right with ``room`` cells, and the cells left over."""
    while at < stop and (cells := _cells(line[at])) <= room:
        at, room = at + 1, room - cells
    return at, room


def _backward(line: str, at: int, room: int) -> tuple[int, int]:
    """How far one gets to the left with ``room`` cells, and the cells left over."""
    while at > 0 and (cells := _cells(line[at - 1])) <= room:
        at, room = at - 1, room - cells
    return at, room


def _whole_character(line: str, first: int, start: int) -> int:
    """Begin with a character that has a width, not with a mark that combines with one cut off."""
    while 0 < first < start and _cells(line[first]) == 0:
        first += 1
    return first


def _cells(char: str) -> int:
    shown = _shown(char)
    return char_width(char) if shown == char else len(shown)


def _shown(text: str) -> str:
    return escape(text.replace("\t", _TAB))
