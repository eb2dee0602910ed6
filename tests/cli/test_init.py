"""``zhenlint init``: looking at a project, taking over, writing, and never over anything."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.calls import call
from zhenlint.config import Configurations
from zhenlint.config.schema import schema

PEERS = Path(__file__).parent.parent / "setup" / "peers"
SPACED = "我在 GitHub 上看 Rust 的书，共有 3 个。\n\n用 `code` 写。\n"
CLOSE = "我在GitHub上看Rust的书，共有3个。\n"


def write(folder: Path, text: str, count: int = 10) -> None:
    """Write some documents."""
    (folder / "notes").mkdir(exist_ok=True)
    for number in range(count):
        (folder / "notes" / f"{number}.md").write_text(text, encoding="utf-8")


def written(folder: Path) -> dict[str, Any]:
    """The configuration, which both the program and the schema take."""
    table = tomllib.loads((folder / "zhenlint.toml").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema()).validate(table)
    assert Configurations().of_folder(str(folder)).layers
    return table


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_empty_project(folder: Path, language: str) -> None:
    result = call("init", "--lang", language)
    assert (result.code, result.err) == (0, "")
    assert written(folder) == {}
    text = (folder / "zhenlint.toml").read_text(encoding="utf-8")
    assert any("\u4e00" <= char <= "\u9fff" for char in text.splitlines()[1]) == (language == "zh")
    # What stands commented out would be right as well.
    (folder / "dictionaries").mkdir()
    (folder / "dictionaries" / "team.txt").touch()
    live = re.sub(r"^# (?=\[.*\]$|[\"\w/*-]+ = [\"\[])", "", text, flags=re.MULTILINE)
    (folder / "zhenlint.toml").write_text(live, encoding="utf-8")
    assert set(written(folder)) >= {"ignore", "exclude", "dictionaries", "lang", "terms", "severity"}


@pytest.mark.parametrize(
    ("text", "style"), [(SPACED, "always"), (CLOSE, "never"), (SPACED + CLOSE, None), ("好。\n", None)]
)
def test_the_spacing_that_most_follow(folder: Path, text: str, style: str | None) -> None:
    write(folder, text)
    assert call("init").code == 0
    assert written(folder).get("rules", {}).get("SP001", {}).get("style") == style
    assert call("check", "--select", "SP001", "-q").code == int(text == SPACED + CLOSE)


def test_few_places_show_nothing(folder: Path) -> None:
    write(folder, CLOSE, count=2)
    call("init")
    assert "rules" not in written(folder)
    assert "0 places with a space, 8 without" in (folder / "zhenlint.toml").read_text(encoding="utf-8")


def test_wikilinks_and_dictionaries_are_seen(folder: Path) -> None:
    write(folder, "见 [[0]] 和 ![[1]]。\n", count=3)
    (folder / "dictionaries").mkdir()
    (folder / "dictionaries" / "team.txt").write_text("foobarish\n", encoding="utf-8")
    call("init")
    assert written(folder)["dictionaries"] == ["dictionaries/team.txt"]
    assert "6 wikilinks: LK012" in (folder / "zhenlint.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("peer", [path.name for path in PEERS.iterdir() if path.name != "wrong"])
def test_other_checkers_settings_hold(folder: Path, peer: str) -> None:
    shutil.copytree(PEERS / peer, folder, dirs_exist_ok=True)
    result = call("init")
    assert (result.code, result.err) == (0, "")
    assert "Wrote " in result.out
    written(folder)


def test_words_and_switches_are_taken_over(folder: Path) -> None:
    for peer in ("autocorrect", "zhlint", "cspell", "typos"):
        shutil.copytree(PEERS / peer, folder, dirs_exist_ok=True)
    write(folder, SPACED)
    result = call("init")
    table = written(folder)
    assert table["ignore"] == ["SP001", "SP002", "PU001", "SP003", "SP004", "PU004"]
    assert table["exclude"] == ["vendor/", "*.po", "draft-*.md", "node_modules", "docs/**/*.svg"]
    assert table["dictionaries"] == ["words/team.txt", "dictionaries/words.txt"]
    assert table["terms"] == {"wifi": "Wi-Fi", "hte": "the"}
    assert table["rules"]["SP001"] == {"style": "never", "code": "always", "math": "any"}
    assert table["rules"]["EN001"] == {"variant": "american"}
    words = (folder / "dictionaries" / "words.txt").read_text(encoding="utf-8").split("\n")
    assert words == [
        "AttributeIDSupressMenu", "foobar", "http://not-a-comment", "mdword", "quuxed", "Regieter", "Teh", "",
    ]  # fmt: skip
    assert "Not taken over from `.zhlintrc`, as there is no like here: `rules.adjusted" in result.out
    (folder / "notes" / "0.md").write_text("We regieter the hooks teamish.\n", encoding="utf-8")
    assert call("check", "--select", "EN001", "-q").code == 0


def test_files_that_cannot_be_read_are_warned_of(folder: Path) -> None:
    shutil.copytree(PEERS / "wrong", folder, dirs_exist_ok=True)
    result = call("init")
    assert result.code == 0
    assert [line[:8] for line in result.err.splitlines()] == ["warning:"] * 4
    assert written(folder) == {}


def test_nothing_is_written_over(folder: Path) -> None:
    for name in ("zhenlint.toml", ".zhenlint.toml"):
        (folder / name).write_text('lang = "en"\n', encoding="utf-8")
        result = call("init")
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith(f"error: `{name}` is there already;")
        assert (folder / name).read_text(encoding="utf-8") == 'lang = "en"\n'
        forced = call("init", "--force")
        if name == "zhenlint.toml":
            assert forced.code == 0
        else:
            assert (forced.code, forced.err) == (2, result.err)
            assert "`--force` writes over a `zhenlint.toml` only" in forced.err
        (folder / name).unlink()
    (folder / "pyproject.toml").write_text("[tool.zhenlint]\n", encoding="utf-8")
    assert call("init").code == 2
    assert not (folder / "zhenlint.toml").exists()


def test_a_list_of_words_is_not_written_over(folder: Path) -> None:
    shutil.copytree(PEERS / "typos-pyproject", folder, dirs_exist_ok=True)
    (folder / "dictionaries").mkdir()
    (folder / "dictionaries" / "words.txt").write_text("mine\n", encoding="utf-8")
    call("init")
    assert written(folder)["dictionaries"] == ["dictionaries/words.txt", "dictionaries/taken-over.txt"]
    assert (folder / "dictionaries" / "words.txt").read_text(encoding="utf-8") == "mine\n"
    (folder / "zhenlint.toml").unlink()
    assert call("init").code == 2
    assert not (folder / "zhenlint.toml").exists()


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    write(folder, SPACED)
    result = call("init", "--dry-run")
    assert tomllib.loads(result.out)["rules"]["SP001"]["style"] == "always"
    assert not (folder / "zhenlint.toml").exists()


def test_mistakes(folder: Path) -> None:
    assert call("init", "nope").err == "error: `nope` is not a folder; name the project's folder\n"
    assert call("init", "a", "b").code == 2
    (folder / "sub").mkdir()
    assert call("init", "sub").code == 0
    assert (folder / "sub" / "zhenlint.toml").exists()
