"""The pairs of characters that may hold a slip: see ``near_misses.py`` of the package.

A pair is one if it is seldom written, while the character that is meant, where one of the two is a slip that
people make, makes a common pair in its place.
"""

from __future__ import annotations

import struct
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log1p
from pathlib import Path
from typing import Final

import marisa_trie

from zhenlint.spelling.chinese.near_misses import LEAST, is_near_miss
from zhenlint.spelling.chinese.runs import pair_numbers

LEFT_TO_OTHERS: Final = ("的地得", "他她它", "帐账")
"""Characters that grammar and style tell apart, not their neighbours."""

SEEN: Final = 4
"""How many levels an often seen slip is ahead of others that may be meant, for each time as often."""


def near_misses_of(levels: Mapping[str, int], slips: Mapping[str, int]) -> dict[str, tuple[str, int]]:
    """The pairs for slips with how often each was seen, by the levels of pairs of symbols.

    With each what may be meant, and which of its characters may be wrong, 0 or 1.
    """
    before: defaultdict[str, list[str]] = defaultdict(list)
    after: defaultdict[str, list[str]] = defaultdict(list)
    for pair, level in levels.items():
        if level >= LEAST and all("\u4e00" <= one <= "\u9fff" for one in pair):
            after[pair[0]].append(pair[1])
            before[pair[1]].append(pair[0])
    found: dict[str, tuple[float, str, int]] = {}
    for slip, seen in slips.items():
        wrong, meant = tuple(slip)
        if any(wrong in group and meant in group for group in LEFT_TO_OTHERS):
            continue
        pairs = [(wrong + one, meant + one, 0) for one in after[meant]]
        pairs += [(one + wrong, one + meant, 1) for one in before[meant]]
        for written, right, which in pairs:
            if is_near_miss(levels.get(written, 0), levels[right]):
                likely = levels[right] + SEEN * log1p(seen), meant, which
                found[written] = max(likely, found.get(written, likely))
    return {pair: found[pair][1:] for pair in found}


def near_miss_file(found: Mapping[str, tuple[str, int]]) -> bytes:
    """The package's file for some near misses."""
    pairs = dict(sorted(zip(pair_numbers("".join(found)), found, strict=True)))
    numbers = struct.pack(f"<{len(pairs)}I", *pairs)
    meant, which = zip(*(found[pair] for pair in pairs.values()), strict=True)
    return numbers + "".join(meant).encode("utf-16-le") + bytes(which)


def in_order(trie: marisa_trie.Trie, words: Iterable[str]) -> list[str]:
    """Words in the order of their numbers by a trie."""
    return sorted(words, key=trie.__getitem__)


def saved(trie: marisa_trie.Trie) -> bytes:
    """A trie as a file that can be mapped."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trie"
        trie.save(str(path))
        return path.read_bytes()
