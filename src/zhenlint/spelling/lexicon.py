"""The English word data: which words are known, and how common the words are that a typo may mean.

Files of the package's data, mapped and not parsed (``dictionaries/README.md`` tells how they are
built); words are lower-case:

- ``english-known.marisa``: the set of known words.
- ``english-names.marisa``: those that are only names of people and places.
- ``english-targets.bin``: words that a misspelling may be corrected to.  The words of one first
  letter and one length stand side by side in order, as records of equal width, the word and then
  its frequency as the character ``16 + frequency``, which is no letter; a first line lists the groups
  and how many records each has.
- ``english-casing.tsv``: the casing of targets that have capitals inside, such as ``JavaScript``.
- ``english-misspellings.tsv``: misspellings that are certain without any score, and the right words.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import marisa_trie

DATA: Final = Path(__file__).parent.parent / "data"

FREQUENCY_BASE: Final = 16
"""What is added to a frequency, ten times its Zipf value, to make it a character before the letters."""


_LONG: Final = 6
"""Letters from which capitals are more likely a word than an acronym."""


class Lexicon:
    """The word data of one folder; files are opened when first asked."""

    def __init__(self, folder: Path = DATA) -> None:
        self.folder = folder
        self._buckets: dict[tuple[str, int], Mapping[str, int]] = {}

    def knows(self, word: str) -> bool:
        """Whether a lower-case word is in the dictionary."""
        return word in self._known

    def targets_among(self, words: Iterable[str], *, many: bool) -> list[str]:
        """Those of some lower-case words that are targets of corrections.

        ``many`` where so much is asked in this process that the groups are worth being read.
        """
        if many:
            return [word for word in words if word in self.bucket(word[0], len(word))]
        known = self._known
        return [word for word in words if word in known and self.frequency(word)]

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
        if key in self._buckets:
            return self._buckets[key].get(word, 0) / 10
        return self._search(word, key) / 10 if self.knows(word) else 0.0

    def _search(self, word: str, key: tuple[str, int]) -> int:
        """Ten times the frequency of a target, 0 if it is none, by bisection of its group."""
        data, places = self._targets
        if key not in places:
            return 0
        (start, end), width, wanted = places[key], key[1] + 1, word.encode()
        low, high = 0, (end - start) // width
        while low < high:
            middle = (low + high) // 2
            at = start + middle * width
            record = data[at : at + width]
            if record[:-1] == wanted:
                return record[-1] - FREQUENCY_BASE
            low, high = (middle + 1, high) if record[:-1] < wanted else (low, middle)
        return 0

    def bucket(self, first: str, length: int) -> Mapping[str, int]:
        """The targets with a first letter and a length, with ten times their Zipf frequency."""
        key = (first, length)
        if key not in self._buckets:
            self._buckets[key] = self._read_bucket(key)
        return self._buckets[key]

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
        """The targets with a first letter and a length, each followed by a character that is no letter."""
        data, places = self._targets
        start, end = places.get((first, length), (0, 0))
        return data[start:end]

    def _read_bucket(self, key: tuple[str, int]) -> Mapping[str, int]:
        records, width = self.records(*key).decode("ascii"), key[1] + 1
        words = [records[at : at + width - 1] for at in range(0, len(records), width)]
        return {
            word: ord(level) - FREQUENCY_BASE
            for word, level in zip(words, records[width - 1 :: width], strict=True)
        }

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
            end = at + (length + 1) * count
            places[group[0], length] = (at, end)
            at = end
        return data, places


@cache
def lexicon() -> Lexicon:
    """The word data that comes with the package."""
    return Lexicon()
