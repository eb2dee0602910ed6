"""The index of the rules, and the signs by which a rule is left out of a document's check."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import zhenlint.rules
from docs.rule_index import INDEX as FILE
from docs.rule_index import RULE_WORDS, index_text, words_text
from tests.rules.cases import read_cases, read_examples
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, Rule, all_rules, enabled_rules
from zhenlint.rules.index import INDEX
from zhenlint.rules.wording import name_of, words_of
from zhenlint.rules.words import WORDS
from zhenlint.settings import Settings
from zhenlint.source import Source

HERE = Path(__file__).parent
SIGNED = [rule for rule in all_rules().values() if rule.signs and not rule.close]


def test_the_index_says_what_the_modules_say() -> None:
    assert FILE.read_text(encoding="utf-8") == index_text(), "run python docs/build.py"


def test_the_words_are_those_of_the_modules() -> None:
    assert RULE_WORDS.read_text(encoding="utf-8") == words_text(), "run python docs/build.py"


def test_a_rule_whose_words_are_not_known_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    said = name_of("SP005"), words_of("SP005", "default", (("count", "2"),), "zh")
    monkeypatch.delitem(WORDS, "SP005")
    assert (name_of("SP005"), words_of("SP005", "default", (("count", "2"),), "zh")) == said


def test_a_module_that_the_index_does_not_know_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    known = dict(INDEX)
    assert known.pop("spacing.repeated_spaces")
    monkeypatch.setattr("zhenlint.rules.INDEX", known)
    zhenlint.rules._entries.cache_clear()
    try:
        assert all_rules()["SP005"].name == "repeated-spaces"
        assert list(all_rules()) == sorted(all_rules())
    finally:
        zhenlint.rules._entries.cache_clear()


def test_a_rule_is_left_out_where_none_of_its_signs_stands() -> None:
    assert "SP005" in _codes("两个  空格\n")
    assert "SP005" not in _codes("一个 空格\n")
    assert {"MD003", "MD006"} <= _codes("---\n")


def _codes(text: str) -> set[str]:
    return {context.rule.code for context in enabled_rules(Settings(select=("ALL",)), text=text)}


def _texts() -> Iterator[str]:
    for path in (*HERE.glob("*/*.md"), *HERE.parent.glob("documents/**/*.md")):
        yield path.read_text(encoding="utf-8")
    for path in HERE.glob("*/*.md"):
        yield from (case.text for case in read_cases(path))
    for rule in all_rules().values():
        yield from (case.text for case in read_examples(rule))


@pytest.mark.parametrize("rule", SIGNED, ids=lambda rule: rule.code)
def test_a_rule_finds_nothing_where_none_of_its_signs_stands(rule: Rule) -> None:
    context = Context(rule, rule.options(), Settings())
    for text in dict.fromkeys(_without(text, rule.signs) for text in _texts()):
        document = Document.parse(Source("a.md", text))
        if rule.check:
            assert not list(rule.check(document, context)), text
        if rule.gather:
            assert rule.gather(document, context) is None, text


def _without(text: str, signs: tuple[str, ...]) -> str:
    while any(sign in text for sign in signs):
        for sign in signs:
            text = text.replace(sign, "")
    return text
