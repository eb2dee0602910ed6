"""Files beside the documents: names compared exactly, links across the files of one run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.calls import call
from zhenlint.tree import FileTree


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_names_are_compared_exactly(folder: Path) -> None:
    (folder / "Docs").mkdir()
    (folder / "Docs" / "A.md").touch()
    for root in ("", f"{folder.as_posix()}/"):
        tree = FileTree()
        assert tree.holds(root + "Docs")
        assert tree.holds(root + "Docs/A.md")
        assert tree.holds(root + "Docs/../Docs/A.md")
        assert not tree.holds(root + "docs/A.md")
        assert not tree.holds(root + "Docs/a.md")
        assert not tree.holds(root + "Docs/A.md/b.md")


def test_a_folder_outside_the_current_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "inner").mkdir()
    (folder / "a.md").touch()
    monkeypatch.chdir(folder / "inner")
    assert FileTree().holds("../a.md")
    assert not FileTree().holds("../b.md")


def test_names_of_a_folder(folder: Path) -> None:
    for name in ("b.md", "a.md"):
        (folder / name).touch()
    assert list(FileTree().names("")) == ["a.md", "b.md"]
    assert list(FileTree().names("none")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="names with a backslash")
def test_links_across_files(folder: Path) -> None:
    (folder / "docs").mkdir()
    (folder / "docs" / "guide.md").write_text("# 安装\n\n见[主页](../index.md#用法)\n", encoding="utf-8")
    (folder / "index.md").write_text(
        "# 使用\n\n见[指南](docs/guide.md#安装)、[指南](docs/guide#卸载)、[无](docs/guid.md)\n",
        encoding="utf-8",
    )
    assert call("check", "--select", "LK", ".").out.splitlines() == [
        "docs/guide.md:3:18: LK010 no heading or id gives `#用法`",
        "index.md:3:40: LK010 no heading or id gives `#卸载`",
        "index.md:3:49: LK009 there is no file `docs/guid.md`; did you mean `docs/guide.md`?",
    ]
    # The other page is not part of this run, so nothing is known of its headings.
    assert call("check", "--select", "LK010", "docs").out == ""


def test_files_and_headings_that_sound_alike(folder: Path) -> None:
    (folder / "计算机.md").write_text("# 安装 Go\n", encoding="utf-8")
    (folder / "绿色 2.md").touch()
    links = ("jisuanji.md", "ji-suan-ji.md", "记算机.md", "lvse2.md", "lüse-2.md", "jisuan.md")
    anchors = ("#anzhuang-go", "#按装-go")
    text = "".join(f"见[文]({link})\n" for link in links) + "".join(
        f"见[文](计算机.md{item})\n" for item in anchors
    )
    (folder / "index.md").write_text(text, encoding="utf-8")
    found = call("check", "--select", "LK009,LK010", ".").out.splitlines()
    near = ["计算机.md", "计算机.md", "计算机.md", "绿色 2.md", "绿色 2.md", "", "#安装-go", "#安装-go"]
    assert [line.partition("did you mean `")[2].removesuffix("`?") for line in found] == near


def test_standard_input_has_its_place_from_its_name(folder: Path) -> None:
    (folder / "one.md").touch()
    text = "见[一](one.md)与[二](two.md)\n".encode()
    named = call("check", "--select", "LK009", "-", "--stdin-filename", "c.md", stdin=text)
    assert named.out == "c.md:1:18: LK009 there is no file `two.md`\n"
    assert call("check", "--select", "LK009", "-", stdin=text).out == ""


def test_parts_of_a_page_lead_to_headings_of_others(folder: Path) -> None:
    (folder / "README.md").write_text("# 使用\n", encoding="utf-8")
    for name in ("_coverpage.md", "_sidebar.md", "cover.md"):
        (folder / name).write_text("[使用](#使用)\n", encoding="utf-8")
    found = call("check", "--select", "LK010", ".").out
    assert found == "cover.md:1:6: LK010 no heading or id gives `#使用`\n"


def test_a_document_is_not_proposed_to_itself(folder: Path) -> None:
    (folder / "README.md").write_text("见[中文](README-CN.md)与[甲](../react/README.md)\n", encoding="utf-8")
    assert "did you mean" not in call("check", "--select", "LK009", ".").out
