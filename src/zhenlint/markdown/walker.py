"""Inline tokens, and the text between them, to pieces of the source: what each stretch is to a reader."""

from __future__ import annotations

from typing import cast

from markdown_it.token import Token
from markdown_it.utils import EnvType

from zhenlint.markdown.alignment import Alignment
from zhenlint.markdown.light_token import LightToken
from zhenlint.markdown.pieces import Construct, Kind, Piece, as_construct, as_piece
from zhenlint.markdown.plain_text import text_pieces
from zhenlint.markdown.quick import simple_tokens
from zhenlint.markdown.syntax.html import Tag, parse_tag, prose_attributes

_TEXT, _BREAK, _OPEN, _CLOSE = Kind.TEXT, Kind.BREAK, Kind.OPEN, Kind.CLOSE
_ENTITY, _ESCAPE, _HTML = Kind.ENTITY, Kind.ESCAPE, Kind.HTML
"""Named here because Python 3.11 takes four times as long to look up an enumeration's member."""

_DELIMITERS = {
    f"{name}_{end}": kind
    for name in ("em", "strong", "s", "mark")
    for end, kind in (("open", _OPEN), ("close", _CLOSE))
}
"""Token type → kind of its piece."""

_ATOMS = {
    "code_inline": (Kind.CODE_SPAN, "code_span"),
    "math_inline": (Kind.MATH, "math_inline"),
    "wikilink": (Kind.OTHER, "wikilink"),
    "embed": (Kind.OTHER, "embed"),
    "template": (Kind.OTHER, "template"),
    "comment_inline": (Kind.OTHER, "comment"),
    "attributes": (Kind.OTHER, "attributes"),
    "role": (Kind.OTHER, "role"),
    "callout": (Kind.OTHER, "callout"),
}
"""Token type → kind of its piece, kind of the construct."""


def simple_pieces(content: str, start: int) -> tuple[Piece, ...]:
    """The pieces of a simple content, or of text with escapes, that begins at an offset."""
    if "\\" in content:
        return tuple(text_pieces(content, start))
    walker = Walker([], {})
    walker.begin(Alignment((), start))
    walker.walk(simple_tokens(content), content)
    return tuple(walker.pieces)


class Walker:
    """Turns the inline tokens of a block, and the text between them, into pieces, noting constructs.

    ``pieces`` come in source order.  Links, images, code spans and the like are added to the list
    ``constructs``, which belongs to the caller.
    """

    def __init__(self, constructs: list[Construct], env: EnvType) -> None:
        self._constructs = constructs
        self._env = env
        self.begin(Alignment((), 0))

    def begin(self, alignment: Alignment) -> None:
        """Begin another block."""
        self.pieces: list[Piece] = []
        self._alignment = alignment
        self._open_links: list[tuple[Piece, str]] = []
        self._quiet_elements: list[str] = []
        self._in_autolink = False

    def walk(self, tokens: list[Token], content: str, base: int = 0) -> None:
        """Add the pieces of a content with these tokens that begins at ``base`` in the block's content."""
        at, shift = 0, self._alignment.shift
        shifted = base + (shift or 0)
        for token in cast("list[LightToken]", tokens):
            start, end = token.start, token.end
            if start > at:
                if shift is None or self._quiet_elements:
                    self._lines(content[at:start], base + at)
                else:  # of one line, as nearly all are
                    piece = as_piece((_TEXT, content[at:start], at + shifted, start + shifted))
                    self.pieces.append(piece)
            kind, at = token.type, end
            if kind in _DELIMITERS:
                if shift is None:
                    self._add(_DELIMITERS[kind], "", base + start, base + end)
                else:
                    self.pieces.append(as_piece((_DELIMITERS[kind], "", start + shifted, end + shifted)))
            elif kind in _ATOMS:
                self._atom(token, base + start, base + end)
            elif kind == "text_special":
                self._special(token, base + start, base + end)
            elif self._in_autolink and kind == "text":  # shown decoded, so of another length
                self._add(Kind.AUTOLINK, token.content, base + start, base + end)
            elif kind == "text":
                self._text(token.content, base + start)
            elif kind == "hardbreak":
                self._break(base + start, base + end)
            else:
                self._construct(token, base + start, base + end)
        if at < len(content):
            self._lines(content[at:], base + at)

    def _lines(self, text: str, start: int) -> None:
        """Add the text between two tokens, line by line; blanks at a line end belong to the break."""
        if "\n" not in text:
            self._text(text, start)
            return
        first, *others = text.split("\n")
        shown = first.rstrip(" ")
        if shown:
            self._text(shown, start)
        broken, start = start + len(shown), start + len(first) + 1
        for number, line in enumerate(others, 1):
            shown = line.lstrip(" \t")
            at = start + len(line) - len(shown)
            self._break(broken, at)
            if number < len(others):
                shown = shown.rstrip(" ")
            if shown:
                self._text(shown, at)
            broken, start = at + len(shown), start + len(line) + 1

    def _break(self, start: int, end: int) -> None:
        alignment = self._alignment
        self.pieces.append(as_piece((_BREAK, "\n", alignment.start(start), alignment.start(end))))

    def _special(self, token: Token, start: int, end: int) -> None:
        """An entity, or a backslash and the character behind it, which it may escape or not."""
        if token.content == token.markup:
            self._text(token.content, start)
        elif self._quiet_elements:
            self._add(Kind.QUIET, token.content, start, end)
        else:
            self._add(_ENTITY if token.info == "entity" else _ESCAPE, token.content, start, end)

    def _construct(self, token: Token, start: int, end: int) -> None:
        """A token that is neither text nor one indivisible thing."""
        kind = token.type
        if kind == "html_inline" or (kind == "mdx_inline" and token.content[0] == "<"):
            self._html(token, start, end)
        elif kind == "mdx_inline":
            self._note("mdx", self._add(Kind.OTHER, "", start, end))
        elif kind == "image":
            self._image(token, start, end)
        elif kind == "footnote_ref":
            self._footnote(token, start, end)
        else:
            self._pair(token, start, end)

    def _add(self, kind: Kind, content: str, start: int, end: int) -> Piece:
        """Add a piece of the block's content [start, end)."""
        alignment, shift = self._alignment, self._alignment.shift
        if shift is None:
            piece = as_piece((kind, content, alignment.start(start), alignment.end(end)))
        else:
            piece = as_piece((kind, content, start + shift, end + shift))
        self.pieces.append(piece)
        return piece

    def _note(self, kind: str, piece: Piece, destination: str = "") -> None:
        """Note a construct that has no inner text."""
        _, _, start, end = piece
        self._constructs.append(as_construct((kind, start, end, start, end, destination)))

    def _text(self, text: str, start: int) -> None:
        """Add text of one line."""
        end = start + len(text)
        if self._quiet_elements:
            self._add(Kind.QUIET, text, start, end)
            return
        at = 0
        for source_start, source_end, is_pipe in self._alignment.stretches(start, end):
            size = 1 if is_pipe else source_end - source_start
            kind = Kind.ESCAPE if is_pipe else _TEXT
            self.pieces.append(as_piece((kind, text[at : at + size], source_start, source_end)))
            at += size

    def _atom(self, token: Token, start: int, end: int) -> None:
        kind, construct = _ATOMS[token.type]
        alignment, shift = self._alignment, self._alignment.shift
        if shift is None:
            start, end = alignment.start(start), alignment.end(end)
        else:
            start, end = start + shift, end + shift
        self.pieces.append(as_piece((kind, token.content, start, end)))
        destination = token.meta.get("target", "")
        self._constructs.append(as_construct((construct, start, end, start, end, destination)))

    def _html(self, token: Token, start: int, end: int) -> None:
        """An inline tag; between ``<kbd>`` and ``</kbd>`` and their like there is no prose."""
        kind = self._tag_kind(parse_tag(token.content))
        if "=" not in token.content:
            self._note("html_inline", self._add(kind, "", start, end))
            return
        values = list(prose_attributes(token.content))
        at = 0
        for value_start, value_end in values:
            self._add(Kind.HTML, "", start + at, start + value_start)
            value = token.content[value_start:value_end]
            self._add(Kind.ATTRIBUTE, value, start + value_start, start + value_end)
            at = value_end
        last = self._add(Kind.HTML if values else kind, "", start + at, end)
        whole = self._alignment.start(start)
        self._constructs.append(Construct("html_inline", whole, last.end, whole, last.end))

    def _tag_kind(self, tag: Tag | None) -> Kind:
        if tag is None:  # a comment, declaration, processing instruction or CDATA section
            return _CLOSE
        if self._quiet_elements:
            if tag.closes and tag.name == self._quiet_elements[-1]:
                self._quiet_elements.pop()
            return _HTML
        if tag.silences:
            self._quiet_elements.append(tag.name)
            return _HTML
        if tag.void:
            return _HTML
        return _CLOSE if tag.closes else _OPEN

    def _image(self, token: Token, start: int, end: int) -> None:
        """``![``, the pieces of the alternative text, ``](…)``."""
        opening = self._add(Kind.IMAGE, "", start, start + 2)
        self.walk(token.children or [], token.content, start + 2)
        closed, whole_end = self.pieces[-1].end, self._alignment.end(end)
        self.pieces.append(Piece(Kind.IMAGE, "", closed, whole_end))
        destination = str(token.attrGet("src") or "")
        self._constructs.append(
            as_construct(("image", opening.start, whole_end, opening.end, closed, destination))
        )

    def _footnote(self, token: Token, start: int, end: int) -> None:
        """A footnote's mark ``[^1]``, or a footnote in the text: ``^[``, its pieces, ``]``."""
        if "label" in token.meta:
            self._note("footnote_reference", self._add(Kind.OTHER, "", start, end), token.meta["label"])
            return
        opening = self._add(Kind.OTHER, "", start, start + 2)
        footnote = self._env["footnotes"]["list"][token.meta["id"]]
        self.walk(footnote["tokens"], footnote["content"], start + 2)
        closing = self._add(Kind.OTHER, "", end - 1, end)
        self._constructs.append(Construct("footnote", opening.start, closing.end, opening.end, closing.start))

    def _pair(self, token: Token, start: int, end: int) -> None:
        """An opening or closing token: emphasis, strikethrough, highlight, link, autolink."""
        opens = token.nesting > 0
        autolink = token.markup == "autolink"
        kind = Kind.AUTOLINK if autolink else Kind.OPEN if opens else Kind.CLOSE
        piece = self._add(kind, "", start, end)
        if autolink:
            self._in_autolink = opens
        if token.type in ("link_open", "wikilink_open"):
            destination = token.meta.get("target") or token.attrGet("href") or ""
            self._open_links.append((piece, str(destination)))
        elif token.type in ("link_close", "wikilink_close"):
            opening, destination = self._open_links.pop()
            name = "autolink" if autolink else token.type.removesuffix("_close")
            self._constructs.append(
                as_construct((name, opening.start, piece.end, opening.end, piece.start, destination))
            )
