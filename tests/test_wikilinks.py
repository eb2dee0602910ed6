"""Wikilinks across the files of a vault."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import call

INDEX = """\
见 [[笔记]]、[[sub/笔记|别名]]、[[my-note]]、[[别名一]]、[[B C]]、![[a.png]]、[[./sub/笔记.md]]
见 [[笔记#标题 一]]、[[笔记#^para-1]]、[[笔记#标题 二]]、[[笔己]]、[[other/笔记]]、![[b.png]]
"""
NOTE = '---\naliases: [别名一, "B C"]\n---\n\n# 标题 一\n\n一段 ^para-1\n'
PROBLEMS = [
    "index.md:2:35: LK012 the note has no `标题 二`; did you mean `标题 一`?",
    "index.md:2:44: LK012 there is no note or file `笔己` in the vault; did you mean `笔记`?",
    "index.md:2:51: LK012 there is no note or file `other/笔记` in the vault",
    "index.md:2:65: LK012 there is no note or file `b.png` in the vault; did you mean `a.png`?",
]


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A vault with a note, a picture, and an index that links to them."""
    (tmp_path / "sub" / "pictures").mkdir(parents=True)
    (tmp_path / ".obsidian").mkdir()
    (tmp_path / "sub" / "笔记.md").write_text(NOTE, encoding="utf-8")
    (tmp_path / "sub" / "pictures" / "a.png").touch()
    (tmp_path / "My Note.md").touch()
    (tmp_path / "index.md").write_text(INDEX, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_links_of_a_vault(vault: Path) -> None:
    assert call("check", "--select", "LK012", ".").out.splitlines() == PROBLEMS


def test_names_that_sound_alike(vault: Path) -> None:
    (vault / "计算机网络.md").write_text("# 传输层\n", encoding="utf-8")
    text = (
        "见 [[笔记]]、[[笔记]]、[[笔记]]、[[jisuanjiwangluo]]、[[计算机往络]]、[[计算机网络#chuanshuceng]]\n"
    )
    (vault / "index.md").write_text(text, encoding="utf-8")
    found = call("check", "--select", "LK012", ".").out.splitlines()
    near = [line.partition("did you mean `")[2].removesuffix("`?") for line in found]
    assert near == ["计算机网络", "计算机网络", "传输层"]


def test_a_vault_above_the_current_folder(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(vault / "sub")
    (vault / "sub" / "b.md").write_text("见 [[index]]、[[My Note]]、[[indx]]\n", encoding="utf-8")
    found = call("check", "--select", "LK012", "b.md").out
    assert found == "b.md:1:27: LK012 there is no note or file `indx` in the vault; did you mean `index`?\n"


def test_a_document_named_by_its_whole_path(vault: Path) -> None:
    (vault / ".obsidian").rmdir()
    paths = [(vault / name).as_posix() for name in ("index.md", "sub/笔记.md")]
    found = call("check", "--select", "LK012", *paths).out.splitlines()
    assert [line.partition("index.md")[2] for line in found] == [
        line.partition("index.md")[2] for line in PROBLEMS
    ]


def test_a_project_without_wikilinks(vault: Path) -> None:
    (vault / "index.md").write_text("见 [[甲]]、[[乙]]、[[笔记]]\n", encoding="utf-8")
    assert call("check", "--select", "LK012", ".").out == ""


def test_documents_inside_and_outside_the_current_folder(
    vault: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (vault / ".obsidian").rmdir()
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "c.md").write_text("见 [[index]]\n", encoding="utf-8")
    monkeypatch.chdir(elsewhere)
    result = call("check", "--select", "LK012", ".", str(vault))
    assert (result.code, len(result.out.splitlines())) == (1, len(PROBLEMS))
