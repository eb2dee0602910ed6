"""Which problems of a document a run tells and fixes, where that is not all of them.

A scope is plain values: the places that count, and single problems that are left alone.  It follows the
edits of a fix, so that what is left alone in the first round stays so in the next ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zhenlint.diagnostic import Edit
from zhenlint.named_tuple import NamedTuple

Lines = tuple[tuple[int, int], ...]
"""Ranges of 1-based lines, the last one included, in order; lines end with LF alone, as git counts them."""

Span = tuple[int, int]

Spot = tuple[str, int, int]
"""A diagnostic as it is known again: code, start, end."""


class Scope(NamedTuple):
    """Places in one text, and diagnostics in it that are left alone.

    ``spans`` are half-open, in order and apart; None stands for the whole text.
    """

    spans: tuple[Span, ...] | None = None
    spared: frozenset[Spot] = frozenset()

    def admits(self, code: str, start: int, end: int) -> bool:
        """Whether a diagnostic touches one of the places and is not left alone."""
        if (code, start, end) in self.spared:
            return False
        last = max(end, start + 1)
        return self.spans is None or any(begin < last and start < stop for begin, stop in self.spans)

    def after(self, edits: Sequence[Edit]) -> Scope:
        """The same places in the text that edits, in order, make of this one."""
        spans = self.spans and tuple((_start(first, edits), _end(last, edits)) for first, last in self.spans)
        spared = ((code, *_moved(start, end, edits)) for code, start, end in self.spared)
        return Scope(spans, frozenset(spared))


class Limits(NamedTuple):
    """The scope of a run in one file, before its text is known; ``lines`` of None stand for all lines."""

    lines: Lines | None = None
    spared: frozenset[Spot] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether nothing in the file counts."""
        return self.lines == ()

    def scope(self, text: str) -> Scope:
        """The scope in the text of the file."""
        return Scope(None if self.lines is None else tuple(_spans(text, self.lines)), self.spared)


def _spans(text: str, lines: Lines) -> Iterable[Span]:
    """Ranges of lines as offsets, the line ends included."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for first, last in lines:
        if first < len(starts):
            yield starts[first - 1], starts[min(last, len(starts) - 1)]


def _start(offset: int, edits: Sequence[Edit]) -> int:
    """Where a place begins after edits; what is put in just there belongs to it."""
    moved = offset
    for edit in edits:
        if edit.end <= offset and edit.start < offset:
            moved += len(edit.content) - (edit.end - edit.start)
        elif edit.start < offset:
            return moved - (offset - edit.start)
    return moved


def _end(offset: int, edits: Sequence[Edit]) -> int:
    """Where a place ends after edits; what is put in just there does not belong to it."""
    moved = offset
    for edit in edits:
        if edit.end <= offset and edit.start < offset:
            moved += len(edit.content) - (edit.end - edit.start)
        elif edit.start < offset:
            return moved - (offset - edit.start) + len(edit.content)
    return moved


def _moved(start: int, end: int, edits: Sequence[Edit]) -> Span:
    """A diagnostic's place after edits, none of which is its own: what is put in before it moves it."""
    before = [edit for edit in edits if edit.end <= start]
    shift = sum(len(edit.content) - (edit.end - edit.start) for edit in before)
    within = [edit for edit in edits if start < edit.end and edit.start < end]
    growth = sum(len(edit.content) - (edit.end - edit.start) for edit in within)
    return start + shift, end + shift + growth
