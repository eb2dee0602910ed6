"""How often English words are used in books: the list of symspellpy, of the Google Books Ngrams."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

from dictionaries.gather.archives import files

_LIST = "symspellpy/frequency_dictionary_en_82_765.txt"


def read_frequencies(package: Path) -> dict[str, float]:
    """Word and Zipf frequency: log₁₀ of the uses among 10⁹ words."""
    ((_, content),) = files(package, lambda name: name == _LIST)
    rows = (line.split() for line in content.decode("utf-8-sig").splitlines())
    return zipf({word: int(uses) for word, uses in rows})


def zipf(uses: Mapping[str, int]) -> dict[str, float]:
    """Counts as Zipf frequencies."""
    total = sum(uses.values())
    return {word: math.log10(count * 1e9 / total) for word, count in uses.items()}
