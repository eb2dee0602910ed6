"""Writes the counts and candidates that the build of the Chinese data starts from.

    python -m benchmarks.chinese_counts FOLDER

The folder holds ``zh-ngrams/counts.npz`` (n-gram counts over Chinese documentation, keys of 12-bit ids) and
``zh-ngrams/confusion-candidates.json`` (for each character those that sound or look like it).  Needs numpy.

- ``dictionaries/chinese/ngram-counts.xz``: the n-grams of one to four symbols that were counted
  often enough, with levels of counts (``dictionaries/chinese_data.py`` reads it).
- ``dictionaries/chinese/candidates.tsv``: a character, then those of the same sound and tone, of the
  same sound, of nearly the same sound, each the commonest first, and others that people are known to
  mistake it for (``confusable-pairs.txt``, ``slips.tsv``); most that only look alike are never mistaken.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from dictionaries.chinese_ngrams import pack

CHINESE = Path(__file__).parent.parent / "dictionaries" / "chinese"

SYMBOLS: Final = "\nA。，“〇"
"""What ids below 6 stand for: a line end, others than Han, a stop, a comma, another mark, a rare Han."""

LEAST: Final = {1: 3, 2: 4, 3: 6, 4: 20}
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
    lines = "".join(_candidate_lines(sets["C"], set(sets["trad"]), frequency, _mistaken()))
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


def _mistaken() -> dict[str, str]:
    """What each character is known to be mistaken for."""
    pairs = (CHINESE / "confusable-pairs.txt").read_text(encoding="utf-8").split()
    pairs += [line[:2] for line in (CHINESE / "slips.tsv").read_text(encoding="utf-8").splitlines()]
    found: dict[str, str] = {}
    for pair in pairs:
        found[pair[0]] = found.get(pair[0], "") + pair[1]
    return found


def _candidate_lines(
    sets: Mapping[str, Mapping[str, int]],
    traditional: set[str],
    frequency: Mapping[str, int],
    mistaken: Mapping[str, str],
) -> Iterator[str]:
    """The lines of the candidates file, in order of characters."""

    def chosen(others: Iterable[str]) -> list[str]:
        known = (one for one in others if frequency.get(one, 0) >= CANDIDATE_LEAST and one not in traditional)
        return sorted(known, key=lambda other: (-frequency[other], other))

    for character in sorted({*sets, *mistaken}):
        alike = sets.get(character, {})
        kinds = [chosen(other for other, kind in alike.items() if kind == wanted) for wanted in range(3)]
        kinds.append(chosen(set(mistaken.get(character, "")).difference(*kinds)))
        if character in frequency and character not in traditional and any(kinds):
            yield "\t".join([character, *map("".join, kinds)]) + "\n"


if __name__ == "__main__":
    main()
