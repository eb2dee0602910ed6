"""Every fix of a link, applied, gives a stock CommonMark parser that link, and changes no other token."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.rules.cases import read_cases, read_examples
from tests.rules.test_cases import FILES
from zhenlint.check import check
from zhenlint.diagnostic import Diagnostic, Fix
from zhenlint.fixing import apply_edits
from zhenlint.rules import all_rules
from zhenlint.settings import Settings
from zhenlint.source import Source

LINKS = Settings(select=("LK",))
STOCK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
Part = tuple[str, int, str, str]


def _parts(tokens: list[Token]) -> list[Part]:
    """All tokens but text, flattened: type, nesting, destination, content of code and HTML."""
    parts: list[Part] = []
    for token in tokens:
        if token.type not in ("text", "inline", "softbreak"):
            to = str(token.attrGet("href") or token.attrGet("src") or "")
            content = token.content if token.type in ("code_inline", "fence", "html_inline") else ""
            parts.append((token.type, token.nesting, to, content))
        parts += _parts(token.children or []) if token.type != "image" else []
    return parts


def _without(parts: list[Part], destinations: set[str]) -> list[Part]:
    """The tokens less the links and images to some destinations."""
    kept: list[Part] = []
    open_links: list[bool] = []
    for part in parts:
        if part[0] == "link_open":
            open_links.append(part[2] in destinations)
        left_out = open_links.pop() if part[0] == "link_close" else part[0] != "link_open" or open_links[-1]
        if part[0] == "link_close" or part[0] == "link_open":
            kept += [] if left_out else [part]
        elif part[0] != "image" or part[2] not in destinations:
            kept.append(part)
    return kept


def _leading(parts: list[Part], destination: str) -> int:
    return sum(part[2] == destination for part in parts)


def assert_mends(text: str, fix: Fix) -> None:
    """The fix brings its link about, and nothing else."""
    before = _parts(STOCK.parse(text))
    after = _parts(STOCK.parse(apply_edits(text, fix.edits)))
    ways = {STOCK.normalizeLink(way) for way in (fix.creates, fix.replaces) if way is not None}
    if fix.creates is not None:
        wanted = STOCK.normalizeLink(fix.creates)
        assert _leading(after, wanted) >= max(1, _leading(before, wanted))
    assert _without(before, ways) == _without(after, ways)


def _case_texts() -> list[Any]:
    found = []
    for rule in all_rules().values():
        if rule.code.startswith("LK"):
            cases = [*read_examples(rule), *(read_cases(FILES[rule.name]) if rule.name in FILES else ())]
            found += [pytest.param(case.text, id=f"{rule.code}-{case.name}") for case in cases]
    return found


@pytest.mark.parametrize("text", _case_texts())
def test_every_fix_of_a_case_mends_its_link(text: str) -> None:
    for diagnostic in check(Source("case.md", text), LINKS):
        if diagnostic.fix:
            assert_mends(text, diagnostic.fix)


MISTAKES = {
    "LK001": ["({text})[{to}]", "[{text}][{to}]", "[{text}]{{{to}}}"],
    "LK002": ["[{text}] ({to})", "[{text}]  ({to})"],
    "LK003": [
        "[{text}]（{to}）",
        "[{text}]（{to})",
        "[{text}]({to}）",
        "【{text}】({to})",
        "［{text}］({to})",
        "［{text}］（{to}）",
        "[{text}]({to} “标题”)",
    ],
    "LK004": [
        "[{text}({to})",
        "[{text}]{to})",
        "[{text}]]({to})",
        "[{text}](<{to})",
        '[{text}]({to} "标题)',
        '[{text}]({to} 标题")',
        "[{text})({to})",
    ],
    "LK005": ["[{text}]({to}/ a.md)", "[{text}]({to}/a b.md)", "![{text}]({to}/a\t b.png)"],
    "LK006": ["[]({to})", "[{text}]()"],
    "LK013": ["[{text}](({to}))", '[{text}]("{to}")', "[{text}](http://{to})", "<hhttps://example.org/a>"],
    "LK014": ["[{text}]([{text}]({to}))", "[[{text}]({to})]({to})"],
}
FORMS = [(code, form) for code, forms in MISTAKES.items() for form in forms]
TEXTS = st.sampled_from(["官网", "安装 Go", "Vue.js", "《指南》第 1 章", "a-b_c", "说明（上）"])
DESTINATIONS = st.sampled_from(
    [
        "https://example.com/a",
        "https://example.com",
        "http://example.org/wiki/中文",
        "https://example.com/?a=b#c",
    ]
)
BEFORE = st.sampled_from(["", "参见", "参见 ", "`code` 与", "[其他](b.md)，", "**粗**：", "1、"])
AFTER = st.sampled_from(["", "。", "，后文", " 后文", "与 [其他](b.md)", "。`code`"])
CONTAINERS = st.sampled_from(["", "> ", "- ", "1. ", "## ", "> - ", "| a |\n| - |\n| "])


def _reported(text: str, start: int, end: int) -> list[Diagnostic]:
    return [item for item in check(Source("note.md", text), LINKS) if item.start < end and start < item.end]


@pytest.mark.parametrize(("code", "form"), FORMS, ids=[f"{code}-{form}" for code, form in FORMS])
@given(text=TEXTS, to=DESTINATIONS, before=BEFORE, after=AFTER, container=CONTAINERS)
def test_a_mistake_is_named_once_and_mended(
    code: str, form: str, text: str, to: str, before: str, after: str, container: str
) -> None:
    mistake = form.format(text=text, to=to)
    start = len(container + before)
    document = f"{container}{before}{mistake}{after}\n"
    found = _reported(document, start, start + len(mistake))
    assert [item.code for item in found] == [code]
    if found[0].fix:
        assert_mends(document, found[0].fix)
