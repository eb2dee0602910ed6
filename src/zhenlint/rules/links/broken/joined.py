"""Would-be links whose destination stands after a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it.common.utils import unescapeAll

from zhenlint.markdown.document import Document
from zhenlint.rules.links.broken.faults import BrokenLink, fault_of
from zhenlint.rules.links.broken.halves import read_halves
from zhenlint.rules.links.broken.meeting import REACH, meets_link
from zhenlint.rules.links.broken.plausible import is_meant, is_sure
from zhenlint.rules.links.broken.repair import repair


def joined_links(document: Document, view: str, brackets: Iterable[re.Match[str]]) -> Iterator[BrokenLink]:
    """The broken links among brackets in the view that a destination may follow."""
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
