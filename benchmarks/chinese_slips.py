"""Slips, one character for another: those that were seen, and made ones for the training of the score."""

from __future__ import annotations

import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from benchmarks.chinese_data import is_training
from zhenlint.spelling.chinese.ngrams import LOGS, ngrams

CHINESE: Final = Path(__file__).parent.parent / "dictionaries" / "chinese"

KINDS: Final = 4
"""Same sound and tone, same sound, nearly the same sound, known to be mistaken."""

SLIP_RATE: Final = 1 / 70
"""The share of characters that are replaced."""

SHARES: Final = (0.55, 0.2, 0.13, 0.12)
"""How often a made slip is of each kind of likeness."""

SEEN_SHARE: Final = 0.5
"""How many of the made slips are such as were seen, where there are any."""

MADE_OF_WORD: Final = 4
"""How often a confused word is made in each fold."""

WORD_SHARE: Final = 0.5
"""How many of the right words that have a wrong form become such."""

APART: Final = 8
"""How many characters behind a made slip stay as they are."""

LEAST_COUNT: Final = 150
"""How common a character is at least that is put in the place of another."""


@cache
def kinds() -> dict[str, list[str]]:
    """The characters like each, by how they are alike (see :data:`KINDS`)."""
    lines = (CHINESE / "candidates.tsv").read_text(encoding="utf-8").splitlines()
    return {line[0]: line[2:].split("\t") for line in lines}


def count_slips(data: Path) -> Counter[str]:
    """How often people put one character for another.

    One for each pair of ``confusable-pairs.txt``, each confused word, and each fix of the training half.
    """
    found = Counter((CHINESE / "confusable-pairs.txt").read_text(encoding="utf-8").split())
    lines = (CHINESE / "confused-words.tsv").read_text(encoding="utf-8").splitlines()
    words = [line.split("\t")[:2] for line in lines if not line.startswith("#")]
    fixes = [edit[2:] for row in training_rows(data) for edit in row["edits"]]
    for wrong, right in [*words, *fixes]:
        differing = [pair for pair in zip(wrong, right, strict=False) if pair[0] != pair[1]]
        if len(wrong) == len(right) and len(differing) == 1:
            found["".join(differing[0])] += 1
    return found


def training_rows(data: Path) -> Iterator[Mapping[str, Any]]:
    """The fixes of the repositories of the training half."""
    for line in (data / "typo-fixes" / "zh_typo.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if is_training(row["repo"]):
            yield row


@cache
def singles() -> dict[str, int]:
    """In how many of a hundred places a character is a word alone."""
    lines = (CHINESE / "single-characters.tsv").read_text(encoding="utf-8").splitlines()
    return {line[0]: int(line[2:]) for line in lines}


class WordSlipMaker:
    """Puts confused words (ZH001's list) in the place of the right ones, each a few times."""

    def __init__(self, rng: random.Random) -> None:
        self._words: defaultdict[str, list[str]] = defaultdict(list)
        for line in (CHINESE / "confused-words.tsv").read_text(encoding="utf-8").splitlines():
            wrong, right, kind = line.split("\t")[:3]
            differing = sum(one != other for one, other in zip(wrong, right, strict=False))
            if len(wrong) == len(right) and differing == 1 and kind != "idiom":
                self._words[right].append(wrong)
        self._longest = max(map(len, self._words))
        self._made: Counter[str] = Counter()
        self._rng = rng

    def change(self, text: str) -> tuple[str, dict[int, str]]:
        """A text with confused words, and what stood in the place of their wrong characters."""
        characters, right, at = list(text), {}, 0
        while at < len(text):
            word = self._word(text, at)
            wrong = self._rng.choice(self._words[word]) if word else ""
            if word and self._made[wrong] < MADE_OF_WORD:
                self._made[wrong] += 1
                place = next(place for place, one in enumerate(word) if one != wrong[place])
                characters[at + place], right[at + place] = wrong[place], word[place]
            at += len(word) + APART if word else 1
        return "".join(characters), right

    def _word(self, text: str, at: int) -> str:
        """The longest right word that begins at a place, half of the time."""
        words = (text[at : at + length] for length in range(self._longest, 1, -1))
        word = next((word for word in words if word in self._words), "")
        return word if word and self._rng.random() < WORD_SHARE else ""


class SlipMaker:
    """Replaces characters by others that sound or look like them."""

    def __init__(self, slips: Mapping[str, int], rng: random.Random) -> None:
        self._kinds, level_of = kinds(), ngrams().level
        self._counts = {one: math.exp(LOGS[level]) for one in self._kinds if (level := level_of(one))}
        self._seen: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for pair, count in sorted(slips.items()):
            if count:
                self._seen[pair[1]].append((pair[0], count))
        self._rng = rng

    def change(self, text: str) -> tuple[str, dict[int, str]]:
        """A text with slips, and what stood in their places."""
        characters, right = list(text), {}
        for at, character in enumerate(text):
            if character in self._kinds and self._rng.random() < SLIP_RATE:
                wrong = self._slip(character)
                if wrong:
                    characters[at], right[at] = wrong, character
        return "".join(characters), right

    def _slip(self, character: str) -> str | None:
        seen = self._seen[character]
        if seen and self._rng.random() < SEEN_SHARE:
            return self._rng.choices([one for one, _ in seen], [count**0.7 for _, count in seen])[0]
        kind = self._rng.choices(range(KINDS), SHARES)[0]
        others = [one for one in self._kinds[character][kind] if self._counts.get(one, 0) > LEAST_COUNT]
        weights = [self._counts[one] ** 0.7 for one in others]
        return self._rng.choices(others, weights)[0] if others else None
