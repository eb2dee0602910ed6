"""HTML tags inside Markdown text: which vanish, which show something, which hold no prose."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

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
"""Elements without content (HTML Living Standard, section 13.1.2)."""

SILENT_ELEMENTS: Final = frozenset(
    ["code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea", "tt", "var"]
)
"""Elements whose content is not prose."""

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")


class Tag(NamedTuple):
    """An HTML tag: element name in lower case, and whether it is a closing or self-closing tag."""

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
        return self.name in SILENT_ELEMENTS and not self.closes and not self.self_closing


def parse_tag(html: str) -> Tag | None:
    """Read a tag; None for a comment, declaration, processing instruction or CDATA section."""
    match = _TAG.match(html)
    if match is None:
        return None
    return Tag(match[2].lower(), bool(match[1]), html.endswith("/>"))
