"""The blocks of a document, and the prose view that their pieces make."""

from __future__ import annotations

from codecs import charmap_decode
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from zhenlint.characters import ANY_HAN
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown import marks
from zhenlint.markdown.pieces import Kind, Piece
from zhenlint.named_tuple import NamedTuple

SPECIAL: Final = lazy_pattern(r"[\\`~*_=\[!^<&$%{]")
"""A character with which an inline construct begins."""

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
    is a heading's level, else 0.  ``content`` is what it was made of: text, if it is simple
    (:mod:`zhenlint.markdown.simple`) or has no syntax but escapes, else its pieces.
    """

    kind: str
    level: int
    start: int
    end: int
    content: str | tuple[Piece, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces, in source order."""
        if not isinstance(self.content, str):
            return self.content
        from zhenlint.markdown.walker import simple_pieces

        return simple_pieces(self.content, self.start)

    @property
    def reading(self) -> str:
        """What a reader sees: the pieces' characters, a space for each line break."""
        if isinstance(self.content, str) and not SPECIAL.search(self.content):
            return self.content
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


as_block: Callable[[tuple[str, int, int, int, str | tuple[Piece, ...]]], Block] = partial(
    tuple.__new__, Block
)
"""``Block(*values)`` in half the time."""


def visible_text(text: str) -> str:
    """A text without characters that are marks."""
    return marks.ANY_MARK.sub(marks.ATOM, text) if any(map(text.__contains__, marks.ALL)) else text


def show_pieces(shown: list[str], pieces: Iterable[Piece], at: int, visible: str, outside: Outside) -> None:
    """Add the prose view of pieces from ``at`` on: prose as it is, all else marks, line ends kept.

    ``visible`` is the whole :func:`visible_text`.
    """
    for kind, content, start, end in pieces:
        if kind is _BREAK:
            continue  # as what lies outside
        if start > at:
            shown.append(outside[visible[at:start]])
        if kind is _TEXT:
            shown.append(visible[start:end])
        elif end - start <= 2 and (kind is _OPEN or kind is _CLOSE):  # too short to hold a line end
            shown.append(_SHORT_MARKS[kind][end - start])
        else:
            shown.append(_shown(kind, content, visible[start:end]))
        at = end


class Outside(dict[str, str]):
    """What lies outside blocks, masked.  Nearly all of it is short and the same (0.8 × the time)."""

    def __missing__(self, outside: str) -> str:
        shown = masked(outside, marks.BLOCK)
        if len(outside) <= _SHORT:
            self[outside] = shown
        return shown


def masked(text: str, mark: str) -> str:
    """A mark for every character that is not part of a line end.

    A codec does it in 0.3 × the time that the lines take which are made anew.
    """
    table = _tables.get(mark)
    if table is None:
        table = _tables[mark] = "".join([mark, "\n", "\r"][(at == 10) + 2 * (at == 13)] for at in range(256))
    return charmap_decode(text.encode("ascii", "replace"), "strict", table)[0]


_tables: dict[str, str] = {}
"""For each mark what stands for each byte."""


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
