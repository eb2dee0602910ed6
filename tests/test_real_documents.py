"""Fixes on real documents: they keep the structure, come to rest, and leave nothing to do."""

from __future__ import annotations

from pathlib import Path

from tests.real_documents import every_real_document, read
from zhenlint.diagnostic import Applicability
from zhenlint.fixing import fix
from zhenlint.markdown.document import Document
from zhenlint.markdown.skeleton import skeleton
from zhenlint.settings import Settings
from zhenlint.source import Source


@every_real_document
def test_safe_fixes(path: Path) -> None:
    source = Source(str(path), read(path))
    result = fix(source, Settings(ignore=("LK", "MD")))
    assert skeleton(Document.parse(result.source).tokens) == skeleton(Document.parse(source).tokens)
    assert fix(result.source, Settings(ignore=("LK", "MD"))).source.text == result.source.text
    left = [item for item in result.remaining if item.fix and item.fix.applicability is Applicability.SAFE]
    assert not left
    assert not result.cycle
