"""The fence lines of containers: ``::: tip title``, ``:::{note}``, ``:::`` (VitePress, MyST, Pandoc).

A fence line is a block of its own and what lies between two of them is ordinary Markdown.  Pairs
are not matched: generators differ in how they nest, and for finding prose it does not matter, which
is why this is not mdit-py-plugins' ``container`` (it swallows an unclosed one to the end).  The
options of a directive (``:class: wide``) belong to its fence; a directive that holds code or a formula
is one block with its content.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.syntax.block_lines import find_closing, match_opening, push_block

_FENCE = lazy_pattern(r":{3,}(?!:)\s*(?:$|[\w{\[.#])|!{3}\s+[A-Za-z]|\?{3}\+?\s+[A-Za-z]")
_DIRECTIVE = lazy_pattern(r":{3,}\s*\{")
_QUIET = lazy_pattern(
    r":{3,}\s*\{(?:code|code-block|code-cell|math|mermaid|raw|eval-rst|csv-table|toctree)\}"
)
_OPTION = lazy_pattern(r":[\w-]+:(?:\s|$)")
_CLOSE = lazy_pattern(r":{3,}\s*$")


def container_plugin(markdown: MarkdownIt) -> None:
    """Add the rule for container fences."""
    markdown.block.ruler.before(
        "fence", "container_fence", _fence, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def _fence(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if not match_opening(state, start_line, ":!?", _FENCE):
        return False
    kind, last_line = "container_fence", start_line
    if match_opening(state, start_line, ":", _QUIET):
        closing = find_closing(state, start_line + 1, end_line, _CLOSE, "container")
        if closing is not None:
            kind, last_line = "container_block", closing
    elif match_opening(state, start_line, ":", _DIRECTIVE):
        while last_line + 1 < end_line and match_opening(state, last_line + 1, ":", _OPTION):
            last_line += 1
    push_block(state, kind, start_line, last_line, silent)
    return True
