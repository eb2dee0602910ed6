"""Classes of characters, written to stand inside a pattern's square brackets.

Han is what the Unicode property ``Script=Han`` holds of letters: the unified ideographs with their
extensions, the compatibility ideographs, 々 and 〇 (Unicode 16, Scripts.txt).  The full-width marks
are those that mainland typesetting gives a cell of their own (GB/T 15834-2011, section 5.1; W3C
CLREQ, section 3.1).
"""

from __future__ import annotations

from typing import Final

from zhenlint.lazy_pattern import lazy_pattern

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


ANY_HAN: Final = lazy_pattern(f"[{HAN}]")
"""One Han character."""

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
