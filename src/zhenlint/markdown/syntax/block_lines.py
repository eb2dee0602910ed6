"""Helpers of block rules that read a construct line by line."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock


def line_text(state: StateBlock, line: int) -> str:
    """A line's text without its container's prefix and indentation."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def match_opening(
    state: StateBlock, line: int, characters: str, pattern: re.Pattern[str]
) -> re.Match[str] | None:
    """The match of an opening pattern at the start of a line that is not indented code.

    ``characters`` are those with which the pattern can begin: a look at one character rules out
    nearly every line.
    """
    start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    if start >= end or state.src[start] not in characters or state.is_code_block(line):
        return None
    return pattern.match(state.src, start, end)


def find_closing(
    state: StateBlock, start_line: int, end_line: int, pattern: re.Pattern[str], name: str
) -> int | None:
    """The first line in [start, end) of this container that a closing pattern matches, or None.

    A search that finds nothing to the end is remembered under ``name``: a later one from further down
    fails at once, so that many unclosed blocks cost no more than one.
    """
    failed: dict[tuple[str, int], int] = state.env.setdefault("failed_searches", {})
    if failed.get((name, end_line), end_line) <= start_line:
        return None
    for line in range(start_line, end_line):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return None  # the container ends here, which says nothing of what follows it
        if pattern.match(line_text(state, line)):
            return line
    failed[name, end_line] = min(start_line, failed.get((name, end_line), start_line))
    return None


def push_block(state: StateBlock, kind: str, start_line: int, last_line: int, silent: bool) -> None:
    """Push one leaf token for the lines from the first to the last, both included."""
    if not silent:
        state.line = last_line + 1
        token = state.push(kind, "", 0)
        token.map = [start_line, state.line]
        token.content = state.getLines(start_line, state.line, state.blkIndent, True)


def push_closed(state: StateBlock, kind: str, start_line: int, last_line: int | None, silent: bool) -> bool:
    """Push a block if its closing line was found; whether it was."""
    if last_line is not None:
        push_block(state, kind, start_line, last_line, silent)
    return last_line is not None
