"""Pairs of characters that are seldom written, while another character makes a common pair of them.

Only what people mistake (:mod:`zhenlint.spelling.chinese.slips`) counts as another character.

The data, ``chinese-near-misses.bin``, hold in UTF-16 the pairs, in the order of their numbers
(:func:`~zhenlint.spelling.chinese.runs.pair_numbers`), then for each the character that may be meant; then for
each a byte, which of its characters may be wrong, 0 or 1.

This is the quick test that lets nearly all of a text pass.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.runs import UTF_16, Places, numbers_of

FILE: Final = "chinese-near-misses.bin"

MOST: Final = 16
LEAST: Final = 26
"""Up to this level (32 uses) a pair is seldom written, from the other (320 uses) on it is common."""

LEAST_GAIN: Final = 18
"""By how many levels (64 times) the common pair is commoner."""

REPEATS: Final = 2
"""A near miss that a text has more often is none."""

MANY: Final = 3_000
"""After so many characters all pairs are put into a table, which takes as long as to look for them by halves."""

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
        characters = data[: 6 * size].decode("utf-16-le")
        self._pairs = memoryview(characters[: 2 * size].encode(UTF_16)).cast("I")
        self._meant, self._which = characters[2 * size :], data[6 * size :]
        self._read = 0
        self.knows_many = sys.byteorder != "little"  # in whose order the numbers are
        """Whether all pairs are in a table from the first text on."""

    def among(self, text: str, places: Places | None = None) -> list[tuple[int, str, int]]:
        """The places of a text of runs where a character may be wrong, in order.

        With each what may be meant, and which character of the pair it is, 0 or 1.  A pair that stands there
        more often than :data:`REPEATS` is meant as it stands.  ``places`` are where the pairs of
        :meth:`numbers` begin, and maybe others, where the caller knows them.
        """
        if places is None:
            places = Places(self.numbers(text), text)
        known = self._known_of(places)
        found: list[tuple[int, str, int]] = []
        for number, _, begins in places.rare(known, REPEATS):
            pair = known[number]
            meant, which = self._meant[pair], self._which[pair]
            found += [(at + which, meant, which) for at in begins]
        return sorted(found)

    def numbers(self, text: str) -> frozenset[int]:
        """The numbers of the pairs that a text of runs holds; of all, when many texts were read."""
        self._read += len(text)
        self.knows_many |= self._read > MANY
        if self.knows_many:
            return self.all_numbers
        even, odd = numbers_of(text)
        return frozenset(self._known_of({*even, *odd}))

    @cached_property
    def all_numbers(self) -> frozenset[int]:
        """The numbers of all pairs."""
        return frozenset(self._all)

    def _known_of(self, numbers: Iterable[int]) -> Mapping[int, int]:
        """Which pairs of the list some numbers are, and maybe others."""
        if self.knows_many:
            return self._all
        pairs, found = self._pairs, {}
        for number in numbers:
            at = bisect_left(pairs, number)
            if at < len(pairs) and pairs[at] == number:
                found[number] = at
        return found

    @cached_property
    def _all(self) -> dict[int, int]:
        return dict(zip(self._pairs.tolist(), range(len(self._pairs)), strict=True))


@cache
def near_misses() -> NearMisses:
    """The pairs that come with the package."""
    return NearMisses()
