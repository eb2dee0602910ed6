"""Block quotes (CommonMark 0.31.2, section 5.1), whose lazy lines are looked at once, not once a level.

markdown-it-py asks at every level of nested quotes again whether a line that continues a paragraph without
its ``>`` ends the quotes (``b`` below twenty ``>`` takes 0.2 × the time).  Here a level tells the ones inside
it where a run of such lines ends.
"""

from __future__ import annotations

from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from zhenlint.markdown.light_token import MarkToken

_OPEN: Final = MarkToken("blockquote_open", 1)
_CLOSE: Final = MarkToken("blockquote_close", -1)
_Marks = tuple[int, int, int, int, int]
"""A line, and what the state held of it: ``bMarks``, ``tShift``, ``sCount``, ``bsCount``."""


def blockquote_plugin(markdown: MarkdownIt) -> None:
    """Replace markdown-it-py's rule."""
    markdown.block.ruler.at(
        "blockquote", _blockquote, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def _blockquote(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if state.src[state.bMarks[start_line] + state.tShift[start_line]] != ">":
        return False
    if state.is_code_block(start_line):
        return False
    if silent:
        return True
    last_line, parent, indent = state.lineMax, state.parentType, state.blkIndent
    state.parentType = "blockquote"
    saved: list[_Marks] = []
    line = _take_lines(state, start_line, end_line, saved)
    state.blkIndent = 0
    state.tokens.append(_OPEN)
    state.level += 1
    state.md.block.tokenize(state, start_line, line)
    state.level -= 1
    state.tokens.append(_CLOSE)
    state.lineMax, state.parentType, state.blkIndent = last_line, parent, indent
    for at, *marks in saved:
        state.bMarks[at], state.tShift[at], state.sCount[at], state.bsCount[at] = marks
    return True


def _take_lines(state: StateBlock, start_line: int, end_line: int, saved: list[_Marks]) -> int:
    """Strip the quote's lines of their prefix, mark the lazy ones; returns the line behind the last."""
    [ends_quote] = state.md.block.ruler.getRules("blockquote")
    lazy_ends: dict[int, int] = state.env.setdefault("lazy_ends", {})
    blank = _strip(state, start_line, saved)
    line, run = start_line + 1, -1  # where the run of lazy lines begins that the line goes on
    while line < end_line:
        start = state.bMarks[line] + state.tShift[line]
        if start >= state.eMarks[line]:
            break
        if state.src[start] == ">" and state.sCount[line] >= state.blkIndent:
            _end_run(lazy_ends, run, line)
            blank, run = _strip(state, line, saved), -1
        elif blank:
            break
        elif state.sCount[line] < 0 and line in lazy_ends:
            run = line if run < 0 else run
            line = min(lazy_ends[line], end_line)
            continue
        elif ends_quote(state, line, end_line, True):
            state.lineMax = line  # no paragraph goes on behind what ends the quote
            if state.blkIndent:
                _save(state, line, saved)
                state.sCount[line] -= state.blkIndent
            break
        else:
            if _is_lazy_inside(state, line):
                run = line if run < 0 else run
            else:
                _end_run(lazy_ends, run, line)
                lazy_ends.pop(line, None)
                run = -1
            _save(state, line, saved)
            state.sCount[line] = -1  # how markdown-it marks a lazy line
        line += 1
    _end_run(lazy_ends, run, line)
    return line


def _end_run(lazy_ends: dict[int, int], run: int, line: int) -> None:
    if run >= 0:
        lazy_ends[run] = line


def _is_lazy_inside(state: StateBlock, line: int) -> bool:
    """Whether a lazy line is sure to be one in the quotes inside, where it counts as not indented."""
    indent = state.sCount[line]
    in_list = state.listIndent >= 0 and indent - state.listIndent >= 4
    return indent - state.blkIndent < 4 and not in_list


def _save(state: StateBlock, line: int, saved: list[_Marks]) -> None:
    saved.append((line, state.bMarks[line], state.tShift[line], state.sCount[line], state.bsCount[line]))


def _strip(state: StateBlock, line: int, saved: list[_Marks]) -> bool:
    """Let a line begin behind its ``>`` and one blank; whether nothing follows."""
    _save(state, line, saved)
    src, end, before = state.src, state.eMarks[line], state.bsCount[line]
    pos, column = state.bMarks[line] + state.tShift[line] + 1, state.sCount[line] + 1
    blank = src[pos : pos + 1]
    half_tab = blank == "\t" and (before + column) % 4 != 3
    state.bsCount[line] = column + (blank in (" ", "\t"))
    if blank in (" ", "\t") and not half_tab:
        pos, column = pos + 1, column + 1
    first = column
    state.bMarks[line] = pos
    while pos < end and src[pos] in " \t":
        column += 4 - (column + before + half_tab) % 4 if src[pos] == "\t" else 1
        pos += 1
    state.sCount[line] = column - first
    state.tShift[line] = pos - state.bMarks[line]
    return pos >= end
