"""Merge what was gathered into the three imported lists of ``dictionaries/english``."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dictionaries.gather.counting import Counts
from dictionaries.gather.frequencies import zipf
from dictionaries.gather.scowl import Scowl

COMMON_ENGLISH = 50
ENGLISH = 70
ENGLISH_NAMES = 80
"""Levels of SCOWL: words that a misspelling may stand for; words that are known; names that are known."""

KNOWN_TEXTS = 12
KNOWN_SOURCES = 2
"""A word that stands in as many texts, and in as many sources, is known, whatever the lists say."""

TARGET_ENGLISH = 1.5
TARGET_ANY = 2.5
"""Zipf frequency from which a common English word, and any known word, may be a correction."""

TARGET_TEXTS = 40
TARGET_SOURCES = 3
"""Texts and sources in which a correction stands that no list of English words knows.

Two sources are enough for the name of a package: other languages stand in summaries and documents, too.
"""

_SHORTEST_TARGET = 3

GENERAL_SHARE = 0.9
"""What is taken off the Zipf frequency in books, whose list knows fewer words and so puts all higher."""

_WORD = re.compile(r"(?!.*([a-z])\1{3})[a-z]{2,24}")
_LONG = 12
_VERY_LONG = 18
"""Letters from which a glued word, and any word that no English list has, is of use only near a target."""

_PART = 3
_COMMON_PART = 3.6


@dataclass(frozen=True)
class Material:
    """What was gathered: SCOWL's levels, words of other lists, frequencies in books, technical counts."""

    scowl: Scowl
    english: frozenset[str]
    jargon: frozenset[str]
    general: Mapping[str, float]
    counts: Counts


def lists(material: Material, folder: Path) -> dict[str, str]:
    """The texts of the imported lists by file name; the folder holds our own lists."""
    excluded = set(first_fields(folder / "excluded-words.tsv"))
    english = _words(material.scowl.up_to(ENGLISH) | material.english) - excluded
    names = _words(_up_to(ENGLISH_NAMES, material.scowl.names)) - material.scowl.up_to(ENGLISH) - excluded
    jargon = _words(_jargon(material)) - excluded - english - names
    targets = _targets(material, english, names | jargon)
    jargon -= set(_superfluous(jargon, targets))
    known = (english | jargon) - names - set(targets) - set(first_fields(folder / "additions.txt"))
    return {
        "known-words.txt": "".join(f"{word}\n" for word in sorted(known)),
        "names.txt": "".join(f"{word}\n" for word in sorted(names)),
        "target-words.tsv": "".join(f"{word}\t{round(10 * z)}\n" for word, z in sorted(targets.items())),
    }


def first_fields(path: Path) -> Iterator[str]:
    """The words of a list, whatever stands behind them."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield line.split("\t")[0]


def _words(candidates: Iterable[str]) -> set[str]:
    return {word for word in candidates if _WORD.fullmatch(word)}


def _up_to(highest: int, levels: Mapping[str, int]) -> set[str]:
    return {word for word, level in levels.items() if level <= highest}


def _jargon(material: Material) -> set[str]:
    """Abbreviations, words of technical lists and of package names, and those that many texts use."""
    counts = material.counts
    often = {
        word for word, texts in counts.texts.items() if texts >= KNOWN_TEXTS and counts.sources[word] > 1
    }
    abbreviations = _up_to(ENGLISH_NAMES, material.scowl.abbreviations)
    return {*abbreviations, *material.jargon, *counts.names, *often}


def _targets(material: Material, english: set[str], others: set[str]) -> dict[str, float]:
    """The words that a misspelling may be corrected to, and their Zipf frequencies."""
    frequency = frequencies(material)
    common = material.scowl.up_to(COMMON_ENGLISH)
    found: dict[str, float] = {}
    for word in english | others:
        least = TARGET_ENGLISH if word in common else TARGET_ANY
        if len(word) < _SHORTEST_TARGET or frequency.get(word, 0) < least:
            continue
        if word in english or _is_widespread(word, material.counts):
            found[word] = frequency[word]
    return found


def _is_widespread(word: str, counts: Counts) -> bool:
    sources = counts.sources[word] + bool(counts.names[word])
    return counts.texts[word] >= TARGET_TEXTS and sources >= TARGET_SOURCES


def frequencies(material: Material) -> dict[str, float]:
    """Zipf frequencies: the mean of the uses in books and in technical texts."""
    technical = zipf(material.counts.uses)
    together = {
        word: _uses(material.general, word, GENERAL_SHARE) + _uses(technical, word, 0)
        for word in {*material.general, *technical}
    }
    return {word: math.log10(uses / 2) for word, uses in together.items()}


def _uses(frequency: Mapping[str, float], word: str, less: float) -> float:
    """Uses among 10⁹ words."""
    return float(10 ** (frequency[word] - less)) if word in frequency else 0.0


def _superfluous(words: set[str], targets: Mapping[str, float]) -> Iterator[str]:
    """Long words that are never taken for a misspelling, known or not: no target is two errors away."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for target in targets:
        if len(target) >= _LONG - 2:
            near[target[0]].append(target)
    for word in sorted(words):
        if len(word) < _VERY_LONG and not (len(word) >= _LONG and _is_glued(word, targets)):
            continue
        if process.extractOne(word, near[word[0]], scorer=OSA.distance, score_cutoff=2) is None:
            yield word


def _is_glued(word: str, frequency: Mapping[str, float]) -> bool:
    """Whether a word is two common words written as one."""
    return any(
        min(frequency.get(word[:cut], 0), frequency.get(word[cut:], 0)) >= _COMMON_PART
        for cut in range(_PART, len(word) - _PART + 1)
    )
