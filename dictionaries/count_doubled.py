"""Writes into ``chinese/doubled-words.tsv`` how often its words were counted, singly and doubled.

    python dictionaries/count_doubled.py COUNTS.npz

``COUNTS.npz`` holds counts of character n-grams: ``chars``, the characters that the ids from 6 on stand for,
and for each n the packed ids ``kN`` (12 bits a character, sorted) and their counts ``vN``.
Doubled words of three characters and more are longer than the counts reach; they count as never seen.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np

LIST = Path(__file__).parent / "chinese" / "doubled-words.tsv"

FIRST_ID = 6
LONGEST = 5


def main() -> None:
    """Read the list, count, write it again."""
    data = dict(np.load(sys.argv[1]))
    ids = {character: FIRST_ID + number for number, character in enumerate(str(data["chars"]))}
    rows = [line.split("\t") for line in LIST.read_text(encoding="utf-8").splitlines()]
    counted = [[word, kind, count(data, ids, word), count(data, ids, word * 2)] for word, kind, *_ in rows]
    text = "".join("\t".join(map(str, row)) + "\n" for row in counted)
    LIST.write_text(text, encoding="utf-8")


def count(data: Any, ids: dict[str, int], text: str) -> int:
    """How often a text was counted."""
    if len(text) > LONGEST or any(character not in ids for character in text):
        return 0
    key = 0
    for character in text:
        key = key << 12 | ids[character]
    keys, counts = data[f"k{len(text)}"], data[f"v{len(text)}"]
    place = int(np.searchsorted(keys, np.uint64(key)))
    return int(counts[place]) if place < len(keys) and int(keys[place]) == key else 0


if __name__ == "__main__":
    main()
