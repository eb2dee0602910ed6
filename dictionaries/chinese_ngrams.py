"""The counts and candidates of ``chinese/``: how they are packed, and the package's data made of them.

``chinese/ngram-counts.xz`` holds, compressed by LZMA: a line with the symbols in the order of their
numbers; then for each length from one to four a line with the number of n-grams, the n-grams, and
a byte with the level of each one's count.  An n-gram is a number, its symbols' numbers as digits to
the base 4096; the numbers ascend, and each is stored as its difference to the one before, in eight
bytes: first the lowest byte of each difference, then the next of each, up to the highest.
"""

from __future__ import annotations

import lzma
import struct
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final

import marisa_trie

BASE: Final = 4096
LONGEST: Final = 4
WIDTH: Final = 8

FILTERS: Final = [{"id": lzma.FILTER_LZMA2, "preset": 9}]

STRONG_LEVEL: Final = 24
"""From this level on (200 uses) a bigram speaks for its characters."""

COMMON_LEVEL: Final = 11
"""From this level on (10 uses) a bigram can be right without a look at its surroundings."""

STRONGER: Final = 16
"""So many levels more (40 times the uses) make a bigram much commoner than another."""


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
    "candidates.tsv",
    "candidates-LICENSES.txt",
    "single-characters.tsv",
    "slips.tsv",
    "unlikely-score.json",
)
"""What the package reads as it is."""


def data_files(folder: Path) -> dict[str, bytes]:
    """The package's files made of the counts, candidates and score of a folder, by name."""
    candidates = (folder / "candidates.tsv").read_text(encoding="utf-8")
    return {
        **_made((folder / "ngram-counts.xz").read_bytes(), candidates),
        **{f"chinese-{path.name}": path.read_bytes() for name in COPIED if (path := folder / name).is_file()},
    }


@cache
def _made(packed: bytes, candidates: str) -> dict[str, bytes]:
    """The files made of packed counts and candidates, remembered: they take some seconds."""
    _, grams = unpack(packed)
    alike = {line[0]: frozenset(line[2:].replace("\t", "")) for line in candidates.splitlines()}
    after, before = _neighbours(grams[1])
    trie, levels = _trie({gram: level for part in grams for gram, level in part.items()})
    return {
        "chinese-ngrams.marisa": trie,
        "chinese-ngram-levels.bin": levels,
        "chinese-neighbours.txt": _neighbour_lines(after, before),
        "chinese-pairs.bin": _pairs(grams[1], alike, after, before),
    }


def _trie(levels: Mapping[str, int]) -> tuple[bytes, bytes]:
    """The n-grams as a trie that can be mapped, and the level of each by the number the trie gives it."""
    trie = marisa_trie.Trie(sorted(levels), num_tries=1)
    ordered = bytearray(len(levels))
    for gram, level in levels.items():
        ordered[trie[gram]] = level
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ngrams"
        trie.save(str(path))
        return path.read_bytes(), bytes(ordered)


def _is_han(symbol: str) -> bool:
    return "\u4e00" <= symbol <= "\u9fff"


def _neighbours(bigrams: Mapping[str, int]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """What often stands after each Han character, and what before it."""
    after: defaultdict[str, set[str]] = defaultdict(set)
    before: defaultdict[str, set[str]] = defaultdict(set)
    for gram, level in bigrams.items():
        if level >= STRONG_LEVEL and all(map(_is_han, gram)):
            after[gram[0]].add(gram[1])
            before[gram[1]].add(gram[0])
    return after, before


def _neighbour_lines(after: Mapping[str, set[str]], before: Mapping[str, set[str]]) -> bytes:
    """A line for each character: it, what often stands after it, a tab, what often stands before it."""
    sides = ((one, sorted(after.get(one, ())), sorted(before.get(one, ()))) for one in {**after, **before})
    return "".join(f"{one}{''.join(right)}\t{''.join(left)}\n" for one, right, left in sorted(sides)).encode(
        "utf-16-le"
    )


def _pairs(
    bigrams: Mapping[str, int],
    alike: Mapping[str, frozenset[str]],
    after: Mapping[str, set[str]],
    before: Mapping[str, set[str]],
) -> bytes:
    """The common bigrams as they stand in UTF-16, by which of their characters may be wrong.

    First those of which neither may be wrong; then those of which the first may, as another makes a much
    commoner bigram in its place; then those of which the second may, and those of which both may.
    The commonest come first.  Of pairs of a character and a line end neither may be wrong.  Before all
    stand the numbers of bigrams of each kind.
    """
    nothing: frozenset[str] = frozenset()
    kinds: list[list[str]] = [[], [], [], []]
    for gram, level in sorted(bigrams.items(), key=lambda item: (-item[1], item[0])):
        one, two = gram[0], gram[1]
        if level < COMMON_LEVEL or not (_is_han(one) and _is_han(two)):
            continue
        least = level + STRONGER
        first = alike.get(one, nothing) & before.get(two, nothing)
        second = alike.get(two, nothing) & after.get(one, nothing)
        kind = any(bigrams[other + two] >= least for other in first)
        kinds[kind + 2 * any(bigrams[one + other] >= least for other in second)].append(gram)
    characters = sorted({one for gram in bigrams for one in gram if _is_han(one)})
    kinds[0] += ["\n\n", *(pair for one in characters for pair in (one + "\n", "\n" + one))]
    sizes = struct.pack("<4I", *map(len, kinds))
    return sizes + "".join(gram for kind in kinds for gram in kind).encode("utf-16-le")
