"""Attribute lists and roles: ``{#id .class key=value}``, ``{: .class}``, ``{role}`` before a code span.

Sources: Pandoc and Kramdown attribute lists, MyST roles
(https://mystmd.org/guide/roles), Hugo heading ids.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from zhenlint.lazy_pattern import lazy_pattern

_ITEM = r"(?:[#.][\w\-:.]+|[A-Za-z][\w\-:]*=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"']+))"
_ATTRIBUTES = lazy_pattern(rf"\{{:?\s*({_ITEM}(?:\s+{_ITEM})*)\s*\}}")
_ROLE = lazy_pattern(r"\{[A-Za-z][\w:+.\-]*\}(?=`)")
_ID = lazy_pattern(r"(?:^|\s)#([\w\-:.]+)")


def attributes_plugin(markdown: MarkdownIt) -> None:
    """Add the rule for attribute lists and roles."""
    markdown.inline.ruler.before("escape", "attributes", _attributes)


def _attributes(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "{":
        return False
    match = _ATTRIBUTES.match(state.src, state.pos, state.posMax)
    role = None if match else _ROLE.match(state.src, state.pos, state.posMax)
    found = match or role
    if found is None:
        return False
    if not silent:
        token = state.push("attributes" if match else "role", "", 0)
        identifier = _ID.search(match[1]) if match else None
        token.meta["target"] = identifier[1] if identifier else ""
    state.pos = found.end()
    return True
