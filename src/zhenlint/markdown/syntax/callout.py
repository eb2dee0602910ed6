"""The marker of a callout or GitHub alert: ``[!note]``, ``[!tip]-`` at the start of a quote.

What follows on the line is the title and is prose (https://help.obsidian.md/callouts).
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from zhenlint.lazy_pattern import lazy_pattern

_MARKER = lazy_pattern(r"\[![A-Za-z][\w-]*(?:\|[^\]\n]*)?\][+-]?")


def callout_plugin(markdown: MarkdownIt) -> None:
    """Add the rule for callout markers, which only begin a paragraph."""
    markdown.inline.ruler.before("link", "callout", _callout)


def _callout(state: StateInline, silent: bool) -> bool:
    if state.pos or state.src[0] != "[":
        return False
    match = _MARKER.match(state.src)
    if match is None:
        return False
    if not silent:
        state.push("callout", "", 0)
    state.pos = match.end()
    return True
