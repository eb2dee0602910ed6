"""Where the content of a block lies in the source.

Containers (quotes, list items, indents) only take a *prefix* off a line and the block rules only
trim its *end*, so every line of a block's content is its source line **aligned right**.  What does not
align is given up (None), never guessed.  Our own rules note of a content of one line how far before the
line's end it begins: ``meta["before_end"]``; of a table's cell with escaped pipes, which have lost their
backslashes, also what was ``written``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial

from markdown_it.common.utils import MD_TRIM_CHARS

from zhenlint.named_tuple import NamedTuple
from zhenlint.source import Source


class Run(NamedTuple):
    """``content[at:]`` lies in the source from ``start``, one to one, up to the next run.

    A table's escaped pipe is a run of its own: one content character, two in the source.
    """

    at: int
    start: int
    pipe: bool = False


as_run: Callable[[tuple[int, int, bool]], Run] = partial(tuple.__new__, Run)
"""``Run(*values)`` in half the time."""


class Alignment:
    """The runs of one block's content: content offsets to source offsets.

    Where it is of one line, ``shift`` is the difference between the two, else None.
    """

    __slots__ = ("runs", "shift", "starts")

    def __init__(self, runs: Sequence[Run], shift: int | None = None) -> None:
        self.runs = runs
        self.shift = shift
        self.starts = [run.at for run in runs] if shift is None else []

    def index(self, at: int) -> int:
        """The run that holds the content character at ``at``."""
        return max(bisect_right(self.starts, at) - 1, 0)

    def start(self, at: int) -> int:
        """Where a stretch that begins at content offset ``at`` begins in the source."""
        if self.shift is not None:
            return at + self.shift
        run = self.runs[self.index(at)]
        return run.start + at - run.at

    def end(self, at: int) -> int:
        """Where a stretch that ends before content offset ``at`` ends in the source."""
        if self.shift is not None:
            return at + self.shift
        run = self.runs[self.index(at - 1)]
        return run.start + at - run.at + run.pipe

    def stretches(self, start: int, end: int) -> list[tuple[int, int, bool]]:
        """The source stretches of ``content[start:end]``: (start, end, is an escaped pipe)."""
        if self.shift is not None:
            return [(start + self.shift, end + self.shift, False)]
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


def align_block(
    content: str,
    source: Source,
    line_ends: Sequence[int],
    first: int,
    last: int,
    trim: Callable[[str], str] = trim_block,
) -> Alignment | None:
    """Align a block's content with the source lines [first, last), 0-based.

    ``trim`` takes off the end of the last line what the block's rule took off.
    """
    text, starts, runs = source.text, source.line_starts, []
    at, line = 0, first
    parts = content.split("\n")
    for number, part in enumerate(parts):
        while True:
            if line >= last:
                return None
            start, end = starts[line], line_ends[line]
            if number == len(parts) - 1:
                end = start + len(trim(text[start:end]))
            # Half a tab may have become spaces: those are not in the source.
            if _ends_with(text, start, end, part) or _ends_with(text, start, end, part.lstrip(" ")):
                break
            if number:  # only before the first line may one be blank to the trim and not to blocks
                return None
            line += 1
        runs.append(as_run((at, end - len(part), False)))
        at += len(part) + 1
        line += 1
    return Alignment(runs, runs[0].start if len(runs) == 1 else None)


def _ends_with(text: str, start: int, end: int, part: str) -> bool:
    """Whether ``text[start:end]`` ends with a part of a content, in which NUL has become U+FFFD."""
    if end - len(part) < start:
        return False
    return text.startswith(part, end - len(part)) or (
        "\ufffd" in part and text[end - len(part) : end].replace("\0", "\ufffd") == part
    )


def align_cell(written: str, start: int) -> Alignment:
    """Align a table's cell, given as written, whose escaped pipes have lost their backslashes."""
    runs: list[Run] = []
    at = 0
    for part in written.split("\\|"):
        if part:
            runs.append(Run(at, start))
        at, start = at + len(part), start + len(part)
        runs.append(Run(at, start, pipe=True))
        at, start = at + 1, start + 2
    return Alignment(runs[:-1])
