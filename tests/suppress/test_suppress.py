"""Silencing in the text: what is left, what is of no use, what a fix leaves; cases in ``cases.md``."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zhenlint.api import check_text, fix_text
from zhenlint.check import conclude, examine
from zhenlint.markdown.document import Document
from zhenlint.project import Project
from zhenlint.settings import Settings
from zhenlint.source import Source
from zhenlint.suppress import read
from zhenlint.tree import FileTree

RULES = ("SP001", "SP003", "PU001", "ZL")
_CASE = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^(`{3,})([a-z]+)([a-z ]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


def _cases() -> list[Any]:
    content = (Path(__file__).parent / "cases.md").read_text(encoding="utf-8")
    outside = _FENCE.sub(lambda fence: re.sub(r"[^\n]", " ", fence[0]), content)
    starts = [*_CASE.finditer(outside)]
    return [
        pytest.param(
            {kind: body for _, kind, _, body in _FENCE.findall(content, start.end(), end)}, id=start[1]
        )
        for start, end in zip(starts, [*(item.start() for item in starts[1:]), len(content)], strict=True)
    ]


def _settings(case: dict[str, str]) -> Settings:
    narrowed = tomllib.loads(case.get("toml", "")).get("narrowed")
    if narrowed is None:
        return Settings(select=RULES)
    return Settings(select=(*narrowed, "PU001", "ZL"), configured=(RULES, (), ()))


def _document(case: dict[str, str]) -> tuple[str, str]:
    return ("a.mdx", case["mdx"]) if "mdx" in case else ("a.md", case["md"])


@pytest.mark.parametrize("case", _cases())
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_what_is_left(case: dict[str, str], ends: str) -> None:
    path, text = _document(case)
    found = check_text(text.replace("\n", ends), path, _settings(case))
    left = "".join(f"{item.line}:{item.column} {item.code}\n" for item in found)
    assert left == case.get("reports", "")


@pytest.mark.parametrize("case", _cases())
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_what_a_fix_leaves(case: dict[str, str], ends: str) -> None:
    path, text = _document(case)
    settings = Settings(select=_settings(case).select, configured=_settings(case).configured)
    fixed = fix_text(text.replace("\n", ends), path, settings)[0]
    if "fixed" in case:
        assert fixed == case["fixed"].replace("\n", ends)
    assert fix_text(fixed, path, settings)[0] == fixed
    if "reports" not in case:
        assert fixed == text.replace("\n", ends)


def test_nothing_silenced_is_fixed() -> None:
    text = "<!-- zhenlint-disable-next-line SP001 -->\n在GitHub上,好。\n\n在GitHub上\n"
    fixed, left = fix_text(text)
    assert fixed == "<!-- zhenlint-disable-next-line SP001 -->\n在GitHub上，好。\n\n在 GitHub 上\n"
    assert left == []


def test_words_of_the_front_matter_are_accepted() -> None:
    text = "We regieter the hooks.\n"
    assert [item.text for item in check_text(text)] == ["regieter"]
    assert check_text("---\nzhenlint: {words: [Regieter]}\n---\n" + text) == []


def test_the_nearest_word_is_named() -> None:
    text = "<!-- zhenlint-disable-nextline -->\n\n<!-- zhenlint-disable sp001 Han-Latin-Spacing SP01 -->\n"
    found = check_text(text)
    assert [item.suggestions[0] for item in found] == [
        "zhenlint-disable-next-line",
        "SP001",
        "SP001",
        "SP001",
    ]
    assert found[0].message.endswith("did you mean `zhenlint-disable-next-line`?")
    front = check_text("---\nzhenlint:\n  ignroe: [SP001]\n---\n")
    assert [item.message for item in front] == ["unknown key `ignroe`; did you mean `ignore`?"]


def test_a_rule_that_needs_other_documents_is_silenced() -> None:
    text = "[一](nowhere.md) <!-- zhenlint-disable-line LK009 -->\n\n[二](nowhere.md)\n"
    report = examine(Document.parse(Source("a.md", text)), Settings())
    project = Project({"a.md": report.facts}, FileTree(), whole=True)
    assert [item.code for item in conclude(report, Settings(), project)] == ["LK009"]


@pytest.mark.parametrize(
    ("codes", "final", "whole", "reported"),
    [
        ("LK010", True, True, True),
        ("LK010", True, False, False),
        ("LK010", False, True, False),
        ("LK009", True, False, True),
        ("LK009", False, False, False),
        ("EN001", False, False, True),
        ("LK", True, False, True),
        ("LK", False, False, False),
        ("", True, False, True),
        ("", False, False, False),
        ("LK002", True, False, True),
        ("LK002", False, False, True),
    ],
)
def test_a_comment_is_only_judged_by_rules_that_have_spoken(
    codes: str, final: bool, whole: bool, reported: bool
) -> None:
    text = f"好。 <!-- zhenlint-disable-line {codes} -->\n"
    report = examine(Document.parse(Source("a.md", text)), Settings())
    found = conclude(
        report, Settings(), Project({"a.md": report.facts}, FileTree(), whole=whole), final=final
    )
    assert [item.code for item in found] == ["ZL001"] * reported


def test_a_document_without_the_word_is_not_read() -> None:
    document = Document.parse(Source("a.md", "好。\n"))
    assert examine(document, Settings()).silencing is None
    assert read not in document._shared


_PIECES = st.sampled_from(
    [
        *(
            f"<!-- zhenlint-{command}{codes} -->"
            for command in ("disable", "enable", "disable-next-line", "disable-line", "disable-file", "x")
            for codes in ("", " SP001", " SP PU001", " XY9 SP001", " ZL001")
        ),
        *(
            "\n",
            "\n\n",
            "> ",
            "- ",
            "1. ",
            "    ",
            "在GitHub上",
            "好,好。",
            "`",
            "```\n",
            "| ",
            "| - |\n",
            " ",
        ),
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
@example("<!-- zhenlint-disable -->> \n\n> <!-- zhenlint-disable --><!-- zhenlint-disable -->")
def test_fixing_comes_to_rest_and_keeps_what_is_silent(text: str) -> None:
    settings = Settings(select=RULES)
    fixed, left = fix_text(text, settings=settings)
    again, still = fix_text(fixed, settings=settings)
    assert again == fixed
    assert [item.code for item in still] == [item.code for item in left]


_YAML = st.text(st.sampled_from("zhenlint:{}[],-\n \"'&*!|>#ab01\t"), max_size=40)


@given(_YAML | _YAML.map(lambda text: f"zhenlint: {text}"), st.sampled_from(["---", "+++"]))
def test_any_front_matter_can_be_read(text: str, fence: str) -> None:
    check_text(f"{fence}\n{text}\n{fence}\n好。\n", settings=Settings(select=("ZL",)))
    check_text("{\n" + text + "\n}\n好。\n", settings=Settings(select=("ZL",)))


@pytest.mark.parametrize(
    "form", ["---\nzhenlint: {}\n---\n", "+++\nzhenlint = {}\n+++\n", '{{\n"zhenlint": {}\n}}\n']
)
def test_deep_nesting_is_passed_over(form: str) -> None:
    assert check_text(form.format("[" * 20_000 + "]" * 20_000), settings=Settings(select=("ZL",))) == []
