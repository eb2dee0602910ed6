"""Paragraphs and setext headings (CommonMark 0.31.2, sections 4.8 and 4.3) in one pass over their lines.

markdown-it-py looks through the lines of every paragraph twice: first for the underline of a heading, then
for the paragraph's end (a paragraph of many short lines takes 0.85 × the time).  A paragraph is one
token, its content: nothing needs the two that markdown-it-py puts around it.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.light_token import InlineToken
from zhenlint.markdown.syntax.heading import HEADING_CLOSE, HEADING_OPEN

_UNDERLINE = lazy_pattern(r"(?:=+|-+)[ \t]*$")


def paragraph_plugin(markdown: MarkdownIt) -> None:
    """Replace markdown-it-py's two rules."""
    markdown.block.ruler.at("lheading", _heading_before_definition)
    markdown.block.ruler.at("paragraph", paragraph)


def _heading_before_definition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A setext heading with a line that looks like a definition: definition lists are asked for later."""
    line = start_line + 1
    start = state.bMarks[line] + state.tShift[line]
    if line >= end_line or start >= state.eMarks[line] or state.src[start] not in ":~":
        return False
    return _end(state, start_line)[1] > 0 and paragraph(state, start_line, end_line, silent)


def paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A paragraph, or a heading if its last line is followed by an underline."""
    line, level = start_line + 1, 0
    if line < state.lineMax and state.bMarks[line] + state.tShift[line] < state.eMarks[line]:
        line, level = _end(state, start_line)
    state.line = line + (level > 0)
    inline = _content(state, start_line, line, level)
    if level:
        state.tokens += (HEADING_OPEN, inline, HEADING_CLOSE)
    else:
        state.tokens.append(inline)
    return True


def one_line(written: str, line: int, kind: str = "paragraph", level: int = 0) -> InlineToken:
    """The token of a content of one line, of which ``written`` is left behind its container's prefix."""
    content = written.strip(MD_TRIM_CHARS)
    before_end = len(content)
    if before_end < len(written):
        before_end = len(written.lstrip(MD_TRIM_CHARS))
    return InlineToken(content, [line, line + 1], kind, level, before_end)


def _content(state: StateBlock, start_line: int, end_line: int, level: int) -> InlineToken:
    kind, begin = "heading" if level else "paragraph", state.bMarks[start_line]
    start = begin + state.tShift[start_line]
    # Half a tab may belong to the content.
    if end_line > start_line + 1 or (start > begin and "\t" in state.src[begin:start]):
        content = _lines(state, start_line, end_line).strip(MD_TRIM_CHARS)
        return InlineToken(content, [start_line, end_line], kind, level)
    return one_line(state.src[start : state.eMarks[start_line]], start_line, kind, level)


def _lines(state: StateBlock, start_line: int, end_line: int) -> str:
    """The lines less the indentation that their container asks for."""
    if state.blkIndent:
        return state.getLines(start_line, end_line, state.blkIndent, False)
    places = zip(state.bMarks[start_line:end_line], state.eMarks[start_line:end_line], strict=True)
    return "\n".join([state.src[start:end] for start, end in places])


def _end(state: StateBlock, start_line: int) -> tuple[int, int]:
    """The first line that is no text of a paragraph, and the level of heading that it makes of it, or 0."""
    starts, shifts, ends, columns = state.bMarks, state.tShift, state.eMarks, state.sCount
    line, last = start_line + 1, state.lineMax
    parent, state.parentType = state.parentType, "paragraph"
    [ends_paragraph] = state.md.block.ruler.getRules("paragraph")
    level = 0
    while line < last and (start := starts[line] + shifts[line]) < ends[line]:
        indent = columns[line] - state.blkIndent
        # A line indented by four is text here, and so is one that a quote has found to be lazy.
        if indent <= 3:
            sign = state.src[start]
            if indent >= 0 and sign in "=-" and _UNDERLINE.match(state.src, start, ends[line]):
                level = 1 if sign == "=" else 2
                break
            if columns[line] >= 0 and ends_paragraph(state, line, last, True):
                break
        line += 1
    state.parentType = parent
    return line, level
