"""From a source to the parts of a Document: blocks of prose, constructs, and the prose view."""

from __future__ import annotations

import gc
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import cast

from markdown_it.token import Token
from markdown_it.utils import EnvType

from zhenlint.markdown import marks
from zhenlint.markdown.alignment import (
    Alignment,
    align_block,
    align_cell,
    trim_block,
)
from zhenlint.markdown.blocks import Block, Outside, as_block, masked, show_pieces, visible_text
from zhenlint.markdown.html_text import html_texts
from zhenlint.markdown.inline import ESCAPE, SpanParserInline
from zhenlint.markdown.light_token import CellsToken, InlineToken
from zhenlint.markdown.parser import Flavour, parser
from zhenlint.markdown.pieces import BY_PLACE, Construct, Kind, Piece, as_construct
from zhenlint.markdown.plain_text import plain_lines, text_pieces
from zhenlint.markdown.simple import read_simple
from zhenlint.markdown.syntax.bare_url import find_bare_urls
from zhenlint.markdown.syntax.front_matter import FrontMatter, find_front_matter
from zhenlint.markdown.syntax.tag import find_block_ids, find_tags
from zhenlint.markdown.walker import Walker
from zhenlint.named_tuple import NamedTuple
from zhenlint.source import Source

_LEAF_BLOCKS = {
    "fence": "fenced_code",
    "code_block": "indented_code",
    "math_block": "math_block",
    "comment_block": "comment",
    "template_block": "template",
    "container_fence": "container_fence",
    "container_block": "container_block",
    "mdx_esm": "mdx",
    "mdx_block": "mdx",
}
"""Token type of a block without prose → kind of construct."""


class Parts(NamedTuple):
    """What a Document is made of."""

    prose: str
    blocks: tuple[Block, ...]
    constructs: tuple[Construct, ...]
    tokens: list[Token]


def build(source: Source) -> Parts:
    """Parse a source into the parts of a Document."""
    with _collector_paused():
        return _Builder(source).build()


class _Builder:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self._visible = visible_text(source.text)
        self._as_written = self._visible is self.text and "\0" not in self.text
        self.blocks: list[Block] = []
        self._shown: list[str] = []  # the prose view up to _at
        self._at = 0
        self._outside = Outside()
        self.constructs: list[Construct] = []
        self.env: EnvType = {}
        self._walker = Walker(self.constructs, self.env)
        flavour: Flavour = "mdx" if source.path.lower().endswith(".mdx") else "markdown"
        self._markdown = parser(flavour)
        self._inline = cast(SpanParserInline, self._markdown.inline)
        self._autolinks = self._inline.reads_autolinks
        self._line_ends = source.line_ends
        if "\r" not in self.text:
            self.env.update(line_starts=source.line_starts, line_ends=self._line_ends)

    def build(self) -> Parts:
        front_matter = find_front_matter(self.text)
        body = self.text
        if front_matter:
            start, end, _ = front_matter
            body = body[:start] + masked(body[start:end], " ") + body[end:]
        tokens = self._markdown.parse(body, self.env)
        self._walk_blocks(tokens)
        self._add_definitions()
        self._shown.append(self._outside[self.text[self._at :]])
        prose = "".join(self._shown)
        if front_matter:
            prose = self._add_front_matter(front_matter, prose)
        prose = self._mask_spans(prose, "bare_url", find_bare_urls(prose))
        prose = self._mask_spans(prose, "tag", find_tags(prose))
        prose = self._mask_spans(prose, "block_id", find_block_ids(prose))
        self.constructs.sort(key=BY_PLACE)
        return Parts(prose, tuple(self.blocks), tuple(self.constructs), tokens)

    def _add(self, kind: str, start: int, end: int, destination: str = "") -> None:
        self.constructs.append(as_construct((kind, start, end, start, end, destination)))

    def _add_front_matter(self, front_matter: FrontMatter, prose: str) -> str:
        """Add the blocks of front matter; the prose view with them."""
        self._add("front_matter", front_matter.start, front_matter.end)
        blocks: list[Block] = []
        shown: list[str] = []
        last = 0
        for start, end in front_matter.prose:
            piece = Piece(Kind.TEXT, self.text[start:end], start, end)
            blocks.append(Block("front_matter", 0, start, end, (piece,)))
            shown += (prose[last:start], self._visible[start:end])
            last = end
        at = bisect_left(self.blocks, front_matter.start, key=lambda block: block.start)
        self.blocks[at:at] = blocks
        return "".join((*shown, prose[last:]))

    def _add_definitions(self) -> None:
        references = (*self.env.get("references", {}).values(), *self.env.get("duplicate_refs", ()))
        for reference in references:
            self._add("definition", *self._lines(reference["map"]), reference["href"])

    def _walk_blocks(self, tokens: list[Token]) -> None:
        for token in tokens:
            kind = token.type
            if kind == "inline":
                self._add_inline(token)  # type: ignore[arg-type]  # a cast of each takes 1 % of the time
            elif token.nesting:  # the beginnings and ends of blocks, of which there are many
                if kind == "footnote_reference_open" and token.map:
                    self._add_footnote(token.map, token.meta["label"])
            elif kind == "cells":
                self._add_cells(cast(CellsToken, token))
            elif kind in _LEAF_BLOCKS and token.map:
                self._add(_LEAF_BLOCKS[kind], *self._lines(token.map))
            elif kind == "html_block":
                self._add_html(token)

    def _lines(self, lines: list[int]) -> tuple[int, int]:
        """Extent of the 0-based source lines [first, last)."""
        starts = self.source.line_starts
        return starts[lines[0]], starts[lines[1]] if lines[1] < len(starts) else len(self.text)

    def _add_footnote(self, lines: list[int], label: str) -> None:
        start, end = self._lines(lines)
        inner_start = self.text.index("]:", start) + 2
        self.constructs.append(Construct("footnote_definition", start, end, inner_start, end, label))

    def _add_inline(self, token: InlineToken) -> None:
        """A content; of one line, and simple, are nearly all."""
        content, before_end = token.content, token.before_end
        if before_end < 0:
            self._add_lines(token)
            return
        if not content:
            return
        start = self._line_ends[token.map[0]] - before_end
        shown = self._shown
        parsed: list[Token] | None = None
        if token.written:
            parsed = self._inline.parse(content, self._markdown, self.env, [])
        elif not self._as_written or ("\\" in content and not self._inline.is_escaped_text(content)):
            parsed = self._inline.children(content, self._markdown, self.env)
        elif "\\" in content:
            shown += (self._outside[self.text[self._at : start]], ESCAPE.sub(_opened, content))
        else:
            shown.append(self._outside[self.text[self._at : start]])
            rest = read_simple(content, start, shown, self.constructs, self._autolinks)
            if rest >= 0:
                shown.pop()
                parsed = self._inline.read_from(content, rest, self._markdown, self.env)
        if parsed is None:
            self._at = end = start + len(content)
            self.blocks.append(as_block((token.kind, token.heading_level, start, end, content)))
            return
        token.parsed = parsed
        if token.written:
            self._walk(token, align_cell(token.written, start))
        elif parsed:
            self._walk(token, Alignment((), start))
        else:
            self._add_pieces(token.kind, token.heading_level, text_pieces(content, start))

    def _add_lines(self, token: InlineToken) -> None:
        """A content of several lines, or one whose place in its line is not known."""
        if not token.content:
            return
        trim: Callable[[str], str] = trim_block
        first, last = token.map
        if first == last:  # the definition list rule gives its terms empty ranges
            last, trim = first + 1, str.rstrip
        alignment = align_block(token.content, self.source, self._line_ends, first, last, trim)
        token.parsed = self._inline.children(token.content, self._markdown, self.env)
        if alignment is None:
            self._add("lost", *self._lines([first, last]))
        elif token.parsed:
            self._walk(token, alignment)
        else:
            self._add_pieces(token.kind, token.heading_level, plain_lines(token.content, alignment))

    def _walk(self, token: InlineToken, alignment: Alignment) -> None:
        """Add the pieces of a content that was parsed."""
        self._walker.begin(alignment)
        self._walker.walk(token.parsed or [], token.content)
        self._add_pieces(token.kind, token.heading_level, self._walker.pieces)

    def _add_cells(self, token: CellsToken) -> None:
        """Table cells that hold text only."""
        line_end = self._line_ends[token.line]
        for content, before_end in token.cells:
            if content:
                start = line_end - before_end
                end = start + len(content)
                self.blocks.append(as_block(("table_cell", 0, start, end, content)))
                self._shown += (self._outside[self.text[self._at : start]], self._visible[start:end])
                self._at = end

    def _add_pieces(self, kind: str, level: int, pieces: list[Piece]) -> None:
        if pieces:
            start, end = pieces[0].start, pieces[-1].end
            self.blocks.append(as_block((kind, level, start, end, tuple(pieces))))
            show_pieces(self._shown, pieces, self._at, self._visible, self._outside)
            self._at = end

    def _add_html(self, token: Token) -> None:
        """An HTML block: its tags are no prose, the text between two block-level tags is one block."""
        first, last = token.map or (0, 0)
        self._add("html_block", *self._lines([first, last]))
        content = token.content.rstrip("\n")
        alignment = align_block(content, self.source, self._line_ends, first, last, trim=str)
        if alignment is None:
            self._add("lost", *self._lines([first, last]))
            return
        for pieces in html_texts(content, alignment):
            self._add_pieces("html", 0, pieces)

    def _mask_spans(self, prose: str, kind: str, spans: list[tuple[int, int]]) -> str:
        """Turn spans of the prose into atoms and note them; one that overlaps an earlier one is left."""
        parts: list[str] = []
        at = 0
        for start, end in sorted(spans):
            if start >= at:
                self._add(kind, start, end, self.text[start:end])
                parts += (prose[at:start], marks.ATOM * (end - start))
                at = end
        return "".join((*parts, prose[at:])) if parts else prose


def _opened(escape: re.Match[str]) -> str:
    """How an escape is shown in the prose view."""
    return marks.OPEN + escape[1]


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from walking the growing lists of tokens and pieces again and again.

    A table of 40,000 cells takes 0.6 × the time; nothing that parsing makes is cyclic garbage.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
