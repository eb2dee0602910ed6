"""How names sound: the ways to write them in pinyin, without tones, as people type them.

The readings come from ``dictionaries/chinese/syllables.tsv``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import islice, product
from typing import Final

from zhenlint.package_data import read_data

_MOST_WAYS: Final = 32
"""Of so many ways to read a name is made account; most characters have one reading."""

_LONGEST: Final = 30
"""Longer names are sentences, which nobody writes in pinyin."""

_FEWEST_HAN: Final = 2
"""A single character sounds like too many words."""


def sounds(name: str) -> frozenset[str]:
    """All ways to write a name in letters and digits: its Han in pinyin, the rest as it is in lower case.

    Blanks and punctuation are left out.  There is none for a name that is too long.
    """
    if len(name) > _LONGEST:
        return frozenset()
    known = {} if name.isascii() else _readings()
    parts = []
    for character in name.casefold().replace("ü", "v"):
        if character.isalnum():
            parts.append(known.get(character, (character,)))
    return frozenset(map("".join, islice(product(*parts), _MOST_WAYS)))


def has_sound(name: str) -> bool:
    """Whether a name has enough Han to be known by its sound."""
    if name.isascii():  # else the readings would be read for most names: 2 ms
        return False
    known = _readings()
    return sum(character in known for character in name) >= _FEWEST_HAN


@cache
def _readings() -> Mapping[str, tuple[str, ...]]:
    """The readings of each character."""
    found: dict[str, tuple[str, ...]] = {}
    for line in read_data("syllables.tsv").splitlines():
        syllable, characters = line.split("\t")
        for character in characters:
            found[character] = (*found.get(character, ()), syllable)
    return found
