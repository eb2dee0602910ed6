"""Obsidian's comments: ``%%…%%`` in a paragraph or over lines (https://help.obsidian.md/syntax)."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.syntax.block_lines import find_closing, match_opening, push_closed
from zhenlint.markdown.syntax.closers import may_close

_INLINE = lazy_pattern(r"%%(?!%)((?:(?!%%)[\s\S])+)%%")
_OPEN = lazy_pattern(r"%%(?!.*%%)")
_CLOSE = lazy_pattern(r".*%%\s*$")


def comment_plugin(markdown: MarkdownIt) -> None:
    """Add the rules for comments."""
    markdown.inline.ruler.before("escape", "comment_inline", _inline)
    markdown.block.ruler.before(
        "fence", "comment_block", _block, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def _inline(state: StateInline, silent: bool) -> bool:
    if not (state.src.startswith("%%", state.pos) and may_close(state, "%%", state.pos + 3)):
        return False
    match = _INLINE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("comment_inline", "", 0)
    state.pos = match.end()
    return True


def _block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if not match_opening(state, start_line, "%", _OPEN):
        return False
    closing = find_closing(state, start_line + 1, end_line, _CLOSE, "comment")
    return push_closed(state, "comment_block", start_line, closing, silent)
