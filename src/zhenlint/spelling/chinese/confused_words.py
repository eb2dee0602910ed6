"""Words and phrases with a wrong character, certain from the word itself: ``既使`` for ``即使``.

They are found by pairs of neighbouring characters: every wrong word has one pair by which it is
known, the rarest of its pairs, so that most texts hold hardly any of them.  Where these pairs stand in a
text is found at C speed.

The data, ``chinese-confused-words.tsv``, is built from ``dictionaries/chinese/confused-words.tsv``.  Its
first line holds all the pairs, one behind the other; the lines that follow, as many and in the same order,
hold the words known by each pair, separated by tabs: the wrong word, the right ones separated by commas, and
its guards, separated by blanks.

A guard tells what may stand beside the word, which is written ``_`` in it: ``_算法`` it counts only
before 算法; ``!大_`` it does not count after 大.  Beside ``_`` stands a regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from zhenlint.markdown.marks import MARKUP
from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.runs import HanRuns, Places, pair_numbers

_REACH: Final = 20
"""How many characters beside a word its guards may look at."""


class Guard(NamedTuple):
    """What must stand before and after a wrong word, or must not (``forbids``)."""

    forbids: bool
    before: str
    after: str

    @classmethod
    def parse(cls, text: str) -> Guard:
        """A guard as it is written in the data."""
        before, _, after = text.removeprefix("!").partition("_")
        return cls(text.startswith("!"), before, after)

    def matches(self, text: str, start: int, end: int) -> bool:
        """Whether the surroundings of ``text[start:end]`` are those that the guard names."""
        return _stands_before(self.before, text[max(0, start - _REACH) : start]) and _stands_behind(
            self.after, text[end : end + _REACH]
        )

    def patterns(self) -> Iterator[str]:
        """The regular expressions that are searched for it."""
        if not _alternatives(self.before):
            yield _ending(self.before)
        if not _alternatives(self.after):
            yield self.after


class ConfusedWord(NamedTuple):
    """A wrong word, the right ones that it may stand for, the likeliest first, and its guards."""

    wrong: str
    right: tuple[str, ...]
    guards: tuple[Guard, ...]

    @classmethod
    def parse(cls, text: str) -> ConfusedWord:
        """An entry as it is written in the data."""
        wrong, right, *guards = text.split(" ")
        return cls(wrong, tuple(right.split(",")), tuple(map(Guard.parse, guards)))

    def allowed(self, text: str, start: int, end: int) -> bool:
        """Whether the guards let the word at ``text[start:end]`` count."""
        required = [guard for guard in self.guards if not guard.forbids]
        if any(guard.matches(text, start, end) for guard in self.guards if guard.forbids):
            return False
        return not required or any(guard.matches(text, start, end) for guard in required)


class Sighting(NamedTuple):
    """A confused word in a text."""

    start: int
    end: int
    word: ConfusedWord


class ConfusedWords:
    """The confused words of one data file; a line of it is read when its pair of characters is met."""

    def __init__(self, path: Path = DATA / "chinese-confused-words.tsv") -> None:
        self._path = path
        self._read: dict[int, list[tuple[str, str]]] = {}

    def sightings(self, prose: str, han: HanRuns, near: Places | None = None) -> list[Sighting]:
        """The confused words of a prose view, by place; where some overlap, the first and longest.

        ``near`` are the places of those of :attr:`pairs` that the runs hold, where the caller knows them, and
        maybe of others.
        """
        if near is None:
            near = Places(self.pairs, han.text)
        held = [
            ConfusedWord.parse(entry)
            for pair in filter(self.pairs.__contains__, near)
            for wrong, entry in self._known_by(pair)
            if near.holds(wrong, pair)
        ]
        found = [
            Sighting(start, end, word)
            for word in held
            for start, end in _places(word.wrong, prose)
            if word.allowed(prose, start, end)
        ]
        return list(_longest(found))

    def entries(self) -> Iterator[ConfusedWord]:
        """All the words."""
        for pair in self._lines:
            for _, entry in self._known_by(pair):
                yield ConfusedWord.parse(entry)

    def _known_by(self, pair: int) -> list[tuple[str, str]]:
        """The wrong words that are known by a pair, with their entries; few of them are ever parsed."""
        if pair not in self._read:
            entries = self._lines[pair].split("\t")
            self._read[pair] = [(entry[: entry.index(" ")], entry) for entry in entries]
        return self._read[pair]

    @cached_property
    def pairs(self) -> frozenset[int]:
        """The numbers of the pairs that words are known by."""
        return frozenset(pair_numbers(self._content[0]))

    @cached_property
    def _lines(self) -> dict[int, str]:
        pairs, lines = self._content
        return dict(zip(pair_numbers(pairs), lines.splitlines(), strict=True))

    @cached_property
    def _content(self) -> tuple[str, str]:
        """The line of pairs, and the lines of words, which most short texts need not be asked for."""
        pairs, _, lines = self._path.read_text(encoding="utf-8").partition("\n")
        return pairs, lines


def _stands_before(guard: str, text: str) -> bool:
    """Whether a text ends as one side of a guard tells."""
    words = _alternatives(guard)
    return text.endswith(words) if words else re.search(_ending(guard), text) is not None


def _ending(guard: str) -> str:
    return rf"(?:{guard})\Z"


def _stands_behind(guard: str, text: str) -> bool:
    """Whether a text begins so."""
    words = _alternatives(guard)
    return text.startswith(words) if words else re.match(guard, text) is not None


@cache
def _alternatives(guard: str) -> tuple[str, ...]:
    """The words that a guard lists, if it is nothing else: to compile it takes a hundred times as long."""
    words = guard.removeprefix("(").removesuffix(")").split("|")
    return tuple(words) if guard.replace("|", "").strip("()").isalnum() or not guard else ()


def _longest(sightings: list[Sighting]) -> Iterator[Sighting]:
    """Those that do not begin within another, of several at one place the longest."""
    taken_to = 0
    for sighting in sorted(sightings, key=lambda item: (item.start, -item.end)):
        if sighting.start >= taken_to:
            taken_to = sighting.end
            yield sighting


def _places(word: str, prose: str) -> Iterator[tuple[int, int]]:
    """Where a word stands in a prose view, also across vanishing markup."""
    if word in prose:
        start = prose.find(word)
        while start >= 0:
            yield start, start + len(word)
            start = prose.find(word, start + 1)
    else:
        for match in re.finditer(f"[{MARKUP}]*".join(word), prose):
            yield match.span()


@cache
def confused_words() -> ConfusedWords:
    """The confused words that come with the package."""
    return ConfusedWords()
