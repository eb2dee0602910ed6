"""Half-width brackets and quotation marks that belong together, within one block."""

from __future__ import annotations

from zhenlint.characters import LETTER
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document

_MARK = lazy_pattern(rf"[()\[\]“”‘\"]|’(?!(?<=[{LETTER}]’)[{LETTER}])")
_OPENING = {")": "(", "]": "["}


def partner(document: Document, at: int) -> int | None:
    """Where the other half of the mark at ``at`` stands; None where its block leaves that open.

    Brackets of one shape nest.  Quotation marks have to take turns in the whole block: ``“`` then
    ``”``, ``‘`` then ``’``, straight ones an even number of times.
    """
    block = document.block_at(at)
    if block is None:
        return None
    known = document.shared(_known)
    if block.start not in known:
        known[block.start] = _partners(document.prose, block.start, block.end)
    return known[block.start].get(at)


def _known(_: Document) -> dict[int, dict[int, int]]:
    """The partners found so far, by the start of their block."""
    return {}


def _partners(prose: str, start: int, end: int) -> dict[int, int]:
    """The place of each mark's other half."""
    found: dict[int, int] = {}
    places: dict[str, list[int]] = {"(": [], "[": [], '"': [], "“”": [], "‘’": []}
    for match in _MARK.finditer(prose, start, end):
        mark, at = match[0], match.start()
        if mark in "“”‘’":
            places["“”" if mark in "“”" else "‘’"].append(at)
        elif mark not in _OPENING:
            places[mark].append(at)
        elif places[_OPENING[mark]]:
            _join(found, places[_OPENING[mark]].pop(), at)
    if prose.find('"""', start, end) >= 0:
        places['"'].clear()  # a program's text, of which nobody knows where it begins
    for marks, pair in (('"', '""'), ("“”", "“”"), ("‘’", "‘’")):
        for first, last in _in_turns(prose, places[marks], pair):
            _join(found, first, last)
    return found


def _join(found: dict[int, int], first: int, last: int) -> None:
    found[first], found[last] = last, first


def _in_turns(prose: str, places: list[int], pair: str) -> list[tuple[int, int]]:
    """The pairs of quotation marks that take turns; none if they do not throughout."""
    if "".join(prose[at] for at in places) != pair * (len(places) // 2):
        return []
    return list(zip(places[::2], places[1::2], strict=True))
