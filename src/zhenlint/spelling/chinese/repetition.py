"""Words and characters that were typed twice: ``如果如果``, ``使用使用``, ``的的``.

Chinese doubles a great deal on purpose: verbs (``讨论讨论``), measure words (``一个一个``), adverbs of degree
(``非常非常``); and a word may end where its like begins (``父节点的子节点|节点数``).  So only listed words
count, each kind in surroundings in which its doubling has no sense:

- ``always``: conjunctions, prepositions, auxiliaries and other words that nobody doubles.
- ``pronoun``: where a clause begins; elsewhere one may be an object and the next a subject.
- ``verb``: unless the clause goes on with 的, which makes the second verb part of the first one's object.
- ``action``: verbs that are nouns as well, after an auxiliary or a pronoun, unless 的 follows in the clause.
- ``noun``: before a function word, at an end of a clause, or after a determiner; elsewhere the first may
  end a compound and the second begin another.
- ``particle``: single characters, where neither is part of a longer word.
- ``tail`` and ``head``: words of which the last or first character was typed twice (``针对对``, ``进进行``),
  where the second may not begin another word, the first not end one.
- ``bound``: characters that are no words by themselves, typed twice at the end of a word (``可变性性``)
  before a function word or the end of a clause.

Besides, a phrase of two words and more may stand twice, with Latin words in it or without.

The words are those of ``dictionaries/chinese/doubled-words.tsv`` without those that were counted doubled
on purpose.  Every place is confirmed by the words that jieba cuts the text into.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Final, NamedTuple

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.spelling.chinese.doubling import (
    ON_PURPOSE,
    begins_word,
    confirmed,
    ends_noun,
    ends_word,
    fits,
    has_another_pair,
    is_quoted,
    words_of_pair,
)
from zhenlint.spelling.lexicon import DATA

_TWICE: Final = lazy_pattern("([\u4e00-\u9fff]{1,8}?)\\1")
_LATIN_TWICE: Final = lazy_pattern("([A-Za-z]{3,}) ?[\u4e00-\u9fff]{2,8} ?\\1(?![A-Za-z])")
_CLAUSE_TWICE: Final = lazy_pattern(
    "(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{6,16})[，,] ?\\1(?![\u4e00-\u9fff])"
)
_STANDING: Final = ("always", "pronoun", "verb", "action", "noun", "particle")
"""The kinds of words that are doubled as a whole."""


class Repetition(NamedTuple):
    """What stands twice in a row at ``text[start:end]``; the first of the two ends at ``middle``."""

    start: int
    middle: int
    end: int


class Repetitions:
    """Finds doubled words by a list of words and a segmenter."""

    def __init__(self, path: Path = DATA / "chinese-doubled-words.tsv") -> None:
        self._path = path

    def find(self, text: str) -> Iterator[Repetition]:
        """The words, characters and phrases of a text that stand twice by mistake."""
        for match in _TWICE.finditer(text):
            length = len(match[1])
            found = self._judged(text, match.start(), _run_end(text, match.end(), length), length)
            if found:
                yield found
        yield from _latin_phrases(text)
        for match in _CLAUSE_TWICE.finditer(text):
            reach = len(match[0])
            times = text.count(match[1], max(0, match.start() - reach), match.end() + reach)
            if times == 2:  # more make a refrain
                yield Repetition(match.start(), match.end() - len(match[1]), match.end())

    def _judged(self, text: str, start: int, end: int, length: int) -> Repetition | None:
        """The mistake in ``text[start:end]``, where each character equals the one ``length`` before."""
        if end - start >= 3 * length or is_quoted(text, start, end):
            return None
        for begin in range(start, end - 2 * length + 1):
            if self._is_mistake(text, begin, length):
                return Repetition(begin, begin + length, begin + 2 * length)
        return None

    def _is_mistake(self, text: str, start: int, length: int) -> bool:
        """Whether the two of ``length`` characters that begin at a place are one too many."""
        phrase, end = text[start : start + length], start + 2 * length
        kind = next((kind for kind in _STANDING if phrase in self._words[kind]), None)
        if kind and not fits(kind, text, start, end):
            return False
        if length == 1:
            return self._is_doubled_character(text, start, kind)
        return bool((kind or length > 2) and confirmed(text, start, length, kind))

    def _is_doubled_character(self, text: str, start: int, kind: str | None) -> bool:
        """Whether two equal characters are a doubled particle or an end of a word typed twice."""
        character = text[start]
        bound = character in self._words["bound"]
        if not (kind or bound or character in self._ends):
            return False
        first, second = words_of_pair(text, start)
        if len(first) == len(second) == 1:
            return kind is not None
        if has_another_pair(text, start):
            return False
        if first == second == character * 2 and text[start - 1 : start + 1] in self._words["tail"]:
            return not begins_word(text, start + 1)
        if len(second) == 1 and not begins_word(text, start + 1):
            return first in self._words["tail"] or (bound and ends_noun(text[start + 2 : start + 3]))
        return len(first) == 1 and second in self._words["head"] and not ends_word(text, start + 1)

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        """The words by kind."""
        lines = (line.split("\t") for line in self._path.read_text(encoding="utf-8").splitlines())
        return {kind: frozenset(words.split(" ")) for kind, words in lines}

    @cached_property
    def _ends(self) -> frozenset[str]:
        """The characters that the listed words may end or begin with twice."""
        tails, heads = self._words["tail"], self._words["head"]
        return frozenset(word[-1] for word in tails) | frozenset(word[0] for word in heads)


def _run_end(text: str, end: int, length: int) -> int:
    """Where the characters cease to be equal to those ``length`` before them."""
    while end < len(text) and text[end] == text[end - length]:
        end += 1
    return end


def _latin_phrases(text: str) -> Iterator[Repetition]:
    """Phrases of a Latin word and Han characters that stand twice: ``使用 Redis 使用 Redis``."""
    for match in _LATIN_TWICE.finditer(text):
        length = match.end() - len(match[1]) - match.start()
        start, end = match.start(), _run_end(text, match.end(), length)
        while start and text[start - 1] == text[start - 1 + length] and text[start - 1] != "\n":
            start -= 1
        if text[start] == " ":
            start += 1
        missing = start + 2 * length - end
        phrase = text[start : start + length]
        # The blank after the first of the two need not stand after the second.
        if missing <= (phrase[-1] == " ") and not ON_PURPOSE.search(phrase) and missing > -length:
            yield Repetition(start, start + length, start + 2 * length - max(0, missing))


@cache
def repetitions() -> Repetitions:
    """Those of the words that come with the package."""
    return Repetitions()
