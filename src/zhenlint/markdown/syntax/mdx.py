"""MDX (https://mdxjs.com): imports, exports, expressions and JSX tags are code, not prose.

Tags are leaves: what stands between an opening and a closing tag is Markdown.  HTML and indented
code do not exist in MDX, so those rules are off.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from zhenlint.markdown.syntax.block_lines import match_opening, push_block

_ESM = re.compile(r"(?:import|export)[ \t]+[A-Za-z_$*{\"'\[]")
_BLOCK_START = re.compile(r"[<{]")
_TAG_START = re.compile(r"</?(?:[A-Za-z][\w.\-:]*|(?=>))")
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'|`(?:[^`\\]|\\.)*`")


def mdx_plugin(markdown: MarkdownIt) -> None:
    """Turn CommonMark into MDX."""
    markdown.disable(["code", "html_block", "html_inline", "autolink"])
    markdown.block.ruler.before("fence", "mdx_esm", _esm)
    markdown.block.ruler.before("fence", "mdx_block", _block, {"alt": ["paragraph"]})
    markdown.inline.ruler.before("escape", "mdx_inline", _inline)


def find_expression_end(src: str, start: int, limit: int) -> int:
    """Where the expression ends that opens with ``{`` at ``start``; -1 if it never does."""
    depth, at = 0, start
    while at < limit:
        char = src[at]
        if char in "\"'`":
            string = _STRING.match(src, at, limit)
            at = string.end() if string else at + 1
            continue
        depth += (char == "{") - (char == "}")
        at += 1
        if not depth:
            return at
    return -1


def find_tag_end(src: str, start: int, limit: int) -> int:
    """Where the JSX tag ends that opens with ``<`` at ``start``; -1 if there is none."""
    name = _TAG_START.match(src, start, limit)
    if name is None:
        return -1
    at = name.end()
    while at < limit:
        char = src[at]
        if char == ">":
            return at + 1
        if char == "<":
            return -1
        if char == "{":
            at = find_expression_end(src, at, limit)
        elif char in "\"'":
            string = _STRING.match(src, at, limit)
            at = string.end() if string else -1
        else:
            at += 1
        if at < 0:
            return -1
    return -1


def _find_end(src: str, start: int, limit: int) -> int:
    if src[start] == "{":
        return find_expression_end(src, start, limit)
    return find_tag_end(src, start, limit)


def _inline(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "<{":
        return False
    failed = state.env.setdefault("failed_mdx", {})
    if failed.get(state.src, state.posMax) <= state.pos:
        return False
    end = _find_end(state.src, state.pos, state.posMax)
    if end < 0:
        if state.src[state.pos] == "{":
            failed[state.src] = state.pos
        return False
    if not silent:
        token = state.push("mdx_inline", "", 0)
        token.content = state.src[state.pos : end]
    state.pos = end
    return True


def _esm(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Import and export statements, up to the next blank line."""
    if state.sCount[start_line] or not match_opening(state, start_line, "ie", _ESM):
        return False
    last_line = start_line
    while last_line + 1 < end_line and not state.isEmpty(last_line + 1):
        last_line += 1
    push_block(state, "mdx_esm", start_line, last_line, silent)
    return True


def _block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A tag or an expression that fills its lines, over several lines and blank ones if need be."""
    if not match_opening(state, start_line, "<{", _BLOCK_START):
        return False
    start = state.bMarks[start_line] + state.tShift[start_line]
    limit = state.eMarks[end_line - 1]
    failed = state.env.setdefault("failed_mdx_blocks", {})
    if failed.get(limit, limit) <= start:
        return False
    end = _find_end(state.src, start, limit)
    if end < 0:
        failed[limit] = start
        return False
    last_line = start_line
    while state.eMarks[last_line] < end:
        last_line += 1
    if state.src[end : state.eMarks[last_line]].strip():
        return False  # text follows on the line: a paragraph with inline tags
    push_block(state, "mdx_block", start_line, last_line, silent)
    return True
