"""The catalogue of messages: complete, in both languages, with the same arguments, every one used."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import zhenlint
from zhenlint.catalogue import CATALOGUE
from zhenlint.messages import Phrase, phrase, remedy

PACKAGE = Path(zhenlint.__file__).parent
SAME_IN_BOTH = {"nothing", "help-replace", "config-place", "usage-other"}


def _arguments(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", CATALOGUE)
def test_a_message_says_the_same_in_both_languages(key: str) -> None:
    english, chinese = CATALOGUE[key]
    assert _arguments(english) == _arguments(chinese)
    if key not in SAME_IN_BOTH:
        assert any("\u4e00" <= char <= "\u9fff" for char in chinese)
        assert not any("\u4e00" <= char <= "\u9fff" for char in english)


def _code() -> str:
    files = [path for path in PACKAGE.rglob("*.py") if path.name != "catalogue.py"]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_message_is_used() -> None:
    code = _code()
    built = re.compile(r"^(?:problem|file|hint|line|word|use)\.(?:one|many)$|^severity-|^column-|^rule-")
    assert [key for key in CATALOGUE if f'"{key}"' not in code and not built.match(key)] == []


def test_every_message_used_is_there() -> None:
    used = set(re.findall(r'(?:\bphrase|ZhenlintError|SourceError|Phrase)\(\s*"([a-z-]+)"', _code()))
    assert used - set(CATALOGUE) == set()
    assert len(used) > 40


def test_the_chinese_follows_the_rules_it_preaches() -> None:
    texts = {key: re.sub(r"`[^`]*`", "`x`", chinese) for key, (_, chinese) in CATALOGUE.items()}
    half_width = re.compile(
        "[\u4e00-\u9fff][,;:!?]|[\u4e00-\u9fff][A-Za-z]|[A-Za-z][\u4e00-\u9fff]| [，。：；]"
    )
    assert {key: text for key, text in texts.items() if half_width.search(text)} == {}


def test_a_phrase_may_hold_another() -> None:
    inner = remedy("chek", ["check"])
    message = phrase("usage-no-such-command", command="chek", remedy=inner)
    assert message.words("en") == "there is no command `chek`; did you mean `check`?"
    assert message.words("zh") == "没有 `chek` 这个命令；您是不是想写 `check`？"
    assert remedy("xyz", ["check"]) == Phrase("nothing")


def test_arguments_may_hold_braces() -> None:
    assert "`{x}`" in phrase("missing-path", path="{x}").words("en")
