"""The documentation behind the counts, a part at a time: its text, and the counts of all the rest.

``zh-text/lines.txt.xz`` holds lines of prose, a form feed after those of each source.  Counts of a text know
its slips; so each fifth of the sources is read with the counts of the other four.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from benchmarks.chinese_counts import LEAST, level_of
from benchmarks.chinese_slips import CHINESE
from dictionaries.chinese_near_misses import near_miss_file, near_misses_of
from dictionaries.chinese_ngrams import mapped, unpack
from zhenlint.markdown.marks import ATOM
from zhenlint.spelling.chinese.near_misses import FILE as NEAR_MISSES
from zhenlint.spelling.chinese.ngrams import LINE_END, OTHER, symbol

FOLDS: Final = 5

HELD_OUT: Final = 1
"""The fold that what is learnt of the text is tried on."""

LEFT_OUT: Final = 17
"""The source that is no documentation: entries of an encyclopedia, converted from Traditional Chinese."""

LINES: Final = 400
"""How many lines are taken for a document."""

_BITS: Final = 12
_RARE: Final = "〇"
_BLANK: Final = 0xFFFF
_BLANKS: Final = " \f\t\u3000\u200b\u00a0\ufeff"
_FIRST_HAN: Final = 5
"""From this number on symbols are Han characters; it stands for the rare ones."""


class Part(NamedTuple):
    """Some lines of a source: the source's number, the place among its parts, the prose."""

    source: int
    place: int
    prose: str


def read_sources(data: Path) -> list[str]:
    """The sources of the text."""
    with lzma.open(data / "zh-text" / "lines.txt.xz", "rt", encoding="utf-8", newline="\n") as file:
        return file.read().split("\f")


def parts_of(sources: Sequence[str], fold: int) -> Iterator[Part]:
    """The parts of the sources of a fold, as prose views."""
    for number, source in enumerate(sources):
        if number % FOLDS == fold and number != LEFT_OUT:
            lines = source.replace("␣", ATOM).split("\n")
            for place, first in enumerate(range(0, len(lines), LINES)):
                yield Part(number, place, "\n".join(lines[first : first + LINES]))


def levels_without(sources: Sequence[str], fold: int) -> list[dict[str, int]]:
    """The levels of the n-grams of each length, counted in the sources of all other folds."""
    symbols, _ = unpack((CHINESE / "ngram-counts.xz").read_bytes())
    table = _table(symbols)
    numbers = np.concatenate([_numbers(text, table) for at, text in enumerate(sources) if at % FOLDS != fold])
    return [_levels(numbers, length, symbols) for length in LEAST]


def numbers_of_text(text: str, symbols: str, margin: int) -> Any:
    """The numbers of the symbols of a text by their order, so many line ends around it."""
    ends = np.full(margin, symbols.index(LINE_END), np.uint16)
    return np.concatenate([ends, _numbers(text, _table(symbols)), ends])


def write_counts(levels: Sequence[dict[str, int]], slips: Mapping[str, int], folder: Path) -> None:
    """Write the files of counts and near misses that the package reads."""
    for name, content in mapped({gram: level for part in levels for gram, level in part.items()}).items():
        (folder / name).write_bytes(content)
    write_near_misses(levels[1], slips, folder)


def write_near_misses(levels: Mapping[str, int], slips: Mapping[str, int], folder: Path) -> None:
    """Write the file of near misses by the levels of pairs, and slips."""
    (folder / NEAR_MISSES).write_bytes(near_miss_file(near_misses_of(levels, slips)))


def _table(symbols: str) -> Any:
    """The number of the symbol of each code point."""
    known = {one: number for number, one in enumerate(symbols)}
    table = np.full(0x110000, known[OTHER], np.uint16)
    for code in (*range(0x300), *range(0x2000, 0x10000)):
        one = symbol(chr(code))
        table[code] = known.get(one, known[_RARE])
    table[0x3400:0x4E00] = table[0x20000:0x2FFFF] = known[_RARE]
    table[[ord(one) for one in _BLANKS]] = _BLANK
    return table


def _numbers(text: str, table: Any) -> Any:
    """The numbers of the symbols of a text, line ends around it."""
    codes = np.frombuffer(f"\n{text}\n".encode("utf-32-le"), np.uint32)
    found = table[codes]
    found = found[found != _BLANK]
    again = (found[1:] == found[:-1]) & (found[1:] < len((LINE_END, OTHER)))
    return found[np.concatenate(([True], ~again))]


def _levels(numbers: Any, length: int, symbols: str) -> dict[str, int]:
    """The levels of the n-grams of a length that hold two Han characters, or one of two, within a line."""
    count = len(numbers) - length + 1
    columns = [numbers[at : at + count] for at in range(length)]
    han = sum((column >= _FIRST_HAN).astype(np.int8) for column in columns)
    fits = han >= (1 if length <= 2 else 2)
    for column in columns[1:-1]:
        fits &= column != 0
    keys = np.zeros(count, np.uint64)
    for column in columns:
        keys = keys << np.uint64(_BITS) | column
    found, counts = np.unique(keys[fits], return_counts=True)
    often = counts >= LEAST[length]
    found, counts = found[often], counts[often]
    texts = [
        [symbols[key >> _BITS * at & (1 << _BITS) - 1] for key in found.tolist()]
        for at in range(length - 1, -1, -1)
    ]
    return dict(zip(map("".join, zip(*texts, strict=True)), map(level_of, counts.tolist()), strict=True))
