"""Classes of characters, written to stand inside a pattern's square brackets.

Han is what the Unicode property ``Script=Han`` holds of letters: the unified ideographs with their
extensions, the compatibility ideographs, 々 and 〇 (Unicode 16, Scripts.txt).  The full-width marks
are those that mainland typesetting gives a cell of their own (GB/T 15834-2011, section 5.1; W3C
CLREQ, section 3.1).
"""

from __future__ import annotations

import re
import sys
from typing import Final, cast

from zhenlint.lazy_pattern import LazyPattern, lazy_pattern

HAN: Final = "々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Han characters."""

NOT_LATIN: Final = r"[^\x00-\u02ff\ufdd0-\ufdef]"
"""Han, and what else is neither Latin nor a mark of the prose view: a set that compiles at once."""

OTHER_LETTER: Final = r"[^\x00-\u024f\W\d]"
"""A letter that is not Latin: in our texts Han, by a set of its own that compiles at once."""


def is_han(character: str) -> bool:
    """Whether one character is Han."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U000323af"
        or character in ("々", "〇")
    )


class _AnyHan(LazyPattern):
    """One Han character.  To compile a set of this size takes Python 3.11 two milliseconds.

    Until it has looked at as many characters as that is worth, it compares them one by one; to check a short
    document takes no more.
    """

    _WORTH_COMPILING = 4_000

    def __init__(self) -> None:
        super().__init__(f"[{HAN}]")
        self._candidate = lazy_pattern(NOT_LATIN)
        self._looked_at = 0

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        found = self._candidate.match(text, pos, endpos)
        return found if found and self._is_han(found[0]) else None

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        found = self._candidate.finditer(text, pos, endpos)
        return next((item for item in found if self._is_han(item[0])), None)

    def findall(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> list[str]:
        return list(filter(self._is_han, self._candidate.findall(text, pos, endpos)))

    def _is_han(self, character: str) -> bool:
        self._looked_at += 1
        if self._looked_at == self._WORTH_COMPILING:
            self.compiled()
        return is_han(character)


ANY_HAN: Final = cast("re.Pattern[str]", _AnyHan())
"""One Han character, compiled only where many are looked for."""

LETTER: Final = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
"""Latin letters, those with diacritics included."""

LATIN: Final = LETTER + "0-9"
"""Latin letters and ASCII digits: what a Latin word is made of."""

BLANK: Final = " \u00a0\u2002-\u200a\u202f\u3000\t"
"""Everything that a reader sees as a space.  Only U+0020 is ever taken away or put in."""

STOP: Final = "，。、：；！？"
"""Full-width points within and at the end of sentences."""

OPENING: Final = "（《「『【"
"""Full-width opening brackets."""

CLOSING: Final = "）》」』】"
"""Full-width closing brackets."""

FULLWIDTH: Final = STOP + OPENING + CLOSING
"""Full-width marks that bring a blank of their own and want none beside them."""

OPENING_QUOTE: Final = "“‘"

CLOSING_QUOTE: Final = "”’"
