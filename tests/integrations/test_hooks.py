"""The hooks of ``.pre-commit-hooks.yaml`` under the real pre-commit and prek.

They build zhenlint from a repository of this project, so they need a package index for its dependencies.
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.calls import FIXED, STRAY
from tests.integrations.snapshot import ENVIRONMENT, ROOT, git, notes, project

CLEAN = "中文笔记。\n"
LEFT = "我用 python 写程序。\n"
"""A problem whose fix is unsafe, so that the hook leaves it; one on a line that is not staged is let pass."""

_NO_INDEX = re.compile("No matching distribution found|Could not find a version|NewConnectionError")

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a module that runs hooks, with a home of its own."""
    home = str(tmp_path / "home")
    environment = {**ENVIRONMENT, "PRE_COMMIT_HOME": home, "PREK_HOME": home, "PIP_NO_COMPILE": "1"}

    def call(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=300
        )
        if done.returncode and _NO_INDEX.search(done.stdout + done.stderr):
            pytest.skip("no package index can be reached to install zhenlint's dependencies")
        return done

    return call


def _module(name: str) -> list[str]:
    """The command that runs a module of the extra ``dev``."""
    if importlib.util.find_spec(name) is None:
        pytest.skip(f"{name} is not installed; it comes with the extra `dev`")
    return [sys.executable, "-m", name]


def test_the_manifest_is_valid(run: Run) -> None:
    done = run(*_module("pre_commit"), "validate-manifest", ".pre-commit-hooks.yaml", cwd=ROOT)
    assert done.returncode == 0, done.stdout


def test_pre_commit_finds_fixes_and_passes_once_staged_again(tmp_path: Path, run: Run) -> None:
    command = [*_module("pre_commit"), "try-repo", str(project(tmp_path / "zhenlint")), "--all-files"]
    repository = notes(tmp_path / "notes", a=STRAY, b=CLEAN)

    first = run(*command, cwd=repository)
    assert first.returncode == 1, first.stderr
    assert re.search(r"^zhenlint\.+Failed$", first.stdout, re.MULTILINE)
    assert "a.md:1:14: SP004 a space between two Han characters" in first.stdout
    assert re.search(r"^zhenlint --fix\.+Failed$", first.stdout, re.MULTILINE)
    assert "files were modified by this hook" in first.stdout
    assert (repository / "a.md").read_text(encoding="utf-8") == FIXED
    assert git(repository, "status", "--short") == " M a.md\n"

    git(repository, "add", "--update")
    second = run(*command, cwd=repository)
    assert second.returncode == 0, second.stdout + second.stderr
    assert len(re.findall(r"\.+Passed$", second.stdout, re.MULTILINE)) == 2
    assert git(repository, "diff") == ""


def test_prek_keeps_a_commit_from_being_made_until_it_is_clean(tmp_path: Path, run: Run) -> None:
    source = project(tmp_path / "zhenlint")
    repository = notes(tmp_path / "notes", b=LEFT)
    revision = git(source, "rev-parse", "HEAD").strip()
    hooks = "[{id: zhenlint-fix, args: [--staged]}, {id: zhenlint, args: [--staged]}]"
    (repository / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {source}\n  rev: {revision}\n  hooks: {hooks}\n"
    )
    assert run(*_module("prek"), "install", cwd=repository).returncode == 0
    (repository / "a.md").write_text(STRAY + "\n" + LEFT, encoding="utf-8")
    (repository / "b.md").write_text(LEFT + "\n" + CLEAN, encoding="utf-8")
    commit = ("git", "commit", "--message=second")

    git(repository, "add", "--all")
    first = run(*commit, cwd=repository)
    assert first.returncode == 1, first.stderr
    assert "files were modified by this hook" in first.stdout + first.stderr
    assert "a.md:3:4: EN003 `python` is written `Python`" in first.stdout + first.stderr
    assert "b.md:" not in first.stdout + first.stderr
    assert (repository / "a.md").read_text(encoding="utf-8") == FIXED + "\n" + LEFT

    (repository / "a.md").write_text(FIXED, encoding="utf-8")
    git(repository, "add", "--all")
    second = run(*commit, cwd=repository)
    assert second.returncode == 0, second.stdout + second.stderr
    assert git(repository, "show", "HEAD:a.md", "HEAD:b.md") == FIXED + LEFT + "\n" + CLEAN
    assert git(repository, "status", "--short") == ""
