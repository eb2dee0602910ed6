"""Hostile documents are parsed like any other: no error, positions as they should be."""

from __future__ import annotations

import pytest

from tests.markdown.hostile import HOSTILE
from zhenlint.markdown.document import Document
from zhenlint.source import Source


@pytest.mark.parametrize("path", ["a.md", "a.mdx"])
@pytest.mark.parametrize("name", HOSTILE)
def test_is_parsed(name: str, path: str) -> None:
    text = HOSTILE[name](2_000)
    document = Document.parse(Source(path, text))
    assert len(document.prose) == len(text)
    assert not [item for item in document.constructs if item.kind == "lost"]
