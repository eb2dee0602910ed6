"""The blocks of a document, and the prose view that their pieces make."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from zhenlint.characters import ANY_HAN
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown import marks
from zhenlint.markdown.pieces import Kind, Piece
from zhenlint.named_tuple import NamedTuple

_WITHOUT_LINE_END = lazy_pattern(r"[^\r\n]+")
_LATIN_WORD = lazy_pattern(r"[A-Za-z]+")
_TEXT, _BREAK, _OPEN, _CLOSE = Kind.TEXT, Kind.BREAK, Kind.OPEN, Kind.CLOSE
_ATTRIBUTE, _ENTITY, _ESCAPE = Kind.ATTRIBUTE, Kind.ENTITY, Kind.ESCAPE
"""Named here because Python 3.11 takes four times as long to look up an enumeration's member."""
_SHORT_MARKS: Final = {
    kind: ("", mark, mark * 2) for kind, mark in ((_OPEN, marks.OPEN), (_CLOSE, marks.CLOSE))
}
_SHORT: Final = 16


class Block(NamedTuple):
    """A stretch of inline content: one paragraph, heading, table cell, term, or text in HTML.

    ``kind`` is ``paragraph``, ``heading``, ``table_cell``, ``html`` or ``front_matter``; ``level``
    is a heading's level, else 0.  ``pieces`` are in source order.
    """

    kind: str
    level: int
    start: int
    end: int
    pieces: tuple[Piece, ...]

    @property
    def reading(self) -> str:
        """What a reader sees: the pieces' characters, a space for each line break."""
        return "".join(
            [
                " " if piece.kind is _BREAK else piece.content
                for piece in self.pieces
                if piece.kind is not _ATTRIBUTE
            ]
        )

    @property
    def is_mostly_han(self) -> bool:
        """Whether the block is Chinese: at least as many Han characters as Latin words."""
        reading = self.reading
        han = len(ANY_HAN.findall(reading))
        return han > 0 and han >= len(_LATIN_WORD.findall(reading))


as_block: Callable[[tuple[str, int, int, int, tuple[Piece, ...]]], Block] = partial(tuple.__new__, Block)
"""``Block(*values)`` in half the time."""


def prose_view(text: str, blocks: Iterable[Block]) -> str:
    """The prose view: prose as it is, every other character a mark, line ends kept."""
    visible = marks.ANY_MARK.sub(marks.ATOM, text) if any(map(text.__contains__, marks.ALL)) else text
    outside = _Masked()
    parts: list[str] = []
    at = 0
    for block in blocks:
        for kind, content, start, end in block.pieces:
            if kind is _BREAK:
                continue  # as what lies outside
            if start > at:
                parts.append(outside[text[at:start]])
            if kind is _TEXT:
                parts.append(visible[start:end])
            elif end - start <= 2 and (kind is _OPEN or kind is _CLOSE):  # too short to hold a line end
                parts.append(_SHORT_MARKS[kind][end - start])
            else:
                parts.append(_shown(kind, content, visible[start:end]))
            at = end
    parts.append(outside[text[at:]])
    return "".join(parts)


class _Masked(dict[str, str]):
    """What lies between pieces, masked.  Nearly all of it is short and the same (0.8 × the time)."""

    def __missing__(self, outside: str) -> str:
        shown = masked(outside, marks.BLOCK)
        if len(outside) <= _SHORT:
            self[outside] = shown
        return shown


def masked(text: str, mark: str) -> str:
    """A mark for every character that is not part of a line end."""
    if "\r" in text:
        return _WITHOUT_LINE_END.sub(lambda line: mark * len(line[0]), text)
    if "\n" not in text:
        return mark * len(text)
    return "\n".join(map(mark.__mul__, map(len, text.split("\n"))))


def _shown(kind: Kind, content: str, visible: str) -> str:
    """How one piece that is not text stands in the prose view."""
    if kind is _ATTRIBUTE:
        return visible
    if kind is _ESCAPE:
        return marks.OPEN + visible[1:]
    if kind is _ENTITY and content.isspace():
        # A blank is a blank to the spacing rules, however it is written.
        return "\u00a0" + marks.CLOSE * (len(visible) - 1)
    return masked(visible, marks.OPEN if kind is _OPEN else marks.CLOSE if kind is _CLOSE else marks.ATOM)
