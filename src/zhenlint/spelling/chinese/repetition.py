"""Words and characters that were typed twice: ``如果如果``, ``使用使用``, ``的的``.

Chinese doubles a great deal on purpose: verbs (``讨论讨论``), measure words (``一个一个``), adverbs of degree
(``非常非常``); and a word may end where its like begins (``父节点的子节点|节点数``).  So only listed words
count, each kind in surroundings in which its doubling has no sense:

- ``always``: conjunctions, prepositions, auxiliaries and other words that nobody doubles.
- ``pronoun``: where a clause begins; elsewhere one may be an object and the next a subject.
- ``verb``: unless the clause goes on with 的, which makes the second verb part of the first one's object.
- ``action``: verbs that are nouns as well, after an auxiliary or a pronoun, unless 的 follows in the clause.
- ``transitive``: verbs that are often counted doubled, because they begin compounds (``设置设置项``), only
  before a determiner, which their object begins with.
- ``noun``: before a function word, at an end of a clause, or after a determiner; elsewhere the first may
  end a compound and the second begin another.
- ``term``: nouns that were counted doubled, only between a determiner or the beginning of a clause and a
  function word or the end of a clause.
- ``particle``: single characters, where neither is part of a longer word.
- ``tail`` and ``head``: words of which the last or first character was typed twice (``针对对``, ``进进行``),
  where the second may not begin another word, the first not end one.
- ``ending`` and ``beginning``: the same of more words, only before or behind what no compound goes on with.

A common verb or noun that the counts never hold twice (``single``) counts wherever the first of the two can
end no compound, and has no attribute for its object.

Besides, a phrase of two words and more may stand twice, with Latin words in it or without.

What is of none of these kinds, or stands otherwise, is weighed by a score
(:mod:`~zhenlint.spelling.chinese.doubled_score`), which may also speak for a doubled character.

The words are those of ``dictionaries/chinese/doubled-words.tsv``.  What stands twice is sought in the runs of
Han characters of a text at once; only what may be reported is then looked up in the text, and every place is
confirmed by the words that the text is cut into, as jieba does it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.doubled_units import DoubledUnits
from zhenlint.spelling.chinese.doubling import (
    begins_word,
    begins_word_group,
    confirmed,
    ends_word,
    ends_word_group,
    fits,
    has_another_pair,
    has_attribute,
    is_call,
    is_quoted,
    may_be_clause,
    stands_apart,
    words_of_pair,
)
from zhenlint.spelling.chinese.repeated_phrases import Repetition, longer_repetitions, run_end
from zhenlint.spelling.chinese.runs import HanRuns

_STANDING: Final = ("always", "pronoun", "verb", "action", "transitive", "noun", "term", "particle")
"""The kinds of words that are doubled as a whole."""

_NOUN_AND_VERB: Final = ("action", "transitive")


class Repetitions:
    """Finds doubled words by a list of words and a segmenter."""

    def __init__(self, path: Path = DATA / "chinese-doubled-words.tsv") -> None:
        self._path = path
        self._parsed: dict[str, frozenset[str]] = {}
        self._ends_or_begins_some = cache(self._is_end_or_beginning)

    def find(self, text: str, han: HanRuns) -> Iterator[Repetition]:
        """The words, characters and phrases of a text, with its runs of Han characters, that stand twice."""
        units = DoubledUnits(han.text)
        doubled = set(map(_period, units.within_lines()))
        for phrase in sorted(filter(self._may_count, doubled)):
            for start, end in _stretches(phrase, text):
                found = self._judged(text, start, end, len(phrase))
                if found:
                    yield found
        yield from longer_repetitions(text, han, units)

    def _may_count(self, phrase: str) -> bool:
        """Whether a phrase is reported where it stands twice in any surroundings."""
        from zhenlint.spelling.chinese.doubled_score import may_be_slip

        if may_be_slip(phrase):
            return True
        if len(phrase) == 1:
            return self._is(phrase, "particle") or self._ends_or_begins_some(phrase)
        return (len(phrase) > 2 and may_be_clause(phrase)) or self._kind(phrase) is not None

    def _kind(self, phrase: str) -> str | None:
        return self._kinds.get(phrase)

    @cached_property
    def _kinds(self) -> dict[str, str]:
        """The words that are doubled as a whole, with their kinds; a word of several is of the first."""
        return {word: kind for kind in reversed(_STANDING) for word in self._lines[kind].split()}

    def _judged(self, text: str, start: int, end: int, length: int) -> Repetition | None:
        """The mistake in ``text[start:end]``, where each character equals the one ``length`` before."""
        if end - start >= 3 * length or is_quoted(text, start, end):
            return None
        for begin in range(start, end - 2 * length + 1):
            if self._is_mistake(text, begin, length) or self._is_likely(text, begin, length):
                return Repetition(begin, begin + length, begin + 2 * length)
        return None

    def _is_mistake(self, text: str, start: int, length: int) -> bool:
        """Whether the two of ``length`` characters that begin at a place are one too many."""
        phrase, end = text[start : start + length], start + 2 * length
        kind = self._kind(phrase)
        if kind and not (fits(kind, text, start, end) or self._is_single(phrase, kind, text, start, end)):
            return False
        if length == 1:
            return self._is_doubled_character(text, start, kind)
        if kind in _NOUN_AND_VERB and is_call(text, start, end):
            return False
        return bool((kind or length > 2) and confirmed(text, start, length, kind))

    def _is_likely(self, text: str, start: int, length: int) -> bool:
        """Whether the score finds a slip, and no noun that a verb of the same form follows.

        ``自动显示|显示结果的窗口``: opens the window that shows the results.
        """
        kind = self._kind(text[start : start + length])
        if kind in _NOUN_AND_VERB and has_attribute(text, start + 2 * length):
            return False
        from zhenlint.spelling.chinese.doubled_score import is_likely_slip

        return is_likely_slip(text, start, length, kind)

    def _is_single(self, word: str, kind: str, text: str, start: int, end: int) -> bool:
        """Whether a word that is never doubled stands where the first of two can end no compound."""
        return self._is(word, "single") and stands_apart(kind, text, start, end)

    def _is_doubled_character(self, text: str, start: int, kind: str | None) -> bool:
        """Whether two equal characters are a doubled particle or an end of a word typed twice."""
        character, after = text[start], text[start + 2 : start + 3]
        if not kind and (has_another_pair(text, start) or not self._may_end_or_begin(text, start)):
            return False
        first, second = words_of_pair(text, start)
        if len(first) == len(second) == 1:
            return kind is not None
        if has_another_pair(text, start):
            return False
        if first == second == character * 2 and self._is(text[start - 1 : start + 1], "tail"):
            return not begins_word(text, start + 1)
        if len(second) == 1 and not begins_word(text, start + 1):
            return self._is_last_twice(first, after)
        if len(first) > 1 or ends_word(text, start + 1):
            return False
        return self._is_first_twice(second, text[start - 1 : start])

    def _is_last_twice(self, word: str, after: str) -> bool:
        """Whether the last character of a word may have been typed twice before what follows."""
        return self._is(word, "tail") or (self._is(word, "ending") and ends_word_group(after))

    def _is_first_twice(self, word: str, before: str) -> bool:
        """Whether the first character of a word may have been typed twice behind what stands before."""
        return self._is(word, "head") or (self._is(word, "beginning") and begins_word_group(before))

    def _may_end_or_begin(self, text: str, start: int) -> bool:
        """Whether a listed word ends with the first of two equal characters or begins with the second."""
        before = [text[max(0, start - length) : start + 1] for length in (1, 2, 3)]
        after = [text[start + 1 : start + 1 + length] for length in (2, 3, 4)]
        return not (self._ends.isdisjoint(before) and self._begins.isdisjoint(after))

    @cached_property
    def _ends(self) -> frozenset[str]:
        """The words whose last character may be typed twice."""
        return self._words("tail") | self._words("ending")

    @cached_property
    def _begins(self) -> frozenset[str]:
        """The words whose first character may be typed twice."""
        return self._words("head") | self._words("beginning")

    def _is_end_or_beginning(self, character: str) -> bool:
        """Whether a character is the last or first of a word that is listed for it."""
        ends, begins = f"{character} ", f" {character}"
        return any(ends in self._lines[kind] for kind in ("tail", "ending")) or any(
            begins in self._lines[kind] for kind in ("head", "beginning")
        )

    def _is(self, word: str, kind: str) -> bool:
        """Whether a word is of a kind."""
        return word in self._words(kind)

    def _words(self, kind: str) -> frozenset[str]:
        """The words of a kind, parsed when they are asked for."""
        if kind not in self._parsed:
            self._parsed[kind] = frozenset(self._lines[kind].split())
        return self._parsed[kind]

    @cached_property
    def _lines(self) -> dict[str, str]:
        """The words by kind, separated by blanks."""
        lines = (line.split("\t") for line in self._path.read_text(encoding="utf-8").splitlines())
        return {kind: f" {words} " for kind, words in lines}


def _period(phrase: str) -> str:
    """The shortest text that a phrase repeats, often itself: ``来`` of ``来来``."""
    return phrase[: (phrase * 2).find(phrase, 1)]


def _stretches(phrase: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a phrase stands twice and more in a row; what follows of its beginning belongs to it."""
    end = 0
    while (start := text.find(phrase * 2, end)) >= 0:
        end = run_end(text, start + 2 * len(phrase), len(phrase))
        yield start, end


@cache
def repetitions() -> Repetitions:
    """Those of the words that come with the package."""
    return Repetitions()
