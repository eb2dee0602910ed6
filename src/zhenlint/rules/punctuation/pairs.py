"""Matching brackets and quotation marks inside one block, family by family.

A family is what closes one another, whatever the width: ``（`` and ``(`` with ``）`` and ``)``.  Each
family is matched by itself, so that one missing mark never throws doubt on the marks around it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Final

from zhenlint.characters import LETTER
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import BLOCK
from zhenlint.named_tuple import NamedTuple

PAIRS: Final = ("（）", "()", "“”", "‘’", "《》", "〈〉", "「」", "『』", "【】")
PARTNER: Final[Mapping[str, str]] = {**{p[0]: p[1] for p in PAIRS}, **{p[1]: p[0] for p in PAIRS}}
OPENERS: Final = frozenset(pair[0] for pair in PAIRS)
_FAMILY: Final[Mapping[str, str]] = {**{mark: mark for mark in PARTNER}, "(": "（", ")": "）"}

_MARK = lazy_pattern(f"[{''.join(PAIRS)}]")
_NEIGHBOURS = lazy_pattern(rf"({_MARK.pattern})(?:[^{''.join(PAIRS)}\r\n{BLOCK}]*+({_MARK.pattern}))?")
"""A mark and the next on its line."""

_PAIRED = frozenset(map(tuple, PAIRS))
_APOSTROPHE = lazy_pattern(rf"(?<=[{LETTER}])’[{LETTER}]")
"""``’`` inside a word: no mark of a pair."""

_POINTS = "，。、；：？！）》"
_TURNED_BY_ITS_PLACE = lazy_pattern(rf"“[{_POINTS}]|[（：《]”")
"""A quotation mark where one of its direction cannot stand."""


class Mark(NamedTuple):
    """A mark of a pair and where it stands; a ``weak`` one may be no bracket at all."""

    at: int
    character: str
    weak: bool = False


as_mark: Callable[[tuple[int, str, bool]], Mark] = partial(tuple.__new__, Mark)
"""``Mark(*values)`` in half the time."""


class Matched(NamedTuple):
    """What is wrong with the marks of one family.

    ``crossed`` holds pairs whose closing mark is of another width or kind than the opening one.
    """

    unopened: list[Mark]
    unclosed: list[Mark]
    crossed: list[tuple[Mark, Mark]]


def marks_by_block(document: Document) -> list[tuple[int, list[Mark]]]:
    """The numbers of the blocks that hold marks, with their marks, in order; shared by the rules."""
    return document.shared(_marks_by_block)


def _marks_by_block(document: Document) -> list[tuple[int, list[Mark]]]:
    """One scan of the prose, cut at the blocks."""
    found: list[tuple[int, list[Mark]]] = []
    starts = document.block_starts
    end = -1
    for mark in _marks(document.prose, document.matches(_MARK)):
        if mark.at >= end:
            number = bisect_right(starts, mark.at) - 1
            if number < 0 or mark.at >= document.blocks[number].end:
                continue
            end = document.blocks[number].end
            found.append((number, []))
        found[-1][1].append(mark)
    return found


def doubtful_marks(document: Document) -> list[tuple[int, list[Mark]]]:
    """The marks of :func:`marks_by_block`, less the blocks in which each mark is closed by the next.

    Nearly all are like that, so that this takes half the time.
    """
    prose, found = document.prose, []
    for at, stop in document.stretches:
        while pair := _NEIGHBOURS.search(prose, at, stop):
            marks, place, at = pair.groups(), pair.start(), pair.end()
            if marks in _PAIRED and not (marks[1] == "’" and _APOSTROPHE.match(prose, at - 1)):
                continue
            number = bisect_right(document.block_starts, place) - 1
            if number >= 0 and place < document.blocks[number].end:
                _, _, start, at, _ = document.blocks[number]
                found.append((number, [*_marks(prose, _MARK.finditer(prose, start, at))]))
    return found


def _marks(prose: str, found: Iterable[re.Match[str]]) -> Iterator[Mark]:
    """The marks that were found, without apostrophes."""
    for match in found:
        at = match.start()
        if match[0] != "’" or not _APOSTROPHE.match(prose, at):
            yield as_mark((at, match[0], False))


@lru_cache(maxsize=4096)
def is_balanced(marks: str) -> bool:
    """Whether a sequence of marks is well paired in every family, all of the right width."""
    stacks: dict[str, list[str]] = {}
    for character in marks:
        if character in OPENERS:
            stacks.setdefault(_FAMILY[character], []).append(character)
        else:
            stack = stacks.get(_FAMILY[PARTNER[character]])
            if not stack or stack.pop() != PARTNER[character]:
                return False
    return not any(stacks.values())


def is_suspicious(marks: str, prose: str, start: int, end: int) -> bool:
    """Whether the marks of ``prose[start:end]`` are worth matching one by one."""
    if not is_balanced(marks):
        return True
    return "“““" in marks and bool(_TURNED_BY_ITS_PLACE.search(prose, start, end))


def families(marks: Iterable[Mark]) -> Iterable[list[Mark]]:
    """The marks of each family, in order."""
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        character = mark.character
        opener = character if character in OPENERS else PARTNER[character]
        found.setdefault(_FAMILY[opener], []).append(mark)
    return found.values()


def match_family(marks: list[Mark]) -> Matched:
    """Match the marks of one family.

    A closing mark takes the nearest opening mark of its own width, else the nearest of the family;
    a weak one only the next of its own width, or the only one that is still to be closed.
    """
    result = Matched([], [], [])
    stack: list[Mark] = []
    opened: Counter[str] = Counter()
    last = max(
        (place for place, mark in enumerate(marks) if mark.character not in OPENERS and not mark.weak),
        default=-1,
    )
    for place, mark in enumerate(marks):
        partner = PARTNER[mark.character]
        if mark.character in OPENERS:
            stack.append(mark)
            opened[mark.character] += 1
        elif opened[partner] and (not mark.weak or stack[-1].character == partner):
            while stack[-1].character != partner:
                result.unclosed.append(_taken(stack, opened))
            _taken(stack, opened)
        elif stack and (not mark.weak or (place > last and len(stack) == 1)):
            result.crossed.append((_taken(stack, opened), mark))
        elif not mark.weak:
            result.unopened.append(_stray(mark, result.crossed))
    result.unclosed.extend(stack)
    return result


def _taken(stack: list[Mark], opened: Counter[str]) -> Mark:
    """The opening mark on top of the stack, taken off."""
    mark = stack.pop()
    opened[mark.character] -= 1
    return mark


def _stray(mark: Mark, crossed: list[tuple[Mark, Mark]]) -> Mark:
    """The one too many of two closing marks, where the first took the opening mark of the second."""
    if crossed and crossed[-1][0].character == PARTNER[mark.character]:
        return crossed.pop()[1]
    return mark


def turned_quotes(marks: list[Mark], prose: str, start: int, end: int) -> list[Mark]:
    """The curly double quotation marks that face the wrong way, if turning them pairs all of them.

    The marks of an even number are taken to open and close in turn; nothing is said where one of
    them would then open before a point, close after an opening bracket, or is an inch.
    """
    if len(marks) % 2:
        return []
    for number, mark in enumerate(marks):
        before = prose[mark.at - 1] if mark.at > start else ""
        after = prose[mark.at + 1] if mark.at + 1 < end else ""
        if number % 2 == 0 and (not after or after in _POINTS + "”\r\n"):
            return []
        if number % 2 and (not before or before in "（《：“\r\n" or (before == " " and after.isalnum())):
            return []
    turned = [mark for number, mark in enumerate(marks) if mark.character != "“”"[number % 2]]
    inches = any(mark.character == "”" and prose[mark.at - 1 : mark.at].isdigit() for mark in turned)
    return [] if inches else turned
