"""Positions on the CommonMark examples, on tables, and on real documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.markdown.positions import WRAPPINGS, faults
from tests.real_documents import every_real_document, read

TESTS = Path(__file__).parent.parent
EXAMPLES = json.loads((TESTS / "conformance" / "commonmark-0.31.2.json").read_text(encoding="utf-8"))
TABLES = json.loads((TESTS / "conformance" / "markdown-it-tables.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_commonmark_examples(wrapping: str) -> None:
    assert len(EXAMPLES) == 652
    wrong = {example["example"]: faults(WRAPPINGS[wrapping](example["markdown"])) for example in EXAMPLES}
    assert not {number: found for number, found in wrong.items() if found}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_tables(wrapping: str) -> None:
    wrong = {table["name"]: faults(WRAPPINGS[wrapping](table["markdown"])) for table in TABLES}
    assert not {name: found for name, found in wrong.items() if found}


@every_real_document
def test_real_documents(path: Path) -> None:
    assert not faults(read(path))
