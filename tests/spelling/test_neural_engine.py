"""The neural model as an engine: asked for by a configuration, in ZH002, in one process and in several."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calls import call, spawn
from zhenlint import check_text
from zhenlint.diagnostic import Severity
from zhenlint.problem import Problem
from zhenlint.settings import EngineError, Settings

NEURAL = '[engines]\nchinese = "neural"\n'
SLIP = "对细节敢兴趣的同学可以看看。\n"
REPORT = "`敢` is unlikely here; did you mean `感`? (`节敢兴` → `节感兴`)\n"
MODULES = "['numpy', 'zhenlint.spelling.chinese.neural', 'zhenlint.spelling.chinese.unlikely']"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, whose configuration asks for the model; it has a note with a wrong character."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OMP_NUM_THREADS", "1")  # the engine sets it, and no test is to outlive itself
    (tmp_path / "zhenlint.toml").write_text(NEURAL, encoding="utf-8")
    (tmp_path / "a.md").write_text(SLIP, encoding="utf-8")
    return tmp_path


def found(text: str, words: frozenset[str] = frozenset()) -> list[Problem]:
    """The reports of ZH002 on a text."""
    return check_text(text, settings=Settings(select=("ZH002",), engine="neural", words=words))


def test_a_wrong_character_is_found_with_an_unsafe_fix() -> None:
    (problem,) = found(SLIP)
    assert (problem.start, problem.end, problem.suggestions) == (3, 4, ("感",))
    assert problem.severity is Severity.ERROR
    assert problem.fix
    assert problem.fix.applicability == "unsafe"


@pytest.mark.parametrize(
    "text",
    [
        "`对细节敢兴趣的同学可以看看。`\n",
        "“敢兴趣”应为“感兴趣”。\n",
        "這樣說來還沒關係，對這細節敢兴趣的同學可以看看，這樣說來還沒關係。\n",
        "<!-- zhenlint-disable-next-line ZH002 -->\n" + SLIP,
    ],
    ids=["code", "talked about", "Traditional", "silenced"],
)
def test_it_is_silent_where_the_counts_are(text: str) -> None:
    assert found(text) == []


def test_words_are_accepted() -> None:
    assert found(SLIP, frozenset({"敢兴趣"})) == []


@pytest.mark.usefixtures("folder")
def test_a_configuration_asks_for_it() -> None:
    result = call("check", "--lang", "en", "--output-format", "concise", "-q", "a.md")
    assert (result.code, result.out, result.err) == (1, f"a.md:1:4: ZH002 {REPORT}", "")
    shown = call("config", "--lang", "en")
    assert ["engines.chinese", '"neural"', "zhenlint.toml:2"] in [
        line.split() for line in shown.out.splitlines()
    ]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "error: `zhenlint.toml`, line 2: the engine `neural` needs `numpy`, not installed here; "
            "install with `pip install 'zhenlint[neural]'`\n",
        ),
        (
            "zh",
            "错误：`zhenlint.toml` 第 2 行：引擎 `neural` 需要 `numpy`，尚未安装；"
            "请运行 `pip install 'zhenlint[neural]'` 安装\n",
        ),
    ],
)
def test_without_numpy_the_run_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, language: str, sentence: str
) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    result = call("check", "--lang", language)
    assert (result.code, result.out, result.err) == (2, "", sentence)


def test_numpy_that_cannot_be_loaded_fails_the_run(folder: Path) -> None:
    broken = folder / "packages" / "numpy"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise ImportError('libopenblas is not there')\n", encoding="utf-8")
    done = spawn("check", "--lang", "en", "a.md", environment={"PYTHONPATH": str(broken.parent)})
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "error: a.md: numpy cannot be loaded: libopenblas is not there; "
        "mend it with `pip install 'zhenlint[neural]'`\n"
    )


def test_numpy_that_cannot_be_loaded_is_told_to_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zhenlint.spelling.chinese.neural", None)
    with pytest.raises(EngineError) as caught:
        found(SLIP)
    assert (caught.value.reason, caught.value.arguments["package"]) == ("engine-import", "numpy")


def loaded(arguments: str, environment: dict[str, str] | None = None) -> list[str]:
    """What a run prints that then tells which modules it has loaded, and how many threads it wanted."""
    script = (
        "import os, sys\n"
        "from zhenlint.cli import main\n"
        "try:\n"
        f"    main({arguments.split()!r})\n"
        "except SystemExit as end:\n"
        "    assert end.code == 1\n"
        f"print([name for name in {MODULES} if name in sys.modules], os.environ.get('OMP_NUM_THREADS'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={key: value for key, value in os.environ.items() if key != "OMP_NUM_THREADS"}
        | (environment or {}),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


CHECK = "check --no-cache --lang en --output-format concise -q --select ZH002 "


@pytest.mark.usefixtures("folder")
def test_what_is_not_asked_for_is_not_loaded() -> None:
    assert loaded(CHECK + "--isolated a.md")[-1] == "['zhenlint.spelling.chinese.unlikely'] None"
    modules, _, threads = loaded(CHECK + "a.md")[-1].rpartition(" ")
    assert modules.startswith("['numpy', 'zhenlint.spelling.chinese.neural'")
    assert threads == "1"


@pytest.mark.usefixtures("folder")
def test_the_number_of_threads_may_be_chosen() -> None:
    assert loaded(CHECK + "a.md", {"OMP_NUM_THREADS": "3"})[-1].endswith(" 3")


def test_each_process_loads_it_by_itself(folder: Path) -> None:
    for number in range(40):
        text = "我们先来看这个例子，然后继续。\n\n" * 250 + SLIP
        (folder / f"{number:02}.md").write_text(text, encoding="utf-8")
    *shared, modules = loaded(CHECK + "--jobs 2")
    *alone, _ = loaded(CHECK + "--jobs 1")
    assert len(alone) == 41
    assert shared == alone
    assert modules == "[] 1"
