"""Links and images (CommonMark 0.31.2, sections 6.3 and 6.4).

Those with nothing but a label and a destination are read by one pattern, where markdown-it-py skips over the
label token by token first (parsing takes 0.97 × the time).
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_inline import StateInline, image, link

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.syntax.closers import may_close

# Nothing in the label may hold a bracket: no code, formula, comment, template, tag or escape.
# The destination stands for itself: no escapes or entities.
_PLAIN = r"\[([^\[\]`$%{<\\]*)\]\(([^\x00-\x20\x7f()<\\&]*)\)"
_LINK = lazy_pattern(_PLAIN)
_IMAGE = lazy_pattern("!" + _PLAIN)


def link_plugin(markdown: MarkdownIt) -> None:
    """Put rules in the place of markdown-it-py's that ask them for all but the plain ones."""
    markdown.block.ruler.at("reference", _definition)
    markdown.inline.ruler.at("link", _link)
    markdown.inline.ruler.at("image", _image)


def parse_link_label(state: StateInline, start: int, disable_nested: bool = False) -> int:
    """Where the label ends that begins at ``start``, -1 if nowhere: markdown-it-py's ``parseLinkLabel``.

    Many that are never closed (``[a][[a][``) take 0.3 × the time.
    """
    src, end, ends = state.src, state.posMax, state.cache
    before, at, level, label_end = state.pos, start + 1, 1, -1
    while at < end:
        char = src[at]
        if char == "]":
            level -= 1
            if level == 0:
                label_end = at
                break
        if at not in ends:
            state.pos = at
            state.md.inline.skipToken(state)
        if char == "[":
            if ends[at] == at + 1:  # text, and no construct that begins with it
                level += 1
            elif disable_nested:
                break
        at = ends[at]
    state.pos = before
    return label_end


def _definition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The definition of a reference: not asked for where nothing behind could end its label."""
    begin = state.bMarks[start_line]
    return may_close(state, "]:", begin) and reference(state, start_line, end_line, silent)


def _may_be(state: StateInline) -> bool:
    """Whether a link or an image may begin here: a destination or a definition of one is needed."""
    return "references" in state.env or may_close(state, "](", state.pos)


def _match(state: StateInline, pattern: re.Pattern[str]) -> re.Match[str] | None:
    found = pattern.match(state.src, state.pos, state.posMax)
    return found if found and state.md.validateLink(found[2]) else None


def _link(state: StateInline, silent: bool) -> bool:
    plain = _match(state, _LINK)
    if plain is None:
        return _may_be(state) and link(state, silent)
    if not silent:
        behind = state.posMax
        state.pos, state.posMax = plain.span(1)
        state.push("link_open", "a", 1).attrs["href"] = plain[2]
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.push("link_close", "a", -1)
        state.posMax = behind
    state.pos = plain.end()
    return True


def _image(state: StateInline, silent: bool) -> bool:
    plain = _match(state, _IMAGE)
    if plain is None:
        return _may_be(state) and image(state, silent)
    if not silent:
        token = state.push("image", "img", 0)
        token.attrs.update(src=plain[2], alt="")
        token.content = plain[1]
        token.children = state.md.inline.parse(plain[1], state.md, state.env, []) or None
    state.pos = plain.end()
    return True
