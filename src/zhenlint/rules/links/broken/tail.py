"""The second half of a broken link: its destination, its title, and what closes it."""

from __future__ import annotations

from itertools import islice
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown import marks
from zhenlint.markdown.destination import Likeness, destination_length, likeness
from zhenlint.named_tuple import NamedTuple

_RUN = lazy_pattern(rf"[^\s<>{marks.ALL}]{{1,1000}}")
_BRACKET = lazy_pattern(r"[()（）\[\]［］【】{}]")
_DEPTH = {"(": 1, "（": 1, ")": -1, "）": -1, "[": 1, "［": 1, "【": 1, "]": -1, "］": -1, "】": -1}
_ROUND: Final = "()（）"
_TITLE = lazy_pattern(
    r"[ \t]+([\"“”'‘’])"
    rf"(?:[^\"“”\r\n{marks.BLOCK}]{{0,300}}([\"“”'‘’])|[^\"“”'‘’()（）\r\n{marks.BLOCK}]{{0,300}})"
    r"[ \t]*([)）])"
)
_WHOLE_TITLE = lazy_pattern(
    rf"[ \t]+(?:\"[^\"\r\n{marks.ALL}]+\"|'[^'\r\n{marks.ALL}]+')(?=[ \t]*(?:[\r\n，。；]|\Z))"
)
_NEXT_LINE = lazy_pattern(rf"(?:\r\n?|\n)[ \t{marks.BLOCK}]*([^\s<>{marks.ALL}]{{2,1000}})")
_LINE = lazy_pattern(rf"[^\r\n{marks.BLOCK}]{{0,1000}}")
_MOST_BRACKETS = 60
"""More brackets than a line of prose has; keeps lines of nothing but brackets cheap."""

Span = tuple[int, int]


class Tail(NamedTuple):
    """Where a destination stands, the quotes of its title, and its closing bracket.

    ``closing`` is empty (start equals end) where nothing closes the destination.  ``angled``: the
    destination stands in ``<…>``, whose ``>`` belongs to the closing.
    """

    start: int
    end: int
    likeness: Likeness
    closing: Span
    quotes: tuple[Span, Span] | None = None
    angled: bool = False


def read_tail(view: str, start: int, closers: str, *, angle: bool, after_label: bool) -> Tail | None:
    """Read a destination that begins at ``start`` and is closed by one of ``closers``.

    ``angle``: a ``<`` stands before it.  ``after_label``: so much of a link stands before it that
    the closing may be missing.  None where no destination stands there, or where blanks inside it
    are what is wrong.
    """
    run = _RUN.match(view, start)
    end = run.end() if run else start
    if angle and view[end : end + 1] == ">":
        return _angled(view, start, end, closers)
    close = closer(view, start, end, closers)
    if close is not None:
        kind = likeness(view[start:close])
        if kind:
            return Tail(start, close, kind, (close, close + 1))
    if ")" not in closers:
        return None
    tail = _titled(view, start, end) or _spaced(view, start, end)
    return tail or (_unclosed(view, start, end) if after_label else None)


def line_end(view: str, at: int) -> int:
    """Where the line of ``at`` ends, or a table cell; no more than 1,000 characters on."""
    line = _LINE.match(view, at)
    return line.end() if line else at


def closer(view: str, start: int, end: int, closers: str) -> int | None:
    """The first bracket of ``closers`` that nothing in ``view[start:end]`` opens."""
    if all(view.find(closer, start, end) < 0 for closer in closers):
        return None
    depths = {True: 0, False: 0}
    for match in islice(_BRACKET.finditer(view, start, end), _MOST_BRACKETS):
        bracket = match[0]
        around = bracket in _ROUND
        step = _DEPTH.get(bracket, 0)
        if step < 1 and depths[around] == 0 and bracket in closers:
            return match.start()
        depths[around] = max(depths[around] + step, 0)
    return None


def _angled(view: str, start: int, end: int, closers: str) -> Tail | None:
    """``<destination>`` and its closing."""
    kind = likeness(view[start:end])
    close = end + 1
    while view[close : close + 1] in (" ", "\t"):
        close += 1
    if not kind:
        return None
    if view[close : close + 1] in tuple(closers):
        return Tail(start, end, kind, (end, close + 1), angled=True)
    if closer(view, close, line_end(view, close), ")") is None:
        return Tail(start, end, kind, (end, end + 1), angled=True)
    return None


def _titled(view: str, start: int, end: int) -> Tail | None:
    """A destination with a title whose quotes are curly or of which one is missing."""
    title = _TITLE.match(view, end)
    kind = likeness(view[start:end]) if title else Likeness.NONE
    if not title or not kind:
        return None
    closing = title.span(3)
    return Tail(start, end, kind, closing, (title.span(1), title.span(2) if title[2] else (closing[0],) * 2))


def _spaced(view: str, start: int, end: int) -> Tail | None:
    """A destination with blanks before its closing parenthesis."""
    close = end
    while view[close : close + 1] in (" ", "\t"):
        close += 1
    if close == end or view[close : close + 1] not in (")", "）"):
        return None
    kind = likeness(view[start:end])
    return Tail(start, end, kind, (close, close + 1)) if kind else None


def _unclosed(view: str, start: int, end: int) -> Tail | None:
    """A destination that nothing on its line closes, cut where a reader would cut it.

    What a template makes of it is not known.
    """
    if view[end : end + 1] == marks.ATOM:
        return None
    cut = start + destination_length(view[start:end])
    kind = likeness(view[start:cut])
    line = line_end(view, cut)
    if not kind or closer(view, cut, line, ")") is not None or (cut == line and _goes_on(view, line)):
        return None
    title = _WHOLE_TITLE.match(view, cut)
    close = title.end() if title else cut
    return Tail(start, cut, kind, (close, close))


def _goes_on(view: str, end: int) -> bool:
    """Whether a destination was broken in two by a line end: the next line begins with its rest."""
    following = _NEXT_LINE.match(view, end)
    return following is not None and closer(view, *following.span(1), ")") is not None
