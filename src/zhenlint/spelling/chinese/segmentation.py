"""Cuts Chinese text into words with jieba, whose dictionary is mapped and not loaded.

jieba reads its dictionary of 349,000 words into a dict when first asked, which takes a second.  Its
tokenizer needs two things of that dictionary: which words begin at a place, and how often a word was
counted.  Both are answered here from two files of the package's data, so that the first cut comes
after the import of jieba and no more; the cuts are the same.

- ``chinese-words.marisa``: the words, numbered by the trie.
- ``chinese-word-counts.bin``: in little-endian numbers of 4 bytes the sum of all counts, the number of
  words whose count is rare, the 255 counts that most words have, then of the former words the numbers by
  the trie, ascending, and the counts; then for each word a byte, which of the 255 counts it has, or 255.

jieba is imported on first use only, and never writes to its cache or to standard error.
"""

from __future__ import annotations

import mmap
import sys
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from zhenlint.package_data import DATA

if TYPE_CHECKING:
    import marisa_trie

LONGEST_WORD: Final = 16
"""Characters of the longest word in jieba's dictionary."""

_COMMON_COUNTS: Final = 255
"""How many different counts one byte tells."""

WINDOW: Final = 12
"""How many characters to each side of a place are cut to find the words around it."""


class WordCounts:
    """How often jieba counted each word of its dictionary, from the mapped files of a folder."""

    def __init__(self, folder: Path = DATA) -> None:
        import struct

        from marisa_trie import Trie

        self.words: marisa_trie.Trie = Trie().mmap(str(folder / "chinese-words.marisa"))
        with (folder / "chinese-word-counts.bin").open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.total, rare, *self._common = struct.unpack_from(f"<{2 + _COMMON_COUNTS}I", self._data)
        begin = 4 * (2 + _COMMON_COUNTS)
        self._rare = _numbers(self._data, begin, rare)
        self._rare_counts = begin + 4 * rare
        self._indexes = begin + 8 * rare

    def get(self, word: str, default: int | None = None) -> int | None:
        """The count of a word, ``default`` for what is no word of the dictionary."""
        number = self.words.get(word)
        if number is None:
            return default
        index = self._data[self._indexes + number]
        if index < _COMMON_COUNTS:
            common: int = self._common[index]
            return common
        place = self._rare_counts + 4 * bisect_left(self._rare, number)
        return int.from_bytes(self._data[place : place + 4], "little")

    def words_at(self, text: str, start: int) -> list[str]:
        """The words that begin at a place of a text, the shortest first; at least its character."""
        return self.words.prefixes(text[start : start + LONGEST_WORD]) or [text[start]]

    def ends(self, text: str, start: int) -> list[int]:
        """The places of the last characters of the words that begin at a place of a text."""
        return [start + len(word) - 1 for word in self.words_at(text, start)]


def _numbers(data: mmap.mmap, begin: int, count: int) -> Sequence[int]:
    """So many little-endian numbers of 4 bytes, where the machine has such without unpacking them."""
    if sys.byteorder == "little":
        return memoryview(data)[begin : begin + 4 * count].cast("I")
    import struct

    return struct.unpack_from(f"<{count}I", data, begin)


def han_around(text: str, start: int, end: int) -> tuple[int, str]:
    """The Han characters around ``text[start:end]``, it included, and where they begin."""
    first, last = max(0, start - WINDOW), min(len(text), end + WINDOW)
    while start > first and "\u4e00" <= text[start - 1] <= "\u9fff":
        start -= 1
    while end < last and "\u4e00" <= text[end] <= "\u9fff":
        end += 1
    return start, text[start:end]


class Segmenter:
    """Cuts text into the words of a dictionary."""

    def __init__(self, counts: WordCounts) -> None:
        self._tokenizer = _tokenizer(counts)

    def words(self, text: str) -> list[str]:
        """The words of a text in order; joined they are the text."""
        return list(self._tokenizer.cut(text, HMM=False))

    def stands_alone(self, text: str, start: int, end: int) -> bool:
        """Whether no word crosses an edge of ``text[start:end]``: whether it may be a word of its own."""
        at, around = han_around(text, start, end)
        for word in self.words(around):
            after = at + len(word)
            if at < end and start < after and (at < start or end < after):
                return False
            at = after
        return True


@cache
def word_counts() -> WordCounts:
    """The counts that come with the package."""
    return WordCounts()


@cache
def segmenter() -> Segmenter:
    """The segmenter by the dictionary that comes with the package."""
    return Segmenter(word_counts())


def _tokenizer(counts: WordCounts) -> Any:
    """jieba's tokenizer, asking the mapped counts instead of its own dictionary."""
    from zhenlint.spelling.chinese.jieba_import import import_jieba

    jieba = import_jieba()

    class MappedTokenizer(jieba.Tokenizer):  # type: ignore[misc, name-defined]
        def get_DAG(self, sentence: str) -> dict[int, list[int]]:  # noqa: N802
            return {start: counts.ends(sentence, start) for start in range(len(sentence))}

    tokenizer = MappedTokenizer()
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = counts, counts.total, True
    return tokenizer
