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

_UNDERLINE = lazy_pattern(r"(?:=+|-+)[ \t]*$")


def paragraph_plugin(markdown: MarkdownIt) -> None:
    """Replace markdown-it-py's two rules."""
    markdown.block.ruler.at("lheading", _heading_before_definition)
    markdown.block.ruler.at("paragraph", _paragraph)


def _heading_before_definition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A setext heading with a line that looks like a definition: definition lists are asked for later."""
    line = start_line + 1
    start = state.bMarks[line] + state.tShift[line]
    if line >= end_line or start >= state.eMarks[line] or state.src[start] not in ":~":
        return False
    return _end(state, start_line)[1] and _paragraph(state, start_line, end_line, silent)


def _paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    line, underlined = _end(state, start_line)
    state.line = line + underlined
    opening = state.push("heading_open", _underline(state, line), 1) if underlined else None
    if opening:
        opening.map = [start_line, state.line]
    inline = state.push("inline", "", 0)
    inline.map = [start_line, line]
    inline.children = []
    begin, start = state.bMarks[start_line], state.bMarks[start_line] + state.tShift[start_line]
    if line > start_line + 1 or "\t" in state.src[begin:start]:  # half a tab may belong to the content
        inline.content = _lines(state, start_line, line).strip(MD_TRIM_CHARS)
    else:
        written = state.src[start : state.eMarks[start_line]].lstrip(MD_TRIM_CHARS)
        inline.content = written.rstrip(MD_TRIM_CHARS)
        inline.meta["before_end"] = len(written)
    if opening:
        state.push("heading_close", opening.tag, -1)
    return True


def _lines(state: StateBlock, start_line: int, end_line: int) -> str:
    """The lines less the indentation that their container asks for."""
    if state.blkIndent:
        return state.getLines(start_line, end_line, state.blkIndent, False)
    places = zip(state.bMarks[start_line:end_line], state.eMarks[start_line:end_line], strict=True)
    return "\n".join([state.src[start:end] for start, end in places])


def _underline(state: StateBlock, line: int) -> str:
    """The element that an underline makes of the text before it."""
    return "h1" if state.src[state.bMarks[line] + state.tShift[line]] == "=" else "h2"


def _end(state: StateBlock, start_line: int) -> tuple[int, bool]:
    """The first line that is no text of a paragraph, and whether it underlines it."""
    line, last, underlined = start_line + 1, state.lineMax, False
    if line >= last or state.isEmpty(line):
        return line, underlined
    parent, state.parentType = state.parentType, "paragraph"
    ends_block = state.md.block.ruler.getRules("paragraph")
    while line < last and not state.isEmpty(line):
        indent = state.sCount[line] - state.blkIndent
        # A line indented by four is text here, and so is one that a quote has found to be lazy.
        if indent <= 3:
            start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
            if indent >= 0 and state.src[start] in "=-" and _UNDERLINE.match(state.src, start, end):
                underlined = True
                break
            if state.sCount[line] >= 0 and any(rule(state, line, last, True) for rule in ends_block):
                break
        line += 1
    state.parentType = parent
    return line, underlined
