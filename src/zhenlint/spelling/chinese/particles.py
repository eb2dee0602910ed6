"""The particles 的, 地 and 得 in each other's place, where the words beside leave no doubt: ``跑的很快``.

The patterns are read from ``de-particles.tsv``, built as it is from ``dictionaries/chinese``; its head
tells its form.  Every particle of a text is looked at together with the character before it; only
where a word of a pattern may end there, the pattern is tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import DATA

PARTICLES: Final = frozenset("的地得")

_CLASS: Final = lazy_pattern(r"\{(\w+)\}")
_CLAUSE: Final = 16
_COMPARED: Final = lazy_pattern(r"比[^，。；：！？、\n]*\Z")
"""Behind 比 the word may end a noun, ``比这里介绍的更好``: better than what is introduced here."""


class Pattern(NamedTuple):
    """One line of the data.

    ``followers`` are words, one of which must follow the particle; behind it stands ``rest``.  ``firsts``
    are their first characters.
    """

    words: tuple[str, ...]
    right: str
    followers: tuple[str, ...]
    firsts: frozenset[str]
    rest: re.Pattern[str]
    barred: tuple[str, ...]

    def start(self, text: str, at: int) -> int:
        """Where the word begins that stands before the particle at a place; -1 if none of these does."""
        if not (text.startswith(self.followers, at + 1) and text.endswith(self.words, 0, at)):
            return -1  # as nearly always: to try each word takes three times as long
        for word in self.words:
            start = at - len(word)
            if start >= 0 and text.startswith(word, start) and not text.endswith(self.barred, 0, start):
                return start if self._goes_on(text, at + 1) else -1
        return -1

    def _goes_on(self, text: str, end: int) -> bool:
        return any(
            text.startswith(word, end) and self.rest.match(text, end + len(word)) for word in self.followers
        )


class Slip(NamedTuple):
    """A word with a wrong particle: ``text[start:end]``, of which the last character is the particle."""

    start: int
    end: int
    right: str


class Particles:
    """The patterns of one data file."""

    def __init__(self, path: Path = DATA / "de-particles.tsv") -> None:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
        classes = dict(line[1:].split("\t") for line in lines if line[0] == "=")
        self._patterns: dict[str, list[Pattern]] = {}
        for line in lines:
            if line[0] != "=":
                words, wrong, right, listed, rest, barred, _ = line.split("\t")
                followers = tuple(_words(listed, classes).split())
                pattern = Pattern(
                    tuple(sorted(_words(words, classes).split(), key=len, reverse=True)),
                    right,
                    followers,
                    frozenset(word[0] for word in followers),
                    lazy_pattern(_CLASS.sub(lambda name: _alternatives(classes[name[1]]), rest)),
                    tuple(barred.split()),
                )
                for pair in {word[-1] + particle for word in pattern.words for particle in wrong.split()}:
                    self._patterns.setdefault(pair, []).append(pattern)
        particles = sorted({pair[1] for pair in self._patterns})
        self._places = [_places_of(particle, self._patterns) for particle in particles]

    def slips(self, text: str) -> Iterator[Slip]:
        """The wrong particles of a text, those of one kind in order."""
        for places in self._places:
            for place in places.finditer(text):
                slip = self._slip(text, place.start())
                if slip:
                    yield slip

    def _slip(self, text: str, at: int) -> Slip | None:
        for pattern in self._patterns[text[at - 1 : at + 1]]:
            if text[at + 1] in pattern.firsts:
                start = pattern.start(text, at)
                if start >= 0 and not _may_be_noun(text, start, at + 1):
                    return Slip(start, at + 1, pattern.right)
        return None


def _places_of(particle: str, patterns: Mapping[str, list[Pattern]]) -> re.Pattern[str]:
    """A particle between characters that a word of a pattern may end with and one may begin with.

    They tell six places of seven apart, in a third of the time that a look at each of them takes.
    """
    pairs = [pair for pair in patterns if pair[1] == particle]
    before = "".join(sorted(pair[0] for pair in pairs))
    behind = "".join(sorted(frozenset().union(*(item.firsts for pair in pairs for item in patterns[pair]))))
    return lazy_pattern(f"{particle}(?<=[{before}]{particle})(?=[{behind}])")


def _may_be_noun(text: str, start: int, end: int) -> bool:
    """Whether what ends with the particle may be what something is compared with."""
    return text.startswith("更", end) and bool(_COMPARED.search(text, max(0, start - _CLAUSE), start))


def _words(words: str, classes: dict[str, str]) -> str:
    """Words, or those of the class that is named."""
    return classes[words[1:-1]] if words.startswith("{") else words


def _alternatives(words: str) -> str:
    """A pattern of the words of a class, the longer ones first; of a class of one word, that pattern."""
    return f"(?:{'|'.join(sorted(words.split(' '), key=len, reverse=True))})"


@cache
def particles() -> Particles:
    """The patterns that come with the package."""
    return Particles()
