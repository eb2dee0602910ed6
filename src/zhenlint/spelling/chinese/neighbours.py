"""Which symbols stand beside which: the marks of pairs, and sets of characters as bits of large integers.

``chinese-neighbours.txt`` has, in UTF-16, a line for each symbol, which is its first character; then groups
of characters, each behind its mark, counted from U+E000:

- 1 and 2 for the Han characters that stand before the symbol, in less common pairs and in common ones;
- for the symbols that stand after it four times the step of the pair (1 known, 2 usual, 3 common, 4 very
  common: 10, 50, 200, 800 uses), and to that 1 if another character in place of the first makes about as
  common a pair, so that the first may be wrong, and 2 if the second may.

Lines end in a carriage return, as the line end is a symbol.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final, Generic, TypeVar

from zhenlint.spelling.chinese.ngrams import LINE_END

COMMON: Final = 3
"""The step of common pairs."""

SHORT: Final = 2_500
"""The pairs of a text of less symbols are sought one by one: that takes longer, but starts at once."""

_MARKS: Final = 0xE000
_AFTER: Final = range(4, 20)
_GROUP: Final = re.compile("([\ue000-\ue013])")
_UTF_16: Final = f"utf-16-{sys.byteorder[0]}e"

Groups = Sequence[tuple[int, str]]
"""The symbols beside one, in groups with their marks."""


class Lines(dict[str, Groups]):
    """The groups of each symbol in a folder's file, read when asked for."""

    def __init__(self, folder: Path) -> None:
        text = (folder / "chinese-neighbours.txt").read_bytes().decode("utf-16-le")
        self._lines = {line[0]: line for line in text.split("\r")}

    def __missing__(self, symbol: str) -> Groups:
        parts = _GROUP.split(self._lines.get(symbol, ""))
        marks = (ord(mark) - _MARKS for mark in parts[1::2])
        self[symbol] = found = list(zip(marks, parts[2::2], strict=True))
        return found

    def symbols(self) -> Iterable[str]:
        """All symbols that stand beside others."""
        return self._lines.keys()


class Bits:
    """A bit of a large integer for each of some characters."""

    def __init__(self, characters: Sequence[str]) -> None:
        self._characters = characters
        self._places = {one: place for place, one in enumerate(self._characters)}

    def of(self, characters: str) -> int:
        """The set of some characters as bits; those that have none are left out."""
        bits = bytearray(len(self._characters) // 8 + 1)
        for one in characters:
            place = self._places.get(one)
            if place is not None:
                bits[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(bits, "little")

    def characters(self, bits: int) -> Iterator[str]:
        """The characters of a set, in order."""
        while bits:
            lowest = bits & -bits
            yield self._characters[lowest.bit_length() - 1]
            bits ^= lowest


Characters = TypeVar("Characters", int, frozenset[str])
"""A set of characters: as bits, or as it is."""


class Sets(dict[str, Characters]):
    """Sets of characters, by symbol; made when first asked for, and remembered."""

    def __init__(self, members: Callable[[str], str], made: Callable[[str], Characters]) -> None:
        self._members = members
        self._made: Callable[[str], Characters] = made

    def __missing__(self, symbol: str) -> Characters:
        found: Characters = self._made(self._members(symbol))
        self[symbol] = found
        return found


class Sides(Generic[Characters]):
    """The Han characters that stand beside a symbol, in all known pairs and in common ones."""

    def __init__(self, lines: Lines, made: Callable[[str], Characters]) -> None:
        def sets(marks: range) -> Sets[Characters]:
            return Sets(lambda one: "".join(others for mark, others in lines[one] if mark in marks), made)

        self.after: Sets[Characters] = sets(_AFTER)
        self.after_often: Sets[Characters] = sets(_AFTER[4 * (COMMON - 1) :])
        self.before: Sets[Characters] = sets(range(1, 3))
        self.before_often: Sets[Characters] = sets(range(2, 3))


class Pairs:
    """The marks of pairs of symbols, 0 for those that are rare.

    For a long text all pairs are mixed at once to :data:`_WIDTH` bits each, by arithmetic on the text in
    UTF-16, 32 bits a pair, as one large integer; they are places in a table of marks.  A twentieth of the
    rare pairs fall on the place of another, and pass for that.
    """

    _WIDTH: Final = 22
    _MASK: Final = ((1 << _WIDTH) - 1).to_bytes(4, sys.byteorder)
    _END: Final = 16

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._known = _Known(lines, self._END)

    def marks(self, text: str) -> bytes:
        """The marks of the pairs that begin at each place of a text that ends in two line ends."""
        if len(text) < SHORT:
            known = self._known
            return bytes([known[text[at : at + 2]] for at in range(len(text))])
        data = (text if len(text) % 2 == 0 else text + LINE_END).encode(_UTF_16)
        marks, table = bytearray(len(data) // 2), self._table
        marks[0::2] = bytes([table[place] for place in self._places(data)])
        marks[1:-1:2] = bytes([table[place] for place in self._places(data[2:-2])])
        return bytes(marks)

    @cached_property
    def _table(self) -> bytes:
        pairs: defaultdict[int, list[str]] = defaultdict(list)
        for one in self._lines.symbols():
            for mark, others in self._lines[one]:
                pairs[mark].append(f"{one}{one.join(others)}")
        pairs[self._END].append(2 * LINE_END)
        table = bytearray(1 << self._WIDTH)
        for mark in _AFTER:
            for place in self._places("".join(pairs[mark]).encode(_UTF_16)):
                table[place] = mark
        return bytes(table)

    def _places(self, data: bytes) -> memoryview[int]:
        """The place of each pair of a text that is given in UTF-16."""
        numbers = int.from_bytes(data, sys.byteorder)
        mask = int.from_bytes(self._MASK * (len(data) // 4), sys.byteorder)
        return memoryview(((numbers ^ numbers >> 10) & mask).to_bytes(len(data), sys.byteorder)).cast("I")


class _Known(dict[str, int]):
    """The marks of pairs that were asked for."""

    def __init__(self, lines: Lines, end: int) -> None:
        self._lines = lines
        self._end = end

    def __missing__(self, pair: str) -> int:
        if pair.strip(LINE_END):
            groups = self._lines[pair[0]]
            mark = next((mark for mark, others in groups if mark in _AFTER and pair[1] in others), 0)
        else:
            mark = self._end
        self[pair] = mark
        return mark
