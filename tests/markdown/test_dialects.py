"""What is prose in each dialect: the cases in ``dialects/``.

A case is a heading, a fence ``md`` (or ``mdx``) with a document and a fence ``prose`` with its runs of
prose, one a line; a run ends at a mark or a line end.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from zhenlint.markdown import marks
from zhenlint.markdown.document import Document
from zhenlint.source import Source

CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n\n^(?P<fence>`{3,})(?P<kind>mdx?)\n(?P<text>.*?)^(?P=fence)\n\n"
    r"```prose\n(?P<prose>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
CASES = [
    pytest.param(match, id=f"{path.stem}: {match['name']}")
    for path in sorted((Path(__file__).parent / "dialects").glob("*.md"))
    for match in CASE.finditer(path.read_text(encoding="utf-8"))
]


def _runs(text: str, path: str) -> list[str]:
    prose = Document.parse(Source(path, text)).prose
    return [run for run in re.split(f"[{marks.ALL}\r\n]+", prose.replace("\u00a0", " ")) if run]


@pytest.mark.parametrize("case", CASES)
def test_prose(case: re.Match[str]) -> None:
    assert _runs(case["text"], "a." + case["kind"]) == case["prose"].splitlines()


@pytest.mark.parametrize("case", CASES)
def test_prose_with_other_line_ends(case: re.Match[str]) -> None:
    text = case["text"].replace("\n", "\r\n")
    assert _runs(text, "a." + case["kind"]) == case["prose"].splitlines()


def test_every_case_is_read() -> None:
    files = (Path(__file__).parent / "dialects").glob("*.md")
    assert len(CASES) == sum(path.read_text(encoding="utf-8").count("\n```prose\n") for path in files)
