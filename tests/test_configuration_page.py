"""docs/configuration.md in both languages: every key, command and comment, nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from zhenlint.api import check_text
from zhenlint.config.keys import Keys
from zhenlint.config.values import keys_of
from zhenlint.settings import Settings
from zhenlint.suppress.directive import COMMANDS

DOCS = Path(__file__).parent.parent / "docs"
every_page = pytest.mark.parametrize("name", ["configuration.md", "configuration.zh-CN.md"])


@every_page
def test_every_key_has_its_row(name: str) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    rows = re.findall(r"^\| `\[?([a-z-]+)(?:\.[^`\]]+)?\]?` \|", page, re.MULTILINE)
    assert rows == list(dict.fromkeys(rows))
    order = [key for key in rows if key in keys_of(Keys)]
    assert set(order) == set(keys_of(Keys))


@every_page
def test_the_comments_are_those_there_are(name: str) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    named = set(re.findall(r"<!-- zhenlint-([a-z-]+)", page))
    assert named == set(COMMANDS)
    front_matter = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert front_matter
    for line in front_matter[1].splitlines():
        found = check_text(f"---\n{line}\n---\n在GitHub上\n", settings=Settings(select=("SP001", "ZL")))
        assert found == []


def test_both_pages_have_the_same_parts() -> None:
    pages = [
        (DOCS / name).read_text(encoding="utf-8") for name in ("configuration.md", "configuration.zh-CN.md")
    ]
    for pattern in (r"^#+ ", r"^\|", r"^```"):
        first, second = (len(re.findall(pattern, page, re.MULTILINE)) for page in pages)
        assert first == second
