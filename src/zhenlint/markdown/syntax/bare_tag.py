"""HTML tags of nothing but a name: ``<b>``, ``</b>`` (CommonMark 0.31.2, section 6.6).

No autolink looks like one, so that markdown-it-py's rules for autolinks and other tags need not be asked.
"""

from __future__ import annotations

from markdown_it.rules_inline import StateInline

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.light_token import TagToken

_BARE_TAG = lazy_pattern(r"</?[A-Za-z][A-Za-z0-9-]*>")


def bare_tag(state: StateInline, silent: bool) -> bool:
    """An opening or closing tag without attributes."""
    match = _BARE_TAG.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.tokens.append(TagToken(match[0]))
    state.pos = match.end()
    return True
