"""What the documents of one run say of each other's English words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import call

SLIP = "源文件都会 regieter 到目录里。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two documents, of which the first has a misspelling."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(SLIP, encoding="utf-8")
    return tmp_path


def _reports(*paths: str) -> list[str]:
    """The reports on misspelled words, each without its message."""
    lines = call("check", "--select", "EN001", *paths).out.splitlines()
    return [line.partition(" ")[0] for line in lines if line[:1].isalpha()]


def test_by_itself(folder: Path) -> None:
    assert _reports("a.md") == ["a.md:1:7:"]


def test_a_name_in_another_document(folder: Path) -> None:
    (folder / "b.md").write_text("见 [Regieter](https://regieter.example.com) 的主页。\n", encoding="utf-8")
    assert _reports(".") == []
    assert _reports("a.md") == ["a.md:1:7:"]


def test_a_word_that_the_project_uses_again_and_again(folder: Path) -> None:
    for name in "bcdefghijklmnop":
        (folder / f"{name}.md").write_text(SLIP * 20, encoding="utf-8")
    assert _reports(".") == []


def test_a_word_that_only_the_project_knows(folder: Path) -> None:
    (folder / "a.md").write_text("把 frobniktor 装上。\n", encoding="utf-8")
    assert _reports("a.md") == []
    for name in "bcd":
        (folder / f"{name}.md").write_text("把 frobnicktor 装上。\n" * 9, encoding="utf-8")
    assert _reports(".") == ["a.md:1:3:"]
    assert "`frobnicktor` is one letter away and is used elsewhere" in call("check", ".").out


def test_the_order_of_documents_does_not_matter(folder: Path) -> None:
    (folder / "b.md").write_text("见 [Regieter](https://regieter.example.com) 的主页。\n", encoding="utf-8")
    assert call("check", "a.md", "b.md").out == call("check", "b.md", "a.md").out
