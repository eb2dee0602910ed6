"""The counts of ``chinese/``: how they are packed, and the package's data made of them.

``chinese/ngram-counts.xz`` holds, compressed by LZMA: a line with the symbols in the order of their
numbers; then for each length from one to four a line with the number of n-grams, the n-grams, and
a byte with the level of each one's count.  An n-gram is a number, its symbols' numbers as digits to
the base 4096; the numbers ascend, and each is stored as its difference to the one before, in eight
bytes: first the lowest byte of each difference, then the next of each, up to the highest.
"""

from __future__ import annotations

import lzma
import struct
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final

import marisa_trie

from dictionaries.chinese_function_words import function_word_files
from dictionaries.chinese_near_misses import near_miss_file, near_misses_of, saved
from dictionaries.trees import packed
from zhenlint.spelling.chinese.near_misses import FILE as NEAR_MISSES
from zhenlint.spelling.chinese.slips import lines_of

BASE: Final = 4096
LONGEST: Final = 4
WIDTH: Final = 8

FILTERS: Final = [{"id": lzma.FILTER_LZMA2, "preset": 9}]


def pack(symbols: str, grams: Sequence[Mapping[int, int]]) -> bytes:
    """The file for n-grams with their levels, the first mapping for those of length one."""
    parts = [symbols.replace("\n", "\\n").encode(), b"\n"]
    for levels in grams:
        numbers = sorted(levels)
        differences = [number - before for before, number in zip([0, *numbers], numbers, strict=False)]
        data = struct.pack(f"<{len(numbers)}Q", *differences)
        parts += [b"%d\n" % len(numbers), *(data[at::WIDTH] for at in range(WIDTH))]
        parts.append(bytes(levels[number] for number in numbers))
    return lzma.compress(b"".join(parts), format=lzma.FORMAT_XZ, filters=FILTERS)


def unpack(packed: bytes) -> tuple[str, list[dict[str, int]]]:
    """The symbols, and the n-grams of each length as text with their levels."""
    data = lzma.decompress(packed)
    end = data.index(b"\n")
    symbols, at = data[:end].decode().replace("\\n", "\n"), end + 1
    grams = []
    for length in range(1, LONGEST + 1):
        end = data.index(b"\n", at)
        size, at = int(data[at:end]), end + 1
        differences = bytearray(WIDTH * size)
        for place in range(WIDTH):
            differences[place::WIDTH] = data[at + place * size : at + (place + 1) * size]
        numbers = list(accumulate(struct.unpack(f"<{size}Q", differences)))
        at += WIDTH * size
        grams.append(dict(zip(_texts(numbers, symbols, length), data[at : at + size], strict=True)))
        at += size
    return symbols, grams


def _texts(numbers: Sequence[int], symbols: str, length: int) -> Iterator[str]:
    columns = [
        [symbols[number >> shift & BASE - 1] for number in numbers]
        for shift in range(12 * (length - 1), -1, -12)
    ]
    return map("".join, zip(*columns, strict=True))


COPIED: Final = (
    "candidates-LICENSES.txt",
    "cloze.npz",
    "single-characters.tsv",
    "unlikely-glance.tsv",
)
"""What the package reads as it is."""

TREES: Final = ("neural-first", "neural-score", "unlikely-score")
"""Scores made of trees."""


def data_files(folder: Path) -> dict[str, bytes]:
    """The package's files made of the counts, slips and scores of a folder, by name."""
    rows = (line.split("\t") for line in (folder / "slips.tsv").read_text(encoding="utf-8").splitlines())
    slips = {pair: int(count) for pair, count in rows}
    return {
        **_made((folder / "ngram-counts.xz").read_bytes()),
        **function_word_files(folder),
        NEAR_MISSES: near_miss_file(near_misses_of(pair_levels(folder), slips)),
        "chinese-slips.tsv": "".join(f"{one}\t{line}\n" for one, line in lines_of(slips).items()).encode(),
        **{f"chinese-{path.name}": path.read_bytes() for name in COPIED if (path := folder / name).is_file()},
        **{
            f"chinese-{name}.trees": packed(path.read_bytes())
            for name in TREES
            if (path := folder / f"{name}.json").is_file()
        },
    }


@cache
def _made(packed: bytes) -> dict[str, bytes]:
    """The files made of packed counts, remembered: they take some seconds."""
    return mapped({gram: level for part in _unpacked(packed) for gram, level in part.items()})


@cache
def _unpacked(packed: bytes) -> list[dict[str, int]]:
    return unpack(packed)[1]


def pair_levels(folder: Path) -> dict[str, int]:
    """The levels of the pairs of symbols by the counts of a folder; those counted seldom are not there."""
    return _unpacked((folder / "ngram-counts.xz").read_bytes())[1]


def mapped(levels: Mapping[str, int]) -> dict[str, bytes]:
    """The n-grams as a trie that can be mapped, and the level of each by the number the trie gives it."""
    trie = marisa_trie.Trie(sorted(levels), num_tries=1)
    ordered = bytearray(len(levels) + 1)
    for gram, level in levels.items():
        ordered[trie[gram]] = level
    return {"chinese-ngrams.marisa": saved(trie), "chinese-ngram-levels.bin": bytes(ordered)}
