"""How often sequences of one to four symbols were counted in Chinese documentation.

A symbol is a Han character or stands for a class: see :func:`symbol`.  The data are mapped:

- ``chinese-ngrams.marisa``: the n-grams, numbered by the trie.
- ``chinese-ngram-levels.bin``: by that number a byte, the level of the count; three levels double it.  One
  more byte, 0, is for those that are not there.

n-grams counted seldom (less than 4, 6 and 20 times for two, three and four symbols) are not there.
"""

from __future__ import annotations

import math
import mmap
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zhenlint.package_data import DATA

if TYPE_CHECKING:
    import marisa_trie

LONGEST: Final = 4
"""Symbols of the longest n-grams."""

LINE_END: Final = "\n"
OTHER: Final = "A"
"""A run of anything that is neither Han nor a punctuation mark: words, numbers, code."""

_CLASSES: Final = {
    **dict.fromkeys("。！？；!?;…", "。"),
    **dict.fromkeys("，、：,:", "，"),
    **dict.fromkeys("“”‘’\"'（）()【】[]《》<>「」『』—~～·*|", "“"),
    **dict.fromkeys("\n\r", LINE_END),
}


def symbol(character: str) -> str:
    """The symbol of a character: Han are their own, others stand for their class.

    A stop ``。``, a comma or colon ``，``, brackets, quotation marks and dashes ``“``, a line end, and
    everything else ``A``, of which several in a row are one.
    """
    return character if "\u4e00" <= character <= "\u9fff" else _CLASSES.get(character, OTHER)


_UNSEEN: Final = -16.0
_BACKOFF: Final = -0.9162907318741551
"""The logarithm of 0.4, for each symbol less that an estimate looks back."""

_TOTAL: Final = 17.5
"""The logarithm of how many symbols were counted."""

LOGS: Final = tuple((level - 1) * math.log(2) / 3 if level else -math.inf for level in range(64))
"""The natural logarithm of the count by its level; level 0 is no count."""


class NGrams:
    """The counts of one folder."""

    def __init__(self, folder: Path = DATA) -> None:
        from marisa_trie import Trie

        self.trie: marisa_trie.Trie = Trie().mmap(str(folder / "chinese-ngrams.marisa"))
        with (folder / "chinese-ngram-levels.bin").open("rb") as file:
            self._levels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.level = _level_by(self.trie, self._levels)
        """The level of an n-gram's count, 0 where it was counted too seldom."""
        self._characters: dict[str, int] = {}

    def character_level(self, character: str) -> int:
        """The level of a character's count, remembered."""
        found = self._characters.get(character)
        if found is None:
            found = self._characters[character] = self.level(character)
        return found

    def estimate(self, gram: str) -> float:
        """How likely the last of at most four symbols is after those before it, as a logarithm.

        Stupid back-off: the longest n-gram that was counted tells, at a price for each symbol less.
        """
        price, level_of = 0.0, self.level
        while gram:
            level = level_of(gram)
            if level:
                before = LOGS[level_of(gram[:-1])] if len(gram) > 1 else _TOTAL
                return min(0.0, LOGS[level] - before) + price
            gram, price = gram[1:], price + _BACKOFF
        return _UNSEEN

    def levels_from(self, symbols: str) -> list[int]:
        """The levels of the n-grams that a text of at most four symbols begins with, the shortest first."""
        found = [0] * len(symbols)
        for gram, number in self.trie.iter_prefixes_with_ids(symbols):
            found[len(gram) - 1] = self._levels[number]
        return found


def _level_by(trie: marisa_trie.Trie, levels: mmap.mmap) -> Callable[[str], int]:
    """The level of an n-gram, as a function that finds what it needs a tenth faster than a method does."""
    number: Callable[[str, int], int] = trie.get
    unknown = len(levels) - 1

    def level(gram: str) -> int:
        return levels[number(gram, unknown)]

    return level


@cache
def ngrams() -> NGrams:
    """The counts that come with the package."""
    return NGrams()
