"""How well pinyin left in Chinese text is told: false alarms on edited documentation, recall on made slips.

    python -m benchmarks.pinyin DATA

Each fifth of the sources of ``zh-text/lines.txt.xz`` is read with the counts of the other four.  Counted are
the Latin words between Han characters that can be read as pinyin, and those that are taken for it, which are
printed.  Then of some lines one character each, or one word of two, is replaced by its pinyin.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from benchmarks.chinese_text import FOLDS, levels_without, parts_of, read_sources, write_counts
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.rules.chinese.unlikely_character import BETWEEN_HAN
from zhenlint.spelling.chinese.ngrams import NGrams
from zhenlint.spelling.chinese.short_cuts import short_cuts
from zhenlint.spelling.chinese.unconverted import Converter, syllables
from zhenlint.spelling.lexicon import lexicon

LINES: Final = 1200
"""Of so many lines of each fifth a character is replaced, and of as many a word."""

_HAN: Final = lazy_pattern("[\u4e00-\u9fff]+")


def main() -> None:
    """Print the counts."""
    sources = read_sources(Path(sys.argv[1]))
    counts: Counter[str] = Counter()
    for fold in range(FOLDS):
        with tempfile.TemporaryDirectory() as folder:
            write_counts(levels_without(sources, fold), {}, Path(folder))
            converter = Converter(NGrams(Path(folder)), syllables(), lexicon())
        lines = [line for part in parts_of(sources, fold) for line in part.prose.split("\n")]
        for line in lines:
            counts["Han characters"] += sum(map(len, _HAN.findall(line)))
            counts.update(_seen(line, converter))
        rng = random.Random(fold)
        for length in (1, 2):
            for line in rng.sample(lines, LINES):
                counts.update(_made(line, length, converter, rng))
    print("\n".join(f"{name}: {count}" for name, count in sorted(counts.items())))


def _seen(line: str, converter: Converter) -> Iterator[str]:
    """What is counted of the Latin words of a line."""
    for word in BETWEEN_HAN.finditer(line):
        before, after = line[: word.start()], line[word.end() :]
        if converter.likeliest(before, word[0], after)[1]:
            yield "Latin words that can be read as pinyin"
        meant = converter.meant(before, word[0], after)
        if meant:
            print(f"{before[-20:]}[{word[0]} → {meant}]{after[:20]}")
            yield "Latin words that are taken for it"


def _made(line: str, length: int, converter: Converter, rng: random.Random) -> Iterator[str]:
    """What is counted of a line of which so many characters, one word, are replaced by their pinyin."""
    readings = _readings()
    places = [
        start for start in _places(line, length) if readings.keys() >= set(line[start : start + length])
    ]
    if not places:
        return
    start = rng.choice(places)
    word = line[start : start + length]
    pinyin = "".join(readings[character] for character in word)
    meant = converter.meant(line[:start], pinyin, line[start + length :])
    yield f"replaced words of {length}"
    if meant:
        yield f"replaced words of {length} that are found, " + ("rightly" if meant == word else "wrongly")


def _places(line: str, length: int) -> Iterator[int]:
    """Where a character of a line, or a word of two, stands among others."""
    for run in _HAN.finditer(line):
        at = run.start()
        for word in [*run[0]] if length == 1 else short_cuts().cut(run[0])[0]:
            if len(word) == length and run.start() < at and at + length < run.end():
                yield at
            at += len(word)


@cache
def _readings() -> dict[str, str]:
    """A syllable of each character, the first by the alphabet."""
    found: dict[str, str] = {}
    for syllable, characters in syllables().items():
        for character in characters:
            found.setdefault(character, syllable)
    return found


if __name__ == "__main__":
    main()
