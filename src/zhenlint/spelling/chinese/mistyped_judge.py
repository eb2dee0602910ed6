"""Whether a listed pair of characters is a slip where it stands (:mod:`zhenlint.spelling.chinese.mistyped`).

It is one if undoing it makes a common sequence of characters of one that is not known, if the characters
belong to no word as they stand, and if the text gets much likelier: by how much depends on what else speaks
for it.
"""

from __future__ import annotations

from typing import Final

from zhenlint.named_tuple import NamedTuple
from zhenlint.spelling.chinese.mistyped import BESIDE, ORDERS, Mistyped, undone
from zhenlint.spelling.chinese.ngrams import LINE_END, LONGEST, NGrams
from zhenlint.spelling.chinese.short_cuts import ShortCuts
from zhenlint.spelling.chinese.symbols import Symbols

COMMON: Final = {3: 24, 4: 21}
"""The levels (200 and 100 uses) from which a sequence of so many characters may be meant."""

_FIRST: Final = ORDERS | {"0": 0, "1": 1}
"""By the kind of an edit how far behind the pair's place the slip begins."""

_SHORTEST: Final = min(COMMON)
_LEAST: Final = min(COMMON.values())

ORDER: Final = 15.0
"""By how much, as a natural logarithm, a text gets likelier at least by another order of two characters."""

ORDER_OF_WORD: Final = 11.5
"""The same if the words of the text get likelier, too, by :data:`ORDER_OF_WORD_WORDS`."""

ORDER_OF_WORD_WORDS: Final = 7.0

WORD: Final = 13.0
"""The same by a character that makes a word, and the words by :data:`WORD_WORDS`."""

WORD_WORDS: Final = 5.5

CHARACTER: Final = 16.5
"""The same by a character that stands alone, and has the level :data:`CENTRE` with those beside it."""

CENTRE: Final = 18
"""50 uses."""

_REACH: Final = 10
"""How far from a slip the text is cut into words."""

_BEHIND: Final = 3
"""How many symbols behind a slip are the likelier by what stands before them."""

Words = list[tuple[int, int]]
"""Where words begin and end."""


class Near(NamedTuple):
    """What stands around a slip, as it is written and as it is meant, and the slip's place."""

    written: str
    meant: str
    first: int
    last: int


class Judge:
    """Judges by counts of n-grams and by a dictionary."""

    def __init__(self, counts: NGrams, cuts: ShortCuts) -> None:
        self._level = counts.level
        self._estimate = counts.estimate
        self._cuts = cuts

    def slip(self, symbols: Symbols, text: str, at: int, edit: str) -> Mistyped | None:
        """The slip of the pair at a place of a text of runs, with the words around; None if it is none."""
        kind = edit[0]
        start = at + _FIRST[kind]
        end = start + (2 if kind in ORDERS else 1)
        if start < 0 or not text[start:end].isalpha() or end > len(text):
            return None
        meant = text[start + 1] + text[start] if kind in ORDERS else edit[1]
        if kind in BESIDE and self._level(meant) < _LEAST:
            return None
        if self._is_uncommon(text, start, meant):
            return None
        begin = max(text.rfind("\n", 0, start) + 1, start - _REACH)
        run = text[begin : end + _REACH].partition("\n")[0]
        around = near = Near(run, undone(run, at - begin, edit), start - begin, end - begin)
        if near.first < LONGEST - 1 or near.last + LONGEST - 1 > len(run):
            around = _with_symbols(*symbols.around(start), near)
        if not self._becomes_common(around):
            return None
        gain = self._gain(around)
        if gain < ORDER_OF_WORD:
            return None
        words = self._words_meant(near, gain, kind in ORDERS)
        if words is None:
            return None
        first, last = words
        return Mistyped(begin + first, begin + last, near.written[first:last], near.meant[first:last])

    def _is_uncommon(self, text: str, start: int, meant: str) -> bool:
        """Whether no three Han characters that hold what is meant instead of the slip at a place are common.

        It tells most places apart without what stands beyond the run of Han.  False at the ends of the run.
        """
        beside, end = _SHORTEST - len(meant), start + len(meant)
        window = text[max(0, start - beside) : start] + meant + text[end : end + beside]
        if len(window) < len(meant) + 2 * beside or LINE_END in window:
            return False
        level = self._level
        for begin in range(len(window) - _SHORTEST + 1):
            if level(window[begin : begin + _SHORTEST]) >= _LEAST:
                return False
        return True

    def _becomes_common(self, around: Near) -> bool:
        """Whether undoing the slip makes a common sequence of one that is not known."""
        written, meant, first, last = around
        level_of = self._level
        for length, common in COMMON.items():
            commonest = 0
            for begin in range(max(0, last - length), min(first, len(meant) - length) + 1):
                level = level_of(meant[begin : begin + length])
                if level >= common and not level_of(written[begin : begin + length]):
                    return True
                if level > commonest:
                    commonest = level
            if commonest < _LEAST:
                return False  # no longer sequence is commoner
        return False

    def _gain(self, around: Near) -> float:
        """How much likelier the symbols from the slip on are as they are meant, each after those before it.

        Where it is less than :data:`ORDER_OF_WORD` already, the rest, which only takes from it, is not looked
        at.
        """
        written, meant, first, last = around
        ends = range(first + 1, min(last + _BEHIND, len(written)) + 1)
        gain = -sum([self._estimate(written[max(0, end - LONGEST) : end]) for end in ends])
        for end in ends:
            gain += self._estimate(meant[max(0, end - LONGEST) : end])
            if gain < ORDER_OF_WORD:
                break
        return gain

    def _words_meant(self, near: Near, gain: float, is_order: bool) -> tuple[int, int] | None:
        """The place of the words that are meant; None if the gain is too little for them."""
        (written, likely), (meant, likelier) = self._cuts.cut(near.written), self._cuts.cut(near.meant)
        if any(last - first > 1 for first, last in _holding(_places(written), near.first, near.last)):
            return None
        words = _holding(_places(meant), near.first, near.last)
        first, last = words[0][0], words[-1][1]
        if not is_order and last - first == 1:
            centre = near.meant[max(0, first - 1) : last + 1]
            enough = gain >= CHARACTER and len(centre) == 3 and self._level(centre) >= CENTRE
            return (first - 1, last + 1) if enough else None
        if not all(at in (0, len(near.written)) or _begins(_places(written), at) for at in (first, last)):
            return None
        better = likelier - likely
        if is_order:
            enough = gain >= ORDER or better >= ORDER_OF_WORD_WORDS
        else:
            enough = gain >= WORD and better >= WORD_WORDS
        return (first, last) if enough else None


def _with_symbols(before: str, own: str, after: str, near: Near) -> Near:
    """What is near a slip with symbols for what is not Han, of those around its first character."""
    before, behind = before[1 - LONGEST :], after.partition(LINE_END)[0] + LINE_END
    length = near.last - near.first
    meant = before + near.meant[near.first : near.last] + behind[length - 1 :]
    return Near(before + own + behind, meant, len(before), len(before) + length)


def _places(words: list[str]) -> Words:
    """Where the words of a text begin and end."""
    found, at = [], 0
    for word in words:
        found.append((at, at + len(word)))
        at += len(word)
    return found


def _holding(words: Words, start: int, end: int) -> Words:
    """The words that hold the characters from one place to another."""
    return [(first, last) for first, last in words if first < end and start < last]


def _begins(words: Words, at: int) -> bool:
    """Whether a word begins at a place."""
    return any(first == at for first, _ in words)
