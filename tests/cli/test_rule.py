"""``zhenlint rule``: the table, a page, JSON; and the help pages."""

from __future__ import annotations

import json

import pytest

from tests.cli.calls import call
from zhenlint.cli import COMMANDS
from zhenlint.rules import all_rules


def test_the_table_has_every_rule_on_a_line() -> None:
    result = call("rule")
    heading, *lines = result.out.splitlines()
    assert result.code == 0
    assert heading.split()[:3] == ["CODE", "NAME", "SEVERITY"]
    assert [line.split()[:2] for line in lines] == [[rule.code, rule.name] for rule in all_rules().values()]
    assert call("rule", "--lang", "zh").out.startswith("代码   名称")


def test_a_page_is_markdown_outside_a_terminal() -> None:
    page = call("rule", "SP004").out
    assert page.startswith("# SP004 ")
    assert "`han-han-spacing` · warning · default: on · fix: safe" in page
    assert "```md\n" in page
    assert 'ignore = ["SP004"]' in page


def test_a_page_in_chinese_has_no_english_headings() -> None:
    page = call("rule", "SP004", "--lang", "zh").out
    assert "`han-han-spacing` · 警告 · 默认：开 · 修复：安全" in page
    assert "## 如何关闭" in page
    assert "## Why" not in page
    assert "silence" not in page


def test_a_coloured_page_is_set_for_reading() -> None:
    page = call("rule", "SP004", "--color", "always").out
    assert page.startswith("\x1b[1mSP004 ")
    assert "```" not in page
    assert "\x1b[36m`" in page
    assert "\x1b[31m" in page


@pytest.mark.parametrize("code", all_rules())
def test_every_page_is_printed_in_both_languages(code: str) -> None:
    pages = [call("--lang", language, "rule", code, "--color", "always").out for language in ("en", "zh")]
    assert pages[0] != pages[1]
    for page in pages:
        assert "{" not in page or code not in {"SP001", "SP004"}
        assert page.count("\x1b[0m") > 5


def test_rules_as_json() -> None:
    rules = json.loads(call("rule", "--output-format", "json").out)
    assert [rule["code"] for rule in rules] == list(all_rules())
    one = json.loads(call("rule", "SP001", "--output-format", "json").out)
    assert one == rules[list(all_rules()).index("SP001")]
    assert one["options"] == [
        {"key": "style", "default": "consistent", "choices": ["consistent", "always", "never"]},
        {"key": "code", "default": "words", "choices": ["words", "always", "never", "any"]},
        {"key": "math", "default": "any", "choices": ["any", "always", "never"]},
    ]
    assert one["fix"] == "safe"
    assert one["default"] is True


def test_help_is_in_the_language_asked_for() -> None:
    assert "Check Markdown files and folders." in call("check", "--help").out
    for arguments in (["--lang", "zh", "check", "-h"], ["check", "--help", "--lang=zh"]):
        page = call(*arguments).out
        assert page.startswith("检查 Markdown 文件和文件夹。\n\n用法：zhenlint check [OPTIONS] [PATHS]…\n")
        assert "\n修复：\n" in page


def test_help_is_in_the_language_of_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "用法：" in call("--help").out
    assert call("chek").err.startswith("错误：")


def test_without_arguments_help_is_printed() -> None:
    result = call()
    assert result.code == 2
    assert "zhenlint check notes/ README.md" in result.err


def test_every_command_and_option_has_help_in_both_languages() -> None:
    for command in ((), *((name,) for name in COMMANDS)):
        english = call("--lang", "en", *command, "--help").out
        chinese = call("--lang", "zh", *command, "--help").out
        assert not any("\u4e00" <= char <= "\u9fff" for char in english)
        for line in chinese.splitlines():
            if line.startswith("  ") and "…" not in line:
                assert any("\u4e00" <= char <= "\u9fff" for char in line) or line.lstrip().startswith("-")
