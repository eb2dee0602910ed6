"""Delimiters of emphasis and highlighting, less those that can never pair.

A delimiter costs a token of its own, an entry in the list of delimiters and a piece.  One that has nothing
to pair with stays part of the text around it: ``snake_case_names`` and ``*a *a *a`` take 0.3 × the time.
"""

from __future__ import annotations

from functools import cache

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from zhenlint.lazy_pattern import lazy_pattern

_BLANKS = r" \t\n\x0b\x0c\r\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""What :func:`isWhiteSpace` takes for a blank."""

_UP_TO_LAST_CLOSER = {mark: lazy_pattern(rf"[\s\S]*[^{_BLANKS}{mark}]\{mark}") for mark in "*_="}

_OTHER, _BLANK, _PUNCTUATION = range(3)


def emphasis(state: StateInline, silent: bool) -> bool:
    """The rule for ``*`` and ``_``: as markdown-it-py's."""
    return not silent and push_delimiters(state, state.src[state.pos], 1)


def push_delimiters(state: StateInline, mark: str, size: int) -> bool:
    """Push the run of a mark at ``state.pos`` as delimiters of ``size`` marks each.

    Only runs of whole delimiters count where ``size`` is greater than one, and only of one.
    """
    src, start, end = state.src, state.pos, state.posMax
    stop = start + 1
    while stop < end and src[stop] == mark:
        stop += 1
    run = stop - start
    opens, closes = _flanks(src[start - 1] if start else " ", src[stop] if stop < end else " ", mark)
    if (size > 1 and run != size) or not _may_pair(state, mark, start, opens, closes):
        state.append_pending(src[start:stop])
        state.pos = stop
        return True
    for _ in range(run // size):
        state.push("text", "", 0).content = mark * size
        length = run if size == 1 else 0
        state.delimiters.append(Delimiter(ord(mark), length, len(state.tokens) - 1, -1, opens, closes))
    state.pos = stop
    return True


def _may_pair(state: StateInline, mark: str, start: int, opens: bool, closes: bool) -> bool:
    """Whether there is a delimiter before or after that one could pair with."""
    return (opens and start < _last_closer(state, mark)) or (closes and bool(state.delimiters))


def _last_closer(state: StateInline, mark: str) -> int:
    """Where the last run of a mark ends that does not follow a blank; -1 if none.  Searched once a block."""
    last: dict[tuple[str, str], int] = state.env.setdefault("last_delimiters", {})
    key = (state.src, mark)
    if key not in last:
        found = _UP_TO_LAST_CLOSER[mark].match(state.src)
        last[key] = found.end() if found else -1
    return last[key]


def _flanks(before: str, after: str, mark: str) -> tuple[bool, bool]:
    """Whether a run can open and can close (CommonMark 0.31.2, section 6.2)."""
    left, right = _class(before), _class(after)
    left_flanking = right == _OTHER or (right == _PUNCTUATION and left != _OTHER)
    right_flanking = left == _OTHER or (left == _PUNCTUATION and right != _OTHER)
    if mark != "_":
        return left_flanking, right_flanking
    return (
        left_flanking and (not right_flanking or left == _PUNCTUATION),
        right_flanking and (not left_flanking or right == _PUNCTUATION),
    )


@cache
def _class(char: str) -> int:
    """A character as the flanking rules see it."""
    if isWhiteSpace(ord(char)):
        return _BLANK
    return _PUNCTUATION if isMdAsciiPunct(ord(char)) or isPunctChar(char) else _OTHER
