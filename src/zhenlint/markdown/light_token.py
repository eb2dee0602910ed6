"""markdown-it-py tokens that are cheap to make: they hold what differs, their classes what does not.

Of a block that has no text, such as the beginning of a list, nothing differs, so that one token stands for
all (parsing takes 0.9 × the time).
"""

from __future__ import annotations

from typing import Literal

from markdown_it.token import Token


class LightToken(Token):
    """A token made without the calls that a dataclass makes for its default values.

    Making one takes 0.6 × the time.  A token in a line comes from ``content[start:end]`` of its block's
    content.
    """

    __slots__ = ("end", "start")
    start: int
    end: int

    def __init__(self, type: str, tag: str, nesting: Literal[-1, 0, 1], content: str = "") -> None:
        self.type = type
        self.tag = tag
        self.nesting = nesting
        self.attrs = {}
        self.map = None
        self.level = 0
        self.children = None
        self.content = content
        self.markup = ""
        self.info = ""
        self.meta = {}
        self.block = False
        self.hidden = False


class _ConstantToken(LightToken):
    """A token of which nearly all is a class's constants."""

    __slots__ = ()
    tag = content = markup = info = ""
    attrs = meta = {}  # noqa: RUF012 (nobody writes to them: no rule sees these tokens)
    map: list[int] | None = None
    children: list[Token] | None = None
    nesting: Literal[-1, 0, 1] = 0
    level = 0
    block = hidden = False


class MarkToken(_ConstantToken):
    """The beginning or end of a block, or a block without text: it says no more than its type."""

    __slots__ = ("nesting", "type")

    def __init__(self, type: str, nesting: Literal[-1, 0, 1]) -> None:
        self.type = type
        self.nesting = nesting


class ItemToken(_ConstantToken):
    """The beginning of a list's item that has a number (``info``) or a check box (``attrs``)."""

    __slots__ = ("attrs", "info")
    type = "list_item_open"
    nesting = 1

    def __init__(self, number: str) -> None:
        self.info = number
        self.attrs: dict[str, str | int | float] = {}


class ListToken(_ConstantToken):
    """The beginning of a list that begins with another number than 1 or has check boxes (``attrs``)."""

    __slots__ = ("attrs", "type")
    nesting = 1

    def __init__(self, type: str, attrs: dict[str, str | int | float]) -> None:
        self.type = type
        self.attrs = attrs


class FenceToken(_ConstantToken):
    """A fenced code block."""

    __slots__ = ("content", "info", "map")
    type = "fence"

    def __init__(self, info: str, content: str, first: int, end: int) -> None:
        self.info = info
        self.content = content
        self.map = [first, end]


class InlineToken(_ConstantToken):
    """The content of a paragraph, a heading or a table's cell, from the lines of its ``map``.

    ``kind`` and ``heading_level`` are what :class:`~zhenlint.markdown.blocks.Block` calls so.  If the content
    is of one line, ``before_end`` tells how far before the line's end it begins, else it is -1.
    ``written`` is a cell with escaped pipes as it was before they lost their backslashes.  ``parsed`` are
    its children if it was parsed, which simple contents are not (:mod:`zhenlint.markdown.simple`).
    """

    __slots__ = ("before_end", "content", "heading_level", "kind", "map", "parsed", "written")
    type = "inline"

    def __init__(
        self, content: str, lines: list[int], kind: str = "paragraph", level: int = 0, before_end: int = -1
    ) -> None:
        self.content = content
        self.map: list[int] = lines
        self.kind = kind
        self.heading_level = level
        self.before_end = before_end
        self.written = ""
        self.parsed: list[Token] | None = None

    @property
    def children(self) -> list[Token] | None:
        """The tokens of the content."""
        if self.parsed is None:
            from zhenlint.markdown.quick import simple_tokens

            self.parsed = simple_tokens(self.content)
        return self.parsed

    @children.setter
    def children(self, _: list[Token] | None) -> None:
        """Do nothing: block rules of others put an empty list there, before contents are parsed."""


class CellsToken(_ConstantToken):
    """Table cells side by side that hold text only, each with how far before its line's end it begins."""

    __slots__ = ("cells", "line")
    type = "cells"

    def __init__(self, cells: list[tuple[str, int]], line: int) -> None:
        self.cells = cells
        self.line = line


class DelimiterToken(_ConstantToken):
    """What a pair of delimiters opens or closes."""

    __slots__ = ("nesting", "type")

    def __init__(self, type: str, nesting: Literal[-1, 1], start: int, end: int) -> None:
        self.type = type
        self.nesting = nesting
        self.start = start
        self.end = end


class CodeToken(_ConstantToken):
    """A code span."""

    __slots__ = ("content",)
    type = "code_inline"

    def __init__(self, content: str, start: int, end: int) -> None:
        self.content = content
        self.start = start
        self.end = end


class EscapeToken(_ConstantToken):
    """A backslash and the character that it escapes."""

    __slots__ = ("content",)
    type = "text_special"
    info = "escape"

    def __init__(self, content: str, start: int) -> None:
        self.content = content
        self.start = start
        self.end = start + 2


class TagToken(_ConstantToken):
    """An HTML tag in a line."""

    __slots__ = ("content",)
    type = "html_inline"

    def __init__(self, content: str) -> None:
        self.content = content
