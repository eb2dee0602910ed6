"""A lazy pattern does what a compiled one does."""

from __future__ import annotations

import re

import pytest

from zhenlint.lazy_pattern import lazy_pattern


def test_works_like_a_compiled_pattern() -> None:
    pattern = lazy_pattern(r"(?P<word>[a-z]+)", re.IGNORECASE)
    assert [match["word"] for match in pattern.finditer("Ab 1 c")] == ["Ab", "c"]
    assert pattern.sub("x", "Ab 1 c") == "x 1 x"
    assert pattern.fullmatch("Ab") is not None
    assert pattern.groupindex == {"word": 1}
    assert pattern.pattern == r"(?P<word>[a-z]+)"


def test_compiles_on_first_use_only() -> None:
    pattern = lazy_pattern("(")
    with pytest.raises(re.error):
        pattern.match("a")
