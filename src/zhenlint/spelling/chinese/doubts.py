"""Where a character of a text may be wrong: another that is like it suits both neighbours much better.

This is the quick test that lets nearly all of a text pass.

1. All pairs of neighbouring symbols are looked up at C speed
   (:class:`~zhenlint.spelling.chinese.neighbours.Pairs`): how common they are, and whether another character
   would make of them a pair that is about as common.  A character is looked at where that holds on both
   sides, and one of its pairs is rare or both are hardly known.
2. Characters like it that make known pairs on both sides, one of them common, are found by the bits of
   large integers: a bit for each character.
3. Of these stay the characters that make a much commoner trigram.

``chinese-candidates.tsv`` has for each character those of the same sound and tone, of the same sound, of
nearly the same sound, and others that people are known to mistake it for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from itertools import compress
from operator import and_, itemgetter
from pathlib import Path
from typing import Final, Generic

from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.neighbours import COMMON, SHORT, Bits, Characters, Lines, Pairs, Sets, Sides
from zhenlint.spelling.chinese.ngrams import NGrams, ngrams
from zhenlint.spelling.chinese.symbols import Symbols

LEFT_TO_OTHERS: Final = ("的地得", "他她它", "帐账")
"""Characters that grammar and style tell apart, not their neighbours."""

MOST_TRIGRAM: Final = 11
"""The level (10 uses) that the best trigram of a character in doubt has at most."""

LEAST_TRIGRAM: Final = 11
"""The level (10 uses) that the best trigram of an alternative has at least."""

LEAST_GAIN: Final = 9
"""By how many levels (eight times the uses) it beats that of the character."""

LEAST_PROMISE: Final = 15
"""How much speaks for an alternative at least, in levels; one in fifty of those that are right is lost."""

HIGH_COST: Final = LEAST_PROMISE + 60
"""From this cost on an alternative makes a common pair on every side where the character's is not."""

KINDS: Final = 4
"""Same sound and tone, same sound, nearly the same sound, known to be mistaken."""

_UNCOMMON: Final = re.compile(
    rb"\x00(?=[\x00\x05\x07\x09\x0b\x0d\x0f])|[\x06\x07\x0a\x0b\x0e\x0f](?=\x00)|[\x06\x07](?=[\x05\x07])",
    re.DOTALL,
)
"""Marks of a character's two pairs: one is rare, it may be wrong in the other; or both are rather rare."""


class Doubt(NamedTuple):
    """A character that may be wrong, and those that may be meant, each with its three trigrams' levels."""

    start: int
    trigrams: tuple[int, int, int]
    alternatives: dict[str, tuple[int, int, int]]


class Doubts:
    """The quick test, with the data of one folder."""

    def __init__(self, counts: NGrams, folder: Path = DATA) -> None:
        self._counts = counts
        self._folder = folder

    def find(self, symbols: Symbols) -> Iterator[Doubt]:
        """The characters in doubt of a text, in order."""
        text = symbols.text
        marks = self.marks(text)
        likely = self._by_sets.likely(text, marks) if len(text) < SHORT else self._by_bits.likely(text, marks)
        for at, cost, others in likely:
            doubt = self._doubt(text, at, others, cost)
            if doubt:
                yield doubt

    def marks(self, text: str) -> bytes:
        """The marks of the pairs that begin at each place of a text, 0 for those that are rare."""
        return self._pairs.marks(text)

    def kind(self, character: str, other: str) -> int:
        """How two characters are alike (see :data:`KINDS`)."""
        kinds = self.kinds[character]
        return next(kind for kind, others in enumerate(kinds) if other in others)

    @cached_property
    def kinds(self) -> dict[str, list[str]]:
        """The characters like each, by how they are alike."""
        lines = (self._folder / "chinese-candidates.tsv").read_text(encoding="utf-8").splitlines()
        return {line[0]: line[2:].split("\t") for line in lines}

    def _doubt(self, text: str, at: int, likely: Iterable[str], cost: int) -> Doubt | None:
        """The doubt of a place, if one of the likely characters makes much commoner trigrams there."""
        level = self._counts.level
        one, two, own, three, four = tuple(text[at - 2 : at + 3])
        found = {}
        for other in likely:
            levels = level(one + two + other), level(two + other + three), level(other + three + four)
            if max(levels) >= LEAST_TRIGRAM and _promise(levels) >= cost:
                found[other] = levels
        if not found:
            return None
        trigrams = level(one + two + own), level(two + own + three), level(own + three + four)
        best, cost = max(trigrams), cost + 7 * sum(trigrams)
        if best > MOST_TRIGRAM:
            return None
        found = {
            other: levels
            for other, levels in found.items()
            if max(levels) >= best + LEAST_GAIN and _promise(levels) >= cost
        }
        return Doubt(at, trigrams, found) if found else None

    @cached_property
    def _by_bits(self) -> _Likely[int]:
        """For long texts: each set of characters takes long to make, but little to intersect."""
        bits = Bits(sorted(self.kinds))
        return _Likely(self._alike, self._lines, bits.of, bits.characters)

    @cached_property
    def _by_sets(self) -> _Likely[frozenset[str]]:
        """For short texts."""
        return _Likely(self._alike, self._lines, frozenset, sorted)

    def _alike(self, character: str) -> str:
        """The characters like one, but for those that other rules tell apart."""
        alike = "".join(self.kinds.get(character, ()))
        group = next((group for group in LEFT_TO_OTHERS if character in group), "")
        return "".join(other for other in alike if other not in group)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._folder)

    @cached_property
    def _pairs(self) -> Pairs:
        return Pairs(self._lines)


class _Likely(Generic[Characters]):
    """Finds characters that make known pairs on both sides, one of them common."""

    def __init__(
        self,
        alike: Callable[[str], str],
        lines: Lines,
        made: Callable[[str], Characters],
        sorted_: Callable[[Characters], Iterable[str]],
    ) -> None:
        self._like: Sets[Characters] = Sets(alike, made)
        self._sides: Sides[Characters] = Sides(lines, made)
        self._sorted: Callable[[Characters], Iterable[str]] = sorted_

    def likely(self, text: str, marks: bytes) -> Iterator[tuple[int, int, Iterable[str]]]:
        """Where a character may be wrong, how much has to speak for another, and which are likely."""
        sides = self._sides
        places = [match.start() for match in _UNCOMMON.finditer(marks)]
        get = itemgetter(*places, 0, 0)
        before, own, after = get(text), get(text[1:]), get(text[2:])
        fitting = map(and_, map(self._like.__getitem__, own), map(sides.after.__getitem__, before))
        found = list(map(and_, fitting, map(sides.before.__getitem__, after)))
        for place, others, left, right in compress(zip(places, found, before, after, strict=False), found):
            step, next_step = marks[place] >> 2, marks[place + 1] >> 2
            often = others & _often(step, next_step, sides.after_often[left], sides.before_often[right])
            if often:
                yield place + 1, _cost(step, next_step), self._sorted(often)


def _promise(levels: tuple[int, int, int]) -> int:
    """How much the trigrams of an alternative speak for it."""
    return sum(levels) + 2 * levels[1] + 12 * (3 - levels.count(0))


def _cost(left: int, right: int) -> int:
    """How much has to speak for an alternative to a character whose pairs are of two steps."""
    return LEAST_PROMISE + 20 * (left + right + min(left, right))


def _often(left: int, right: int, after: Characters, before: Characters) -> Characters:
    """Which characters make pairs common enough for a character whose pairs are of two steps."""
    if _cost(left, right) < HIGH_COST:
        return after | before
    if left < COMMON and right < COMMON:
        return after & before
    return after if left < COMMON else before


@cache
def doubts() -> Doubts:
    """The test with the data that come with the package."""
    return Doubts(ngrams())
