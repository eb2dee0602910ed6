"""Positions on the CommonMark examples, on tables, and on real documents."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.markdown.positions import WRAPPINGS, faults

TESTS = Path(__file__).parent.parent
EXAMPLES = json.loads((TESTS / "conformance" / "commonmark-0.31.2.json").read_text(encoding="utf-8"))
TABLES = json.loads((TESTS / "conformance" / "markdown-it-tables.json").read_text(encoding="utf-8"))


def _documents() -> list[Path]:
    """The documents kept with the tests, and those in the folders that an environment variable names."""
    folders = [TESTS / "documents", TESTS / "notes"]
    folders += [
        Path(name) for name in os.environ.get("ZHENLINT_TEST_DOCUMENTS", "").split(os.pathsep) if name
    ]
    return [path for folder in folders for path in sorted(folder.rglob("*.md"))]


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_commonmark_examples(wrapping: str) -> None:
    assert len(EXAMPLES) == 652
    wrong = {example["example"]: faults(WRAPPINGS[wrapping](example["markdown"])) for example in EXAMPLES}
    assert not {number: found for number, found in wrong.items() if found}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_tables(wrapping: str) -> None:
    wrong = {table["name"]: faults(WRAPPINGS[wrapping](table["markdown"])) for table in TABLES}
    assert not {name: found for name, found in wrong.items() if found}


@pytest.mark.parametrize("path", _documents(), ids=lambda path: path.name)
def test_real_documents(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        assert not faults(file.read())
