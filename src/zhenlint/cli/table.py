"""Tables for a terminal: columns aligned by display width."""

from __future__ import annotations

from collections.abc import Sequence

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.terminal import Paint, width

_STYLE = lazy_pattern("\x1b\\[[0-9;]*m")


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], paint: Paint) -> str:
    """A heading line and a line a row, two blanks between columns; cells may be painted."""
    cells = [_width(heading) for heading in headings]
    for row in rows:
        cells = [max(widest, _width(cell)) for widest, cell in zip(cells, row, strict=True)]
    lines = [_line([paint("bold", heading) for heading in headings], cells)]
    return "".join(f"{line}\n" for line in (*lines, *(_line(row, cells) for row in rows)))


def _line(row: Sequence[str], cells: Sequence[int]) -> str:
    padded = [cell + " " * (room - _width(cell)) for cell, room in zip(row, cells, strict=True)]
    return "  ".join((*padded[:-1], row[-1]))


def _width(cell: str) -> int:
    return width(_STYLE.sub("", cell))
