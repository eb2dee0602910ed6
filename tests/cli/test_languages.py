"""No half-translated output: every command, option, example, mistake and rule page, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from tests.cli.calls import STRAY, call
from zhenlint.cli import COMMANDS, main
from zhenlint.cli.command import BilingualCommand, BilingualOption
from zhenlint.cli.words import add
from zhenlint.rule_page import page
from zhenlint.rules import Rule, all_rules

HAN = re.compile("[\u4e00-\u9fff]")
CODE = re.compile(r"`[^`\n]*`|--[a-z-]+|https?://\S+")
ENGLISH_SENTENCE = re.compile(r"\b[A-Za-z]{2,},? [a-z]{2,} [a-z]{2,}\b")
"""Three words in a row, the last two in small letters."""


def _commands() -> Iterator[tuple[str, click.Command]]:
    """Every command with the words that call it, groups within groups as well."""
    waiting: list[tuple[str, click.Command]] = [("", main)]
    while waiting:
        words, command = waiting.pop()
        yield words, command
        if isinstance(command, click.Group):
            context = click.Context(command)
            for name in command.list_commands(context):
                inner = command.get_command(context, name)
                assert inner is not None
                waiting.append((f"{words} {name}".strip(), inner))


ALL = [*_commands(), ("words add", add)]
every_command = pytest.mark.parametrize("words", [words for words, _ in ALL])


def test_all_commands_are_walked() -> None:
    assert {words for words, _ in ALL} >= {"", *COMMANDS}


@every_command
def test_every_option_and_example_is_in_both_languages(words: str) -> None:
    command = dict(ALL)[words]
    assert isinstance(command, BilingualCommand)
    texts = [command.words, *((english, chinese) for _, english, chinese in command.examples)]
    for parameter in command.get_params(click.Context(command)):
        if isinstance(parameter, click.Option):
            assert isinstance(parameter, BilingualOption), parameter.name
            texts.append(parameter.words)
    for english, chinese in texts:
        assert HAN.search(chinese), english
        assert not HAN.search(english), english
        assert not ENGLISH_SENTENCE.search(CODE.sub("", chinese)), chinese


@every_command
def test_help_is_in_one_language(words: str) -> None:
    english = call(*words.split(), "--help", "--lang", "en").out
    chinese = call(*words.split(), "--help", "--lang", "zh").out
    assert len(english.splitlines()) > 5
    command = dict(ALL)[words]
    assert isinstance(command, BilingualCommand)
    for line in sorted((line for line, _, _ in command.examples), key=len, reverse=True):
        english, chinese = english.replace(line, ""), chinese.replace(line, "")
    assert not HAN.search(english)
    for line in chinese.replace(f"zhenlint {words}", "").splitlines():
        assert not ENGLISH_SENTENCE.search(CODE.sub("", line)), line
    assert command.words[1][:8] in chinese


@pytest.mark.parametrize("arguments", ["", "cache", "cache x", "completion tcsh", "words add", "rule a b"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_wrong_arguments_are_told_in_one_language(language: str, arguments: str) -> None:
    result = call("--lang", language, *arguments.split())
    assert (result.code, result.out) == (2, "")
    told = result.err if arguments else result.err.split("\n\n")[0]
    _assert_in(language, told)
    assert "action" not in told
    assert "shells" not in told
    assert "Missing" not in told


MISTAKES = ["--nope", "--lang", "--color=purple", "--lang xx"]


@every_command
@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistakes_are_told_in_one_language(words: str, mistake: str) -> None:
    for language in ("en", "zh"):
        if words == "" and "color" in mistake:
            continue
        result = call("--lang", language, *words.split(), *mistake.split())
        assert result.code == 2
        assert (result.out, bool(result.err)) == ("", True)
        _assert_in(language, result.err)


def _assert_in(language: str, text: str) -> None:
    for line in filter(None, text.splitlines()):
        plain = CODE.sub("", line)
        if language == "en":
            assert not HAN.search(plain), line
        else:
            assert HAN.search(plain), line
            assert not ENGLISH_SENTENCE.search(plain), line


@pytest.mark.parametrize("language", ["en", "zh"])
def test_runs_are_told_in_one_language(language: str) -> None:
    for name in ("a.md", "b.md"):
        with open(name, "w", encoding="utf-8") as file:
            file.write(STRAY)
    for line in (
        "check a.md nope.md",
        "check --diff",
        "check --statistics",
        "baseline a.md",
        "check",
        "config",
        "init",
        "check --fix",
    ):
        result = call("--lang", language, *line.split())
        _assert_in(language, result.err)
        if line == "init":
            _assert_in(language, result.out)


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.code)
def test_rule_pages_are_in_one_language(rule: Rule) -> None:
    chinese = re.sub(r"```.*?```", "", page(rule, "zh"), flags=re.DOTALL)
    body, _, _ = chinese.partition("## 出处")
    for paragraph in re.split(r"\n\n+", body):
        plain = re.sub(r"\|[^\n]*\|", "", CODE.sub("", paragraph)).strip()
        if len(plain) > 20 and not plain.startswith("#"):
            assert HAN.search(plain), paragraph
            assert len(ENGLISH_SENTENCE.findall(plain)) <= 1, paragraph
    english = re.sub(r"```.*?```", "", page(rule, "en"), flags=re.DOTALL)
    prose = re.sub(
        r"“[^”]*”|‘[^’]*’|《[^》]*》|\([^)]*\)", "", CODE.sub("", english).partition("## Sources")[0]
    )
    assert len(HAN.findall(prose)) <= 0.05 * len(prose)


def test_a_language_is_that_of_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for value, chinese in (("zh_CN.UTF-8", True), ("zh-Hant", True), ("en_GB.UTF-8", False), ("C", False)):
        monkeypatch.setenv("LC_ALL", value)
        for arguments in (("--help",), ("check", "nope.md"), ("rule",), ("config",)):
            result = call(*arguments)
            assert bool(re.search("[\u4e00-\u9fff]{4}", result.out + result.err)) is chinese
