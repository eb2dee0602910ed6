"""``zhenlint config``: each value and where it comes from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import call
from zhenlint.config.keys import Keys
from zhenlint.config.schema import schema
from zhenlint.config.values import keys_of

FILES = {
    "zhenlint.toml": """\
extend = "base/base.toml"
ignore = ["SP002"]
exclude = ["vendor/"]
[terms]
"Javascript" = "JavaScript"
"登陆" = "登入"
[rules.SP001]
style = "always"
[per-file-ignores]
"drafts/**" = ["ZH"]
""",
    "base/base.toml": """\
lang = "zh"
ignore = ["SP004", "EN"]
extend-select = ["SP002", "PU007"]
exclude = ["*.draft.md"]
[terms]
"登陆" = "登录"
[rules.SP001]
style = "never"
code = "never"
""",
    "notes/a.md": "# 标题\n",
    "vendor/b.md": "# 标题\n",
    "drafts/c.md": "# 标题\n",
}


@pytest.fixture(autouse=True)
def project(folder: Path) -> None:
    """A project with two configuration files."""
    for name, content in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")


def values(*arguments: str) -> tuple[dict[str, Any], dict[str, list[tuple[Any, str | None, int | None]]]]:
    """The whole answer as JSON, and its values by key."""
    result = call("config", "--output-format", "json", *arguments)
    assert result.code == 0
    answer = json.loads(result.out)
    by_key: dict[str, list[tuple[Any, str | None, int | None]]] = {}
    for item in answer["values"]:
        by_key.setdefault(item["key"], []).append((item["value"], item["file"], item["line"]))
    return answer, by_key


def test_each_value_names_its_file_and_line() -> None:
    answer, by_key = values("notes/a.md")
    assert answer["files"] == ["zhenlint.toml", "base/base.toml"]
    assert by_key["ignore"] == [(["SP002"], "zhenlint.toml", 2), (["SP004", "EN"], "base/base.toml", 2)]
    assert by_key["extend-select"] == [(["PU007"], "base/base.toml", 3)]  # SP002 is overruled
    assert by_key["exclude"] == [
        (["*.draft.md"], "base/base.toml", 4),
        (["vendor/"], "zhenlint.toml", 3),
    ]
    assert by_key["lang"] == [("zh", "base/base.toml", 1)]
    assert by_key['terms."登陆"'] == [("登入", "zhenlint.toml", 6)]
    assert by_key["terms.Javascript"] == [("JavaScript", "zhenlint.toml", 5)]
    assert by_key["rules.SP001.style"] == [("always", "zhenlint.toml", 8)]
    assert by_key["rules.SP001.code"] == [("never", "base/base.toml", 9)]
    assert by_key["respect-gitignore"] == [(True, None, None)]
    assert by_key["select"] == [(None, None, None)]
    assert {"SP002", "SP004", "EN001"}.isdisjoint(answer["rules"])
    assert {"SP001", "PU007", "ZH001"} <= set(answer["rules"])


def test_what_holds_for_one_file() -> None:
    assert values("vendor/b.md")[0]["excluded"] is True
    assert values("notes/a.md")[0]["excluded"] is False
    assert "ZH001" not in values("drafts/c.md")[0]["rules"]


def test_without_a_file_there_are_defaults(folder: Path) -> None:
    for key, found in values("--isolated")[1].items():
        assert [(file, line) for _, file, line in found] == [(None, None)], key
    shown = call("config", "--isolated", "--lang", "en").out
    assert shown.startswith("No configuration file holds here; these are the defaults.\n")
    assert call("config", "--config", "base/base.toml", "--output-format", "json").code == 0
    top = set(keys_of(Keys)) - {"extend"}
    assert set(values("--isolated")[1]) <= top


def test_it_speaks_the_language_of_the_configuration() -> None:
    shown = call("config", "notes").out
    assert shown.startswith("`notes` 的配置来自 `zhenlint.toml`、`base/base.toml`。\n键")
    assert "出处" in shown
    english = call("config", "vendor/b.md", "--lang", "en").out
    assert 'rules.SP001.style             "always"' in english
    assert "zhenlint.toml:8" in english
    assert "`vendor/b.md` is excluded: it is only checked if it is named" in english


def test_the_words_of_the_user_are_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert values()[0]["words"] is None
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "user"))
    (folder / "user" / "zhenlint").mkdir(parents=True)
    (folder / "user" / "zhenlint" / "words.txt").write_text("foobarish\n", encoding="utf-8")
    assert values()[0]["words"] == "user/zhenlint/words.txt"
    assert values("--isolated")[0]["words"] is None
    assert "user/zhenlint/words.txt" in call("config").out


def test_the_schema_is_printed() -> None:
    assert json.loads(call("config", "--schema").out) == schema()


def test_mistakes_are_told(folder: Path) -> None:
    result = call("config", "nope.md")
    assert (result.code, result.out) == (2, "")
    assert result.err == "error: `nope.md` does not exist; check how the path is spelled\n"
    assert call("config", "a", "b").code == 2
    assert "`--isolated` cannot be used together" in call("config", "--isolated", "--config", "x").err
    (folder / "notes" / "zhenlint.toml").write_text("langg = 1\n", encoding="utf-8")
    result = call("config", "notes")
    assert result.err == "error: `notes/zhenlint.toml`, line 1: unknown key `langg`; did you mean `lang`?\n"


def test_what_a_file_says_never_reaches_the_terminal_raw(folder: Path) -> None:
    (folder / "zhenlint.toml").write_text('[terms]\n"a\\u001b[31m" = "b\\u202e"\n', encoding="utf-8")
    shown = call("config").out
    assert "\x1b" not in shown
    assert "\u202e" not in shown
