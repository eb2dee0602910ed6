"""What every rule owes: a page in two languages, examples, messages, a name that finds its file."""

from __future__ import annotations

import string

import pytest
from markdown_it import MarkdownIt

from tests.rules.cases import read_examples
from zhenlint.language import Language
from zhenlint.rules import Rule, all_rules

LANGUAGES: tuple[Language, ...] = ("en", "zh")
RULES = all_rules().values()
SECTIONS = {
    "en": ("## What it finds", "## Why", "## Examples", "## Sources"),
    "zh": ("## 它找什么", "## 为什么", "## 示例", "## 出处"),
}

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@every_rule
def test_the_page_has_every_section_in_both_languages(rule: Rule) -> None:
    for language in LANGUAGES:
        page = rule.documentation(language)
        assert page.startswith("# ")
        assert [section for section in SECTIONS[language] if section not in page] == []
        assert "{examples}" not in page
        assert "```md" in page


@every_rule
def test_every_option_is_documented(rule: Rule) -> None:
    for name in rule.options._fields:
        key = name.replace("_", "-")
        assert f"`{key}`" in rule.documentation("en")
        assert f"`{key}`" in rule.documentation("zh")


@every_rule
def test_both_pages_of_a_rule_have_all_examples(rule: Rule) -> None:
    english, chinese = (
        [token.content for token in MarkdownIt().parse(rule.documentation(language)) if token.type == "fence"]
        for language in LANGUAGES
    )
    assert english[0] in chinese
    assert len(chinese) == len(english)


@every_rule
def test_examples_show_wrong_and_right(rule: Rule) -> None:
    examples = [*read_examples(rule)]
    assert any(case.quiet for case in examples)
    assert any(not case.quiet for case in examples)
    assert any(case.fixed is not None for case in examples) == (rule.fix is not None)


@every_rule
def test_messages_say_the_same_in_both_languages(rule: Rule) -> None:
    for english, chinese in rule.messages.values():
        assert _placeholders(english) == _placeholders(chinese)
        assert any("\u4e00" <= char <= "\u9fff" for char in chinese)


def _placeholders(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


@every_rule
def test_the_module_is_named_after_the_rule(rule: Rule) -> None:
    assert rule.module.rpartition(".")[2] == rule.name.replace("-", "_")
