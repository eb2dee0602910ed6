"""What is seen of a character or word that stands twice, by which it is told whether that is a slip.

Where one word ends and the next begins with the same (``参数|数量``), or what is doubled is a word itself
(``看看``), the counts of n-grams know what meets, and the dictionary's words fill the text without a rest.
A slip leaves a rest: of ``国内内的`` no word holds the second 内, and without it the text reads more likely.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Final

from zhenlint.named_tuple import NamedTuple
from zhenlint.spelling.chinese.doubled_context import Doubling, han_begin, han_end
from zhenlint.spelling.chinese.ngrams import LINE_END, LONGEST, OTHER, NGrams
from zhenlint.spelling.chinese.segmentation import WordCounts
from zhenlint.spelling.chinese.short_cuts import ShortCuts

_KINDS: Final = {"。": 1, "，": 2, "“": 3, OTHER: 4, LINE_END: 5}
_LONGEST_WORD: Final = 4
_REMEMBERED: Final = 20_000
"""How many words' counts are remembered."""

_MOST: Final = {1: (29, 25, 20), 2: (14, 63, 63)}
"""By the length of what is doubled: the levels of it twice, with the character before and with the one
after, above which no doubling is a slip."""

_COMMON: Final = 7.6
"""The logarithm of the count of a word, such as 看看, above which it is no slip."""

_MEETING: Final = 3
"""The same of words that end and begin in the middle and meet there."""


class Features(NamedTuple):
    """What is seen of a doubling: levels of n-grams, logarithms of the counts of words, and its cuts.

    ``left`` and ``right`` are what is doubled with the symbol before or after, once; ``middle`` with both;
    ``..._junction`` are the symbols about the middle, as they meet by the doubling.  ``ends`` and ``begins``
    are words that end or begin in the middle and are longer, ``covers`` those that hold both sides of it,
    ``joined_...`` words that what is doubled makes with what stands beside.  ``opens`` to ``closes`` tell
    whether words begin and end where the two do, ``once_...`` the same of the text with one only.
    """

    length: int
    level: int
    twice: int
    junction: int
    left_junction: int
    right_junction: int
    wide_junction: int
    left: int
    left_two: int
    right: int
    right_two: int
    middle: int
    middle_left: int
    middle_right: int
    before_level: int
    after_level: int
    left_level: int
    right_level: int
    before_kind: int
    after_kind: int
    de_before: int
    de_after: int
    le_after: int
    one_after: int
    not_before: int
    comma_before: int
    comma_after: int
    share: int
    before_share: int
    after_share: int
    pairs_beside: int
    frequency: float
    ends: float
    begins: float
    covers: float
    joined_before: float
    joined_after: float
    first_word: int
    second_word: int
    opens: int
    closes: int
    once_opens: int
    once_closes: int
    once_word: int
    gain: float


class Observer:
    """Sees doublings by counts of n-grams, by a dictionary, and by which characters are words alone."""

    def __init__(self, ngrams: NGrams, counts: WordCounts, shares: Mapping[str, int]) -> None:
        self._level = ngrams.level
        self._short_cuts = ShortCuts(counts)
        self._words = counts.words.prefixes
        self._log = lru_cache(_REMEMBERED)(partial(_log, counts))
        self._shares = shares

    def features(self, doubling: Doubling) -> Features | None:
        """What is seen of a doubling; None where the counts or a word know it as it stands."""
        before, unit, after = doubling
        text, middle = before + unit + unit + after, len(before) + len(unit)
        junctions = [
            self._level(text[middle - left : middle + right])
            for left, right in ((1, 1), (2, 1), (1, 2), (2, 2))
        ]
        twice = self._gram(unit * 2)
        if _is_known(len(unit), twice, junctions):
            return None
        longer, covers = self._longer(before, unit, after), self._covers(text, middle)
        if len(unit) == 1 and (covers > _COMMON or min(longer) > _MEETING):
            return None
        values = (
            len(unit),
            self._gram(unit),
            twice,
            *junctions,
            *self._beside(before, unit, after),
            *self._use(unit),
            self._shares.get(unit, 0),
            self._shares.get(before[-1], 0),
            self._shares.get(after[0], 0),
            (before[-1] == before[-2]) + 2 * (after[0] == after[1]),
            self._log(unit),
            *longer,
            covers,
            *self._joined(before, unit, after),
            *self._cuts(han_end(before), unit, han_begin(after)),
        )
        return Features._make(values)

    def _beside(self, before: str, unit: str, after: str) -> tuple[int, ...]:
        """The levels of what is doubled, once, with what stands beside, and of that alone."""
        gram = self._gram
        return (
            gram(before[-1] + unit),
            gram(before[-2:] + unit),
            gram(unit + after[0]),
            gram(unit + after[:2]),
            gram(before[-1] + unit + after[0]),
            gram(before[-2:] + unit + after[0]),
            gram(before[-1] + unit + after[:2]),
            gram(before[-1]),
            gram(after[0]),
            gram(before[-2:]),
            gram(after[:2]),
            _KINDS.get(before[-1], 0),
            _KINDS.get(after[0], 0),
        )

    def _use(self, unit: str) -> tuple[int, ...]:
        """What tells the part of speech of what is doubled: the levels of it with some symbols."""
        grams = ("的" + unit, unit + "的", unit + "了", unit + "一", "不" + unit, "，" + unit, unit + "，")
        return tuple(map(self._gram, grams))

    def _gram(self, gram: str) -> int:
        """The level of an n-gram, -1 where it is longer than those that were counted."""
        return self._level(gram) if len(gram) <= LONGEST else -1

    def _covers(self, text: str, middle: int) -> float:
        """The commonest of the words that hold both sides of a place."""
        return max(
            [
                self._log(word)
                for left in range(1, _LONGEST_WORD)
                for word in self._words(text[middle - left : middle - left + _LONGEST_WORD])
                if len(word) > left
            ],
            default=0.0,
        )

    def _longer(self, before: str, unit: str, after: str) -> tuple[float, float]:
        """The commonest of the words, up to three characters longer, that end and begin in the middle."""
        log, size = self._log, len(unit)
        ends = max([log((before + unit)[-size - longer :]) for longer in (1, 2, 3)])
        begins = [log(word) for word in self._words((unit + after)[: size + 3]) if len(word) > size]
        return ends, max(begins, default=0.0)

    def _joined(self, before: str, unit: str, after: str) -> tuple[float, float]:
        """The commonest words over the edges of what is doubled where it stands once."""
        text, start = before + unit + after, len(before)
        return self._covers(text, start), self._covers(text, start + len(unit))

    def _cuts(self, head: str, unit: str, tail: str) -> tuple[float, ...]:
        """How the text is cut into words as it stands and with one of the two only."""
        (words, likelihood), (once, once_likelihood) = self._short_cuts.cuts((head + unit, head), unit + tail)
        start, size = len(head), len(unit)
        edges, once_edges = _edges(words), _edges(once)
        first = second = 0
        if start + size in edges:
            at = edges.index(start + size)
            first, second = len(words[at - 1]), len(words[at])
        holder = next(len(word) for word, end in zip(once, once_edges[1:], strict=True) if end > start)
        return (
            first,
            second,
            start in edges,
            start + 2 * size in edges,
            start in once_edges,
            start + size in once_edges,
            holder,
            once_likelihood - likelihood,
        )


def _log(counts: WordCounts, word: str) -> float:
    """The logarithm of one more than the count of a word."""
    return math.log((counts.get(word) or 0) + 1)


def _is_known(length: int, twice: int, junctions: list[int]) -> bool:
    """Whether the counts know a doubling as it stands."""
    most_twice, most_left, most_right = _MOST.get(length, (63, 63, 63))
    _, left, right, wide = junctions
    return (
        twice > most_twice
        or left > most_left
        or right > most_right
        or (length == 1 and (wide > 0 or (left > 0 and right > 0)))
    )


def _edges(words: list[str]) -> list[int]:
    """Where words begin, and where the last ends."""
    edges = [0]
    for word in words:
        edges.append(edges[-1] + len(word))
    return edges
