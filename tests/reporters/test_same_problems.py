"""The same problems, in the same order, in every format, whatever files are called and texts hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from tests.reporters.github_runner import command
from tests.reporters.readers import NAMES, READERS, Told
from tests.reporters.results import fewer, found, result, results, written
from zhenlint.diagnostic import Severity
from zhenlint.problem import Problem
from zhenlint.reporters import FOR_PROGRAMS
from zhenlint.reporters.github import MOST_OF_A_KIND
from zhenlint.reporters.words import with_suggestions
from zhenlint.runner import FileResult
from zhenlint.terminal import UNSAFE, escape

KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def _problems(items: list[FileResult]) -> list[Problem]:
    return [problem for item in items for problem in item.problems]


def _bytes(items: list[FileResult]) -> list[int]:
    """The columns of all problems in bytes of UTF-8."""
    columns = []
    for item in items:
        for problem in item.problems:
            assert item.source
            start = item.source.line_starts[problem.line - 1]
            before = item.source.text[start : problem.start]
            columns.append(len(before.encode("utf-8", "surrogatepass")) + 1)
    return columns


@pytest.mark.parametrize("name", READERS)
@fewer
@given(items=results())
def test_every_format_tells_the_same_in_the_same_order(name: str, items: list[FileResult]) -> None:
    spell = NAMES.get(name, str)
    expected = [
        Told(spell(item.path), item.code, item.line, 0 if name == "gitlab" else item.column)
        for item in _problems(items)
    ]
    if name == "rdjson":
        expected = [
            told._replace(column=column) for told, column in zip(expected, _bytes(items), strict=True)
        ]
    text = written(name, *items)
    assert list(READERS[name](text)) == expected
    assert not UNSAFE.search(text.replace("\n", ""))
    text.encode("utf-8")


def test_every_format_for_programs_is_read() -> None:
    assert set(READERS) | {"github"} >= FOR_PROGRAMS


def _unescaped(text: str) -> str:
    """A text as a command gives it back: its line ends are the very ones."""
    return "".join(char if char in "\r\n" else escape(char) for char in text)


@fewer
@given(items=results())
def test_github_commands_come_back_as_they_were(items: list[FileResult]) -> None:
    lines = written("github", *items).split("\n")
    left = dict.fromkeys(KINDS.values(), MOST_OF_A_KIND)
    for problem in _problems(items):
        line, kind = lines.pop(0), KINDS[problem.severity]
        read = command(line)
        if left[kind]:
            left[kind] -= 1
            assert read
            assert (read.name, read.data) == (kind, _unescaped(with_suggestions(problem)))
            assert read.properties["file"] == _unescaped(problem.path)
            assert read.properties["line"] == str(problem.line)
            assert read.properties["title"] == "SP004 han-han-spacing"
            assert ("col" in read.properties) == (problem.line == problem.end_line)
        else:
            place = f"{kind}: {escape(problem.path)}:{problem.line}:{problem.column}: SP004 "
            assert line.replace("##\\[", "##[").startswith(place)
            assert read is None
    failures = [command(line) for line in lines if line]
    told = [item.failure.words("en") for item in items if item.failure]
    assert [(item.name, item.data) for item in failures if item] == [
        ("error", _unescaped(words)) for words in told
    ]


def test_github_shows_ten_of_a_kind() -> None:
    text = "的 新\n"
    items = [
        result(text, *[found(1, 2, severity=severity)] * 12, path=f"{severity}.md") for severity in Severity
    ]
    lines = written("github", *items).splitlines()
    assert [bool(command(line)) for line in lines] == ([True] * 10 + [False] * 2) * 3


@fewer
@given(items=results())
def test_the_job_summary_has_no_markup_but_its_own(items: list[FileResult]) -> None:
    tokens = (
        MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(written("github_summary", *items))
    )
    inlines = [child for token in tokens for child in token.children or []]
    tags = {token.content for token in inlines if token.type == "html_inline"}
    assert tags <= {"<code>", "</code>"}
    blocks = [token.content.split("<summary>")[0].strip() for token in tokens if token.type == "html_block"]
    assert blocks in ([], ["<details>", "</details>"])
    assert {token.type for token in inlines} <= {
        "text", "text_special", "html_inline", "link_open", "link_close", "strong_open", "strong_close",
    }  # fmt: skip
    rows = sum(token.type == "tr_open" for token in tokens)
    problems, files = len(_problems(items)), sum(bool(item.problems) for item in items)
    assert rows == (problems + files + 4 if problems else 0)  # three headings, and the one rule
