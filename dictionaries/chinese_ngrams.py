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
from bisect import bisect_right
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

STEPS: Final = (11, 18, 24, 30)
"""The levels from which a pair of symbols is known, usual, common, very common."""

COMMON: Final = 3
"""The step from which a pair is common."""

MARKS: Final = 0xE000
"""The code point of the mark 0."""

LEAST_GAINS: Final = (6, -6, -6)
"""By how many levels a pair of each step must be surpassed for one of its characters to be in doubt."""


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
    "unlikely-glance.json",
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
    trie, levels = _trie({gram: level for part in grams for gram, level in part.items()})
    return {
        "chinese-ngrams.marisa": trie,
        "chinese-ngram-levels.bin": levels,
        "chinese-neighbours.txt": _neighbours(grams[1], candidates),
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


def _neighbours(pairs: Mapping[str, int], candidates: str) -> bytes:
    """A line for each symbol with the symbols after it and before it, in groups that begin with their mark.

    ``spelling/chinese/neighbours.py`` tells of the marks.  Pairs without a Han character are left out, as are
    symbols before that are no Han.  Lines end in a carriage return, as a line end is a symbol.
    """
    gains = _Gains(pairs, {line[0]: line[2:].replace("\t", "") for line in candidates.splitlines()})
    lines: defaultdict[str, defaultdict[int, str]] = defaultdict(lambda: defaultdict(str))
    for pair, level in sorted(pairs.items()):
        one, two = pair[0], pair[1]
        step = bisect_right(STEPS, level)
        if step and (_is_han(one) or _is_han(two)):
            lines[one][4 * step + gains.doubtful(one, two, step)] += two
            if _is_han(one):
                lines[two][1 + (step >= COMMON)] += one
    texts = (
        one + "".join(chr(MARKS + mark) + others for mark, others in sorted(groups.items()))
        for one, groups in sorted(lines.items())
    )
    return "\r".join(texts).encode("utf-16-le")


class _Gains:
    """By how many levels a pair is surpassed, if another character stands in the place of one of its own."""

    def __init__(self, pairs: Mapping[str, int], alike: Mapping[str, str]) -> None:
        self._pairs = pairs
        self._alike = alike

    def doubtful(self, one: str, two: str, step: int) -> int:
        """Whether the first character of a pair (1), the second (2), both (3) or none (0) may be wrong."""
        if step > len(LEAST_GAINS):
            return 0
        least = self._pairs[one + two] + LEAST_GAINS[step - 1]
        first = any(self._pairs.get(other + two, 0) >= least for other in self._alike.get(one, ""))
        second = any(self._pairs.get(one + other, 0) >= least for other in self._alike.get(two, ""))
        return first + 2 * second
