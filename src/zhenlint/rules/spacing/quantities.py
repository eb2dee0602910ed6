"""Numbers with a unit symbol: ``10Gbps``, ``10 Gbps``, ``10-20MB``, ``5 GB/s``.

The symbols and the families they belong to are in ``dictionaries/spacing/units.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_letters, digits

from zhenlint.characters import LATIN
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM
from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import read_data

_NUMBER = r"[0-9]++(?:[.,][0-9]++)*+"
_NUMBER_BEFORE = lazy_pattern(
    rf"(?<![{LATIN}{ATOM}_.,:/\\@#&=$¥￥*^~～–—-]){_NUMBER}(?:[~～–—-]{_NUMBER})?+\Z"
)
_PLACE = lazy_pattern(r"[0-9][ \u00a0]?([A-Za-zµμΩ]{2,5}+)")
"""A digit, at most one space, and what may be a unit symbol."""

_GOES_ON = lazy_pattern(rf"[{LATIN}{ATOM}_\\(-]|\.[{LATIN}]")
"""After a symbol: it is no unit, but the beginning of a word."""

_RARE = "\u00a0µμΩ"
"""What a quantity holds besides ASCII."""

_ASCII_PLACE = lazy_pattern("0 ?(a{2,5}+)")
_KINDS = bytes(
    ord("0") if chr(byte) in digits else ord("a") if chr(byte) in ascii_letters else byte
    for byte in range(256)
)
"""Turns bytes into the kinds of which :data:`_ASCII_PLACE` is made."""

_REACH = 32


class Quantity(NamedTuple):
    """A number ``[start, number_end)`` and its unit ``[unit_start, end)``, of a family of units."""

    start: int
    number_end: int
    unit_start: int
    end: int
    family: str

    @property
    def spaced(self) -> bool:
        """Whether a space stands between number and unit."""
        return self.unit_start > self.number_end


def quantities(document: Document) -> list[Quantity]:
    """The quantities in prose, in order of place."""
    prose, families = document.prose, _families()
    found = []
    for match in _places(document):
        number_end, (start, end) = match.start() + 1, match.span(1)
        unit = prose[start:end]
        if unit not in families or _GOES_ON.match(prose, end):
            continue
        number = _NUMBER_BEFORE.search(prose, max(0, number_end - _REACH), number_end)
        if number and document.is_literal(number.start(), end):
            found.append(Quantity(number.start(), number_end, start, end, families[unit]))
    return found


def _places(document: Document) -> Iterator[re.Match[str]]:
    """Where ``_PLACE`` matches the prose; where all is ASCII, one digit stands for all (0.4 × the time)."""
    if any(map(document.prose.__contains__, _RARE)):
        return document.matches(_PLACE)
    return _ASCII_PLACE.finditer(document.ascii_prose.translate(_KINDS).decode("ascii"))


@cache
def _families() -> dict[str, str]:
    """Unit symbol → family."""
    lines = read_data("units.txt").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))
