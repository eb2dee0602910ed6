r"""Formulas: ``$…$``, ``$$…$$``, ``\(…\)``, ``\[…\]``; blocks of ``$$``, ``\[`` and ``\begin{…}``.

What stands between two dollars is a formula unless it reads as text: ``$5 和 $6`` is money.  A
formula that begins or ends with a blank (which Pandoc and GitHub leave alone, and some editors
render) is taken as one where it holds no Han.  Every rule looks no further than the next delimiter
and remembers what is never closed, so that unclosed delimiters cost nothing; mdit-py-plugins' rules
``dollarmath`` and ``amsmath`` search to the end for each.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.syntax.block_lines import find_closing, push_closed
from zhenlint.markdown.syntax.closers import may_close

_DOLLAR = lazy_pattern(r"(\$\$?)(?!\$)((?:\\[\s\S]|[^\\$])+)\1(?!\$)")
_BRACKET = lazy_pattern(r"\\([(\[])((?:(?!\\[()\[\]])[\s\S])+?)\\([)\]])")
_HAN_OUTSIDE_TEXT = lazy_pattern(
    r"\\(?:text|mbox|textbf|mathrm|operatorname)\s*\{[^{}]*\}|([\u4e00-\u9fff，。；：！？])"
)
_BLOCKS = {
    "$$": ("$$", lazy_pattern(r"\$\$(?!.*\$\$)"), lazy_pattern(r"(?:.*[^\\])?\$\$\s*(?:\([^()]*\)\s*)?$")),
    "\\[": ("\\]", lazy_pattern(r"\\\[(?!.*\\\])"), lazy_pattern(r".*\\\]\s*$")),
    "\\b": ("\\end{", lazy_pattern(r"\\begin\{([A-Za-z]+\*?)\}(?!.*\\end\{\1\})"), None),
}
"""First two characters of a block's first line → what its last line holds, its opening line, its last line.

The last line of an environment holds its name."""

_ONE_LINE = lazy_pattern(
    r"\$\$(?:\\.|[^\\$])+\$\$\s*(?:\([^()]*\)\s*)?$"
    r"|\\\[(?:(?!\\\]).)+\\\]\s*$"
    r"|\\begin\{([A-Za-z]+\*?)\}.*\\end\{\1\}\s*$"
)


def math_plugin(markdown: MarkdownIt) -> None:
    """Add the rules for formulas."""
    markdown.inline.ruler.before("escape", "math_inline", _dollar)
    markdown.inline.ruler.before("escape", "math_bracket", _bracket)
    markdown.block.ruler.before(
        "fence", "math_block", _block, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def _dollar(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$" or _is_escaped(state.src, state.pos):
        return False
    match = _DOLLAR.match(state.src, state.pos, state.posMax)
    if match is None or not _is_formula(state, match):
        return False
    return _push(state, silent, match)


def _is_formula(state: StateInline, match: re.Match[str]) -> bool:
    """Whether dollars hold a formula and not two prices with text between them."""
    before = state.src[match.start() - 1] if match.start() else ""
    after = state.src[match.end()] if match.end() < state.posMax else ""
    content = match[2]
    if match[1] == "$" and (_is_digit(before) or _is_digit(after)):
        return False
    if content[0].isspace() or content[-1].isspace() or content[0].isdigit():
        return not _reads_as_text(content)
    return True


def _is_digit(char: str) -> bool:
    return char.isascii() and char.isdigit()


def _reads_as_text(content: str) -> bool:
    """Whether there is Han that is not inside ``\\text{…}``."""
    return any(match[1] for match in _HAN_OUTSIDE_TEXT.finditer(content))


def _is_escaped(src: str, pos: int) -> bool:
    backslashes = len(src[:pos]) - len(src[:pos].rstrip("\\")) if pos and src[pos - 1] == "\\" else 0
    return backslashes % 2 == 1


def _bracket(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "\\":
        return False
    match = _BRACKET.match(state.src, state.pos, state.posMax)
    if match is None or match[1] + match[3] not in ("()", "[]") or _reads_as_text(match[2]):
        return False
    return _push(state, silent, match)


def _push(state: StateInline, silent: bool, match: re.Match[str]) -> bool:
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.content = match[2]
        token.markup = match[1]
    state.pos = match.end()
    return True


def _block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    r"""A block from a line that begins with ``$$``, ``\[`` or ``\begin{…}`` to one that closes it."""
    start, end = state.bMarks[start_line] + state.tShift[start_line], state.eMarks[start_line]
    kind = _BLOCKS.get(state.src[start : start + 2])
    if kind is None or not may_close(state, kind[0], start + 2) or state.is_code_block(start_line):
        return False
    _, opening, closing = kind
    match = opening.match(state.src, start, end)
    if match is None:
        one_line = _ONE_LINE.match(state.src, start, end)
        return push_closed(state, "math_block", start_line, start_line if one_line else None, silent)
    closing = closing or re.compile(rf".*\\end\{{{re.escape(match[1])}\}}\s*$")
    last_line = find_closing(state, start_line + 1, end_line, closing, closing.pattern)
    return push_closed(state, "math_block", start_line, last_line, silent)
