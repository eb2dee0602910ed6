"""Words that have two spellings in use, ``账号`` and ``帐号``: where they stand in a text.

``variants.tsv`` is built as it is from ``dictionaries/chinese``; its head tells its form.  A spelling
is sought only where a text has the pairs of characters that make it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.runs import HanRuns, Places, pair_numbers


class Variants(NamedTuple):
    """The spellings of one word, the usual one first, and what makes another word of their characters."""

    spellings: tuple[str, ...]
    not_behind: tuple[str, ...]
    not_before: tuple[str, ...]

    def besides(self, spelling: str) -> tuple[str, ...]:
        """The other spellings."""
        return tuple(item for item in self.spellings if item != spelling)

    def places(self, spelling: str, text: str, most: int) -> Iterator[int]:
        """Where a spelling begins in a text, which has it so often at most: what follows is not searched."""
        start = text.find(spelling)
        while start >= 0:
            end = start + len(spelling)
            if not (text.startswith(self.not_before, end) or text.endswith(self.not_behind, 0, start)):
                yield start
            most -= 1
            start = text.find(spelling, end) if most > 0 else -1


def read_variants(path: Path) -> tuple[Variants, ...]:
    """The words of a data file."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    rows = [[tuple(field.split()) for field in line.split("\t")[:3]] for line in lines]
    return tuple(Variants(*row) for row in rows)


class Lexicon:
    """The words of a data file, by the pairs of characters with which their spellings begin."""

    def __init__(self, path: Path = DATA / "variants.tsv") -> None:
        self.words = read_variants(path)
        self._by_pair: dict[str, list[tuple[Variants, str]]] = {}
        for word in self.words:
            for spelling in word.spellings:
                self._by_pair.setdefault(spelling[:2], []).append((word, spelling))
        self._pairs = dict(zip(pair_numbers("".join(self._by_pair)), self._by_pair, strict=True))
        self.pairs = frozenset(self._pairs)
        """The numbers of the pairs."""

    def sightings(self, runs: HanRuns, near: Places | None = None) -> list[tuple[Variants, str, int]]:
        """The spellings that the runs of Han of a text hold, sorted, and how often they do at most.

        ``near`` are the places of those of :attr:`pairs` that they hold, where the caller knows them, and
        maybe of others.
        """
        places = Places(self.pairs, runs.text) if near is None else near
        return sorted(
            (word, spelling, times)
            for number in filter(self.pairs.__contains__, places)
            for word, spelling in self._by_pair[self._pairs[number]]
            if (times := places.times(spelling, number))
        )


@cache
def variants() -> Lexicon:
    """The words that come with the package."""
    return Lexicon()
