"""How names sound: the ways to write them in pinyin, without tones, as people type them.

The readings come from ``dictionaries/chinese/syllables.tsv``.
"""

from __future__ import annotations

from functools import cache, lru_cache
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
    parts = []
    for character in name.casefold().replace("ü", "v"):
        if character.isalnum():
            parts.append((not character.isascii() and _readings(character)) or (character,))
    return frozenset(map("".join, islice(product(*parts), _MOST_WAYS)))


def has_sound(name: str) -> bool:
    """Whether a name has enough Han to be known by its sound."""
    return sum(bool(_readings(character)) for character in name if not character.isascii()) >= _FEWEST_HAN


@lru_cache(maxsize=4096)
def _readings(character: str) -> tuple[str, ...]:
    """The readings of a character.  It is searched for: to make a table of all takes 12 ms."""
    text, found = _syllables(), []
    at = text.find(character)
    while at >= 0:
        line = text.rfind("\n", 0, at) + 1
        found.append(text[line : text.index("\t", line)])
        at = text.find(character, at + 1)
    return tuple(found)


@cache
def _syllables() -> str:
    return read_data("syllables.tsv")
