"""Phrases with a Latin word and clauses that stand twice: ``使用 Redis 使用 Redis``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count
from operator import eq
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple
from zhenlint.spelling.chinese.doubled_units import DoubledUnits
from zhenlint.spelling.chinese.doubling import ON_PURPOSE
from zhenlint.spelling.chinese.runs import Gaps, HanRuns

_CLAUSE: Final = 6
"""How many Han characters a clause has at least."""

_LATIN_TWICE: Final = lazy_pattern("([A-Za-z]{3,}) ?[\u4e00-\u9fff]{2,8} ?\\1(?![A-Za-z])")
_CLAUSE_TWICE: Final = lazy_pattern(
    f"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{{{_CLAUSE},16}})[，,] ?\\1(?![\u4e00-\u9fff])"
)
_COMMAS: Final = frozenset(("，", ",", ", ", "， "))


class Repetition(NamedTuple):
    """What stands twice in a row at ``text[start:end]``; the first of the two ends at ``middle``."""

    start: int
    middle: int
    end: int


def longer_repetitions(text: str, han: HanRuns, units: DoubledUnits) -> Iterator[Repetition]:
    """Phrases with a Latin word, and clauses, that stand twice.

    Of neighbouring runs of Han characters, whose ``units`` tell which are alike, the first then ends with the
    second, or the second begins with the first, as in ``先安装 Redis 安装 Redis``; only where that is so the
    text is searched.
    """
    if _may_have_clause_twice(han):
        yield from _clauses(text)
    if _may_have_latin_twice(han, units.alike_lines()):
        yield from _latin_phrases(text)


def _may_have_clause_twice(han: HanRuns) -> bool:
    """Whether a comma sets off a run of Han characters, long enough for a clause, from its like before."""
    gaps, start, last = Gaps(han), 0, 0
    for number in compress(count(), map(eq, han.runs, han.runs[1:])):
        if len(han.runs[number]) >= _CLAUSE:
            start += sum(map(len, han.runs[last:number])) + number - last
            last = number
            if gaps.after(gaps.run_at(start))[0] in _COMMAS:
                return True
    return False


def _may_have_latin_twice(han: HanRuns, ends: list[int]) -> bool:
    """Whether the Latin word between two runs stands before the first or after the second as well.

    The first of the two ends at one of some places.
    """
    gaps = Gaps(han)
    for end in ends:
        first = gaps.run_at(end - 1)
        between, second = gaps.after(first)
        word = between.strip(" ")
        if not (second and word.isascii() and word.isalpha()):
            continue
        if gaps.before(first)[0].endswith((word, word + " ")) or word in gaps.after(second)[0]:
            return True
    return False


def _latin_phrases(text: str) -> Iterator[Repetition]:
    """Phrases with a Latin word that stand twice."""
    end = 0
    for match in _LATIN_TWICE.finditer(text):
        if match.end() <= end:
            continue  # one more match in what repeats itself again and again
        length = match.end() - len(match[1]) - match.start()
        start, end = match.start(), run_end(text, match.end(), length)
        while start and text[start - 1] == text[start - 1 + length] and text[start - 1] != "\n":
            start -= 1
        if text[start] == " ":
            start += 1
        found = _latin_phrase(text, start, length, end)
        if found:
            yield found


def _latin_phrase(text: str, start: int, length: int, end: int) -> Repetition | None:
    """The phrase of a length that ``text[start:end]`` repeats, if it stands there twice."""
    missing = start + 2 * length - end
    phrase = text[start : start + length]
    # The blank after the first of the two need not stand after the second.
    if missing <= (phrase[-1] == " ") and not ON_PURPOSE.search(phrase) and missing > -length:
        return Repetition(start, start + length, start + 2 * length - max(0, missing))
    return None


def _clauses(text: str) -> Iterator[Repetition]:
    """Clauses that stand twice; more than twice they make a refrain."""
    for match in _CLAUSE_TWICE.finditer(text):
        reach = len(match[0])
        times = text.count(match[1], max(0, match.start() - reach), match.end() + reach)
        if times == 2:
            yield Repetition(match.start(), match.end() - len(match[1]), match.end())


def run_end(text: str, end: int, length: int) -> int:
    """Where the characters cease to be equal to those ``length`` before them."""
    while end < len(text) and text[end] == text[end - length]:
        end += 1
    return end
