"""What it costs to have meant one word and typed another.

An optimal string alignment with weights: cheap is what fingers and ears do wrong often (a swap of
two letters, a doubled or a missing double letter, a neighbouring key, a vowel for a vowel), dear
what they rarely do; a wrong first or last letter costs more, as people rarely miss these.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

VOWELS: Final = frozenset("aeiou")

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_CONFUSED = "ck cs sz iy fv gj mn bp dt lr uv ks qk vw"  # by ear or by eye
_ALIKE = frozenset((*_CONFUSED.split(), *_CONFUSED[::-1].split()))


def _neighbours() -> frozenset[str]:
    """Pairs of keys that touch on a QWERTY keyboard; each row stands half a key to the right."""
    pairs: set[str] = set()
    for row, keys in enumerate(_ROWS):
        below = _ROWS[row + 1] if row + 1 < len(_ROWS) else ""
        for place, key in enumerate(keys):
            touching = keys[place + 1 : place + 2] + below[max(0, place - 1) : place + 1]
            pairs.update(pair for other in touching for pair in (key + other, other + key))
    return frozenset(pairs)


_ADJACENT = _neighbours()


def touch(one: str, other: str) -> bool:
    """Whether two letters are neighbours on the keyboard."""
    return one + other in _ADJACENT


def _extra(typed: str, at: int) -> float:
    """The letter at ``at`` is one too many."""
    letter = typed[at]
    around = typed[max(0, at - 1) : at] + typed[at + 1 : at + 2]
    near = any(touch(letter, other) for other in around)
    cost = 0.55 if letter in around else 0.8 if near else 1.0
    return cost + (0.35 if at == 0 else 0.25 if at == len(typed) - 1 else 0.0)


def _missing(meant: str, at: int) -> float:
    """The letter at ``at`` of the word that was meant was not typed."""
    letter = meant[at]
    if letter in meant[max(0, at - 1) : at] + meant[at + 1 : at + 2]:
        cost = 0.5
    else:
        cost = 0.75 if letter in VOWELS else 0.8
    return cost + (0.5 if at == 0 else 0.3 if at == len(meant) - 1 else 0.0)


@cache
def _instead(wrong: str, letter: str) -> float:
    """A letter was meant where another was typed."""
    if wrong in VOWELS and letter in VOWELS:
        return 0.75
    if touch(wrong, letter):
        return 0.8
    return 0.85 if wrong + letter in _ALIKE else 1.05


@lru_cache(maxsize=65536)
def edit_cost(typed: str, meant: str) -> float:
    """The cost of the cheapest way from the word that was meant to the word that was typed.

    Both lower-case; about 0.5 to 1 for one ordinary slip.
    """
    extra, missing = _extras(typed), _missings(meant)
    before: list[float] = []
    row = [0.0]
    for cost in missing:
        row.append(row[-1] + cost)
    for at, wrong in enumerate(typed):
        one_more = extra[at]
        cost = row[0] + one_more
        before, last, row = row, before, [cost]
        at_edge = 0.5 if at == 0 else 0.15 if at == len(typed) - 1 else 0.0
        for to, letter in enumerate(meant):
            instead = before[to] if wrong == letter else before[to] + (_instead(wrong, letter) + at_edge)
            cost += missing[to]
            if instead < cost:  # comparing by hand takes half the time of min()
                cost = instead
            if before[to + 1] + one_more < cost:
                cost = before[to + 1] + one_more
            if at and to and wrong == meant[to - 1] and typed[at - 1] == letter != wrong:
                cost = min(cost, last[to - 1] + (0.6 if at > 1 else 0.75))
            row.append(cost)
    return row[-1]


@lru_cache(maxsize=4096)
def _extras(typed: str) -> list[float]:
    return [_extra(typed, at) for at in range(len(typed))]


@lru_cache(maxsize=4096)
def _missings(meant: str) -> list[float]:
    return [_missing(meant, at) for at in range(len(meant))]


def alignment_distance(one: str, other: str, limit: int) -> int:
    """The optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours.

    Any number above ``limit`` stands for a distance above it.  What both words begin and end with
    does not count, and a row that lies above the limit ends the work.  What is left differs at both
    ends, so that two edits are one at each end, with what lies between in both words: two words out of
    a dictionary take a sixth of the time.
    """
    start, one_end, other_end = 0, len(one), len(other)
    while start < one_end and start < other_end and one[start] == other[start]:
        start += 1
    while one_end > start and other_end > start and one[one_end - 1] == other[other_end - 1]:
        one_end, other_end = one_end - 1, other_end - 1
    one, other = one[start:one_end], other[start:other_end]
    if limit <= 2 and one[2:-2] not in other:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        if min(row) > limit:
            return limit + 1
        before, last, row = row, before, [at + 1]
        for to, meant in enumerate(other):
            cost = min(before[to] + (letter != meant), before[to + 1] + 1, row[to] + 1)
            if at and to and letter == other[to - 1] and one[at - 1] == meant:
                cost = min(cost, last[to - 1] + 1)
            row.append(cost)
    return row[-1]
