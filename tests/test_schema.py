"""The JSON schema of configuration files thinks of them as the program does, and is published as it is."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhenlint import config
from zhenlint.config.keys import Keys
from zhenlint.config.schema import DESCRIPTIONS, schema, schema_text
from zhenlint.config.toml_file import TomlFile
from zhenlint.config.values import keys_of, read_table
from zhenlint.diagnostic import Severity
from zhenlint.language import Language
from zhenlint.messages import ZhenlintError
from zhenlint.rules import all_rules

ROOT = Path(__file__).parent.parent
MISTAKES = tomllib.loads((ROOT / "tests/cli/config_mistakes.toml").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(schema())


def accepts(table: Any) -> bool:
    """Whether the program takes a table."""
    try:
        read_table(Keys, table, TomlFile("/zhenlint.toml", "zhenlint.toml", "", table))
    except ZhenlintError:
        return False
    return True


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(schema())


@pytest.mark.parametrize("folder", [ROOT / "docs", Path(config.__file__).parent], ids=["docs", "package"])
def test_it_is_published_as_it_is(folder: Path) -> None:
    assert (folder / "zhenlint.schema.json").read_text(encoding="utf-8") == schema_text()


def test_every_key_is_described_in_both_languages() -> None:
    assert set(keys_of(Keys)) <= set(DESCRIPTIONS)
    for key in keys_of(Keys):
        english, chinese = DESCRIPTIONS[key]
        assert english.isascii()
        assert any("\u4e00" <= char <= "\u9fff" for char in chinese)


@pytest.mark.parametrize("name", MISTAKES)
def test_it_refuses_what_the_program_refuses(name: str) -> None:
    mistake = MISTAKES[name]
    if mistake.get("program"):
        return
    table = tomllib.loads(mistake["file"])
    table = table.get("tool", {}).get("zhenlint", table) if "name" in mistake else table
    assert not accepts(table)
    assert not VALIDATOR.is_valid(table)


def _examples() -> list[str]:
    """The configurations that the documentation shows."""
    pages = [*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")]
    texts = [
        part.split("```")[0] for page in pages for part in page.read_text("utf-8").split("```toml\n")[1:]
    ]
    return [text for text in texts if "[tool.zhenlint" not in text and "+++" not in text]


@pytest.mark.parametrize("text", _examples())
def test_it_takes_what_the_documentation_shows(text: str) -> None:
    table = tomllib.loads(text)
    assert accepts(table)
    assert [error.message for error in VALIDATOR.iter_errors(table)] == []


def test_examples_there_are() -> None:
    assert len(_examples()) >= 5


_WORDS = st.sampled_from(
    ["SP", "SP001", "S", "ALL", "XX", "", " ", "a.md", "zh", "en", "hint", "always", "MD"]
)
_VALUES = st.recursive(
    st.one_of(_WORDS, st.booleans(), st.integers(0, 3), st.floats(0, 1)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["SP001", "SP002", "style", "exempt", "x", "", "chinese"]), inner),
    ),
    max_leaves=6,
)
_CODES = st.sampled_from(list(all_rules()))
_RIGHT = st.fixed_dictionaries(
    {},
    optional={
        "select": st.lists(_WORDS),
        "ignore": st.lists(_CODES),
        "lang": st.sampled_from(get_args(Language)),
        "terms": st.dictionaries(_WORDS, _WORDS),
        "severity": st.dictionaries(_CODES, st.sampled_from([item.value for item in Severity])),
        "rules": st.dictionaries(_CODES, st.dictionaries(st.sampled_from(["style", "exempt"]), _VALUES)),
        "engines": _VALUES,
        "respect-gitignore": st.booleans(),
        "dictionaries": st.lists(_WORDS),
    },
)


@given(_RIGHT | st.dictionaries(st.sampled_from([*keys_of(Keys), "exlude"]), _VALUES, max_size=3))
def test_they_agree_on_any_table(table: dict[str, Any]) -> None:
    plain = json.loads(json.dumps(table))
    table.pop("exclude", None)
    table.pop("per-file-ignores", None)
    plain.pop("exclude", None)
    plain.pop("per-file-ignores", None)
    assert VALIDATOR.is_valid(plain) == accepts(table)
