"""Pairs of characters that are seldom written, while another character makes a common pair of them.

Only what people mistake (:mod:`zhenlint.spelling.chinese.slips`) counts as another character.

The data are mapped:

- ``chinese-near-misses.marisa``: the pairs, numbered by the trie.
- ``chinese-near-misses.bin``: by that number two bytes, in little-endian order, the character that may be
  meant; if it is the second character of the pair that may be wrong, :data:`SECOND` is added.

This is the quick test that lets nearly all of a text pass.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.runs import Places, pair_numbers

if TYPE_CHECKING:
    import marisa_trie

MOST: Final = 16
LEAST: Final = 26
"""Up to this level (32 uses) a pair is seldom written, from the other (320 uses) on it is common."""

LEAST_GAIN: Final = 18
"""By how many levels (64 times) the common pair is commoner."""

REPEATS: Final = 2
"""A near miss that a text has more often is none."""

FIRST_HAN: Final = 0x4E00
SECOND: Final = 0x5200

MANY: Final = 40_000
"""After so many characters the pairs become a set, which takes 14 ms, and texts are then read faster."""


def is_near_miss(own: int, meant: int) -> bool:
    """Whether a pair whose count has one level may be a slip for a pair of another."""
    return own <= MOST and meant >= LEAST and meant >= own + LEAST_GAIN


class NearMisses:
    """The pairs of one folder."""

    def __init__(self, folder: Path = DATA) -> None:
        from marisa_trie import Trie

        self._pairs: marisa_trie.Trie = Trie().mmap(str(folder / "chinese-near-misses.marisa"))
        with (folder / "chinese-near-misses.bin").open("rb") as file:
            self._meant = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._read = 0
        self.knows_many = False
        """Whether the pairs are known by their numbers from the first text on."""
        self._meant_by = lru_cache(maxsize=16384)(self._read_meant)

    def among(self, text: str, places: Places | None = None) -> list[tuple[int, str, int]]:
        """The places of a text of runs where a character may be wrong, in order.

        With each what may be meant, and which character of the pair it is, 0 or 1.  A pair that stands there
        more often than :data:`REPEATS` is meant as it stands.  ``places`` are where the pairs of
        :attr:`numbers` begin, and maybe others, where the caller knows them.
        """
        self._read += len(text)
        if places is None and self.many_read:
            places = Places(self.numbers, text)
        found: list[tuple[int, str, int]] = []
        near = self._by_trie(text) if places is None else places.rare(self.numbers, REPEATS)
        for _, pair, begins in near:
            meant, which = self._meant_by(pair)
            found += [(at + which, meant, which) for at in begins]
        return sorted(found)

    @property
    def many_read(self) -> bool:
        """Whether so much was read that the pairs are known by their numbers."""
        return self.knows_many or self._read > MANY

    def _by_trie(self, text: str) -> Iterator[tuple[int, str, list[int]]]:
        """What :meth:`Places.rare` finds of the pairs in a text, found without their numbers, which are 0."""
        pairs = self._pairs
        found: dict[str, list[int]] = {}
        for at, pair in [item for item in enumerate(map(add, text, text[1:])) if item[1] in pairs]:
            found.setdefault(pair, []).append(at)
        return ((0, pair, begins) for pair, begins in found.items() if len(begins) <= REPEATS)

    def _read_meant(self, pair: str) -> tuple[str, int]:
        """What may be meant by a pair, and for which of its characters."""
        number = 2 * self._pairs[pair]
        code = int.from_bytes(self._meant[number : number + 2], "little")
        which = int(code >= SECOND + FIRST_HAN)
        return chr(code - SECOND if which else code), which

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers of the pairs."""
        return frozenset(pair_numbers("".join(self._pairs.keys())))


@cache
def near_misses() -> NearMisses:
    """The pairs that come with the package."""
    return NearMisses()


def many_read() -> bool:
    """Whether these read so much that they are known by their numbers."""
    return near_misses.cache_info().currsize > 0 and near_misses().many_read
