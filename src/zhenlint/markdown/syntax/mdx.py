"""MDX (https://mdxjs.com): imports, exports, expressions and JSX tags are code, not prose.

Tags are leaves: what stands between an opening and a closing tag is Markdown.  HTML and indented
code do not exist in MDX, so those rules are off.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.utils import EnvType

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.syntax.block_lines import match_opening, push_block

_ESM = lazy_pattern(r"(?:import|export)[ \t]+[A-Za-z_$*{\"'\[]")
_BLOCK_START = lazy_pattern(r"[<{]")
_TAG_START = lazy_pattern(r"</?(?:[A-Za-z][\w.\-:]*|(?=>))")
_STRING = r"\"[^\"\n]*\"|'[^'\n]*'|`(?:[^`\\]|\\.)*`"
_BRACE_OR_STRING = lazy_pattern(rf"[{{}}]|{_STRING}")
_TAG_PART = lazy_pattern(rf"(?:[^<>{{}}\"'`]|{_STRING}|/(?=>))+")


def mdx_plugin(markdown: MarkdownIt) -> None:
    """Turn CommonMark into MDX."""
    markdown.disable(["code", "html_block", "html_inline", "autolink"])
    markdown.block.ruler.before("fence", "mdx_esm", _esm)
    markdown.block.ruler.before("fence", "mdx_block", _block, {"alt": ["paragraph"]})
    markdown.inline.ruler.before("escape", "mdx_inline", _inline)


def match_braces(src: str) -> dict[int, int]:
    """Where each expression ends: the offset of ``{`` to the offset behind its ``}``.

    Braces in the strings of an expression do not count.  Those never closed are left out.
    """
    ends: dict[int, int] = {}
    open_braces: list[int] = []
    at = 0
    while match := _BRACE_OR_STRING.search(src, at):
        at = match.end()
        if match[0] == "{":
            open_braces.append(match.start())
        elif match[0] == "}":
            if open_braces:
                ends[open_braces.pop()] = at
        elif not open_braces:  # a quotation mark in prose
            at = match.start() + 1
    return ends


def find_tag_end(src: str, start: int, braces: dict[int, int]) -> int:
    """Where the JSX tag ends that opens with ``<`` at ``start``; -1 if there is none."""
    name = _TAG_START.match(src, start)
    at = name.end() if name else -1
    while 0 <= at < len(src):
        part = _TAG_PART.match(src, at)
        if part:
            at = part.end()
        elif src[at] == ">":
            return at + 1
        else:
            at = braces.get(at, -1)
    return -1


def _find_end(src: str, start: int, env: EnvType) -> int:
    """Where the tag or the expression ends that opens at ``start``; -1 if it never does."""
    matched: dict[str, dict[int, int]] = env.setdefault("braces", {})
    if src not in matched:
        matched[src] = match_braces(src)
    if src[start] == "{":
        return matched[src].get(start, -1)
    return find_tag_end(src, start, matched[src])


def _inline(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "<{":
        return False
    end = _find_end(state.src, state.pos, state.env)
    if not state.pos < end <= state.posMax:
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
    end = _find_end(state.src, start, state.env)
    if not start < end <= state.eMarks[end_line - 1]:
        return False
    last_line = start_line
    while state.eMarks[last_line] < end:
        last_line += 1
    if any(_is_outside(state, line) for line in range(start_line + 1, last_line + 1)):
        return False  # it runs on beyond its container: a paragraph with inline tags
    if state.src[end : state.eMarks[last_line]].strip():
        return False  # text follows on the line: a paragraph with inline tags
    push_block(state, "mdx_block", start_line, last_line, silent)
    return True


def _is_outside(state: StateBlock, line: int) -> bool:
    """Whether a line is not indented as its container asks, or has a prefix of its own."""
    indented = state.sCount[line] >= state.blkIndent or state.isEmpty(line)
    return not indented or state.src[state.bMarks[line] - 1] != "\n"
