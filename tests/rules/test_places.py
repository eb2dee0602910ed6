"""Searches by characters find what the pattern finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from zhenlint.rules.places import RareFirst, holds

_REST = r"<?[ \t]*(?=[^\s])"
_PATTERN = re.compile(r"[(（]" + _REST)
_TEXTS = st.text("(（< \ta文\n", max_size=200)


@given(_TEXTS, st.booleans())
def test_matches(text: str, rare: bool) -> None:
    text += "文" * 1_000 * rare
    found = [match.span() for match in RareFirst("(（", _REST).matches(text)]
    assert found == [match.span() for match in _PATTERN.finditer(text)]


@given(_TEXTS, st.text("(（< ", min_size=1, max_size=3))
def test_holds(text: str, piece: str) -> None:
    assert holds(text, piece) == (piece in text)
