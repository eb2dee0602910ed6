"""Where a character of a text may be wrong: another that is like it suits a neighbour much better.

This is the quick test that lets nearly all of a text pass.  It works on pairs of neighbouring
characters as they stand in UTF-16, two characters a number, at C speed: for the common pairs it is
known which of their characters another would suit much better; of a pair that is not common both
are looked at.  A character in doubt is kept if one that is like it makes a much commoner trigram.

The data:

- ``chinese-candidates.tsv``: a character, then those of the same sound and tone, of the same sound,
  of nearly the same sound, and of nearly the same shape.
- ``chinese-neighbours.txt``: in UTF-16 a line for each character: it, what often stands after it, a
  tab, what often stands before it.
- ``chinese-pairs.bin``: the numbers of common pairs of four kinds (4 bytes each), then the pairs in
  UTF-16: neither character may be wrong, the first may, the second may, both may.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from itertools import repeat
from pathlib import Path
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.ngrams import NGrams, ngrams

_HAN_RUNS: Final = lazy_pattern("[\u4e00-\u9fff]{2,}")
_IN_DOUBT: Final = re.compile(rb"[\1\3]|(?<=[\2\3]).", re.DOTALL)
_BOTH: Final = 3

STRONG_LEVEL: Final = 24
"""From this level on (200 uses) a bigram speaks for its characters."""

STRONGER: Final = 16
"""So many levels more (40 times the uses) make a bigram much commoner than another."""

LEFT_TO_OTHERS: Final = ("的地得", "他她它", "帐账")
"""Characters that grammar and style tell apart, not their neighbours."""

MOST_TRIGRAM: Final = 16
"""The level (32 uses) that the best trigram of a character in doubt has at most."""

LEAST_TRIGRAM: Final = 11
"""The level (10 uses) that the best trigram of an alternative has at least."""

LEAST_GAIN: Final = 9
"""By how many levels (eight times the uses) it beats that of the character."""

KINDS: Final = 4
"""Same sound and tone, same sound, nearly the same sound, nearly the same shape."""


class Doubt(NamedTuple):
    """A character that may be wrong, and those that may be meant."""

    start: int
    alternatives: list[str]


class Doubts:
    """The quick test, with the data of one folder."""

    def __init__(self, counts: NGrams, folder: Path = DATA) -> None:
        self._counts = counts
        self._folder = folder

    def find(self, text: str) -> Iterator[Doubt]:
        """The characters in doubt of a text, in order."""
        runs = list(_HAN_RUNS.finditer(text))
        han = "\n".join(["\n", *[match[0] for match in runs], "\n"])
        starts: list[int] = []
        with_next, with_last = self._better
        for match in _IN_DOUBT.finditer(self._verdicts(han)):
            at = match.start()
            likely = with_next[han[at : at + 2]] + with_last[han[at - 1 : at + 1]]
            alternatives = self._fitting(han, at, likely) if likely else None
            if alternatives:
                starts = starts or _starts(runs)
                run = bisect_right(starts, at) - 1
                yield Doubt(runs[run].start() + at - starts[run], alternatives)

    def kind(self, character: str, other: str) -> int:
        """How two characters are alike (see :data:`KINDS`)."""
        kinds = self.kinds[character]
        return next(kind for kind, others in enumerate(kinds) if other in others)

    @cached_property
    def kinds(self) -> dict[str, list[str]]:
        """The characters like each, by how they are alike."""
        lines = (self._folder / "chinese-candidates.tsv").read_text(encoding="utf-8").splitlines()
        return {line[0]: line[2:].split("\t") for line in lines}

    def _verdicts(self, han: str) -> bytes:
        """For each place a byte: which characters of the pair that begins there may be wrong."""
        data = han.encode("utf-16-le")
        verdicts = bytearray(len(han))
        for offset in (0, 1):
            size = (len(han) - offset) // 2
            pairs = memoryview(data[2 * offset : 2 * offset + 4 * size]).cast("I")
            found = bytes(map(self._pairs.get, pairs, repeat(_BOTH)))
            verdicts[offset : offset + 2 * size : 2] = found
        return bytes(verdicts)

    def _fitting(self, han: str, at: int, likely: str) -> list[str]:
        """Those that make a much commoner trigram with the characters around a place than stands there."""
        level = self._counts.level
        before, after = han[at - 2 : at], han[at + 1 : at + 3]
        around = before[1] + after[0]
        least = LEAST_TRIGRAM
        for gram in (han[at - 1 : at + 2], before + han[at], han[at] + after):
            known = level(gram)
            if known > MOST_TRIGRAM:
                return []
            least = max(least, known + LEAST_GAIN)
        return [
            one
            for one in dict.fromkeys(likely)
            if level(one.join(around)) >= least or level(before + one) >= least or level(one + after) >= least
        ]

    @cached_property
    def _pairs(self) -> dict[int, int]:
        """The common pairs as numbers, and those with a line end, with their kind."""
        data = (self._folder / "chinese-pairs.bin").read_bytes()
        sizes = struct.unpack_from("<4I", data)
        pairs = memoryview(data)[16:].cast("I")
        found: dict[int, int] = {}
        at = 0
        for kind, size in enumerate(sizes):
            found.update(zip(pairs[at : at + size], repeat(kind)))
            at += size
        return found

    @cached_property
    def _better(self) -> tuple[_Better, _Better]:
        like = {one: frozenset("".join(kinds)) for one, kinds in self.kinds.items()}
        for group in LEFT_TO_OTHERS:
            like.update({one: like[one].difference(group) for one in group if one in like})
        lines = (self._folder / "chinese-neighbours.txt").read_text(encoding="utf-16-le").splitlines()
        sides = [(line[0], *line[1:].split("\t")) for line in lines]
        before = {character: found for character, _, found in sides}
        after = {character: found for character, found, _ in sides}
        level = self._counts.level
        return _Better(0, like, before, level), _Better(1, like, after, level)


class _Better(dict[str, str]):
    """Those like a pair's character at a place (0, 1) with which the pair is much commoner, by pair.

    Found when first asked, and remembered.
    """

    def __init__(
        self,
        place: int,
        like: Mapping[str, frozenset[str]],
        neighbours: Mapping[str, str],
        level: Callable[[str], int],
    ) -> None:
        self._place = place
        self._like = like
        self._neighbours = neighbours
        self._level = level
        self._beside: dict[str, frozenset[str]] = {}

    def __missing__(self, pair: str) -> str:
        like, neighbour = self._like.get(pair[self._place]), pair[1 - self._place]
        likely = like & self._often_beside(neighbour) if like else None
        self[pair] = better = "".join(self._much_commoner(pair, neighbour, likely)) if likely else ""
        return better

    def _often_beside(self, neighbour: str) -> frozenset[str]:
        found = self._beside.get(neighbour)
        if found is None:
            found = self._beside[neighbour] = frozenset(self._neighbours.get(neighbour, ""))
        return found

    def _much_commoner(self, pair: str, neighbour: str, likely: frozenset[str]) -> Iterator[str]:
        """In order of code points, so that a run's report does not hang on the order of a set."""
        least = self._level(pair) + STRONGER
        for one in sorted(likely):
            if (
                least <= STRONG_LEVEL
                or self._level(neighbour + one if self._place else one + neighbour) >= least
            ):
                yield one


def _starts(runs: list[re.Match[str]]) -> list[int]:
    """Where each run begins in the runs joined by one character, after two characters."""
    starts, at = [], 2
    for match in runs:
        starts.append(at)
        at += match.end() - match.start() + 1
    return starts


@cache
def doubts() -> Doubts:
    """The test with the data that come with the package."""
    return Doubts(ngrams())
