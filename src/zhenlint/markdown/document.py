"""A parsed file: one text, one prose view of the same length, and what stands where.

A rule matches patterns on :attr:`Document.prose`.  Prose characters stand there as they are in the
text; everything else is one of the marks of :mod:`zhenlint.markdown.marks`; line ends stay.  So an
offset in the prose is an offset in the text, and nothing has to be mapped back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from markdown_it.token import Token

from zhenlint.markdown import marks
from zhenlint.markdown.alignment import Alignment, align_block, align_row
from zhenlint.markdown.parser import parser
from zhenlint.markdown.pieces import Construct, Kind, Piece, Walker
from zhenlint.markdown.syntax.bare_url import find_bare_urls
from zhenlint.markdown.syntax.front_matter import FrontMatter, find_front_matter
from zhenlint.source import Source

T = TypeVar("T")

_NOT_LINE_END = re.compile(r"[^\r\n]")
_WORD = re.compile(r"[A-Za-z]+")
_MASK = {
    Kind.OPEN: marks.OPEN,
    Kind.CLOSE: marks.CLOSE,
    Kind.BREAK: marks.BLOCK,
    Kind.CODE_SPAN: marks.ATOM,
    Kind.MATH: marks.ATOM,
    Kind.HTML: marks.ATOM,
    Kind.QUIET: marks.ATOM,
    Kind.AUTOLINK: marks.ATOM,
    Kind.IMAGE: marks.ATOM,
}
_CODE_KINDS = {
    "fence": "fenced_code",
    "code_block": "indented_code",
    "html_block": "html_block",
    "math_block": "math_block",
    "math_block_label": "math_block",
}
_LINK_KINDS = frozenset(("link", "image", "autolink", "bare_url"))


class Block(NamedTuple):
    """A stretch of inline content: one paragraph, heading or table cell.

    ``kind`` is ``paragraph``, ``heading``, ``table_cell`` or ``front_matter``; ``level`` is a
    heading's level, else 0.  ``pieces`` are in source order.
    """

    kind: str
    level: int
    start: int
    end: int
    pieces: tuple[Piece, ...]

    @property
    def reading(self) -> str:
        """What a reader sees: the pieces' characters, a space for each line break."""
        return "".join(" " if piece.kind is Kind.BREAK else piece.content for piece in self.pieces)


@dataclass(frozen=True)
class Document:
    """A source, parsed.  All offsets are code points of ``source.text``."""

    source: Source
    prose: str
    blocks: tuple[Block, ...]
    constructs: tuple[Construct, ...]
    tokens: list[Token] = field(repr=False)
    _shared: dict[Callable[[Document], Any], Any] = field(default_factory=dict, repr=False)

    @classmethod
    def parse(cls, source: Source) -> Document:
        """Parse a source.  Any text is a Markdown document, so this does not fail."""
        return _Builder(source).build()

    @property
    def text(self) -> str:
        """The source's text."""
        return self.source.text

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        """The blocks that are headings."""
        return tuple(block for block in self.blocks if block.kind == "heading")

    @cached_property
    def links(self) -> tuple[Construct, ...]:
        """Inline and reference links, images, autolinks and bare URLs, in order of their start."""
        return tuple(item for item in self.constructs if item.kind in _LINK_KINDS)

    @cached_property
    def code_words(self) -> frozenset[str]:
        """Latin words, lower-case, that stand in code, HTML, math, URLs and link destinations."""
        words: set[str] = set()
        for item in self.constructs:
            if item.kind in ("link", "image"):
                words.update(_WORD.findall(self.text[item.inner_end : item.end].lower()))
            else:
                words.update(_WORD.findall(self.text[item.start : item.end].lower()))
        return frozenset(words)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """The block whose extent holds an offset, or None outside prose."""
        index = bisect_right(self._block_starts, offset) - 1
        if index >= 0 and offset < self.blocks[index].end:
            return self.blocks[index]
        return None

    def is_literal(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` is prose that stands in the source as it reads.

        Only such stretches may be edited: not marks, not entities, not what a backslash escapes.
        """
        escaped = start > 0 and self.prose[start - 1] == marks.OPEN and self.text[start - 1] == "\\"
        return self.prose[start:end] == self.text[start:end] and not (escaped and end > start)

    def shared(self, function: Callable[[Document], T]) -> T:
        """``function(self)``, computed once for all the rules that ask."""
        if function not in self._shared:
            self._shared[function] = function(self)
        value: T = self._shared[function]
        return value


class _Builder:
    """Parses one source and gathers what the Document holds."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.blocks: list[Block] = []
        self.constructs: list[Construct] = []

    def build(self) -> Document:
        front_matter = find_front_matter(self.text)
        body = self.text
        if front_matter:
            self._add_front_matter(front_matter)
            cut = _NOT_LINE_END.sub(" ", body[: front_matter.end])
            body = cut + body[front_matter.end :]
        tokens = parser().parse(body, {})
        self._walk_blocks(tokens)
        prose = self._mask_bare_urls(self._mask())
        self.constructs.sort(key=lambda item: (item.start, item.end))
        return Document(self.source, prose, tuple(self.blocks), tuple(self.constructs), tokens)

    def _add(self, kind: str, start: int, end: int, destination: str = "") -> None:
        self.constructs.append(Construct(kind, start, end, start, end, destination))

    def _add_front_matter(self, front_matter: FrontMatter) -> None:
        self._add("front_matter", 0, front_matter.end)
        for start, end in front_matter.prose:
            piece = Piece(Kind.TEXT, self.text[start:end], start, end)
            self.blocks.append(Block("front_matter", 0, start, end, (piece,)))

    def _walk_blocks(self, tokens: list[Token]) -> None:
        row: list[Token] | None = None
        head = False
        for index, token in enumerate(tokens):
            if token.type == "tr_open":
                row, head = [], tokens[index - 1].type == "thead_open"
            elif token.type == "tr_close":
                self._add_row(row or [], head)
                row = None
            elif token.type == "inline" and token.map:
                if row is not None:
                    row.append(token)
                elif token.content:
                    self._add_inline(token, tokens[index - 1])
            elif token.type in _CODE_KINDS and token.map:
                self._add(_CODE_KINDS[token.type], *self._lines(token.map))

    def _lines(self, lines: list[int]) -> tuple[int, int]:
        """Extent of the 0-based source lines [first, last)."""
        starts = self.source.line_starts
        return starts[lines[0]], starts[lines[1]] if lines[1] < len(starts) else len(self.text)

    def _add_inline(self, token: Token, parent: Token) -> None:
        first, last = token.map or (0, 0)
        heading = parent.type == "heading_open"
        atx_heading = heading and parent.markup[0] == "#"
        alignment = align_block(token.content, self.source, first, last, atx_heading=atx_heading)
        level = int(parent.tag[1]) if heading else 0
        self._add_block("heading" if heading else "paragraph", level, token, alignment)

    def _add_row(self, cells: list[Token], head: bool) -> None:
        if not cells or not cells[0].map:
            return
        contents = [cell.content for cell in cells]
        for cell, alignment in zip(
            cells, align_row(contents, self.source, cells[0].map[0], head=head), strict=True
        ):
            if cell.content:
                self._add_block("table_cell", 0, cell, alignment)

    def _add_block(self, kind: str, level: int, token: Token, alignment: Alignment | None) -> None:
        if alignment is None:
            self._add("lost", *self._lines(token.map or [0, 0]))
            return
        walker = Walker(alignment, self.constructs)
        walker.walk(token.children or [])
        # The strikethrough rule moves the odd tilde of "~~~" behind the closing tag.
        pieces = tuple(sorted(walker.pieces, key=lambda piece: piece.start))
        if pieces:
            self.blocks.append(Block(kind, level, pieces[0].start, pieces[-1].end, pieces))

    def _mask_bare_urls(self, prose: str) -> str:
        parts: list[str] = []
        at = 0
        for start, end in sorted(find_bare_urls(prose)):
            if start >= at:  # else an address inside the URL before it
                self._add("bare_url", start, end, self.text[start:end])
                parts += (prose[at:start], marks.ATOM * (end - start))
                at = end
        return "".join((*parts, prose[at:]))

    def _mask(self) -> str:
        """The prose view: prose as it is, every other character a mark, line ends kept."""
        text = self.text
        visible = marks.ANY_MARK.sub(marks.ATOM, text)
        outside = _NOT_LINE_END.sub(marks.BLOCK, text)
        parts: list[str] = []
        at = 0
        for block in self.blocks:
            for piece in block.pieces:
                if piece.start > at:
                    parts.append(outside[at : piece.start])
                parts.extend(_masked(piece, visible))
                at = piece.end
        parts.append(outside[at:])
        return "".join(parts)


def _masked(piece: Piece, visible: str) -> Iterator[str]:
    """How one piece stands in the prose view."""
    kind, content, start, end = piece
    if kind is Kind.TEXT:
        yield visible[start:end]
    elif kind is Kind.ESCAPE:
        yield marks.OPEN + visible[start + 1 : end]
    elif kind is Kind.ENTITY:
        blank = content.isspace()  # a blank is a blank to the spacing rules, however it is written
        yield "\u00a0" + marks.CLOSE * (end - start - 1) if blank else marks.ATOM * (end - start)
    else:
        yield _NOT_LINE_END.sub(_MASK[kind], visible[start:end])
