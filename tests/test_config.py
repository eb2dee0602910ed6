"""Configuration: found upwards, extended, resolved; every mistake told with file, line and key."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, NamedTuple

import pytest

from zhenlint.config import Configuration, Configurations
from zhenlint.config.selectors import Selection, codes_of
from zhenlint.config.toml_file import TomlFile
from zhenlint.config.toml_lines import line_of
from zhenlint.config.values import read_table
from zhenlint.diagnostic import Severity
from zhenlint.messages import ZhenlintError
from zhenlint.rules import all_rules, is_selector, option_defaults
from zhenlint.settings import Pycorrector


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder of the test."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, content: str) -> Path:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def configuration(folder: Path, command_line: Selection | None = None) -> Configuration:
    """The configuration that holds in a folder."""
    return Configurations(command_line=command_line).of_folder(str(folder))


def on(folder: Path, command_line: Selection | None = None) -> set[str]:
    """The codes of the rules that run in a folder."""
    settings = configuration(folder, command_line).settings
    return {code for code, rule in all_rules().items() if settings.enables(code, default=rule.default)}


DEFAULT = {code for code, rule in all_rules().items() if rule.default}


# Finding


def test_without_a_file_the_defaults_hold(folder: Path) -> None:
    found = configuration(folder)
    assert found.layers == ()
    assert found.respect_gitignore
    assert on(folder) == DEFAULT


def test_the_nearest_file_wins_whole(folder: Path) -> None:
    write(folder / "zhenlint.toml", 'ignore = ["EN"]')
    write(folder / "docs" / ".zhenlint.toml", 'ignore = ["SP"]')
    (folder / "docs" / "deep" / "er").mkdir(parents=True)
    (folder / "src").mkdir()
    assert configuration(folder / "docs" / "deep" / "er").settings.ignore == ("SP",)
    assert configuration(folder / "src").settings.ignore == ("EN",)


def test_names_in_one_folder_have_an_order(folder: Path) -> None:
    write(folder / "pyproject.toml", '[tool.zhenlint]\nignore = ["SP001"]')
    assert configuration(folder).settings.ignore == ("SP001",)
    write(folder / ".zhenlint.toml", 'ignore = ["SP003"]')
    assert configuration(folder).settings.ignore == ("SP003",)
    write(folder / "zhenlint.toml", 'ignore = ["SP004"]')
    assert configuration(folder).settings.ignore == ("SP004",)


@pytest.mark.parametrize(
    "content",
    ["", "[project]\nname = 'x'", "[project]\nname = 'zhenlint'\n[tool.ruff]\n", "broken ="],
)
def test_a_pyproject_without_the_table_is_passed_over(folder: Path, content: str) -> None:
    write(folder / "zhenlint.toml", 'ignore = ["EN"]')
    write(folder / "package" / "pyproject.toml", content)
    assert configuration(folder / "package").settings.ignore == ("EN",)


def test_an_empty_table_in_pyproject_counts(folder: Path) -> None:
    write(folder / "zhenlint.toml", 'ignore = ["EN"]')
    write(folder / "package" / "pyproject.toml", "[tool.zhenlint]\n")
    assert configuration(folder / "package").settings.ignore == ()


def test_a_named_file_holds_everywhere(folder: Path) -> None:
    write(folder / "zhenlint.toml", 'ignore = ["EN"]')
    other = write(folder / "other" / "strict.toml", 'ignore = ["SP"]')
    assert Configurations(str(other)).of_folder(str(folder)).settings.ignore == ("SP",)
    assert Configurations(isolated=True).of_folder(str(folder)).settings.ignore == ()


def test_a_file_is_read_once_a_run(folder: Path) -> None:
    write(folder / "zhenlint.toml", "")
    (folder / "a").mkdir()
    configurations = Configurations()
    assert configurations.of_folder(str(folder / "a")) is configurations.of_folder(str(folder))


# Rules


@pytest.mark.parametrize(
    ("content", "command_line", "off", "extra"),
    [
        ('ignore = ["SP"]', Selection(), {"SP001", "SP003", "SP004"}, set()),
        ('ignore = ["SP"]\nextend-select = ["SP004"]', Selection(), {"SP001", "SP003"}, set()),
        ('ignore = ["SP004"]', Selection(extend_select=("SP",)), set(), set()),
        ('ignore = ["SP"]', Selection(extend_select=("SP004",)), {"SP001", "SP003"}, set()),
        ('ignore = ["SP"]', Selection(ignore=("EN",)), {"SP001", "SP003", "SP004", "EN001", "EN003"}, set()),
    ],
)
def test_rules_are_switched_off_and_on(
    folder: Path, content: str, command_line: Selection, off: set[str], extra: set[str]
) -> None:
    write(folder / "zhenlint.toml", content)
    spacing = {"SP001", "SP003", "SP004", "EN001", "EN003"}
    assert on(folder, command_line) & spacing == (DEFAULT & spacing) - off


def test_select_replaces_the_defaults(folder: Path) -> None:
    write(folder / "zhenlint.toml", 'select = ["SP004"]')
    assert on(folder) == {"SP004"}
    assert on(folder, Selection(extend_select=("EN001",))) == {"SP004", "EN001"}
    assert on(folder, Selection(ignore=("SP",))) == set()


def test_select_on_the_command_line_starts_afresh(folder: Path) -> None:
    write(folder / "zhenlint.toml", 'select = ["EN"]\nextend-select = ["SP001"]\nignore = ["SP004"]')
    assert on(folder, Selection(select=("SP004",))) == {"SP004"}
    assert on(folder, Selection(select=("SP",), ignore=("SP001", "SP003"))) >= {"SP004"}
    assert "SP001" not in on(folder, Selection(select=("SP",), ignore=("SP001",)))


def test_all_selects_every_rule(folder: Path) -> None:
    write(folder / "zhenlint.toml", 'select = ["ALL"]')
    assert on(folder) == set(all_rules())
    assert on(folder, Selection(ignore=("ALL",))) == set()


def test_selectors() -> None:
    assert is_selector("ALL")
    assert is_selector("SP")
    assert is_selector("SP004")
    assert not is_selector("")
    assert not is_selector("SP0041")
    assert not is_selector("all")
    assert codes_of(["SP004", "ALL"]) == tuple(all_rules())
    assert codes_of([]) == ()


# Other keys


def test_every_key(folder: Path) -> None:
    write(folder / "words" / "team.txt", "# our words\nJEPA\n  xlog # a library\nC#\n\n")
    write(
        folder / "zhenlint.toml",
        """\
extend-select = ["SP"]
ignore = ["EN001"]
exclude = ["vendor/"]
respect-gitignore = false
dictionaries = ["words/team.txt"]
lang = "zh"
[per-file-ignores]
"drafts/**" = ["SP"]
[terms]
"登陆" = "登录"
[rules.SP001]
style = "always"
[severity]
SP004 = "hint"
""",
    )
    found = configuration(folder)
    settings = found.settings
    assert (settings.extend_select, settings.ignore) == (("SP",), ("EN001",))
    assert settings.words == {"jepa", "xlog", "c#"}
    assert settings.terms == {"登陆": "登录"}
    assert settings.rule_options == {"SP001": {"style": "always"}}
    assert settings.severity == {"SP004": Severity.HINT}
    assert (found.respect_gitignore, found.lang) == (False, "zh")
    assert found.exclude[0].decide(str(folder / "vendor"), folder=True)


def test_per_file_ignores(folder: Path) -> None:
    write(
        folder / "zhenlint.toml",
        'extend-select = ["SP004"]\n[per-file-ignores]\n"drafts/**" = ["SP"]\n"*.mdx" = ["ALL"]\n',
    )
    found = configuration(folder)
    for name, expected in (
        ("drafts/a/b.md", False),
        ("a.md", True),
        ("x/drafts/a.md", True),
        ("x/a.mdx", False),
    ):
        settings = found.settings_of(str(folder / name))
        assert settings.enables("SP004", default=True) == expected, name
    assert found.settings_of(str(folder / "a.md")) is found.settings


def test_patterns_are_relative_to_their_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "project" / "zhenlint.toml", 'exclude = ["/a.md", "b.md"]')
    (folder / "project" / "sub").mkdir()
    monkeypatch.chdir(folder / "project" / "sub")
    (patterns,) = configuration(folder / "project" / "sub").exclude
    assert patterns.decide(str(folder / "project" / "a.md"), folder=False)
    assert not patterns.decide(str(folder / "project" / "sub" / "a.md"), folder=False)
    assert patterns.decide(str(folder / "project" / "sub" / "b.md"), folder=False)
    assert patterns.decide(str(folder / "elsewhere" / "b.md"), folder=False)
    assert not patterns.decide(str(folder / "elsewhere" / "a.md"), folder=False)


# Extending


def test_extend_adds_to_lists_and_tables_and_replaces_single_values(folder: Path) -> None:
    write(folder / "shared" / "words.txt", "alpha")
    write(
        folder / "shared" / "base.toml",
        """\
ignore = ["EN001"]
exclude = ["old/"]
dictionaries = ["words.txt"]
lang = "zh"
respect-gitignore = false
terms.a = "b"
severity.SP001 = "error"
rules.SP001.style = "always"
""",
    )
    write(folder / "words.txt", "beta")
    write(
        folder / "zhenlint.toml",
        """\
extend = "shared/base.toml"
ignore = ["SP003"]
exclude = ["new/"]
dictionaries = ["words.txt"]
lang = "en"
terms.c = "d"
severity.SP004 = "hint"
""",
    )
    found = configuration(folder)
    assert found.settings.ignore == ("EN001", "SP003")
    assert found.settings.words == {"alpha", "beta"}
    assert found.settings.terms == {"a": "b", "c": "d"}
    assert found.settings.severity == {"SP001": Severity.ERROR, "SP004": Severity.HINT}
    assert found.settings.rule_options == {"SP001": {"style": "always"}}
    assert (found.lang, found.respect_gitignore) == ("en", False)
    assert [patterns.root for patterns in found.exclude] == [str(folder / "shared"), str(folder)]
    assert [layer.file.shown for layer in found.layers] == ["shared/base.toml", "zhenlint.toml"]


def test_select_of_the_extending_file_starts_afresh(folder: Path) -> None:
    write(folder / "base.toml", 'extend-select = ["EN"]\nignore = ["SP"]')
    write(folder / "zhenlint.toml", 'extend = "base.toml"\nselect = ["SP004"]')
    assert on(folder) == {"SP004"}


def test_a_pyproject_can_be_extended(folder: Path) -> None:
    write(folder / "pyproject.toml", '[tool.zhenlint]\nignore = ["SP"]')
    write(folder / "docs" / "zhenlint.toml", 'extend = "../pyproject.toml"')
    assert configuration(folder / "docs").settings.ignore == ("SP",)


# Mistakes (those in zhenlint.toml: tests/cli/config_mistakes.toml)


def test_a_configuration_in_another_encoding(folder: Path) -> None:
    (folder / "zhenlint.toml").write_bytes('# 注释\n"x" = 1\n# 中文\n'.encode("gbk"))
    with pytest.raises(ZhenlintError) as caught:
        configuration(folder)
    assert (
        caught.value.phrase.words("en") == "`zhenlint.toml`, line 1: not UTF-8 text; save the file as UTF-8"
    )


def test_a_byte_order_mark_is_no_mistake(folder: Path) -> None:
    (folder / "zhenlint.toml").write_bytes(b'\xef\xbb\xbfignore = ["SP"]\n')
    assert configuration(folder).settings.ignore == ("SP",)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('[tool.zhenlint]\nlangg = "zh"', "line 2: unknown key `langg`; did you mean `lang`?"),
        ("[tool]\nzhenlint = 3", "line 2: `tool.zhenlint` must be a table, not a whole number"),
        ("[tool.zhenlint\n", "line 1: not valid TOML: "),
    ],
)
def test_mistakes_in_pyproject(folder: Path, content: str, sentence: str) -> None:
    write(folder / "pyproject.toml", content)
    with pytest.raises(ZhenlintError) as caught:
        configuration(folder)
    assert caught.value.phrase.words("en").startswith("`pyproject.toml`, " + sentence)


# Validation by annotations


class Everything(NamedTuple):
    """Every kind of option that a rule may have."""

    flag: bool = False
    least: int = 1
    share: float = 0.5
    style: Literal["a", "b"] = "a"
    words: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    pairs: Mapping[str, tuple[int, ...]] = None  # type: ignore[assignment]  # given below


def test_values_become_what_the_annotations_say() -> None:
    table = {
        "flag": True,
        "least": 3,
        "share": 1,
        "style": "b",
        "words": ["x", "y"],
        "names": ["z", "z"],
        "pairs": {"p": [1, 2]},
    }
    read = read_table(Everything, table, TomlFile("x.toml", "x.toml", "", table))
    assert read == Everything(True, 3, 1.0, "b", ("x", "y"), frozenset({"z"}), {"p": (1, 2)})
    assert isinstance(read.share, float)


@pytest.mark.parametrize(
    "table",
    [{"least": True}, {"least": 1.0}, {"flag": 1}, {"share": "x"}, {"pairs": {"p": 1}}, {"words": [1]}],
)
def test_values_of_another_type_are_refused(table: dict[str, object]) -> None:
    with pytest.raises(ZhenlintError):
        read_table(Everything, table, TomlFile("x.toml", "x.toml", "", table))


@pytest.mark.parametrize("code", all_rules())
def test_the_defaults_of_every_rule_pass_as_its_options(code: str) -> None:
    options = all_rules()[code].options
    plain = {
        key: sorted(value) if isinstance(value, (tuple, frozenset)) else value
        for key, value in option_defaults(options).items()
    }
    assert read_table(options, plain, TomlFile("x.toml", "x.toml", "", plain)) == options()


def test_lines_of_keys() -> None:
    text = '''\
# select = 1
select = [
  "a",
]
"quoted key" = """
ignore = 1
"""
[ rules . SP001 ]
style = "x"
[[tables]]
'dotted'.key = 1
[terms]
"a.b" = {c = 1}
'''
    assert line_of(text, ("select",)) == 2
    assert line_of(text, ("quoted key",)) == 5
    assert line_of(text, ("ignore",)) is None
    assert line_of(text, ("rules", "SP001", "style")) == 9
    assert line_of(text, ("rules", "SP001", "other")) == 8
    assert line_of(text, ("tables", "dotted", "key")) == 11
    assert line_of(text, ("terms", "a.b", "c")) == 13


# Engines


def test_the_built_in_engine_needs_nothing(folder: Path) -> None:
    write(folder / "zhenlint.toml", '[engines]\nchinese = "builtin"\n[engines.pycorrector]\nmodel = "none"\n')
    assert configuration(folder).settings.engine == "builtin"


@pytest.mark.parametrize("value", ["builtin", "neural"])
def test_the_last_file_chooses_the_engine(folder: Path, value: str) -> None:
    write(folder / "base.toml", '[engines]\nchinese = "pycorrector"\n')
    write(folder / "zhenlint.toml", f'extend = "base.toml"\n[engines]\nchinese = "{value}"\n')
    assert configuration(folder).settings.engine == value


@pytest.mark.skipif(bool(find_spec("ahocorasick") and find_spec("pycorrector")), reason="they are installed")
def test_packages_that_are_missing_are_named_with_their_remedy(folder: Path) -> None:
    path = write(
        folder / "zhenlint.toml",
        '[engines]\nchinese = "pycorrector"\n[engines.pycorrector]\nclass = "ConfusionCorrector"\n',
    )
    with pytest.raises(ZhenlintError) as caught:
        configuration(folder)
    assert caught.value.phrase.words("en") == (
        f"`{path.name}`, line 2: ConfusionCorrector of pycorrector needs `pycorrector`, `loguru`, "
        "`pyahocorasick`, not installed here; install with `pip install 'zhenlint[pycorrector]'`"
    )


@pytest.mark.skipif(not (find_spec("ahocorasick") and find_spec("pycorrector")), reason="needs pycorrector")
def test_a_model_is_sought_beside_the_file_that_names_it(folder: Path) -> None:
    words = write(folder / "shared" / "words.txt", "错词 对词\n")
    write(
        folder / "shared" / "base.toml",
        'engines.pycorrector = {class = "ConfusionCorrector", model = "words.txt"}\n',
    )
    write(folder / "zhenlint.toml", 'extend = "shared/base.toml"\n[engines]\nchinese = "pycorrector"\n')
    assert configuration(folder).settings.engine == Pycorrector("ConfusionCorrector", str(words))
