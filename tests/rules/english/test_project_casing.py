"""What the documents of one run say of the casing of names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import call

SLIP = "代码放在 Github 上。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one document with a name in wrong casing."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(SLIP, encoding="utf-8")
    return tmp_path


def _reports(*arguments: str) -> list[str]:
    """The reports on casing."""
    lines = call("check", "--select", "EN003", ".", *arguments).out.splitlines()
    return [line for line in lines if ".md:" in line]


def test_by_itself(folder: Path) -> None:
    assert _reports() == ["a.md:1:6: EN003 `Github` is written `GitHub`"]


def test_a_name_that_another_document_writes_right(folder: Path) -> None:
    (folder / "b.md").write_text("GitHub 很好。\n", encoding="utf-8")
    assert _reports() == ["a.md:1:6: EN003 `Github` is written `GitHub`, as elsewhere in this project"]


def test_a_casing_that_the_project_keeps_to_is_a_hint(folder: Path) -> None:
    for name in "bcd":
        (folder / f"{name}.md").write_text(SLIP * 3, encoding="utf-8")
    assert _reports() == []
    assert len(_reports("--hints")) == 10


@pytest.mark.parametrize("other", ["GitHub", "github 的主页", "GITHUB"])
def test_not_where_one_document_writes_it_otherwise(folder: Path, other: str) -> None:
    for name in "bcd":
        (folder / f"{name}.md").write_text(SLIP * 3, encoding="utf-8")
    (folder / "e.md").write_text(f"见 {other} 。\n", encoding="utf-8")
    assert len(_reports()) >= 10


def test_a_casing_that_a_document_keeps_to_is_a_hint(folder: Path) -> None:
    (folder / "a.md").write_text(SLIP * 5, encoding="utf-8")
    assert _reports() == []
    (folder / "a.md").write_text(SLIP * 5 + "GITHUB 呢？\n", encoding="utf-8")
    assert len(_reports()) == 6
