"""Pinyin that was not turned into characters: ``我 shi 学生``, ``他们 jiushi 这样做的``.

A word of small Latin letters between Han characters that falls into syllables is read as the characters that
the counts find likeliest there.  Where these make the text likelier than any Latin word does in that place,
it is pinyin.  In 26 million characters of edited documentation 597 Latin words can be read so, and not one of
them makes the text so likely (``benchmarks/pinyin.py``).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from zhenlint.package_data import read_data
from zhenlint.spelling.chinese.ngrams import LINE_END, LONGEST, OTHER, NGrams
from zhenlint.spelling.chinese.symbols import REACH, symbols_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zhenlint.spelling.lexicon import Lexicon

LEAST: Final = 0.0
"""By how much, as a natural logarithm, a character makes a text likelier than a Latin word does at least."""

LEAST_OF_SEVERAL: Final = -4.0
"""The same with several characters, each of which makes any text less likely."""

LEAST_OF_WORD: Final = 3.0
"""The same where the syllable is a word as well."""

COMMON: Final = 3.5
"""The frequency from which what looks like a syllable is an English word."""

NAMES: Final = frozenset(["ai", "bi", "cu", "du", "li", "lv", "mu", "nu", "pi", "re", "su", "xi"])
"""Syllables that are commands, elements of HTML, modules, letters of the Greek alphabet."""

DELIBERATE: Final = frozenset(["ta", "tamen"])
"""What people write on purpose: ``他`` or ``她``, whichever it may be."""

_LONGEST: Final = 6
"""Letters of the longest syllable."""

_MOST: Final = 6
"""Of so many syllables a word has at most."""

_KEPT: Final = 30
"""Of so many of the likeliest readings the next syllable is tried."""

NEAR: Final = 24
"""How many characters of a text are enough for the symbols beside a word."""


class Converter:
    """Reads pinyin by counts of n-grams."""

    def __init__(self, counts: NGrams, syllables: Mapping[str, str], english: Lexicon) -> None:
        self._level = counts.level
        self._estimate = counts.estimate
        self._syllables = syllables
        self._english = english

    def meant(self, before: str, word: str, after: str) -> str | None:
        """The characters that a Latin word between two texts stands for; None if it is no pinyin there.

        Of the texts that counts which is next to the word, markup taken out.
        """
        least = self._least(word)
        if least is None:
            return None
        gain, characters = self.likeliest(before, word, after)
        return characters if gain >= least else None

    def likeliest(self, before: str, word: str, after: str) -> tuple[float, str]:
        """The likeliest characters for a Latin word between two texts, how much likelier these are first.

        Minus infinity and nothing for what cannot be read as pinyin.
        """
        left = symbols_of(before[-NEAR:]).rpartition(LINE_END)[2][-REACH:].rjust(REACH, LINE_END)
        right = symbols_of(after[:NEAR]).partition(LINE_END)[0][:REACH].ljust(REACH, LINE_END)
        found = [reading for way in self._ways(word) for reading in self._readings(left, way, right)]
        likelihood, characters = max(found, default=(float("-inf"), ""))
        return likelihood - self._likelihood(left, OTHER, right), characters

    def _least(self, word: str) -> float | None:
        """How much likelier the characters for a word have to be; None for what is no pinyin."""
        if word in DELIBERATE:
            return None
        if word in self._syllables:
            is_word = word in NAMES or self._english.frequency(word) >= COMMON
            return LEAST_OF_WORD if is_word else LEAST
        return None if self._english.knows(word) else LEAST_OF_SEVERAL

    def _ways(self, word: str) -> Iterator[tuple[str, ...]]:
        """The ways to cut a word into syllables."""
        if word in self._syllables:
            yield (word,)
        for length in range(1, min(_LONGEST, len(word) - 1) + 1):
            if word[:length] in self._syllables:
                for others in self._ways(word[length:]):
                    if len(others) < _MOST:
                        yield (word[:length], *others)

    def _readings(self, left: str, way: tuple[str, ...], right: str) -> list[tuple[float, str]]:
        """The likeliest readings of some syllables, how likely the text is by each first.

        Only those of which all characters that are neighbours were counted as such.
        """
        kept = [(0.0, left)]
        for syllable in way:
            longer = [
                (likelihood + self._estimate(text[1 - LONGEST :] + one), text + one)
                for likelihood, text in kept
                for one in self._syllables[syllable]
                if self._level(text[-1] + one)
            ]
            kept = sorted(longer, reverse=True)[:_KEPT]
        return [
            (likelihood + self._likelihood(text, "", right), text[len(left) :])
            for likelihood, text in kept
            if self._level(text[-1] + right[0])
        ]

    def _likelihood(self, left: str, middle: str, right: str) -> float:
        """How likely the symbols behind some others are, each after those before it."""
        text = left + middle + right
        ends = range(len(left) + 1, len(text) + 1)
        return sum([self._estimate(text[end - LONGEST : end]) for end in ends])


@cache
def converter() -> Converter:
    """The converter by the data that come with the package."""
    from zhenlint.spelling.chinese.ngrams import ngrams
    from zhenlint.spelling.lexicon import lexicon

    return Converter(ngrams(), syllables(), lexicon())


def syllables() -> dict[str, str]:
    """The characters that are read as each syllable."""
    return dict(line.split("\t") for line in read_data("syllables.tsv").splitlines())
