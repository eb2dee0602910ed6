"""Simplified and traditional Chinese: the characters that only one of them has, and usual pairs.

From OpenCC's tables of characters and from counts over Chinese documentation
(``dictionaries/SOURCES.md``).  Characters that both scripts use, such as ``著``, ``乾``, ``於`` and ``里``,
are in neither table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.package_data import read_data

Script = Literal["simplified", "traditional"]

SCRIPTS: Final[tuple[Script, ...]] = ("simplified", "traditional")

_SOME = 8
"""How many characters of one script a text needs to count as written in it."""

_STRAYS = 2
"""How many of the other script any text may have; a long one, one for ten of its own."""

_FUNCTION_WORDS = frozenset("个们这为还过没后里时给对将与从会让该并吗么样")
"""Simplified characters that are words of grammar beside any neighbour and hardly stand in names."""


def forms(script: Script, char: str) -> str:
    """The forms in the other script of a character that only this script has; itself for others."""
    return _forms(script).get(char, char)


@cache
def pattern(script: Script) -> re.Pattern[str]:
    """One of the characters that only this script has."""
    return lazy_pattern(f"[{characters_of(script)}]")


@cache
def run_pattern(script: Script) -> re.Pattern[str]:
    """Characters in a row that only this script has."""
    return lazy_pattern(f"[{characters_of(script)}]+")


def script_of(text: str) -> Script | None:
    """The script of a text: one with some characters of its own and few or none of the other's."""
    simplified, traditional = (len(pattern(name).findall(text)) for name in SCRIPTS)
    if simplified >= _SOME and traditional <= max(_STRAYS, simplified / 10):
        return "simplified"
    return "traditional" if traditional >= _SOME and simplified <= max(_STRAYS, traditional / 10) else None


def makes_word(before: str, simplified: str, after: str) -> bool:
    """Whether a simplified character is an ordinary word, or part of one, between its neighbours.

    It is one if it often stands after ``before`` or ahead of ``after`` in Chinese documentation.
    Either neighbour may be of any script; no neighbour is the empty string.
    """
    if simplified in _FUNCTION_WORDS:
        return True
    left, right = _pairs().get(simplified, ("", ""))
    return _simplified(before) in left or _simplified(after) in right


def _simplified(neighbour: str) -> str:
    """The simplified form of a neighbour, of several the first; a space, which pairs with none, for none."""
    return forms("traditional", neighbour or " ")[0]


@cache
def _pairs() -> Mapping[str, tuple[str, str]]:
    rows = (line.split("\t") for line in _read("usual-pairs.tsv").splitlines())
    return {simplified: (before, after) for simplified, before, after in rows}


@cache
def _forms(script: Script) -> Mapping[str, str]:
    characters, others = _read(f"{script}-only.txt").splitlines()
    return dict(zip(characters, others.split(), strict=True))


@cache
def set_of(script: Script) -> frozenset[str]:
    """The characters that only this script has."""
    return frozenset(characters_of(script))


def characters_of(script: Script) -> str:
    """The same in a row."""
    return _read(f"{script}-only.txt").partition("\n")[0]


def _read(name: str) -> str:
    return read_data(name)
