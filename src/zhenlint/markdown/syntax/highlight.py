"""Highlighted text: ``==text==`` (Obsidian, Typora, markdown-it-mark)."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

_MARKER = ord("=")


def highlight_plugin(markdown: MarkdownIt) -> None:
    """Add the rules for highlighted text, in the manner of emphasis: delimiters, then pairs."""
    markdown.inline.ruler.before("emphasis", "highlight", _tokenize)
    markdown.inline.ruler2.before("emphasis", "highlight", _pair)


def _tokenize(state: StateInline, silent: bool) -> bool:
    if silent or state.src[state.pos] != "=":
        return False
    can_open, can_close, length = state.scanDelims(state.pos, True)
    if length == 2:  # a longer run is a rule or an operator
        state.push("text", "", 0).content = "=="
        state.delimiters.append(Delimiter(_MARKER, 0, len(state.tokens) - 1, -1, can_open, can_close))
    else:
        state.append_pending("=" * length)
    state.pos += length
    return True


def _pair(state: StateInline) -> None:
    nested = [meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta]
    for delimiters in (state.delimiters, *nested):
        for opening in delimiters:
            if opening.marker == _MARKER and opening.end != -1:
                _turn(state, opening.token, "mark_open", 1)
                _turn(state, delimiters[opening.end].token, "mark_close", -1)


def _turn(state: StateInline, index: int, kind: str, nesting: int) -> None:
    token = state.tokens[index]
    token.type, token.tag, token.markup, token.content = kind, "mark", "==", ""
    token.nesting = 1 if nesting > 0 else -1
