"""Titles of what others wrote, which are cited as they stand."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.rules.english.term_context import Mention

_TITLE_WORDS: Final = 6
"""From how many words and Han characters beside the name a text is a title and not just what a place is."""

_WORD = lazy_pattern(r"[A-Za-z0-9]+|[\u3400-\u9fff]")
_ADDRESS_ENDS = lazy_pattern(r"([^\r\n<>\[\]。|]{0,120}?)[ \t]*<?https?://[^\s<>]+>?[ \t]*(?=[\r\n]|\Z)")
_BY_PLACE = attrgetter("start")
_NESTED: Final = 2
"""How many constructs may begin between a link and a word in its text, the link included: an image."""


def stands_in_title(mention: Mention, document: Document) -> bool:
    """Whether a form stands in the title of a book or of a page.

    ``《书名》``, ``[文章的完整标题](https://example.com)``, ``文章的完整标题：<https://example.com>``.
    """
    return (
        (mention.left.rfind("《") > mention.left.rfind("》") and "》" in mention.right)
        or _is_linked(mention, document)
        or _is_before_address(mention, document)
    )


def _is_linked(mention: Mention, document: Document) -> bool:
    """Whether the form stands in the long text of a link to a page of the web."""
    after = bisect_right(document.links, mention.start, key=_BY_PLACE)
    return any(
        link.kind == "link"
        and mention.end <= link.inner_end
        and link.destination.startswith(("http://", "https://"))
        and _is_long(
            document.text[link.inner_start : mention.start], document.text[mention.end : link.inner_end]
        )
        for link in document.links[max(0, after - _NESTED) : after]
    )


def _is_before_address(mention: Mention, document: Document) -> bool:
    """Whether the form's line is a long text and then an address."""
    rest = _ADDRESS_ENDS.match(document.text, mention.end)
    return rest is not None and "。" not in mention.left and _is_long(mention.left, rest[1])


def _is_long(before: str, after: str) -> bool:
    """Whether there are so many words around a form that it is part of a title."""
    return len(_WORD.findall(before)) + len(_WORD.findall(after)) >= _TITLE_WORDS
