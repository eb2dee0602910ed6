"""Links whose brackets are right and whose destination is not: blanks, line ends, control characters in it.

Where a right link stands, the view holds marks in place of its brackets, so that every ``](`` in it is one
that the parser could make nothing of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from markdown_it.common.utils import unescapeAll

from zhenlint.diagnostic import Edit
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown import marks
from zhenlint.markdown.destination import DOCUMENT_EXTENSIONS, Likeness, likeness
from zhenlint.markdown.document import Document
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules.links.broken.faults import BrokenLink, Fault
from zhenlint.rules.links.broken.label import Label, bracketed, is_other_syntax
from zhenlint.rules.links.broken.meeting import REACH, meets_link
from zhenlint.rules.links.broken.tail import closer, line_end

_JOINT = lazy_pattern(rf"\]\([ \t]*(?=[^\s<>()（）\"'“”‘’{marks.ALL}])")
_GAP = lazy_pattern(r"[\x00-\x20\x7f]+")
_NEXT_LINE = lazy_pattern(rf"(\r\n?|\n)[ \t{marks.BLOCK}]*(?=[!#-~])")
_TITLE = lazy_pattern(r"[ \t]+(?:\"[^\"]*\"|'[^']*')[ \t]*\Z")
_NOT_A_DESTINATION = lazy_pattern(rf"[<>\"“”‘’`{marks.ALL}]|\s'|[，。；！？：、]\s|\s\S*://")
_ATTRIBUTE = lazy_pattern(r"=|[A-Za-z\-]+=|:[a-z]")
"""What dialects put behind a destination: ``=100x20``, ``width=100``, ``:size=20``."""

_UNLINKED = lazy_pattern(r"(?:file|javascript|vbscript|data):", re.IGNORECASE)
"""Schemes that Markdown's processors refuse to link."""

_DEEP_PATH = lazy_pattern(r"(?:[\w.\-]+/){2}", re.ASCII)
_COMPLETE = lazy_pattern(
    rf"\S+\.(?:{DOCUMENT_EXTENSIONS})(?:[?#]\S*)?|[A-Za-z]+://\S+/|[A-Za-z]+://[^/\s]+", re.IGNORECASE
)
"""A destination that needs nothing more: what follows a blank is a title without quotation marks."""

_NO_TITLE = lazy_pattern(rf"[<>\"'“”‘’`{marks.ALL}]|/|\.(?:{DOCUMENT_EXTENSIONS})\Z", re.IGNORECASE)
_TWO_LINES = 2_100
"""Two lines as long as :func:`line_end` looks at, and what indents the second."""

_QUOTES = "\"'”’"
_MOST_GAPS = 12
_LONGEST_TITLE = 60


class _Inside(NamedTuple):
    """A destination on ``view[start:end]`` with its gaps; ``close`` is where the parenthesis stands."""

    start: int
    end: int
    gaps: tuple[tuple[int, int], ...]
    close: int


def gapped_links(document: Document, view: str) -> Iterator[BrokenLink]:
    """Links that blanks, a line end or control characters in the destination keep from being one."""
    for joint in _JOINT.finditer(view):
        if view.find(")", joint.end(), joint.end() + _TWO_LINES) < 0:
            continue
        block = document.block_at(joint.start())
        inside = block and (_on_one_line(view, joint.end()) or _on_two_lines(view, joint.end()))
        if not block or not inside:
            continue
        floor = max(block.start, joint.start() - REACH)
        label = bracketed(view, joint.start(), floor)
        if not label or view[slice(*label.opening)] != "[" or is_other_syntax(view, label):
            continue
        image = label.start < label.opening[0] and view[label.start] == "!"
        start = label.start if image else label.opening[0]
        if not meets_link(document, start, inside.close + 1, floor, image=image):
            found = _judge(view, label._replace(start=start), inside)
            if found is not None:
                yield found


def _on_one_line(view: str, start: int) -> _Inside | None:
    """A destination whose parenthesis closes on its line."""
    close = closer(view, start, line_end(view, start), ")")
    if close is None:
        return None
    end = start + len(view[start:close].rstrip(" \t"))
    title = _TITLE.search(view, start, end)
    end = title.start() if title else end
    gaps = tuple(gap.span() for gap in islice(_GAP.finditer(view, start, end), _MOST_GAPS))
    return _Inside(start, end, gaps, close) if gaps else None


def _on_two_lines(view: str, start: int) -> _Inside | None:
    """A destination without blanks that a line end breaks in two."""
    line = line_end(view, start)
    following = _NEXT_LINE.match(view, line)
    if following is None or _GAP.search(view, start, line):
        return None
    close = closer(view, following.end(), line_end(view, following.end()), ")")
    if close is None or _GAP.search(view, following.end(), close):
        return None
    return _Inside(start, close, ((line, following.end()),), close)


def _judge(view: str, label: Label, inside: _Inside) -> BrokenLink | None:
    """What is wrong, if the parentheses hold one destination and not a remark."""
    shown = "".join(_pieces(view, inside))
    gaps = "".join(view[slice(*gap)] for gap in inside.gaps)
    broken = "\n" in gaps or "\r" in gaps
    if _ATTRIBUTE.match(view, inside.gaps[0][1]):
        return None
    if gaps.isspace() and not broken and _is_title(view, inside):
        return _titled(view, label, inside)
    if _NOT_A_DESTINATION.search(shown if broken else view[inside.start : inside.end]):
        return None
    kind = likeness(shown)
    if _UNLINKED.match(shown) or (kind < Likeness.SITE and not (kind and _DEEP_PATH.match(shown))):
        return None
    fault: Fault = "line-break" if broken else "control" if gaps.strip() else "blank"
    edits = tuple(Edit(start, end, "") for start, end in inside.gaps)
    place = (inside.start, inside.end)
    return BrokenLink(fault, label.start, inside.close + 1, edits, unescapeAll(shown), False, place)


def _titled(view: str, label: Label, inside: _Inside) -> BrokenLink:
    """A link whose title lacks both quotation marks or the first."""
    first, rest = inside.gaps[0]
    last = view[inside.end - 1]
    closing = inside.end - 1 if last in _QUOTES else inside.end
    mark = last if last in ("'", '"') else '"'
    edits = [Edit(rest, rest, mark), Edit(closing, inside.end, mark)]
    return BrokenLink(
        "no-title-quotes" if closing == inside.end else "no-opening-quote",
        label.start,
        inside.close + 1,
        tuple(edit for edit in edits if view[edit.start : edit.end] != edit.content),
        unescapeAll(view[inside.start : first]),
        False,
    )


def _pieces(view: str, inside: _Inside) -> Iterator[str]:
    """The destination's text between its gaps."""
    at = inside.start
    for start, end in inside.gaps:
        yield view[at:start]
        at = end
    yield view[at : inside.end]


def _is_title(view: str, inside: _Inside) -> bool:
    """Whether a destination stands before the first gap, and words behind it that are none of it."""
    first, rest = inside.gaps[0]
    words = view[rest : inside.end]
    quoted = words[-1] in _QUOTES
    return (
        (quoted or bool(_COMPLETE.fullmatch(view, inside.start, first)))
        and len(words) <= _LONGEST_TITLE
        and likeness(view[inside.start : first]) is Likeness.CLEAR
        and not _NO_TITLE.search(words[:-1] if quoted else words)
    )
