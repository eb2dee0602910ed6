"""HTML in Markdown: which tags vanish, which show something, and where prose lies in HTML.

Sources: HTML Living Standard (void elements, section 13.1.2), CommonMark 0.31.2 sections 4.6 and 6.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple

VOID_ELEMENTS: Final = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
"""Elements without content."""

QUIET_ELEMENTS: Final = frozenset(
    [
        "code",
        "kbd",
        "math",
        "pre",
        "samp",
        "script",
        "style",
        "svg",
        "textarea",
        "tt",
        "var",
        "template",
        "noscript",
        "iframe",
    ]
)
"""Elements whose content is not prose."""

_INLINE_ELEMENTS: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "label",
        "mark",
        "q",
        "ruby",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
    ]
)
_TAG = lazy_pattern(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_PIECE = lazy_pattern(
    r"<!--.*?(?:-->|\Z)|<[!?].*?(?:>|\Z)"
    r"|</?[A-Za-z][A-Za-z0-9-]*(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>|&#?[A-Za-z0-9]+;",
    re.DOTALL,
)
_PROSE_ATTRIBUTE = lazy_pattern(r"(?<=\s)(?:alt|title)\s*=\s*(?:\"([^\"]+)\"|'([^']+)')", re.IGNORECASE)


class Tag(NamedTuple):
    """An HTML tag: element name in lower case, whether it closes, whether it ends in ``/>``."""

    name: str
    closes: bool
    self_closing: bool

    @property
    def void(self) -> bool:
        """Whether the tag stands for an element without content."""
        return self.self_closing or self.name in VOID_ELEMENTS

    @property
    def silences(self) -> bool:
        """Whether prose stops at this tag."""
        return self.name in QUIET_ELEMENTS and not self.closes and not self.self_closing

    @property
    def inline(self) -> bool:
        """Whether text goes on across this tag."""
        return self.name in _INLINE_ELEMENTS


class HtmlPiece(NamedTuple):
    """A stretch of an HTML block.

    ``kind`` is ``text``, ``entity``, ``quiet`` (text that is no prose), ``open`` or ``close`` (a tag
    across which text goes on) or ``tag`` (any other tag, a comment, a declaration).
    """

    kind: str
    start: int
    end: int


@lru_cache(maxsize=1024)
def parse_tag(html: str) -> Tag | None:
    """Read a tag; None for a comment, declaration, processing instruction or CDATA section."""
    match = _TAG.match(html)
    if match is None:
        return None
    return Tag(match[2].lower(), bool(match[1]), html.endswith("/>"))


def prose_attributes(html: str) -> Iterator[tuple[int, int]]:
    """Spans of the values of ``alt`` and ``title`` in a tag, which people read."""
    for match in _PROSE_ATTRIBUTE.finditer(html):
        yield match.span(match.lastindex or 0)


def split_html(html: str, quiet: list[str]) -> Iterator[HtmlPiece]:
    """Cut the content of an HTML block into tags and text.

    ``quiet`` is the stack of open elements without prose; it belongs to the caller, since such an
    element may be closed in a later block.
    """
    at = 0
    for match in _PIECE.finditer(html):
        if match.start() > at:
            yield HtmlPiece("quiet" if quiet else "text", at, match.start())
        yield HtmlPiece(_kind(match[0], quiet), *match.span())
        at = match.end()
    if at < len(html):
        yield HtmlPiece("quiet" if quiet else "text", at, len(html))


def _kind(html: str, quiet: list[str]) -> str:
    if html[0] == "&":
        return "quiet" if quiet else "entity"
    tag = parse_tag(html)
    if tag is None:
        return "tag"
    if quiet:
        if tag.closes and tag.name == quiet[-1]:
            quiet.pop()
        return "tag"
    if tag.silences:
        quiet.append(tag.name)
    elif tag.inline and not tag.void:
        return "close" if tag.closes else "open"
    return "tag"


def without_prose(html: str) -> str:
    """The tags of an HTML text with the texts and the values of ``alt`` and ``title`` taken out."""
    tags = [html[start:end] for kind, start, end in split_html(html, []) if kind not in ("text", "entity")]
    return "\n".join(_PROSE_ATTRIBUTE.sub("", tag) for tag in tags)
