"""Mistakes in configuration files, and what they leave undone; the language that a file asks for."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.cli.calls import STRAY, call
from zhenlint.config.keys import Keys

MISTAKES = tomllib.loads((Path(__file__).parent / "config_mistakes.toml").read_text(encoding="utf-8"))
KEYS = [f"`{name.replace('_', '-')}`" for name in Keys._fields]


def write(path: Path, content: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


@pytest.fixture
def surroundings(folder: Path) -> None:
    """The other files that the mistakes speak of."""
    write(folder / "a.md", "# 标题\n")
    write(folder / "detour.toml", 'extend = "zhenlint.toml"\n')
    write(folder / "bad.toml", 'langg = "zh"\n')
    write(folder / "pyproject.toml", "[project]\n")
    (folder / "folder").mkdir()
    (folder / "gbk.txt").write_bytes("ok\n中文\n".encode("gbk"))
    write(folder / "ok.txt", "fine  # a comment\n\nC#\n")
    write(folder / "table.txt", "# terms\nfine\n登陆 = 登录\n")
    write(folder / "list.txt", "foo, bar, baz\n")
    write(folder / "columns.txt", "word\nfoo\t12\n")


@pytest.mark.usefixtures("surroundings")
@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_gets_one_sentence_with_file_and_line(folder: Path, name: str) -> None:
    mistake = MISTAKES[name]
    path = folder / mistake.get("name", "zhenlint.toml")
    path.write_bytes(mistake["file"].encode(mistake.get("encoding", "utf-8")))
    english = mistake["english"].replace("{keys}", ", ".join(KEYS))
    chinese = mistake["chinese"].replace("{keys}", "、".join(KEYS))
    for language, sentence in (("en", f"error: {english}\n"), ("zh", f"错误：{chinese}\n")):
        result = call("check", "--lang", language, *mistake.get("arguments", ()))
        assert (result.code, result.out, result.err) == (2, "", sentence)


def test_the_table_of_mistakes_is_long_enough() -> None:
    assert len(MISTAKES) >= 40


def test_a_mistake_in_one_folder_leaves_the_others(folder: Path) -> None:
    for name in ("a/a.md", "a/deep/b.md", "b/c.md", "a/own/d.md"):
        write(folder / name, STRAY)
    write(folder / "a" / "zhenlint.toml", "nonsense = 1\n")
    write(folder / "a" / "own" / "zhenlint.toml", "")
    result = call("check", "-q")
    assert result.code == 2
    assert [line.split(":")[0] for line in result.out.splitlines()] == ["a/own/d.md", "b/c.md"]
    assert result.err.count("nonsense") == 1


def test_the_language_of_the_configuration_holds_for_the_whole_run(folder: Path) -> None:
    write(folder / "notes" / "zhenlint.toml", 'lang = "zh"\n')
    write(folder / "notes" / "a.md", "无事\n")
    write(folder / "b.md", "无事\n")
    assert "检查了 1 个文件" in call("check", "notes").err
    assert "检查了 1 个文件" in call("check", "notes/a.md").err
    assert "No problems" in call("check", ".").err
    assert "No problems" in call("check", "notes", "--lang", "en").err


def test_a_file_that_is_nested_too_deeply(folder: Path) -> None:
    write(folder / "a.md", "# 标题\n")
    write(folder / "zhenlint.toml", "ignore = " + "[" * 20_000)
    result = call("check")
    assert result.code == 2
    assert result.err.startswith("error: `zhenlint.toml`: nested too deeply to be read;")
    (folder / "zhenlint.toml").unlink()
    for name in ("cspell.json", ".autocorrectrc"):
        write(folder / name, "[" * 20_000)
    result = call("init")
    assert (result.code, result.err.count("nested too deeply")) == (0, 2)
