"""ATX headings (CommonMark 0.31.2, section 4.2), read by a pattern, and thematic breaks (section 4.1)."""

from __future__ import annotations

from typing import Final

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.light_token import InlineToken, MarkToken

HEADING_OPEN: Final = MarkToken("heading_open", 1)
HEADING_CLOSE: Final = MarkToken("heading_close", -1)
_MARKER = lazy_pattern(r"#{1,6}(?![^ \t])")
_THEMATIC_BREAK = lazy_pattern(r"([*_-])[ \t]*+(?:\1[ \t]*+){2,}+\Z")
_BREAK: Final = MarkToken("hr", 0)


def heading_plugin(markdown: MarkdownIt) -> None:
    """Replace markdown-it-py's rules."""
    others = ["paragraph", "reference", "blockquote"]
    markdown.block.ruler.at("heading", _heading, {"alt": others})
    markdown.block.ruler.at("hr", _thematic_break, {"alt": [*others, "list"]})


def _heading(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    start, end = state.bMarks[start_line] + state.tShift[start_line], state.eMarks[start_line]
    marker = _MARKER.match(state.src, start, end)
    if marker is None or state.is_code_block(start_line):
        return False
    if silent:
        return True
    state.line = start_line + 1
    text = state.src[marker.end() : end]
    written = text.lstrip(MD_TRIM_CHARS)
    content = (_without_closing(text) if text[-1:] in "# \t" else written).strip(MD_TRIM_CHARS)
    lines = [start_line, state.line]
    inline = InlineToken(content, lines, "heading", marker.end() - start, len(written))
    state.tokens += (HEADING_OPEN, inline, HEADING_CLOSE)
    return True


def _without_closing(text: str) -> str:
    """What follows the opening ``#`` less the closing ones."""
    opened = text.rstrip(" \t").rstrip("#")
    return opened if opened[-1:] in (" ", "\t") else text


def _thematic_break(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    start, end = state.bMarks[start_line] + state.tShift[start_line], state.eMarks[start_line]
    if state.src[end - 1] not in "*_- \t":  # told in 0.3 × the time: most lines that begin so are items
        return False
    if not _THEMATIC_BREAK.match(state.src, start, end) or state.is_code_block(start_line):
        return False
    if not silent:
        state.line = start_line + 1
        state.tokens.append(_BREAK)
    return True
