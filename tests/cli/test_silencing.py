"""Silencing comments from the command line: files on disk, ``--fix``, ``--select``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.calls import STRAY, call

SILENT = "<!-- zhenlint-disable-next-line -->\n[文字](nowhere.md)\n"
"""What only the second phase finds, silenced by a comment that names no code."""

STALE = "<!-- zhenlint-disable-next-line SP004 -->\n好。\n\n我用<!-- zhenlint-disable-line -->手写。\n"


def test_a_fix_leaves_comments_that_silence_what_needs_other_files(folder: Path) -> None:
    (folder / "a.md").write_text(SILENT, encoding="utf-8")
    for options in ((), ("--unsafe-fixes",)):
        assert call("check", "--fix", *options).code == 0
        assert (folder / "a.md").read_text(encoding="utf-8") == SILENT


def test_a_fix_takes_out_comments_of_no_use(folder: Path) -> None:
    (folder / "a.md").write_text(STALE, encoding="utf-8")
    result = call("check", "--output-format", "json")
    assert [(item["code"], item["line"]) for item in json.loads(result.out)] == [("ZL001", 1), ("ZL001", 4)]
    assert call("check", "--fix", "-q").code == 0
    assert (folder / "a.md").read_text(encoding="utf-8") == "好。\n\n我用手写。\n"


def test_a_narrowed_run_leaves_the_comments_of_other_rules(folder: Path) -> None:
    silent = f"<!-- zhenlint-disable-next-line SP004 -->\n{STRAY}\n"
    text = f"{silent}{STRAY}<!-- zhenlint-disable SP004 -->\n\n好。\n"
    (folder / "a.md").write_text(text, encoding="utf-8")
    assert call("check", "--select", "SP001,ZL", "-q").code == 0
    assert call("check", "--ignore", "SP004", "-q").code == 0
    assert call("check", "-q").out.count("ZL001") == 1
    (folder / "zhenlint.toml").write_text('ignore = ["SP004"]\n', encoding="utf-8")
    assert call("check", "-q").code == 0


def test_standard_input_is_silenced(folder: Path) -> None:
    assert call("check", "-", "-q", stdin=f"<!-- zhenlint-disable-next-line SP004 -->\n{STRAY}").code == 0
    result = call("check", "-", "--fix", stdin=STALE)
    assert (result.code, result.out) == (0, "好。\n\n我用手写。\n")


def test_what_is_no_list_of_words_is_told_with_the_way_out(folder: Path) -> None:
    for value in ("{words: [123]}", "{ignore: [null]}", "{words: 2024-01-01}"):
        (folder / "a.md").write_text(f"---\nzhenlint: {value}\n---\n\n好。\n", encoding="utf-8")
        key = value[1:].partition(":")[0]
        told = call("check", "-q").out
        assert told.startswith(f"a.md:2:12: ZL002 `{key}` must be a list of words; put numbers, dates, ")
        assert "请加引号" in call("check", "-q", "--lang", "zh").out
    (folder / "a.md").write_text("---\nzhenlint: maybe\n---\n\n好。\n", encoding="utf-8")
    assert "`zhenlint` must be one of `false`, `{ignore: " in call("check", "-q").out


def test_a_fault_of_front_matter_is_told_at_its_key(folder: Path) -> None:
    for text, place in (
        ("---\ntitle: zhenlint\nzhenlint: maybe\n---\n", "3:1"),
        ('---\ntitle: "zhenlint: words"\nzhenlint: {words: [1]}\n---\n', "3:12"),
        ('+++\ntitle = "zhenlint"\n[zhenlint]\nwords = 3\n+++\n', "4:1"),
        ('+++\ntitle = "zhenlint"\nzhenlint.words = 3\n+++\n', "3:10"),
        ('{\n"title": "zhenlint", "zhenlint": 3\n}\n', "2:23"),
    ):
        (folder / "a.md").write_text(text + "\n好。\n", encoding="utf-8")
        assert call("check", "-q").out.startswith(f"a.md:{place}: ZL002 "), text
