"""The formats: what each writes for the same results, and that all tell the same problems."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import given

import zhenlint.reporters
from tests.reporters.results import fewer, found, result, results, written
from zhenlint.cli.destinations import STEP_SUMMARY
from zhenlint.diagnostic import Diagnostic, Edit
from zhenlint.problem import Problem
from zhenlint.reporters import FOR_PROGRAMS, FORMATS, View
from zhenlint.rules import all_rules
from zhenlint.runner import FileResult
from zhenlint.terminal import UNSAFE, Paint

DEFAULT = all_rules()["SP004"].messages["default"]


def test_every_format_is_a_module() -> None:
    names = {module.name for module in pkgutil.iter_modules(zhenlint.reporters.__path__)}
    made = {
        name for name in names if hasattr(importlib.import_module(f"zhenlint.reporters.{name}"), "Reporter")
    }
    assert made == {*FORMATS, STEP_SUMMARY}
    assert set(FORMATS) >= FOR_PROGRAMS


# full


def test_full() -> None:
    text = "第一行\n我在 thesis 的 新实验\n"
    shown = written("full", result(text, found(15, 16, Edit(15, 16, ""))))
    assert shown == (
        f"a.md:2:12 SP004 {DEFAULT[0]}\n"
        "2 | 我在 thesis 的 新实验\n"
        "  |               ^\n"
        "  = help: delete it\n"
        "\n"
    )


def test_full_in_chinese_and_in_colour() -> None:
    item = result("的 新\n", found(1, 2, Edit(1, 2, "")), language="zh")
    shown = written("full", item, view=View("zh", Paint(True)))
    assert shown == (
        f"\x1b[1ma.md:1:2\x1b[0m \x1b[1;33mSP004\x1b[0m {DEFAULT[1]}\n"
        "\x1b[2m1 | \x1b[0m的 新\n"
        "\x1b[2m  | \x1b[0m  \x1b[1;33m^\x1b[0m\n"
        "\x1b[2m  = \x1b[0m\x1b[1;36m建议：\x1b[0m删去\n"
        "\n"
    )


@pytest.mark.parametrize(
    ("diagnostic", "help_text"),
    [
        (found(2, 4), None),
        (found(2, 4, suggestions=("one",)), "one"),
        (found(2, 4, suggestions=("one", "two", "three", "four")), "one, two, three"),
        (found(2, 4, Edit(2, 4, "XY"), suggestions=("one",)), "one"),
        (found(2, 4, Edit(2, 4, "")), "delete it"),
        (found(2, 4, Edit(2, 2, " "), Edit(4, 4, " ")), "insert a space"),
        (found(2, 4, Edit(2, 4, "XY")), "XY"),
        (found(2, 6, Edit(2, 3, "("), Edit(5, 6, ")")), "(de)"),
        (found(2, 4, Edit(2, 4, "\x1b[m")), r"\x1b[m"),
    ],
)
def test_full_says_what_to_write(diagnostic: Diagnostic, help_text: str | None) -> None:
    shown = written("full", result("abcdefgh\n", diagnostic))
    lines = [line for line in shown.splitlines() if line.startswith("  = ")]
    assert lines == ([] if help_text is None else [f"  = help: {help_text}"])


def test_full_marks_only_the_first_of_several_lines() -> None:
    shown = written("full", result("abc\r\ndef\r\n", found(1, 7)))
    assert shown.splitlines()[1:3] == ["1 | abc", "  |  ^^"]


def test_full_at_the_end_of_a_line_and_of_the_text() -> None:
    shown = written("full", result("abc\n", found(3, 3), found(4, 4)))
    assert shown.splitlines()[1:3] == ["1 | abc", "  |    ^"]
    assert shown.splitlines()[5:7] == ["2 | ", "  | ^"]


def test_full_keeps_its_columns_in_long_files() -> None:
    shown = written("full", result("\n" * 1233 + "a b\n", found(1234, 1235)))
    assert shown.splitlines()[1:3] == ["1234 | a b", "     |  ^"]


# concise


def test_concise() -> None:
    item = result("的 新\n", found(1, 2), path="笔记/a b.md")
    assert written("concise", item) == f"笔记/a b.md:1:2: SP004 {DEFAULT[0]}\n"


def test_concise_names_suggestions_that_the_message_does_not() -> None:
    item = result("的 新\n", found(1, 2, suggestions=("one", "two")))
    assert written("concise", item).endswith(f"{DEFAULT[0]} (one, two)\n")
    problem = item.problems[0]._replace(message="write one")
    assert written("concise", item._replace(problems=(problem,))).endswith("SP004 write one\n")


# json and jsonl


def test_json() -> None:
    item = result("的 新\n", found(1, 2, Edit(1, 2, ""), suggestions=("x",)))
    (problem,) = json.loads(written("json", item))
    assert list(problem) == [
        "path", "code", "name", "severity", "message", "line", "column", "end_line", "end_column",
        "start", "end", "text", "suggestions", "fix", "url",
    ]  # fmt: skip
    assert problem == {
        "path": "a.md",
        "code": "SP004",
        "name": "han-han-spacing",
        "severity": "warning",
        "message": DEFAULT[0],
        "line": 1,
        "column": 2,
        "end_line": 1,
        "end_column": 3,
        "start": 1,
        "end": 2,
        "text": " ",
        "suggestions": ["x"],
        "fix": {"applicability": "safe", "edits": [{"start": 1, "end": 2, "content": ""}]},
        "url": problem["url"],
    }
    assert problem["url"].endswith("/rules/SP004.md")


def test_json_without_problems() -> None:
    assert written("json") == "[]\n"
    assert written("json", result("无事\n")) == "[]\n"
    assert written("jsonl", result("无事\n")) == ""


def test_json_has_a_line_a_problem() -> None:
    items = [result("的 新\n", found(0, 1), found(1, 2)), result("\n"), result("x", found(0, 1), path="b.md")]
    text = written("json", *items)
    assert [problem["path"] for problem in json.loads(text)] == ["a.md", "a.md", "b.md"]
    assert len(text.splitlines()) == 5
    assert written("jsonl", *items).splitlines() == [line.strip(" ,") for line in text.splitlines()[1:-1]]


# All of them


@fewer
@given(results())
def test_every_format_tells_the_same_problems_in_the_same_order(items: list[FileResult]) -> None:
    expected = [(problem.line, problem.column) for item in items for problem in item.problems]
    place = re.compile(r":(\d+):(\d+):? SP004 ")
    for name in ("concise", "full"):
        lines = [line for line in written(name, *items).splitlines() if place.search(line)]
        assert [_place(place, line) for line in lines] == expected


def _place(pattern: re.Pattern[str], line: str) -> tuple[int, int]:
    match = pattern.search(line)
    assert match
    return int(match[1]), int(match[2])


@fewer
@given(results())
def test_no_format_lets_a_document_drive_the_terminal(items: list[FileResult]) -> None:
    for name in FORMATS:
        assert not UNSAFE.search(written(name, *items).replace("\n", ""))


@fewer
@given(results())
def test_json_gives_back_the_very_text(items: list[FileResult]) -> None:
    originals: Iterator[Problem] = (problem for item in items for problem in item.problems)
    for original, read in zip(originals, json.loads(written("json", *items)), strict=True):
        assert (read["path"], read["text"]) == (original.path, original.text)
        assert read["suggestions"] == list(original.suggestions)
