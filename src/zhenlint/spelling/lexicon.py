"""The English word data: which words are known, and how common the words are that a typo may mean.

Files of the package's data, mapped and not parsed (``dictionaries/README.md`` tells how they are
built); words are lower-case:

- ``english-known.marisa``: the set of known words.
- ``english-names.marisa``: those that are only names of people and places.
- ``english-targets.bin``: words that a misspelling may be corrected to.  The words of one first
  letter and one length stand side by side in order, each with a blank behind it, and after them their
  frequencies, a byte each; a first line lists the groups and how many words each has.
- ``english-casing.tsv``: the casing of targets that have capitals inside, such as ``JavaScript``.
- ``english-misspellings.tsv``: misspellings that are certain without any score, and the right words.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zhenlint.package_data import DATA
from zhenlint.spelling.expectation import many_expected

if TYPE_CHECKING:
    import marisa_trie

_LONG: Final = 6
"""Letters from which capitals are more likely a word than an acronym."""

_FEW: Final = 99
"""Up to so many times single words are looked up; then it is cheaper to have read all targets."""


class Lexicon:
    """The word data of one folder; files are opened when first asked."""

    def __init__(self, folder: Path = DATA) -> None:
        self.folder = folder
        self._groups: dict[tuple[str, int], tuple[Sequence[str], bytes]] = {}
        self._targets_of: dict[tuple[str, int, int], Sequence[str]] = {}
        self._lookups = 0

    def knows(self, word: str) -> bool:
        """Whether a lower-case word is in the dictionary."""
        return word in self._known

    def targets_among(self, words: Iterable[str]) -> Collection[str]:
        """Those of some lower-case words that are targets of corrections."""
        self._lookups += 1
        if self._lookups > _FEW or many_expected():
            return self._every_target.intersection(words)
        known = self._known
        return [word for word in words if word in known and self.frequency(word)]

    @cached_property
    def _every_target(self) -> frozenset[str]:
        return frozenset().union(*(self.group(*group)[0] for group in self._targets[1]))

    def is_name(self, word: str) -> bool:
        """Whether a lower-case word is known only as the name of a person or a place."""
        return word in self._names

    def frequency(self, word: str) -> float:
        """How common a lower-case word is, on the Zipf scale (log10 of uses in 10⁹ words).

        0 for a word that is no target of corrections.  Groups that were read answer for themselves;
        for a single word a search among a group's records is cheaper than to read it: one unknown
        word asks for words in fifty groups.
        """
        key = (word[:1], len(word))
        if key in self._groups:
            words, levels = self._groups[key]
            at = bisect_left(words, word)
            return levels[at] / 10 if at < len(words) and words[at] == word else 0.0
        return self._search(word, key) / 10 if self.knows(word) else 0.0

    def _search(self, word: str, key: tuple[str, int]) -> int:
        """Ten times the frequency of a target, 0 if it is none, by bisection of its group."""
        records, frequencies = self._packed(key)
        width, wanted = key[1] + 1, word.encode()
        low, high = 0, len(frequencies)
        while low < high:
            middle = (low + high) // 2
            found = records[middle * width : (middle + 1) * width - 1]
            if found == wanted:
                return frequencies[middle]
            low, high = (middle + 1, high) if found < wanted else (low, middle)
        return 0

    def group(self, first: str, length: int) -> tuple[Sequence[str], bytes]:
        """The targets with a first letter and a length in order, and ten times the Zipf frequency of each."""
        key = (first, length)
        if key not in self._groups:
            records, frequencies = self._packed(key)
            self._groups[key] = records.decode("ascii").split(), frequencies
        return self._groups[key]

    def targets(self, first: str, lengths: range) -> Sequence[str]:
        """The targets with a first letter and one of some lengths."""
        key = (first, lengths.start, lengths.stop)
        if key not in self._targets_of:
            self._targets_of[key] = list(chain(*(self.group(first, length)[0] for length in lengths)))
        return self._targets_of[key]

    @cached_property
    def casing(self) -> Mapping[str, str]:
        """Targets with capitals inside, by their lower-case form."""
        lines = (self.folder / "english-casing.tsv").read_text(encoding="utf-8").splitlines()
        return dict(line.split("\t") for line in lines)

    def certain_correction(self, run: str) -> str | None:
        """The right word for a run of letters that is a listed misspelling, in its own casing.

        What is listed with capitals is a misspelling in that casing only; anything else is one in
        capitals only if it is long, as short capitals may be any acronym.
        """
        found = self._misspellings.get(run)
        if found is None and (len(run) >= _LONG or not run.isupper()):
            return self._misspellings.get(run.lower())
        return found

    @cached_property
    def _misspellings(self) -> Mapping[str, str]:
        lines = (self.folder / "english-misspellings.tsv").read_text(encoding="utf-8").splitlines()
        return dict(line.split("\t") for line in lines)

    def records(self, first: str, length: int) -> bytes:
        """The targets with a first letter and a length, each followed by a blank."""
        return self._packed((first, length))[0]

    def _packed(self, key: tuple[str, int]) -> tuple[bytes, bytes]:
        """The words of a group, each followed by a blank, and ten times their frequencies."""
        data, places = self._targets
        start, count = places.get(key, (0, 0))
        end = start + count * (key[1] + 1)
        return data[start:end], data[end : end + count]

    @cached_property
    def _known(self) -> marisa_trie.Trie:
        return self._trie("english-known.marisa")

    @cached_property
    def _names(self) -> marisa_trie.Trie:
        return self._trie("english-names.marisa")

    def _trie(self, name: str) -> marisa_trie.Trie:
        from marisa_trie import Trie

        return Trie().mmap(str(self.folder / name))

    @cached_property
    def _targets(self) -> tuple[mmap.mmap, dict[tuple[str, int], tuple[int, int]]]:
        with (self.folder / "english-targets.bin").open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = data.readline()
        places, at = {}, len(header)
        for group in header.decode("ascii").split():
            length, count = map(int, group[1:].split(":"))
            places[group[0], length] = (at, count)
            at += (length + 2) * count
        return data, places


@cache
def lexicon() -> Lexicon:
    """The word data that comes with the package."""
    return Lexicon()
