"""The pieces of contents that hold text and backslash escapes only."""

from __future__ import annotations

from zhenlint.markdown.alignment import Alignment
from zhenlint.markdown.inline import ESCAPE
from zhenlint.markdown.pieces import Kind, Piece, as_piece

_TEXT, _BREAK, _ESCAPE = Kind.TEXT, Kind.BREAK, Kind.ESCAPE


def plain_lines(content: str, alignment: Alignment) -> list[Piece]:
    """The pieces of a content that holds text and escapes only, without the blanks at its line breaks."""
    pieces: list[Piece] = []
    end, last = 0, len(alignment.runs) - 1
    for number, line in enumerate(content.split("\n")):
        shown, start = line, alignment.runs[number].start
        if number:
            shown = line.lstrip(" \t")
            start += len(line) - len(shown)
            pieces.append(as_piece((_BREAK, "\n", end, start)))
        if number < last:
            shown = shown.rstrip(" ")
        end = start + len(shown)
        if shown:
            pieces += text_pieces(shown, start)
    return pieces


def text_pieces(text: str, start: int) -> list[Piece]:
    """The pieces of a text of one line that holds escapes at most."""
    if "\\" not in text:
        return [as_piece((_TEXT, text, start, start + len(text)))]
    pieces, at = [], 0
    for escape in ESCAPE.finditer(text):
        begin, end = escape.span()
        if begin > at:
            pieces.append(as_piece((_TEXT, text[at:begin], start + at, start + begin)))
        pieces.append(as_piece((_ESCAPE, text[begin + 1], start + begin, start + end)))
        at = end
    if at < len(text):
        pieces.append(as_piece((_TEXT, text[at:], start + at, start + len(text))))
    return pieces
