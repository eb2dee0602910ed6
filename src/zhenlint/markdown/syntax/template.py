"""Hugo and Jekyll shortcodes and Liquid: ``{{< … >}}``, ``{{% … %}}``, ``{% … %}``, ``{{ … }}``.

A pair of tags that holds code or a diagram is a block, so that its content is not read as prose.
Sources: https://gohugo.io/content-management/shortcodes, https://shopify.github.io/liquid.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.syntax.block_lines import find_closing, match_opening, push_closed
from zhenlint.markdown.syntax.closers import may_close, may_close_in_line

_TAG = lazy_pattern(r"\{\{[<%]?(?:(?!\}\})[\s\S])*\}\}|\{%(?:(?!%\})[\s\S])*%\}|\{#(?:(?!#\})[^\n])+#\}")
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_QUIET = (
    "highlight|raw|verbatim|codeblock|code|code-block|mermaid|math|katex|chart|echarts|plantuml|"
    "graphviz|dot|music|gist|comment|include_code|pullquote_raw|capture|schema|style|javascript|html|rawhtml"
)
_OPEN = lazy_pattern(rf"\{{(?:\{{[<%]|%)-?\s*({_QUIET})\b(?!.*/[>%]?\}}\}}\s*$)")
_CLOSE = lazy_pattern(rf".*\{{(?:\{{[<%]|%)-?\s*(?:/\s*|end)({_QUIET})\b[^}}]*[%}}]\}}")


def template_plugin(markdown: MarkdownIt) -> None:
    """Add the rules for template tags."""
    markdown.inline.ruler.before("escape", "template", _inline)
    markdown.block.ruler.before(
        "code", "template_block", _block, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def _inline(state: StateInline, silent: bool) -> bool:
    closer = _CLOSERS.get(state.src[state.pos : state.pos + 2])
    may_be_closed = may_close_in_line if closer == "#}" else may_close
    if closer is None or not may_be_closed(state, closer, state.pos + 2):
        return False
    match = _TAG.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("template", "", 0)
    state.pos = match.end()
    return True


def _block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if not match_opening(state, start_line, "{", _OPEN):
        return False
    closing = find_closing(state, start_line, end_line, _CLOSE, "template")
    return push_closed(state, "template_block", start_line, closing, silent)
