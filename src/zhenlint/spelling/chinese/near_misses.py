"""Pairs of characters that are seldom written, while another character makes a common pair of them.

Only what people mistake (:mod:`zhenlint.spelling.chinese.slips`) counts as another character.

The data, ``chinese-near-misses.bin``, hold, in little-endian order, the numbers of the pairs
(:func:`~zhenlint.spelling.chinese.runs.pair_numbers`), ascending, in four bytes each, then for each, in
UTF-16, the character that may be meant, then for each a byte, which of its characters may be wrong, 0 or 1.

This is the quick test that lets nearly all of a text pass.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.runs import Places, numbers_of
from zhenlint.spelling.expectation import many_expected

FILE: Final = "chinese-near-misses.bin"

MOST: Final = 16
LEAST: Final = 26
"""Up to this level (32 uses) a pair is seldom written, from the other (320 uses) on it is common."""

LEAST_GAIN: Final = 18
"""By how many levels (64 times) the common pair is commoner."""

REPEATS: Final = 2
"""A near miss that a text has more often is none."""

MANY: Final = 15_000
"""After so many characters all pairs become a set, which takes 10 ms, and texts are then read faster."""

_SIZE: Final = 7
"""Bytes of a pair and of what is known of it."""


def is_near_miss(own: int, meant: int) -> bool:
    """Whether a pair whose count has one level may be a slip for a pair of another."""
    return own <= MOST and meant >= LEAST and meant >= own + LEAST_GAIN


class NearMisses:
    """The pairs of one folder."""

    def __init__(self, folder: Path = DATA) -> None:
        data = (folder / FILE).read_bytes()
        size = len(data) // _SIZE
        self.pairs = _numbers(data[: 4 * size])
        """The numbers of all pairs, ascending."""
        self._meant, self._which = data[4 * size : 6 * size].decode("utf-16-le"), data[6 * size :]
        self._read = 0
        self.knows_many = many_expected()
        """Whether the pairs of a text are known by all pairs from the first text on."""

    def among(self, text: str, places: Places | None = None) -> list[tuple[int, str, int]]:
        """The places of a text of runs where a character may be wrong, in order.

        With each what may be meant, and which character of the pair it is, 0 or 1.  A pair that stands there
        more often than :data:`REPEATS` is meant as it stands.  ``places`` are where the pairs of
        :meth:`numbers` begin, and maybe others, where the caller knows them.
        """
        if places is None:
            numbers = self.numbers(text)
            places = Places(self._numbers if numbers is None else numbers, text)
        known = self._known_of(places)
        found: list[tuple[int, str, int]] = []
        for number, _, begins in places.rare(known, REPEATS):
            pair = known[number]
            meant, which = self._meant[pair], self._which[pair]
            found += [(at + which, meant, which) for at in begins]
        return sorted(found)

    def numbers(self, text: str) -> frozenset[int] | None:
        """The numbers of the pairs that a text of runs holds.

        None when so much was read that it pays to look for :attr:`pairs`, all of them.
        """
        self._read += len(text)
        self.knows_many |= self._read > MANY
        return None if self.knows_many else frozenset(self._known_of({*numbers_of(text)}))

    @cached_property
    def _numbers(self) -> frozenset[int]:
        return frozenset(self.pairs)

    def _known_of(self, numbers: Iterable[int]) -> dict[int, int]:
        """Which pairs of the list some numbers are, found by halves; to remember that would take longer."""
        pairs, found = self.pairs, {}
        for number in numbers:
            place = bisect_left(pairs, number)
            if place < len(pairs) and pairs[place] == number:
                found[number] = place
        return found


def _numbers(data: bytes) -> Sequence[int]:
    """Little-endian numbers of four bytes, where the machine has such without unpacking them."""
    if sys.byteorder == "little":
        return memoryview(data).cast("I")
    import struct

    return struct.unpack(f"<{len(data) // 4}I", data)


@cache
def near_misses() -> NearMisses:
    """The pairs that come with the package."""
    return NearMisses()
