"""Finds the links that are none: every bracket before a destination, with what stands around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from markdown_it.common.utils import unescapeAll

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown import marks
from zhenlint.markdown.document import Document
from zhenlint.markdown.pieces import Construct
from zhenlint.rules.links.broken.faults import BrokenLink, fault_of
from zhenlint.rules.links.broken.halves import read_halves
from zhenlint.rules.links.broken.images import misread_images
from zhenlint.rules.links.broken.plausible import is_meant, is_sure
from zhenlint.rules.links.broken.repair import repair
from zhenlint.rules.links.broken.view import literal_view

_BEFORE_DESTINATION = lazy_pattern(
    r"([(（\[{\]］】]<?)[ \t]*"
    rf"(?=(?:[A-Za-z][A-Za-z0-9+.\-]*:|[^\s()（）\[\]<>{marks.ALL}]*[/.#])[^\s{marks.ALL}])"
)
_REACH = 1000
"""How far before its destination a link may begin; keeps long lines of brackets cheap."""


def broken_links(document: Document) -> tuple[BrokenLink, ...]:
    """The broken links of a document in order of their start, none inside another."""
    view = literal_view(document)
    found = sorted([*_joined(document, view), *misread_images(document, view)], key=lambda item: item.start)
    kept: list[BrokenLink] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return tuple(kept)


def _joined(document: Document, view: str) -> Iterator[BrokenLink]:
    """Would-be links whose destination stands after a bracket in the view."""
    for bracket in _BEFORE_DESTINATION.finditer(view):
        at = bracket.start()
        block = document.block_at(at)
        if block is None:
            continue
        floor = max(block.start, at - _REACH)
        halves = read_halves(view, at, bracket.end(1), bracket.end(), floor)
        fault = halves and fault_of(halves.form)
        if not halves or not fault or not is_meant(view, document.text, halves, fault, floor):
            continue
        start, end = halves.label.start, halves.tail.closing[1]
        image = view[start] in "!！"
        if not _meets_link(document, start, end, floor, image=image):
            destination = unescapeAll(view[halves.tail.start : halves.tail.end])
            sure = is_sure(view, halves, fault)
            yield BrokenLink(fault, start, end, repair(view, halves), destination, sure)


def _meets_link(document: Document, start: int, end: int, floor: int, *, image: bool) -> bool:
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
