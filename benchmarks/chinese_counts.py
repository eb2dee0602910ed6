"""Writes the counts and candidates that the build of the Chinese data starts from.

    python -m benchmarks.chinese_counts FOLDER

The folder holds ``zh-ngrams/counts.npz`` (n-gram counts over Chinese documentation, keys of 12-bit ids) and
``zh-ngrams/confusion-candidates.json`` (for each character those that sound or look like it).  Needs numpy.

- ``dictionaries/chinese/ngram-counts.xz``: the n-grams of one to four symbols that were counted
  often enough, with levels of counts (``dictionaries/chinese_data.py`` reads it).
- ``dictionaries/chinese/candidates.tsv``: a character, then those of the same sound and tone, of the
  same sound, of nearly the same sound, and of nearly the same shape, each the commonest first.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from dictionaries.chinese_ngrams import pack

CHINESE = Path(__file__).parent.parent / "dictionaries" / "chinese"

SYMBOLS: Final = "\nA。，“〇"
"""What ids below 6 stand for: a line end, others than Han, a stop, a comma, another mark, a rare Han."""

LEAST: Final = {1: 3, 2: 4, 3: 6, 4: 12}
"""How often an n-gram of each length was counted at least."""

CANDIDATE_LEAST: Final = 200
"""How often a character was counted at least to be taken for what was meant."""


def main() -> None:
    """Write both files."""
    folder = Path(sys.argv[1]) / "zh-ngrams"
    with np.load(folder / "counts.npz") as counts:
        symbols = SYMBOLS + str(counts["chars"])
        packed = pack(symbols, list(grams_of(counts, symbols)))
        single = dict(zip(counts["k1"].tolist(), counts["v1"].tolist(), strict=True))
    (CHINESE / "ngram-counts.xz").write_bytes(packed)
    frequency = {symbols[key]: count for key, count in single.items() if key < len(symbols)}
    sets = json.loads((folder / "confusion-candidates.json").read_text(encoding="utf-8"))
    lines = "".join(_candidate_lines(sets["C"], set(sets["trad"]), frequency))
    (CHINESE / "candidates.tsv").write_text(lines, encoding="utf-8")
    print(len(packed), len(lines.encode()))


def grams_of(counts: Mapping[str, Any], symbols: str) -> Iterator[dict[int, int]]:
    """The n-grams of each length that were counted often enough, with levels."""
    for length, least in LEAST.items():
        keys, values = counts[f"k{length}"].tolist(), counts[f"v{length}"].tolist()
        shifts = range(0, 12 * length, 12)
        yield {
            key: level_of(value)
            for key, value in zip(keys, values, strict=True)
            if value >= least and all(key >> shift & 4095 < len(symbols) for shift in shifts)
        }


def level_of(count: int) -> int:
    """A count's level: three levels double it; 1 is one use."""
    return min(63, round(math.log2(count) * 3) + 1)


def _candidate_lines(
    sets: Mapping[str, Mapping[str, int]], traditional: set[str], frequency: Mapping[str, int]
) -> Iterator[str]:
    """The lines of the candidates file, in order of characters."""
    for character in sorted(sets):
        kinds = [
            sorted(
                (
                    other
                    for other, kind in sets[character].items()
                    if kind == wanted
                    and frequency.get(other, 0) >= CANDIDATE_LEAST
                    and other not in traditional
                ),
                key=lambda other: (-frequency[other], other),
            )
            for wanted in range(4)
        ]
        if character in frequency and character not in traditional and any(kinds):
            yield "\t".join([character, *map("".join, kinds)]) + "\n"


if __name__ == "__main__":
    main()
