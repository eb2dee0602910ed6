"""The pieces of the texts in an HTML block."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.alignment import Alignment
from zhenlint.markdown.pieces import Kind, Piece
from zhenlint.markdown.syntax.html import prose_attributes, split_html

_WITHOUT_LINE_END = lazy_pattern(r"[^\r\n]+")
_MARKDOWN = lazy_pattern(r"`[^`\n]+`|\]\([^()\s]*\)|\{[{%]")
_CLOSERS = {"{{": "}}", "{%": "%}"}
_HTML_KINDS = {"open": Kind.OPEN, "close": Kind.CLOSE, "entity": Kind.ENTITY, "quiet": Kind.QUIET}


def html_texts(content: str, alignment: Alignment) -> Iterator[list[Piece]]:
    """The pieces of each text between two block-level tags, and of each value of ``alt`` and ``title``."""
    pieces: list[Piece] = []
    for kind, start, end in split_html(content, []):
        values = []
        if kind in ("open", "close", "tag"):
            values = [(start + a, start + b) for a, b in prose_attributes(content[start:end])]
        if kind == "text":
            pieces += _text(content, start, end, alignment)
        elif kind in _HTML_KINDS and not values:
            shown = unescape(content[start:end]) if kind == "entity" else ""
            pieces.append(Piece(_HTML_KINDS[kind], shown, alignment.start(start), alignment.end(end)))
        if values or kind == "tag":
            yield from _with_text(pieces)
            pieces = []
        for value in values:
            yield from _with_text(_text(content, *value, alignment))
    yield from _with_text(pieces)


def _with_text(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The pieces if there is text among them."""
    if any(piece.kind is Kind.TEXT for piece in pieces):
        yield pieces


def _text(content: str, start: int, end: int, alignment: Alignment) -> list[Piece]:
    """The lines of a stretch of text, without indentation and trailing blanks.

    Generators that run Markdown inside HTML are common, so code spans and the like are no prose.
    """
    pieces: list[Piece] = []
    for line in _WITHOUT_LINE_END.finditer(content, start, end):
        at, stop = line.span()
        if not at or content[at - 1] == "\n":
            at += len(line[0]) - len(line[0].lstrip())
        if stop == len(content) or content[stop] == "\n":
            stop -= len(line[0]) - len(line[0].rstrip())
        for markdown_start, markdown_end in _markdown(content, at, stop):
            pieces += _piece(Kind.TEXT, content, at, markdown_start, alignment)
            pieces += _piece(Kind.OTHER, content, markdown_start, markdown_end, alignment)
            at = markdown_end
        pieces += _piece(Kind.TEXT, content, at, stop, alignment)
    return pieces


def _markdown(content: str, at: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where code spans, destinations and templates stand in a line.  A closer not found is sought once."""
    unclosed: set[str] = set()
    while at < stop and (found := _MARKDOWN.search(content, at, stop)):
        start, end = found.span()
        closer = _CLOSERS.get(found[0])
        if closer:
            close = -1 if closer in unclosed else content.find(closer, end, stop)
            if close < 0:
                unclosed.add(closer)
                at = start + 1
                continue
            end = close + len(closer)
        yield start, end
        at = end


def _piece(kind: Kind, content: str, start: int, end: int, alignment: Alignment) -> list[Piece]:
    """One piece of the content, none if it is empty."""
    if start >= end:
        return []
    return [Piece(kind, content[start:end], alignment.start(start), alignment.end(end))]
