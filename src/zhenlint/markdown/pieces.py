"""Inline tokens with spans to pieces of the source: what each stretch is to a reader."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from markdown_it.token import Token

from zhenlint.markdown.alignment import Alignment
from zhenlint.markdown.syntax.html import Tag, parse_tag


class Kind(StrEnum):
    """What a piece of a block's source is."""

    TEXT = "text"
    ESCAPE = "escape"
    ENTITY = "entity"
    BREAK = "break"
    OPEN = "open"
    CLOSE = "close"
    CODE_SPAN = "code_span"
    MATH = "math"
    HTML = "html"
    QUIET = "quiet"
    AUTOLINK = "autolink"
    IMAGE = "image"


class Piece(NamedTuple):
    """``text[start:end]`` of the source, and the characters a reader sees of it.

    ``HTML`` is a tag that shows something itself, such as ``<br>``; ``QUIET`` is text inside an
    element such as ``<kbd>`` whose content is not prose.
    """

    kind: Kind
    content: str
    start: int
    end: int


_ATOMS = {
    "code_inline": Kind.CODE_SPAN,
    "math_inline": Kind.MATH,
    "math_inline_double": Kind.MATH,
}


class Construct(NamedTuple):
    """A construct that is not plain prose, with its extent in the text.

    ``kind``: ``front_matter``, ``fenced_code``, ``indented_code``, ``html_block``, ``math_block``,
    ``code_span``, ``html_inline``, ``math_inline``, ``link``, ``image``, ``autolink``, ``bare_url``
    or ``lost`` (a block whose place was not found; it is left alone).  ``inner_start`` and
    ``inner_end`` bound a link's text or an image's alternative text.
    """

    kind: str
    start: int
    end: int
    inner_start: int
    inner_end: int
    destination: str = ""


class Walker:
    """Turns the inline tokens of one block into pieces, noting constructs on the way.

    ``pieces`` come in source order.  Links, images, code spans and the like are added to the list
    ``constructs``, which belongs to the caller.
    """

    def __init__(self, alignment: Alignment, constructs: list[Construct]) -> None:
        self.pieces: list[Piece] = []
        self._alignment = alignment
        self._constructs = constructs
        self._open_links: list[tuple[int, str]] = []
        self._quiet_elements: list[str] = []
        self._in_autolink = False

    def walk(self, tokens: list[Token], base: int = 0) -> None:
        """Add the pieces of tokens whose content begins at ``base`` in the block's content."""
        for number, token in enumerate(tokens):
            start, end = token.meta["span"]
            start, end = start + base, end + base
            kind = token.type
            if kind == "text" or (kind == "text_special" and token.content == token.markup):
                if token.content:  # else half of a strong delimiter, emptied by the emphasis rule
                    self._text(token.content, start, end)
                else:
                    after = tokens[number + 1].type if number + 1 < len(tokens) else ""
                    self._add(Kind.OPEN if after.endswith("_open") else Kind.CLOSE, "", start, end)
            elif kind == "text_special":
                special = Kind.ENTITY if token.info == "entity" else Kind.ESCAPE
                self._add(Kind.QUIET if self._quiet_elements else special, token.content, start, end)
            elif kind in ("softbreak", "hardbreak"):
                at = self._alignment
                self.pieces.append(Piece(Kind.BREAK, "\n", at.start(start), at.start(end)))
            elif kind in _ATOMS:
                self._atom(_ATOMS[kind], token, start, end)
            elif kind == "html_inline":
                self._html(token, start, end)
            elif kind == "image":
                self._image(token, start, end)
            else:
                self._pair(token, start, end)

    def _add(self, kind: Kind, content: str, start: int, end: int) -> Piece:
        """Add a piece of the block's content [start, end)."""
        piece = Piece(kind, content, self._alignment.start(start), self._alignment.end(end))
        self.pieces.append(piece)
        return piece

    def _text(self, content: str, start: int, end: int) -> None:
        if self._in_autolink or self._quiet_elements:
            self._add(Kind.AUTOLINK if self._in_autolink else Kind.QUIET, content, start, end)
            return
        at = 0
        for source_start, source_end, is_pipe in self._alignment.stretches(start, end):
            size = 1 if is_pipe else source_end - source_start
            kind = Kind.ESCAPE if is_pipe else Kind.TEXT
            self.pieces.append(Piece(kind, content[at : at + size], source_start, source_end))
            at += size

    def _atom(self, kind: Kind, token: Token, start: int, end: int) -> None:
        piece = self._add(kind, token.content, start, end)
        name = "code_span" if kind is Kind.CODE_SPAN else "math_inline"
        self._constructs.append(Construct(name, piece.start, piece.end, piece.start, piece.end))

    def _html(self, token: Token, start: int, end: int) -> None:
        """An inline tag; between ``<kbd>`` and ``</kbd>`` and their like there is no prose."""
        piece = self._add(self._tag_kind(parse_tag(token.content)), "", start, end)
        self._constructs.append(Construct("html_inline", piece.start, piece.end, piece.start, piece.end))

    def _tag_kind(self, tag: Tag | None) -> Kind:
        if tag is None:  # a comment, declaration, processing instruction or CDATA section
            return Kind.CLOSE
        if self._quiet_elements:
            if tag.closes and tag.name == self._quiet_elements[-1]:
                self._quiet_elements.pop()
            return Kind.HTML
        if tag.silences:
            self._quiet_elements.append(tag.name)
            return Kind.HTML
        if tag.void:
            return Kind.HTML
        return Kind.CLOSE if tag.closes else Kind.OPEN

    def _image(self, token: Token, start: int, end: int) -> None:
        """``![``, the pieces of the alternative text, ``](…)``."""
        opening = self._add(Kind.IMAGE, "", start, start + 2)
        self.walk(token.children or [], start + 2)
        closed, whole_end = self.pieces[-1].end, self._alignment.end(end)
        self.pieces.append(Piece(Kind.IMAGE, "", closed, whole_end))
        destination = str(token.attrGet("src") or "")
        self._constructs.append(
            Construct("image", opening.start, whole_end, opening.end, closed, destination)
        )

    def _pair(self, token: Token, start: int, end: int) -> None:
        """An opening or closing token: emphasis, strikethrough, link, autolink."""
        opens = token.nesting > 0
        kind = Kind.OPEN if opens else Kind.CLOSE
        autolink = token.markup == "autolink"
        piece = self._add(Kind.AUTOLINK if autolink else kind, "", start, end)
        if autolink:
            self._in_autolink = opens
        if token.type == "link_open":
            self._open_links.append((piece.start, str(token.attrGet("href") or "")))
        elif token.type == "link_close":
            link_start, destination = self._open_links.pop()
            name = "autolink" if autolink else "link"
            self._constructs.append(
                Construct(name, link_start, piece.end, link_start + 1, piece.start, destination)
            )
