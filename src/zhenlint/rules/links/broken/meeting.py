"""Where a link cannot come into being: around a link, in a link, in an image's alternative text."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from zhenlint.markdown.document import Document
from zhenlint.markdown.pieces import Construct

REACH: Final = 1000
"""How far before its destination a link may begin; keeps long lines of brackets cheap."""


def meets_link(document: Document, start: int, end: int, floor: int, *, image: bool) -> bool:
    """Whether ``text[start:end]`` holds a link or lies in one, or in an image's alternative text.

    There a link cannot come into being; an image can, in a link.
    """
    around = ("image",) if image else ("image", "link")
    first = bisect_left(document.links, floor, key=_start)
    return any(
        (item.kind == "link" and start <= item.start) or (item.kind in around and end <= item.end)
        for item in document.links[first : bisect_left(document.links, end, key=_start)]
    )


def _start(item: Construct) -> int:
    return item.start
