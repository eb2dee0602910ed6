"""Real documents to prove things on: those kept with the tests, and folders of your own.

The environment variable ``ZHENLINT_TEST_DOCUMENTS`` names folders, separated as in ``PATH``.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_TESTS = Path(__file__).parent


def folders() -> list[Path]:
    """The folders in which the documents lie."""
    own = [Path(name) for name in os.environ.get("ZHENLINT_TEST_DOCUMENTS", "").split(os.pathsep) if name]
    return [_TESTS / "documents", _TESTS / "notes", *own]


def real_documents() -> list[Path]:
    """Paths of the documents, in a stable order."""
    return [path for folder in folders() for path in sorted(folder.rglob("*.md"))]


every_real_document = pytest.mark.parametrize("path", real_documents(), ids=lambda path: path.name)


def read(path: Path) -> str:
    """A document's text with its line ends as they are."""
    return path.read_bytes().decode("utf-8-sig")
