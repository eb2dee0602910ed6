"""How a word is written: lower case, capitalised, capitals, camelCase; and writing another like it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple

_PIECE = lazy_pattern(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


class Shape(Enum):
    """How the letters of a word, or of a piece of one, are written."""

    LOWER = auto()
    CAPITALISED = auto()
    CAPITALS = auto()
    PIECE = auto()
    """One hump of a camelCase name."""

    MIXED = auto()
    """A whole name with capitals inside: ``MySQL``."""


class Part(NamedTuple):
    """A word, or a piece of a camelCase name; ``offset`` is where it begins in the run of letters."""

    offset: int
    text: str
    shape: Shape


def shape_of(run: str) -> Shape:
    """The shape of a whole run of ASCII letters."""
    if run.islower():
        return Shape.LOWER
    if run[1:].islower():
        return Shape.CAPITALISED
    return Shape.CAPITALS if run.isupper() else Shape.MIXED


def pieces(run: str) -> Iterator[Part]:
    """The humps of a camelCase name: ``Array`` and ``List`` of ``ArrayList``, ``my``, ``SQL``."""
    for match in _PIECE.finditer(run):
        yield Part(match.start(), match[0], Shape.PIECE)


def humps(run: str) -> list[str]:
    """The texts of these pieces in lower case."""
    return [hump.lower() for hump in _PIECE.findall(run)]


def write_like(word: str, part: Part, casing: str | None) -> str:
    """Write a lower-case word in the shape of a part.

    ``casing`` is the word's own casing if it has capitals inside, such as ``JavaScript``; it is
    taken where the part begins with a capital, too.
    """
    if part.shape is Shape.CAPITALS:
        return word.upper()
    if part.text[0].islower():
        return word
    return casing or word.capitalize()
