"""Spaces between Han and the outside of half-width brackets and quotation marks, for those who want them.

House styles contradict one another here (``你好 [世界]``, ``说 “中文” 时``, ``说“中文”时``), so nothing is
said unless an option asks for it.  Only Han counts: beside Latin a bracket may be a call's, and English
sets its quotation marks apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from zhenlint.characters import ANY_HAN
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import CLOSE, MARKUP
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules.spacing.pairs import partner

Outside = Literal["any", "always", "never"]
"""What is wanted between Han and a mark: the writer's choice, a space, none."""

BRACKETS = lazy_pattern(r"[()\[\]]")
QUOTES = lazy_pattern(r"[“”‘’\"]")
_GAP_BEFORE = lazy_pattern(rf"[{MARKUP}]*+ ?[{MARKUP}]*+\Z")
_GAP_AFTER = lazy_pattern(rf"[{MARKUP}]*+ ?[{MARKUP}]*+")
_LONGEST_GAP = 2000
"""The destination of a link is part of the markup that closes it."""


class OutsideGap(NamedTuple):
    """What stands between Han and a mark: the extent of the space, empty where one belongs; the two marks."""

    start: int
    end: int
    opening: int
    closing: int
    mark: int


def outside_gaps(document: Document, marks: re.Pattern[str], wanted: Outside) -> Iterator[OutsideGap]:
    """The gaps at marks of one kind that go against what is wanted, in order of place."""
    if wanted == "any":
        return
    prose = document.prose
    for match in marks.finditer(prose):
        at = match.start()
        other = partner(document, at)
        if other is None or not document.is_literal(at, at + 1):
            continue
        start, end = _gap(prose, at, opens=at < other)
        han = start - 1 if at < other else end
        if start and ANY_HAN.match(prose, han):
            space = _space(prose, start, end)
            if (space[1] > space[0]) != (wanted == "always"):
                yield OutsideGap(*space, min(at, other), max(at, other), at)


def _gap(prose: str, at: int, *, opens: bool) -> tuple[int, int]:
    """The extent of the markup and the space on the outer side of a mark."""
    if not opens:
        return _GAP_AFTER.match(prose, at + 1).span()  # type: ignore[union-attr]  # it matches the empty text
    return _GAP_BEFORE.search(prose, max(0, at - _LONGEST_GAP), at).span()  # type: ignore[union-attr]


def _space(prose: str, start: int, end: int) -> tuple[int, int]:
    """The extent of the space in a gap, empty and after all markup that closes where there is none."""
    at = prose.find(" ", start, end)
    if at >= 0:
        return at, at + 1
    place = start + len(prose[start:end]) - len(prose[start:end].lstrip(CLOSE))
    return place, place
