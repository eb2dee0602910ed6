"""What is read by one pattern is what markdown-it-py's rules would make of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import validateLink

from zhenlint.markdown import blocks, quick
from zhenlint.markdown.inline import SpanParserInline
from zhenlint.markdown.light_token import LightToken
from zhenlint.markdown.parser import Flavour, parser

PIECES = (
    *"*`[]()!<>&\\_ ~=",
    *("**", "***", "``", "a", "中文", "，", "。", "：", "“", "é", "1", "\n", " a ", "(b)", "！", "xn--a"),
    *("[a](b)", "![中](a.png)", "[a](b c)", "](", "[a][b]", "<https://a.cn/b?c=1>", "<https://a.cn/%41>"),
    *(
        "<http://xn--fiq.cn>",
        "<a@b.cn>",
        "<https://A.cn:80/中>",
        "[x](javascript:y)",
        "`a`",
        "` a `",
        "**中文**",
    ),
)


def _without_readers(flavour: Flavour) -> MarkdownIt:
    """A parser that reads everything by rules."""
    markdown = parser.__wrapped__(flavour)
    inline = markdown.inline
    assert isinstance(inline, SpanParserInline)
    inline._readers = {}
    return markdown


@pytest.mark.parametrize("flavour", ["markdown", "mdx"])
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_as_by_rules(flavour: Flavour, content: str) -> None:
    assert _tokens(parser(flavour), content) == _tokens(_by_rules[flavour], content)


def _tokens(markdown: MarkdownIt, content: str) -> list[tuple[object, ...]]:
    found = markdown.inline.parse(content, markdown, {"references": {"B": {"href": "c", "title": ""}}}, [])
    return [_as_tuple(token) for token in found if isinstance(token, LightToken)]


def _as_tuple(token: LightToken) -> tuple[object, ...]:
    children = [_as_tuple(child) for child in token.children or () if isinstance(child, LightToken)]
    fields = (
        token.type,
        token.nesting,
        token.start,
        token.end,
        token.content,
        token.markup == "autolink",
        token.info,
    )
    return (*fields, dict(token.attrs), children)


_by_rules: dict[Flavour, MarkdownIt] = {
    "markdown": _without_readers("markdown"),
    "mdx": _without_readers("mdx"),
}


def test_nothing_begins_inside() -> None:
    """No character that begins something is text of what is read by one pattern."""
    text = re.compile(quick.TEXT)
    assert not [char for chars in quick.STARTS.values() for char in chars if text.match(char)]


@pytest.mark.parametrize("flavour", ["markdown", "mdx"])
def test_what_begins_something_is_special(flavour: Flavour) -> None:
    inline = parser(flavour).inline
    assert isinstance(inline, SpanParserInline)
    assert set(inline._rules) == set(filter(blocks.SPECIAL.match, map(chr, range(128))))


@given(st.text("vbscriptjavafiledt:/#.中\u2028 VJFD", max_size=14))
def test_where_a_destination_may_lead(destination: str) -> None:
    assert quick.may_lead(destination) == validateLink(destination)
