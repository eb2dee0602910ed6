"""The edit that takes a comment out of a document and leaves no trace of it."""

from __future__ import annotations

from zhenlint.diagnostic import Edit
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.pieces import Construct
from zhenlint.source import Source

_BLANKS = " \t"
_PREFIX = " \t>"
"""What may stand before the text of a line that goes on with a list item or quotation."""

_CONTAINERS = lazy_pattern(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+[ \t>]*)*")
"""What stands before the text of a line that begins a list item or quotation."""


def is_blank(source: Source, line: int) -> bool:
    """Whether nothing stands on a 1-based line but marks of quotations."""
    start, end = source.line_span(line)
    return not source.text[start:end].strip(_PREFIX)


def removal(source: Source, block: Construct, start: int, end: int) -> Edit:
    """Take ``text[start:end]`` out, which lies in ``block``: with its line if it has one to itself."""
    text = source.text
    first, last = source.position(start).line, source.position(end).line
    before = text[source.line_span(first)[0] : start]
    after = text[end : source.line_span(last)[1]]
    if after.strip(_BLANKS) or not _CONTAINERS.fullmatch(before):
        return _from_a_line(start, end, before, after)
    return _with_its_lines(source, block, start, end)


def _from_a_line(start: int, end: int, before: str, after: str) -> Edit:
    """A comment among other text: one of the blanks beside it goes, too."""
    blanks = len(before) - len(before.rstrip(_BLANKS))
    if not after.strip(_BLANKS) and before.strip(_PREFIX):
        return Edit(start - blanks, end, "")  # not to make a hard line break
    if after[:1] in (" ", "\t"):
        return Edit(start, end + 1, "") if not before or blanks else Edit(start, end, "")
    return Edit(start, end, "")


def _with_its_lines(source: Source, block: Construct, start: int, end: int) -> Edit:
    """A comment that has its lines to itself, but perhaps for the marker of a list item before it."""
    text = source.text
    first, last = source.position(start).line, source.position(end).line
    line_start, next_start = _line_start(source, first), _line_start(source, last + 1)
    prefix = text[line_start:start]
    ends = next_start >= len(text)
    if prefix.strip(_PREFIX):
        aligned = next_start + len(prefix)
        below = text[next_start:aligned]
        fits = not (ends or is_blank(source, last + 1)) and not below.strip(_PREFIX)
        return Edit(start, aligned if fits else end, "")
    blank_above = first == 1 or is_blank(source, first - 1)
    blank_below = ends or is_blank(source, last + 1)
    if text[block.start : line_start].strip(_PREFIX) or text[end : block.end].strip():
        return Edit(line_start, next_start, "")  # inside a larger block of HTML
    if not (blank_above or blank_below):
        return Edit(start, end, "")  # the line keeps apart what stands above and below
    if blank_above and blank_below and first > 1:
        if ends:
            return Edit(_line_start(source, first - 1), next_start, "")
        next_start = _line_start(source, last + 2)
    elif blank_below and not ends and first == 1:
        next_start = _line_start(source, last + 2)
    return Edit(line_start, next_start, "")


def _line_start(source: Source, line: int) -> int:
    """Where a 1-based line begins; the one after the last begins at the end of the text."""
    return source.line_starts[line - 1] if line <= len(source.line_starts) else len(source.text)
