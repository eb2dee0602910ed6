"""What stands twice in a text, and the symbols of the n-grams before and after."""

from __future__ import annotations

from typing import Final

from zhenlint.markdown.marks import BLOCK, MARKUP
from zhenlint.named_tuple import NamedTuple
from zhenlint.spelling.chinese.ngrams import LINE_END, OTHER, symbol

REACH: Final = 4
"""How many symbols to each side of a doubling are looked at."""

_BLANKS: Final = frozenset(" \t\f\u3000\u200b\u00a0\ufeff" + MARKUP)


class Doubling(NamedTuple):
    """What stands twice, and the symbols before and after the two."""

    before: str
    unit: str
    after: str

    @classmethod
    def at(cls, text: str, start: int, length: int) -> Doubling:
        """The doubling of so many characters that begins at a place of a prose view."""
        before = _symbols(text[max(0, start - 4 * REACH) : start][::-1])
        after = _symbols(text[start + 2 * length : start + 2 * length + 4 * REACH])
        return cls(before[::-1], text[start : start + length], after)


def _symbols(characters: str) -> str:
    """The first symbols of some characters; behind a line's end are line ends only."""
    first = characters[:REACH]
    if len(first) == REACH and min(first) >= "\u4e00" and max(first) <= "\u9fff":
        return first  # as of most; it takes a tenth of the time of a look at each
    found = ""
    for character in characters:
        if character in _BLANKS:
            continue
        one = LINE_END if character == BLOCK else symbol(character)
        if one == LINE_END:
            break
        if one != OTHER or found[-1:] != OTHER:
            found += one
            if len(found) == REACH:
                break
    return found.ljust(REACH, LINE_END)


def han_end(symbols: str) -> str:
    """The Han characters that symbols end with."""
    at = len(symbols)
    while at and "\u4e00" <= symbols[at - 1] <= "\u9fff":
        at -= 1
    return symbols[at:]


def han_begin(symbols: str) -> str:
    """The Han characters that symbols begin with."""
    at = 0
    while at < len(symbols) and "\u4e00" <= symbols[at] <= "\u9fff":
        at += 1
    return symbols[:at]
