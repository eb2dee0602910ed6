"""Inline tokens with spans to pieces of the source: what each stretch is to a reader."""

from __future__ import annotations

from collections.abc import Iterator
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
    AUTOLINK = "autolink"
    IMAGE = "image"


class Piece(NamedTuple):
    """``text[start:end]`` of the source, and the characters a reader sees of it."""

    kind: Kind
    content: str
    start: int
    end: int


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


def walk(
    tokens: list[Token], alignment: Alignment, constructs: list[Construct], base: int = 0
) -> Iterator[Piece]:
    """The pieces of one block in source order; links, images and code spans are added to ``constructs``.

    ``base`` is where ``tokens`` begin in the block's content (an image's alternative text is parsed
    on its own).
    """
    in_autolink = False
    open_links: list[tuple[int, Token]] = []
    silent_elements: list[str] = []
    for number, token in enumerate(tokens):
        start, end = (offset + base for offset in token.meta["span"])
        kind = token.type
        if kind == "text" and token.content:
            if in_autolink:
                yield Piece(Kind.AUTOLINK, token.content, alignment.start(start), alignment.end(end))
            elif silent_elements:
                yield Piece(Kind.HTML, token.content, alignment.start(start), alignment.end(end))
            else:
                yield from _text(token.content, start, end, alignment)
        elif kind == "text":  # half of a strong delimiter, emptied by the emphasis rule
            after = tokens[number + 1].type if number + 1 < len(tokens) else ""
            opens = after.endswith("_open")
            yield Piece(Kind.OPEN if opens else Kind.CLOSE, "", alignment.start(start), alignment.end(end))
        elif kind == "text_special" and token.content == token.markup:  # a plain backslash
            yield from _text(token.content, start, end, alignment)
        elif kind == "text_special":
            special = Kind.ENTITY if token.info == "entity" else Kind.ESCAPE
            yield Piece(special, token.content, alignment.start(start), alignment.end(end))
        elif kind in ("softbreak", "hardbreak"):
            yield Piece(Kind.BREAK, "\n", alignment.start(start), alignment.start(end))
        elif kind == "image":
            yield from _image(token, start, end, alignment, constructs)
        elif kind == "code_inline":
            piece = Piece(Kind.CODE_SPAN, token.content, alignment.start(start), alignment.end(end))
            constructs.append(Construct("code_span", piece.start, piece.end, piece.start, piece.end))
            yield piece
        elif kind == "html_inline":
            piece = Piece(Kind.HTML, token.content, alignment.start(start), alignment.end(end))
            constructs.append(Construct("html_inline", piece.start, piece.end, piece.start, piece.end))
            yield _html(piece, silent_elements)
        elif kind.startswith("math_"):
            piece = Piece(Kind.MATH, token.content, alignment.start(start), alignment.end(end))
            constructs.append(Construct("math_inline", piece.start, piece.end, piece.start, piece.end))
            yield piece
        elif token.markup == "autolink":
            in_autolink = token.nesting > 0
            piece = Piece(Kind.AUTOLINK, "", alignment.start(start), alignment.end(end))
            if in_autolink:
                open_links.append((piece.start, token))
            else:
                link_start, opener = open_links.pop()
                destination = str(opener.attrGet("href") or "")
                constructs.append(
                    Construct("autolink", link_start, piece.end, link_start + 1, piece.start, destination)
                )
            yield piece
        else:
            piece = Piece(
                Kind.OPEN if token.nesting > 0 else Kind.CLOSE,
                "",
                alignment.start(start),
                alignment.end(end),
            )
            if kind == "link_open":
                open_links.append((piece.start, token))
            elif kind == "link_close":
                link_start, opener = open_links.pop()
                destination = str(opener.attrGet("href") or "")
                constructs.append(
                    Construct("link", link_start, piece.end, link_start + 1, piece.start, destination)
                )
            yield piece


def _text(content: str, start: int, end: int, alignment: Alignment) -> Iterator[Piece]:
    """Plain text, cut at a table's escaped pipes."""
    at = 0
    for source_start, source_end, pipe in alignment.pieces(start, end):
        if pipe:
            yield Piece(Kind.ESCAPE, "|", source_start, source_end)
            at += 1
        else:
            size = source_end - source_start
            yield Piece(Kind.TEXT, content[at : at + size], source_start, source_end)
            at += size


def _image(
    token: Token, start: int, end: int, alignment: Alignment, constructs: list[Construct]
) -> Iterator[Piece]:
    """``![``, the pieces of the alternative text, ``](…)``."""
    opened = alignment.end(start + 2)
    whole_start, whole_end = alignment.start(start), alignment.end(end)
    inner: list[Piece] = []
    if token.children:
        inner = list(walk(token.children, alignment, constructs, start + 2))
    closed = max((piece.end for piece in inner), default=opened)
    destination = str(token.attrGet("src") or "")
    constructs.append(Construct("image", whole_start, whole_end, opened, closed, destination))
    yield Piece(Kind.IMAGE, "", whole_start, opened)
    yield from inner
    yield Piece(Kind.IMAGE, "", closed, whole_end)


def _html(piece: Piece, silent_elements: list[str]) -> Piece:
    """An inline tag as markup or as something rendered; keeps track of code-like elements."""
    tag = parse_tag(piece.content)
    if tag is None:  # comment, declaration, processing instruction, CDATA
        return piece._replace(kind=Kind.CLOSE)
    if silent_elements:
        if tag.closes and tag.name == silent_elements[-1]:
            silent_elements.pop()
        return piece
    if tag.silences:
        silent_elements.append(tag.name)
        return piece
    return piece._replace(kind=_tag_kind(tag))


def _tag_kind(tag: Tag) -> Kind:
    if tag.void:
        return Kind.HTML
    return Kind.CLOSE if tag.closes else Kind.OPEN
