"""Modules are found, read and compiled as by Python's own finder, only in less time."""

from __future__ import annotations

import importlib
import os
import py_compile
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.machinery import ExtensionFileLoader, ModuleSpec, PathFinder
from pathlib import Path
from typing import Any

import pytest

from zhenlint import module_finder
from zhenlint.module_finder import ModuleFinder
from zhenlint.rules import all_rules

SUFFIX = f".{sys.implementation.cache_tag}.pyc"


def _found(name: str) -> tuple[ModuleSpec | None, ModuleSpec | None]:
    """What this finder finds of a module, and what Python's does."""
    path = sys.modules[name.rpartition(".")[0]].__path__
    return ModuleFinder(SUFFIX).find_spec(name, path), PathFinder.find_spec(name, path)


def _modules() -> Iterator[str]:
    """The modules of the packages that are there after all rules were imported."""
    for rule in all_rules().values():
        importlib.import_module(rule.module)
    for name in [*sys.modules]:
        package, _, inner = name.partition(".")
        if inner and package in module_finder._PACKAGES and sys.modules[name].__spec__:
            yield name


def test_modules_are_found_where_python_finds_them() -> None:
    names = [*_modules()]
    assert len(names) > 100
    for name in names:
        found, expected = _found(name)
        assert expected
        if isinstance(expected.loader, ExtensionFileLoader):
            assert found is None
            continue
        assert found, name
        assert found.loader
        assert found.origin == expected.origin
        assert found.cached == expected.cached
        assert found.has_location
        assert found.submodule_search_locations == expected.submodule_search_locations
        assert _code(found) == _code(expected)


def _code(spec: ModuleSpec) -> Any:
    loader: Any = spec.loader
    return loader.get_code(spec.name)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with one module whose ``VALUE`` is 1."""
    folder = tmp_path / "some"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "module.py").write_text("VALUE = 1\n")
    monkeypatch.setattr(module_finder, "_PACKAGES", {"some"})
    return folder


def _value(folder: Path) -> int:
    spec = ModuleFinder(SUFFIX).find_spec("some.module", [str(folder)])
    assert spec
    names: dict[str, int] = {}
    exec(_code(spec), names)
    return names["VALUE"]


def _compiled(folder: Path) -> Path:
    return folder / "__pycache__" / f"module{SUFFIX}"


def test_a_module_is_compiled_once(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert _value(package) == 1
    before = _compiled(package).stat().st_mtime_ns
    assert _value(package) == 1
    assert _compiled(package).stat().st_mtime_ns == before


def test_a_module_that_has_changed_is_compiled_anew(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert _value(package) == 1
    (package / "module.py").write_text("VALUE = 22\n")
    assert _value(package) == 22
    (package / "module.py").write_text("VALUE = 33\n")
    os.utime(package / "module.py", (1, 1))
    assert _value(package) == 33


def test_nothing_is_compiled_into_a_folder_where_that_is_not_wanted(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _value(package) == 1
    assert not _compiled(package).exists()


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (py_compile.PycInvalidationMode.UNCHECKED_HASH, 1),
        (py_compile.PycInvalidationMode.CHECKED_HASH, 2),
    ],
)
def test_what_is_known_by_its_hash_counts_as_for_python(
    mode: py_compile.PycInvalidationMode, expected: int, package: Path
) -> None:
    py_compile.compile(str(package / "module.py"), str(_compiled(package)), invalidation_mode=mode)
    (package / "module.py").write_text("VALUE = 2\n")
    assert _value(package) == expected


def test_a_compiled_module_that_is_broken_is_told_as_by_python(package: Path) -> None:
    py_compile.compile(str(package / "module.py"), str(_compiled(package)))
    _compiled(package).write_bytes(_compiled(package).read_bytes()[:20])
    with pytest.raises(EOFError):
        _value(package)
    _compiled(package).write_bytes(b"")
    assert _value(package) == 1


def test_where_a_package_was_moved_its_code_knows_where_it_is(package: Path) -> None:
    py_compile.compile(str(package / "module.py"), str(_compiled(package)))
    moved = package.with_name("moved")
    shutil.move(package, moved)
    spec = ModuleFinder(SUFFIX).find_spec("some.module", [str(moved)])
    assert spec
    assert _code(spec).co_filename == str(moved / "module.py")


def test_what_is_no_plain_module_is_left_to_python(package: Path) -> None:
    (package / "empty").mkdir()
    (package / f"native{importlib.machinery.EXTENSION_SUFFIXES[0]}").touch()
    (package / "native.py").touch()
    finder = ModuleFinder(SUFFIX)
    for name in ("empty", "native", "absent"):
        assert finder.find_spec(f"some.{name}", [str(package)]) is None
    assert finder.find_spec("some.module", [str(package), str(package)]) is None
    assert finder.find_spec("some.module", [str(package / "some.zip")]) is None
    assert finder.find_spec("some", None) is None
    assert finder.find_spec("other.module", [str(package)]) is None


def test_a_module_that_is_new_is_found_when_python_looks_anew(package: Path) -> None:
    finder = ModuleFinder(SUFFIX)
    assert finder.find_spec("some.late", [str(package)]) is None
    (package / "late.py").touch()
    finder.invalidate_caches()
    assert finder.find_spec("some.late", [str(package)])


@pytest.mark.parametrize(
    ("options", "quick"), [([], True), (["-O"], False), (["-X", "pycache_prefix=elsewhere"], False)]
)
def test_the_program_finds_modules_so_unless_they_are_compiled_otherwise(
    options: list[str], quick: bool, tmp_path: Path
) -> None:
    (tmp_path / "note.md").write_text("我在折腾 thesis 的 新实验。\n", encoding="utf-8")
    script = (
        "import os, sys; from zhenlint.start import main; sys.argv[1:] = ['check', 'note.md']\n"
        "os._exit = lambda code: print(*(type(module.__spec__.loader).__name__ for module in\n"
        "    [*sys.modules.values()] if module.__name__.startswith('zhenlint.rules.')))\n"
        "main()"
    )
    run = subprocess.run(
        [sys.executable, *options, "-c", script], cwd=tmp_path, stdout=subprocess.PIPE, text=True, check=False
    )
    loaders = set(run.stdout.splitlines()[-1].split())
    assert loaders == {"_Loader" if quick else "SourceFileLoader"}
