"""Rules judge hostile documents like any other: no error, and reports that lie in the text."""

from __future__ import annotations

import pytest

from tests.markdown.hostile import HOSTILE
from zhenlint.check import check
from zhenlint.settings import Settings
from zhenlint.source import Source


@pytest.mark.parametrize("path", ["a.md", "a.mdx"])
@pytest.mark.parametrize("name", HOSTILE)
def test_is_judged(name: str, path: str) -> None:
    text = HOSTILE[name](300)
    for found in check(Source(path, text), Settings(select=("ALL",))):
        assert 0 <= found.start <= found.end <= len(text)
