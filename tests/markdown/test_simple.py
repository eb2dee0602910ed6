"""What is made of a simple content in one pass is what its tokens and pieces make of it."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.markdown.test_quick import PIECES
from zhenlint.markdown import builder
from zhenlint.markdown.blocks import masked
from zhenlint.markdown.light_token import InlineToken
from zhenlint.markdown.skeleton import skeleton
from zhenlint.source import Source


@pytest.mark.parametrize("path", ["a.md", "a.mdx"])
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_as_by_pieces(path: str, content: str) -> None:
    at_once = _parts(path, content)
    with patch.object(builder, "read_simple", return_value=False):
        assert at_once == _parts(path, content)


def _parts(path: str, content: str) -> tuple[object, ...]:
    parts = builder.build(Source(path, f"# 甲 {content}\n\n- {content}\n"))
    blocks = [(*block[:4], block.pieces, block.reading) for block in parts.blocks]
    return parts.prose, blocks, parts.constructs, skeleton(parts.tokens)


@pytest.mark.parametrize("path", ["a.md", "a.mdx"])
def test_simple_contents_make_no_tokens(path: str) -> None:
    parts = builder.build(Source(path, "甲 `乙` **丙** [丁](a) ![戊](b) 100% [己\n"))
    assert [token.parsed for token in parts.tokens if isinstance(token, InlineToken)] == [None]
    assert skeleton(parts.tokens)[1:] == [
        ("code_inline", 0, "", "乙"),
        ("strong_open", 1, "", ""),
        ("strong_close", -1, "", ""),
        ("link_open", 1, "href=a\n", ""),
        ("link_close", -1, "", ""),
        ("image", 0, "src=b\n", ""),
    ]


@given(st.text())
def test_masked(text: str) -> None:
    assert masked(text, "·") == "".join(char if char in "\r\n" else "·" for char in text)
