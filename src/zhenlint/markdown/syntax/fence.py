"""Fenced code blocks (CommonMark 0.31.2, section 4.5).

markdown-it-py's rule looks at the beginning of each line of the code; here the next run of marks is searched
for (long blocks take 0.1 × the time).
"""

from __future__ import annotations

import re
from bisect import bisect_right

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.light_token import FenceToken

_FENCE = lazy_pattern(r"`{3,}+(?=[^`]*\Z)|~{3,}")


def fence_plugin(markdown: MarkdownIt) -> None:
    """Replace markdown-it-py's rule."""
    markdown.block.ruler.at("fence", _fence, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def _fence(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    opening = _match_fence(state, start_line)
    if opening is None:
        return False
    if silent:
        return True
    find = _find_outside_containers if state.level == 0 else _find_in_container
    last, closes = find(state, start_line + 1, end_line, opening[0])
    info = state.src[opening.end() : state.eMarks[start_line]]
    state.line = last + closes
    state.tokens.append(FenceToken(info, _code(state, start_line, last), start_line, state.line))
    return True


def _match_fence(state: StateBlock, line: int) -> re.Match[str] | None:
    start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    return None if state.is_code_block(line) else _FENCE.match(state.src, start, end)


def _closes(state: StateBlock, line: int, fence: str) -> bool:
    """Whether a line closes a block that such a fence has opened."""
    closing = _match_fence(state, line)
    return (
        closing is not None
        and closing[0].startswith(fence)
        and not state.src[closing.end() : state.eMarks[line]].strip(" \t")
    )


def _find_outside_containers(state: StateBlock, line: int, end_line: int, fence: str) -> tuple[int, bool]:
    """The line that closes a block, or behind its last, and whether it closes it."""
    while line < end_line:
        at = state.src.find(fence, state.bMarks[line])
        if at < 0:
            break
        line = bisect_right(state.bMarks, at, line) - 1
        if _closes(state, line, fence):
            return line, True
        line += 1
    return end_line, False


def _find_in_container(state: StateBlock, line: int, end_line: int, fence: str) -> tuple[int, bool]:
    """The same where a line that is not indented as its container asks ends the block."""
    src, starts, shifts, ends = state.src, state.bMarks, state.tShift, state.eMarks
    while line < end_line:
        start = starts[line] + shifts[line]
        if start == len(src) or (start < ends[line] and state.sCount[line] < state.blkIndent):
            return line, False
        if src[start] == fence[0] and _closes(state, line, fence):
            return line, True
        line += 1
    return line, False


def _code(state: StateBlock, start_line: int, last_line: int) -> str:
    """The lines between two fences, less the indentation of the first."""
    indent = state.sCount[start_line]
    if state.level == 0 and indent == 0:
        return state.src[state.bMarks[start_line + 1] : state.eMarks[last_line - 1] + 1]
    return state.getLines(start_line + 1, last_line, indent, True)
