"""Which rare characters a document has: one scan for all the rules of this family.

Most documents have none, so a rule asks here before it looks for itself.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import cache, cached_property
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules.characters.scripts import Script, characters_of, set_of

_INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u1680\u180b-\u180f\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffd"
)
INVISIBLE: Final = _INVISIBLE + "\U000e0000-\U000e01ef"
"""Characters without a shape, odd spaces, and what damaged text leaves behind."""

_COMPATIBILITY = "\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufaff"
COMPATIBILITY: Final = _COMPATIBILITY + "\U0002f800-\U0002fa1f"
"""Radicals and compatibility ideographs (Unicode 16, Blocks.txt)."""

GREEK_CYRILLIC: Final = "\u0370-\u03ff\u0400-\u052f"
"""The blocks of the Greek and Cyrillic letters that look like Latin ones."""

FULLWIDTH_ALPHANUMERIC: Final = "０-９Ａ-Ｚａ-ｚ"
"""Full-width digits and letters (block Halfwidth and Fullwidth Forms)."""

_SUSPECTS = f"\xa0{_INVISIBLE}{_COMPATIBILITY}{GREEK_CYRILLIC}{FULLWIDTH_ALPHANUMERIC}\U0002f800-\U000e01ef"
"""All of them, what lies between in the upper planes included: each range there costs time."""

_SUSPECT = lazy_pattern(f"[{_SUSPECTS}]")

_CONTROLS = (
    "NULL,START OF HEADING,START OF TEXT,END OF TEXT,END OF TRANSMISSION,ENQUIRY,ACKNOWLEDGE,ALERT,"
    "BACKSPACE,CHARACTER TABULATION,LINE FEED,LINE TABULATION,FORM FEED,CARRIAGE RETURN,SHIFT OUT,"
    "SHIFT IN,DATA LINK ESCAPE,DEVICE CONTROL ONE,DEVICE CONTROL TWO,DEVICE CONTROL THREE,"
    "DEVICE CONTROL FOUR,NEGATIVE ACKNOWLEDGE,SYNCHRONOUS IDLE,END OF TRANSMISSION BLOCK,CANCEL,"
    "END OF MEDIUM,SUBSTITUTE,ESCAPE,INFORMATION SEPARATOR FOUR,INFORMATION SEPARATOR THREE,"
    "INFORMATION SEPARATOR TWO,INFORMATION SEPARATOR ONE"
)
"""Names of U+0000 … U+001F, which have none but aliases (Unicode 16, NameAliases.txt)."""


class Suspects(NamedTuple):
    """The rare characters of a document's prose, and where each of them stands.

    ``traditional``: whether it has a character that only traditional Chinese has.
    """

    characters: str
    offsets: tuple[int, ...]
    traditional: bool


def suspects(document: Document) -> Suspects:
    """The rare characters of a document's prose, in order.

    One scan serves five rules; a scan for each of its own would take as long.
    """
    offsets: list[int] = []
    traditional = False
    only_traditional = set_of("traditional")
    for match in document.matches(_suspect_or("traditional")):
        if match[0] in only_traditional:  # from here on they are no news
            traditional = True
            offsets += [rest.start() for rest in document.matches(_SUSPECT, match.start())]
            break
        offsets.append(match.start())
    return Suspects("".join(map(document.prose.__getitem__, offsets)), tuple(offsets), traditional)


@cache
def _suspect_or(script: Script) -> re.Pattern[str]:
    """One of the rare characters or of those that only a script has."""
    return lazy_pattern(f"[{_SUSPECTS}{characters_of(script)}]")


def character_name(char: str) -> str:
    """Code point and name of a character: ``U+200B ZERO WIDTH SPACE``."""
    if char < " ":
        name = _CONTROLS.split(",")[ord(char)]
    else:
        name = unicodedata.name(char, {"\x7f": "DELETE", "\x85": "NEXT LINE"}.get(char, "CONTROL CHARACTER"))
    return f"U+{ord(char):04X} {name}"


def run_name(prose: str, start: int, end: int) -> str:
    """The name of the first character of a run, and how many stand there if more than one."""
    return character_name(prose[start]) + (f" × {end - start}" if end > start + 1 else "")


class Mentions:
    """Which blocks of a document hold a pattern; the text is searched once, when first asked."""

    def __init__(self, document: Document, pattern: re.Pattern[str]) -> None:
        self._document = document
        self._pattern = pattern

    @cached_property
    def _offsets(self) -> list[int]:
        return [found.start() for found in self._pattern.finditer(self._document.text)]

    def around(self, offset: int) -> bool:
        """Whether the block at an offset holds the pattern."""
        block = self._document.block_at(offset)
        if block is None:
            return False
        index = bisect_left(self._offsets, block.start)
        return index < len(self._offsets) and self._offsets[index] < block.end
