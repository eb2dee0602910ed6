"""Pairs of characters that are hardly ever written, while one other character makes a common pair of them.

``chinese-near-misses.txt`` has, in UTF-16, a line for each first character of such pairs, in five parts set
off by tabs: the character; the second ones of the pairs in which it is the first that may be wrong; what may
be meant for each; the second ones of the pairs in which the second may be wrong; what may be meant for each.

This is the quick test that lets nearly all of a text pass.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.runs import pair_numbers, pairs_among, pairs_of

_FIRST, _SECOND = (0, 16) if sys.byteorder == "little" else (16, 0)
"""By how many bits the characters of a pair are shifted in its number."""

MANY: Final = 60_000
"""After so many characters the pairs become a set, which takes 20 ms, and texts are then read faster."""


class NearMiss(NamedTuple):
    """A pair, which of its characters may be wrong (0 or 1), and what may be meant."""

    pair: str
    place: int
    meant: str


class NearMisses:
    """The pairs of a list."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = {line[0]: line for line in lines}
        self._read = 0

    def among(self, text: str) -> list[NearMiss]:
        """The near misses of a text of runs, in order of their pairs."""
        self._read += len(text)
        numbers = pairs_of(text) if self._read < MANY else pairs_among(self._numbers, text)
        line_of = self._lines.get
        pairs = ((chr(one >> _FIRST & 0xFFFF), chr(one >> _SECOND & 0xFFFF)) for one in numbers)
        listed = sorted((one, two) for one, two in pairs if two in line_of(one, ""))
        return [miss for one, two in listed for miss in self._misses(one, two)]

    def _misses(self, one: str, two: str) -> Iterator[NearMiss]:
        _, firsts, first_meant, seconds, second_meant = self._lines[one].split("\t")
        for place, others, meant in ((0, firsts, first_meant), (1, seconds, second_meant)):
            at = others.find(two)
            if at >= 0:
                yield NearMiss(one + two, place, meant[at])

    @cached_property
    def _numbers(self) -> frozenset[int]:
        pairs = []
        for one, line in self._lines.items():
            _, firsts, _, seconds, _ = line.split("\t")
            pairs += [one + one.join(others) for others in (firsts, seconds) if others]
        return frozenset(pair_numbers("".join(pairs)))


@cache
def near_misses() -> NearMisses:
    """The pairs that come with the package."""
    return NearMisses(read_lines(DATA / "chinese-near-misses.txt"))


def read_lines(path: Path) -> list[str]:
    """The lines of a list."""
    return path.read_bytes().decode("utf-16-le").split("\n")
