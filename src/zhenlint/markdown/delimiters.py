"""Delimiters of emphasis, strikethrough and highlighting: kept by their place, paired, made tokens.

A delimiter that can pair with none is not kept at all: ``snake_case_names`` and ``*a *a *a`` are text.
The pairs are those of markdown-it-py, whose rules make a token of every mark.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from operator import attrgetter

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.light_token import DelimiterToken
from zhenlint.markdown.span_state import DelimiterRun, SpanDelimiter, SpanStateInline

_BLANKS = r" \t\n\x0b\x0c\r\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""What :func:`isWhiteSpace` takes for a blank."""

_UP_TO_LAST_CLOSER = {mark: lazy_pattern(rf"[\s\S]*[^{_BLANKS}{mark}]\{mark}") for mark in "*_=~"}
_PAIRS = {
    "*": ("em_open", "em_close", 1),
    "_": ("em_open", "em_close", 1),
    "~": ("s_open", "s_close", 2),
    "=": ("mark_open", "mark_close", 2),
}
_STRONG = ("strong_open", "strong_close", 2)
"""The tokens that a pair of delimiters makes, and their length; two pairs of ``em`` may make a ``strong``."""

_as_run: Callable[[tuple[str, int, int, int, bool, bool]], DelimiterRun] = partial(
    tuple.__new__, DelimiterRun
)
"""``DelimiterRun(*values)`` in half the time."""

_OTHER, _BLANK, _PUNCTUATION = range(3)


def emphasis(state: SpanStateInline, silent: bool) -> bool:
    """The rule for ``*`` and ``_``."""
    if silent:
        return False
    src, start = state.src, state.pos
    single = src[start + 1 : start + 2] != src[start]
    _keep(state, start, start + 1 if single else _run_end(state), 1)
    return True


def strikethrough(state: SpanStateInline, silent: bool) -> bool:
    """The rule for ``~~``: of an odd run the first mark is text."""
    if silent:
        return False
    start, stop = state.pos, _run_end(state)
    if stop - start > 1:
        _keep(state, start + (stop - start) % 2, stop, 2)
    state.pos = stop
    return True


def highlight(state: SpanStateInline, silent: bool) -> bool:
    """The rule for ``==``: a longer run is a rule or an operator."""
    if silent:
        return False
    start, stop = state.pos, _run_end(state)
    if stop - start == 2:
        _keep(state, start, stop, 2)
    state.pos = stop
    return True


def _run_end(state: StateInline) -> int:
    """Where the run of a mark ends that begins at ``state.pos``."""
    src, stop, end = state.src, state.pos + 1, state.posMax
    mark = src[stop - 1]
    while stop < end and src[stop] == mark:
        stop += 1
    return stop


def _keep(state: SpanStateInline, start: int, stop: int, size: int) -> None:
    """Keep the delimiters in ``src[start:stop]``, of ``size`` marks each, that may pair; go on behind."""
    src, at, runs = state.src, state.pos, state.runs
    mark = src[at]
    state.pos = stop
    opens, closes = flanks(src[at - 1] if at else " ", src[stop] if stop < state.posMax else " ", mark)
    if (closes and runs) or (opens and start < _last_closer(state, mark)):
        runs.append(_as_run((mark, start, stop, size, opens, closes)))


def _last_closer(state: SpanStateInline, mark: str) -> int:
    """Where the last run of a mark ends that does not follow a blank; -1 if none.  Searched once a block."""
    last = state.last_closers.get(mark)
    if last is None:
        src = state.src
        at = src.rfind(mark)
        while src[at - 1] == mark and at:
            at -= 1
        if at and _class(src[at - 1]) == _BLANK:  # a rare one, so look at those before it
            found = _UP_TO_LAST_CLOSER[mark].match(src, 0, at)
            at = found.end() - 1 if found else -2
        last = state.last_closers[mark] = at + 1
    return last


@cache
def flanks(before: str, after: str, mark: str) -> tuple[bool, bool]:
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


def pair(state: SpanStateInline) -> None:
    """Put a token in its place for every delimiter that pairs."""
    if len(state.runs) < 2 and len(state.all_runs) == 1:
        return
    found = [
        token
        for runs in state.all_runs
        if len(runs) > 1
        for token in _paired_side_by_side(runs) or _paired(runs)
    ]
    if found:
        state.tokens += found
        state.tokens.sort(key=attrgetter("start"))


def _paired_side_by_side(runs: list[DelimiterRun]) -> list[Token]:
    """The tokens of runs of which each other one closes the one before it; none if there is another.

    So are nearly all (parsing takes 0.97 × the time).  Where such a run opens, nothing is open, so it cannot
    close; and the rule of three forbids no pair of two runs that are one mark or two long.
    """
    tokens: list[Token] = []
    if len(runs) % 2 == 0:
        for opening, closing in zip(runs[::2], runs[1::2], strict=True):
            mark, start, stop, size, opens, _ = opening
            length, end = stop - start, closing.start
            fit = closing.mark == mark and closing.stop - end == length and length <= 2
            if not (fit and opens and closing.closes):
                return []
            opener, closer, _ = _PAIRS[mark] if size == length else _STRONG
            tokens.append(DelimiterToken(opener, 1, start, stop))
            tokens.append(DelimiterToken(closer, -1, end, end + length))
    return tokens


def _paired(runs: list[DelimiterRun]) -> list[Token]:
    """The tokens of the delimiters of one list."""
    marks = [
        SpanDelimiter(mark, place, stop - start if size == 1 else 0, opens, closes)
        for mark, start, stop, size, opens, closes in runs
        for place in range(start, stop, size)
    ]
    _balance(marks)
    tokens: list[Token] = []
    index = len(marks) - 1
    while index >= 0:
        opening = marks[index]
        if opening.partner >= 0:
            start, end = opening.start, marks[opening.partner].start
            opener, closer, size = _PAIRS[opening.mark]
            if index and _is_strong(marks, index):
                opener, closer, size = _STRONG
                start -= 1
                index -= 1
            tokens.append(DelimiterToken(opener, 1, start, start + size))
            tokens.append(DelimiterToken(closer, -1, end, end + size))
        index -= 1
    return tokens


def _is_strong(marks: list[SpanDelimiter], index: int) -> bool:
    """Whether the delimiter before one is beside it, and their partners are beside one another, too."""
    outer, inner = marks[index - 1], marks[index]
    return (
        outer.partner == inner.partner + 1
        and inner.run > 1
        and outer.mark == inner.mark
        and outer.start == inner.start - 1
        and marks[outer.partner].start == marks[inner.partner].start + 1
    )


def _balance(marks: list[SpanDelimiter]) -> None:
    """Find the partners of the delimiters of one list, by markdown-it's algorithm.

    ``jumps`` holds for each delimiter how many before it need not be looked at again, ``bottoms`` where
    a search has failed before for a closing one of the same kind; both keep the time linear.
    """
    bottoms: dict[tuple[str, bool, int], int] = {}
    jumps: list[int] = []
    header, behind = 0, -1  # the first delimiter of this run; where the delimiter before it ends
    for number, closer in enumerate(marks):
        jumps.append(0)
        if marks[header].mark != closer.mark or closer.start != behind:
            header = number
        behind = closer.start + (1 if closer.run else 2)
        if not closer.closes:
            continue
        kind = (closer.mark, closer.opens, closer.run % 3)
        bottom = bottoms.get(kind, -1)
        first = at = header - jumps[header] - 1
        while at > bottom:
            opener = marks[at]
            if opener.opens and opener.partner < 0 and opener.mark == closer.mark and _fit(opener, closer):
                skipped = jumps[at - 1] + 1 if at and not marks[at - 1].opens else 0
                jumps[number], jumps[at] = number - at + skipped, skipped
                opener.partner, opener.closes, closer.opens = number, False, False
                behind = -1  # what follows is a run of its own
                break
            at -= jumps[at] + 1
        else:
            bottoms[kind] = first


def _fit(opener: SpanDelimiter, closer: SpanDelimiter) -> bool:
    """CommonMark's rule of three: a run that could do both does not pair where the sum is a multiple of 3."""
    both = opener.closes or closer.opens
    return not both or (opener.run + closer.run) % 3 > 0 or (opener.run % 3 == 0 and closer.run % 3 == 0)
