"""Where the content of a block lies in the source.

Containers (quotes, list items, indents) only take a *prefix* off a line and the block rules only
trim its *end*, so every line of a block's content is its source line **aligned right**.  Table rows
are cut at unescaped pipes, then each cell is aligned right in its cut.  What does not align is
given up (None), never guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from markdown_it.common.utils import MD_TRIM_CHARS

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.source import Source

_ROW_PREFIX = lazy_pattern(rf"[ \t>]*[{re.escape(MD_TRIM_CHARS)}]*")


class Run(NamedTuple):
    """``content[at:]`` lies in the source from ``start``, one to one, up to the next run.

    A table's escaped pipe is a run of its own: one content character, two in the source.
    """

    at: int
    start: int
    pipe: bool = False


class Alignment:
    """The runs of one block's content: content offsets to source offsets."""

    __slots__ = ("runs", "starts")

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = runs
        self.starts = [run.at for run in runs]

    def index(self, at: int) -> int:
        """The run that holds the content character at ``at``."""
        return max(bisect_right(self.starts, at) - 1, 0)

    def start(self, at: int) -> int:
        """Where a stretch that begins at content offset ``at`` begins in the source."""
        run = self.runs[self.index(at)]
        return run.start + at - run.at

    def end(self, at: int) -> int:
        """Where a stretch that ends before content offset ``at`` ends in the source."""
        run = self.runs[self.index(at - 1)]
        return run.start + at - run.at + run.pipe

    def stretches(self, start: int, end: int) -> list[tuple[int, int, bool]]:
        """The source stretches of ``content[start:end]``: (start, end, is an escaped pipe)."""
        found = []
        index = self.index(start)
        while start < end:
            run = self.runs[index]
            stop = min(end, self.starts[index + 1]) if index + 1 < len(self.runs) else end
            found.append((run.start + start - run.at, run.start + stop - run.at + run.pipe, run.pipe))
            start, index = stop, index + 1
        return found


def trim_block(line: str) -> str:
    """The last line of a paragraph or setext heading without the blanks that its rule trims."""
    return line.rstrip(MD_TRIM_CHARS)


def trim_atx_heading(line: str) -> str:
    """An ATX heading's line without the blanks and the closing ``#`` that its rule trims."""
    line = line.rstrip(" \t")
    opened = line.rstrip("#")
    return trim_block(opened if opened[-1:] in (" ", "\t") else line)


def align_block(
    content: str,
    source: Source,
    first: int,
    last: int,
    trim: Callable[[str], str] = trim_block,
) -> Alignment | None:
    """Align a block's content with the source lines [first, last), 0-based.

    ``trim`` takes off the end of the last line what the block's rule took off.
    """
    runs: list[Run] = []
    at, line = 0, first
    parts = content.split("\n")
    for number, part in enumerate(parts):
        while True:
            if line >= last:
                return None
            start, end = source.line_span(line + 1)
            raw = source.text[start:end].replace("\0", "\ufffd")
            if number == len(parts) - 1:
                raw = trim(raw)
            # Half a tab may have become spaces: those are not in the source.
            if raw.endswith(part) or raw.endswith(part.lstrip(" ")):
                break
            if number:  # only before the first line may one be blank to the trim and not to blocks
                return None
            line += 1
        runs.append(Run(at, start + len(raw) - len(part)))
        at += len(part) + 1
        line += 1
    return Alignment(runs)


def align_row(cells: Sequence[str], source: Source, line: int, *, head: bool) -> list[Alignment | None]:
    """Align the cells of one table row (0-based ``line``); None for a cell empty or not found.

    With a leading pipe the first cut is only the containers.  A head row then has one cut more
    than columns.  A body row's containers are only quotes and blanks, and no first cell can begin
    with ``>`` (that would have ended the table).
    """
    base, end = source.line_span(line + 1)
    raw = source.text[base:end].replace("\0", "\ufffd").rstrip(MD_TRIM_CHARS)
    cuts = _cuts(raw)
    piped = len(cuts) > len(cells) if head else bool(_ROW_PREFIX.fullmatch(raw, 0, cuts[0][1]))
    if piped:
        del cuts[0]
    found = [_align_cell(text, raw, cut, base) for text, cut in zip(cells, cuts, strict=False)]
    return found + [None] * (len(cells) - len(found))


def _cuts(raw: str) -> list[tuple[int, int]]:
    """A row cut at its unescaped pipes; an empty last cut is the trailing pipe's."""
    cuts = []
    start = 0
    for at, char in enumerate(raw):
        if char == "|" and raw[at - 1 : at] != "\\":
            cuts.append((start, at))
            start = at + 1
    if start < len(raw):
        cuts.append((start, len(raw)))
    return cuts or [(0, len(raw))]


def _align_cell(content: str, raw: str, cut: tuple[int, int], base: int) -> Alignment | None:
    """Align one cell right in its cut, walking back over its escaped pipes."""
    if not content:
        return None
    position = cut[0] + len(raw[cut[0] : cut[1]].rstrip(MD_TRIM_CHARS))
    runs: list[Run] = []
    at = len(content)
    while at:
        pipe = content.rfind("|", 0, at)
        size = at - pipe - 1
        if position - size < cut[0] or raw[position - size : position] != content[pipe + 1 : at]:
            return None
        position, at = position - size, at - size
        if size:
            runs.append(Run(at, base + position))
        if pipe >= 0:
            if raw[position - 2 : position] != "\\|" or position - 2 < cut[0]:
                return None
            position, at = position - 2, at - 1
            runs.append(Run(at, base + position, pipe=True))
    runs.reverse()
    return Alignment(runs)
