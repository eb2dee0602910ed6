"""Patterns that were compiled beforehand are those that would be compiled now, and most are there."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import zhenlint
from zhenlint import stored_patterns
from zhenlint.lazy_pattern import LazyPattern
from zhenlint.package_data import DATA
from zhenlint.stored_patterns import file_name, restored

CASES = Path(__file__).parent / "rules"

stored = pytest.mark.skipif(
    not (DATA / file_name()).exists(), reason="no patterns were compiled for this Python"
)


@stored
def test_a_restored_pattern_is_the_compiled_one() -> None:
    """``re`` compares the pattern, the flags and the code."""
    _, patterns = stored_patterns._stored()
    for pattern, flags in patterns:
        compiled = re.compile(pattern, flags)
        made = restored(pattern, flags)
        assert made == compiled
        assert made is not None
        assert made.groupindex == compiled.groupindex
    assert len(patterns) > 500


@stored
def test_nine_in_ten_patterns_of_the_modules_are_stored() -> None:
    """If not, ``python dictionaries/compile_patterns.py`` has to run again."""
    for module in pkgutil.walk_packages(zhenlint.__path__, "zhenlint."):
        importlib.import_module(module.name)
    lazy = {
        (item.pattern, int(item.flags))
        for item in gc.get_objects()
        if isinstance(item, LazyPattern) and type(item.pattern) is str
    }
    known = lazy & stored_patterns._stored()[1].keys()
    assert len(known) >= 0.9 * len(lazy)


@stored
def test_long_patterns_that_documents_ask_for_are_stored() -> None:
    """If not, ``python dictionaries/compile_patterns.py`` has to run again: each takes a millisecond."""
    program = (
        "import zhenlint; zhenlint.check_text(sys.stdin.read()); print(max(len(p[0]) for p in compiled))"
    )
    cases = [path.read_text(encoding="utf-8") for path in sorted(CASES.glob("*/*.md"))]
    text = "".join(re.sub("^ *(?:`{3,}|~{3,}).*", "", case, flags=re.MULTILINE) for case in cases)
    assert int(_output(program, text)) < 200


def test_what_is_not_stored_is_compiled() -> None:
    assert restored("not stored", 0) is None


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of data that is read instead of the package's."""
    monkeypatch.setattr(stored_patterns, "DATA", tmp_path)
    monkeypatch.setattr(stored_patterns, "_stored", stored_patterns._stored.__wrapped__)
    return tmp_path


@stored
def test_patterns_of_another_engine_are_not_restored(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(DATA / file_name(), elsewhere)
    pattern, flags = next(iter(stored_patterns._stored()[1]))
    assert restored(pattern, flags)
    monkeypatch.setattr(sys, "byteorder", "another")
    assert restored(pattern, flags) is None


def test_without_a_file_for_this_python_nothing_is_restored(elsewhere: Path) -> None:
    assert not list(elsewhere.iterdir())
    assert stored_patterns._stored()[1] == {}


_LENT = """
import re, sys
from zhenlint.stored_patterns import lend

lend()
compiled, compile_now = [], re._compiler.compile
re._compiler.compile = lambda *arguments: compiled.append(arguments) or compile_now(*arguments)
{}
"""


def _output(program: str, text: str = "") -> str:
    command = [sys.executable, "-X", "utf8", "-c", _LENT.format(program)]
    return subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=True).stdout


@stored
def test_other_packages_compile_hardly_anything() -> None:
    assert int(_output("import markdown_it, zhenlint.cli; print(len(compiled))")) < 10


def test_what_is_asked_of_re_is_as_ever() -> None:
    program = (
        "re.purge(); found = re.compile('not stored', re.I); print(found.flags, re.compile(found) is found)"
    )
    assert _output(program + "; print(len(compiled), re.compile('not stored', re.I) is found)") == (
        f"{int(re.compile('not stored', re.I).flags)} True\n1 True\n"
    )
