"""Obsidian's wikilinks and embeds: ``[[note#heading|alias]]``, ``![[file]]``.

The alias is prose, the target is not (https://help.obsidian.md/links).  ``[[1]](url)`` and
``[[1]][label]`` are CommonMark links and stay so.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from zhenlint.lazy_pattern import lazy_pattern

_WIKILINK = lazy_pattern(r"(!?\[\[)([^\[\]|\n\\]+)(?:(\\?\|)([^\[\]\n]*))?\]\](?![(\[])")


def wikilink_plugin(markdown: MarkdownIt) -> None:
    """Add the rule for wikilinks."""
    markdown.inline.ruler.before("link", "wikilink", _wikilink)


def _wikilink(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "[!":
        return False
    match = _WIKILINK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        if match[1] == "[[" and match[4]:
            _push_with_alias(state, match)
        else:
            token = state.push("wikilink" if match[1] == "[[" else "embed", "", 0)
            token.content = match[2]
            token.meta["target"] = match[2]
    state.pos = match.end()
    return True


def _push_with_alias(state: StateInline, match: re.Match[str]) -> None:
    """Opening token, the alias as text, closing token; each with its span."""
    opening = state.push("wikilink_open", "a", 1)
    opening.meta.update(span=(match.start(), match.start(4)), target=match[2])
    alias = state.push("text", "", 0)
    alias.content = match[4]
    alias.meta["span"] = match.span(4)
    closing = state.push("wikilink_close", "a", -1)
    closing.meta["span"] = (match.end(4), match.end())
