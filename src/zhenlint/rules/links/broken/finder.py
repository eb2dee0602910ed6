"""Finds the links that are none: every bracket before a destination, with what stands around it."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.common.utils import unescapeAll

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown import marks
from zhenlint.markdown.document import Document
from zhenlint.rules.links.broken.autolinks import open_autolinks
from zhenlint.rules.links.broken.faults import BrokenLink, fault_of
from zhenlint.rules.links.broken.gaps import gapped_links
from zhenlint.rules.links.broken.halves import read_halves
from zhenlint.rules.links.broken.images import misread_images
from zhenlint.rules.links.broken.meeting import REACH, meets_link
from zhenlint.rules.links.broken.plausible import is_meant, is_sure
from zhenlint.rules.links.broken.repair import repair
from zhenlint.rules.links.broken.view import literal_view

_SCHEME = r"[A-Za-z][A-Za-z0-9+.\-]*:"
_NOT_IN_PATH = rf"\s()（）\[\]<>{marks.ALL}"
_BEFORE_DESTINATION = (
    lazy_pattern(rf"([(（\[\]]<?)[ \t]*(?=(?:{_SCHEME}|[^{_NOT_IN_PATH}]*[/.#])[^\s{marks.ALL}])"),
    lazy_pattern(rf"([{{］】]<?)[ \t]*(?=(?:{_SCHEME}|[^{{］】{_NOT_IN_PATH}]*[/.#])[^\s{marks.ALL}])"),
)
"""A bracket that a destination may follow.  No path is looked through from two brackets: the one that such a
bracket may be part of ends the look from those before it, or a line of ``{`` would take quadratic time.
These are two patterns because one set of characters at the beginning is found six times as fast."""


def broken_links(document: Document) -> tuple[BrokenLink, ...]:
    """The broken links of a document in order of their start, none inside another."""
    view = literal_view(document)
    kinds = (_joined, gapped_links, misread_images, open_autolinks)
    found = sorted((item for kind in kinds for item in kind(document, view)), key=lambda item: item.start)
    kept: list[BrokenLink] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return tuple(kept)


def _joined(document: Document, view: str) -> Iterator[BrokenLink]:
    """Would-be links whose destination stands after a bracket in the view."""
    brackets = [bracket for pattern in _BEFORE_DESTINATION for bracket in pattern.finditer(view)]
    for bracket in sorted(brackets, key=lambda bracket: bracket.start()):
        at = bracket.start()
        block = document.block_at(at)
        if block is None:
            continue
        floor = max(block.start, at - REACH)
        halves = read_halves(view, at, bracket.end(1), bracket.end(), floor)
        fault = halves and fault_of(halves.form)
        if not halves or not fault or not is_meant(view, document.text, halves, fault, floor):
            continue
        start, end = halves.label.start, halves.tail.closing[1]
        image = view[start] in "!！"
        if not meets_link(document, start, end, floor, image=image):
            destination = unescapeAll(view[halves.tail.start : halves.tail.end])
            sure = is_sure(view, halves, fault)
            yield BrokenLink(fault, start, end, repair(view, halves), destination, sure)
