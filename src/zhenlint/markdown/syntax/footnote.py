"""Footnotes: ``[^1]``, their definitions ``[^1]: …`` and footnotes in the text ``^[…]``.

The definitions and the footnotes in the text are mdit-py-plugins' rules.  The reference is ours: it
needs no definition (that one is missing is for a rule to say), and a label holds no blank and no
bracket (GFM), so an unclosed one ends at once.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote.index import footnote_def, footnote_inline

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.syntax.closers import may_close

_REFERENCE = lazy_pattern(r"\[\^([^\s\[\]]+)\]")


def footnote_plugin(markdown: MarkdownIt) -> None:
    """Add the rules for footnotes."""
    markdown.block.ruler.before(
        "reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]}
    )
    markdown.inline.ruler.after("image", "footnote_inline", _in_text)
    markdown.inline.ruler.after("image", "footnote_ref", _reference)


def _in_text(state: StateInline, silent: bool) -> bool:
    opens = state.src[state.pos] == "^" and may_close(state, "]", state.pos)
    return opens and footnote_inline(state, silent)


def _reference(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("footnote_ref", "", 0)
        token.meta = {"label": match[1]}
    state.pos = match.end()
    return True
