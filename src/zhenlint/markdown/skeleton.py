"""The structure of a document with its texts taken out: what a fix must not change.

Two documents with equal skeletons have the same blocks, nesting, emphasis, links with the same
destinations and titles, images, code and HTML; only the characters of their prose differ.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias, cast

from markdown_it.token import Token

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.light_token import CellsToken, LightToken
from zhenlint.markdown.syntax.html import without_prose

Part: TypeAlias = tuple[str, int, str, str]
"""Token type, nesting, attributes, content (of tokens whose content is not prose)."""

_BREAK = lazy_pattern(r" *\n")
_HTML = frozenset(("html_inline", "html_block", "mdx_inline"))
_PROSE = frozenset(("text", "text_special", "inline", "image"))


def skeleton(tokens: Iterable[Token]) -> list[Part]:
    """The skeleton of a token tree, flattened in document order."""
    return list(_parts(tokens))


def _parts(tokens: Iterable[Token]) -> Iterator[Part]:
    for token in tokens:
        if isinstance(token, CellsToken):
            yield from [("inline", 0, "", "")] * len(token.cells)
        elif token.type not in ("text", "text_special"):
            attributes = "".join(f"{key}={value}\n" for key, value in token.attrs.items() if key != "alt")
            content = "" if token.type in _PROSE else token.content
            if token.type in _HTML:
                content = without_prose(content)
            yield (token.type, token.nesting, attributes + token.info, content)
        if token.type in ("inline", "image"):
            yield from _inline_parts(token.children or [], token.content)


def _inline_parts(tokens: list[Token], content: str) -> Iterator[Part]:
    """The parts of a content: its tokens, and the line breaks in the text between them."""
    at = 0
    for token in cast("list[LightToken]", tokens):
        yield from _breaks(content[at : token.start])
        yield from _parts([token])
        at = token.end
    yield from _breaks(content[at:])


def _breaks(text: str) -> Iterator[Part]:
    for found in _BREAK.finditer(text):
        yield ("hardbreak" if len(found[0]) > 2 else "softbreak", 0, "", "")


def without_kinds(parts: list[Part], kinds: Collection[str]) -> list[Part]:
    """The skeleton less all tokens of some kinds: ``strong`` for ``strong_open`` and ``strong_close``."""
    return [part for part in parts if part[0].removesuffix("_open").removesuffix("_close") not in kinds]


def first_difference(parts: list[Part], others: list[Part]) -> int:
    """The index at which two skeletons begin to differ."""
    pairs = zip(parts, others, strict=False)
    return next((index for index, (part, other) in enumerate(pairs) if part != other), len(parts))


def count_links(parts: list[Part], destinations: Collection[str]) -> int:
    """How many links and images lead to one of ``destinations``."""
    return sum(_leads_to(part, way) for part in parts for way in destinations)


def without_link(parts: list[Part], destination: str, start: int = 0) -> list[Part]:
    """The skeleton less the first link or image from ``start`` on that leads to ``destination``.

    It is unchanged if there is none.
    """
    for index in range(start, len(parts)):
        if _leads_to(parts[index], destination):
            if parts[index][0] == "image":
                return parts[:index] + parts[index + 1 :]
            close = _closing(parts, index)
            return parts[:index] + parts[index + 1 : close] + parts[close + 1 :]
    return parts


def without_links(parts: list[Part], destinations: Collection[str]) -> list[Part]:
    """The skeleton less all links and images that lead to one of ``destinations``."""
    for destination in destinations:
        while (shorter := without_link(parts, destination)) is not parts:
            parts = shorter
    return parts


def _leads_to(part: Part, destination: str) -> bool:
    """Whether a part is an image or the beginning of a link that leads to ``destination``."""
    key = {"image": "src", "link_open": "href"}.get(part[0])
    return key is not None and f"{key}={destination}" in part[2].split("\n")


def _closing(parts: list[Part], opening: int) -> int:
    """Where the link closes that opens at index ``opening``; links do not nest."""
    return next(index for index in range(opening + 1, len(parts)) if parts[index][0] == "link_close")
