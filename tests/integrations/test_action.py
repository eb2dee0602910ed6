"""``action.yml``: valid, without a place for injected commands, and doing its work in bash as on GitHub."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.calls import STRAY
from tests.integrations.snapshot import ENVIRONMENT, ROOT, git, notes
from tests.reporters.github_runner import Command, command

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = [step for step in ACTION["runs"]["steps"] if "run" in step]

pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")


def test_it_is_valid() -> None:
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions"]
    assert subprocess.run([*checker, str(ROOT / "action.yml")], check=False).returncode == 0


def test_no_script_holds_an_expression() -> None:
    assert STEPS
    assert not [step for step in STEPS if "${{" in step["run"]]


@pytest.fixture
def runner_temp(tmp_path: Path) -> Path:
    """The runner's temporary folder, where zhenlint is installed: this one, with what it needs beside it."""
    (tmp_path / "runner").mkdir()
    (tmp_path / "runner" / "zhenlint").symlink_to(ROOT / "src", target_is_directory=True)
    return tmp_path / "runner"


def _bash(
    step: dict[str, Any], inputs: dict[str, str], temp: Path, cwd: Path, base: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run a step as the runner does: its ``env`` evaluated, its script in bash."""
    values = {f"inputs.{name}": str(given["default"]) for name, given in ACTION["inputs"].items()}
    values |= {f"inputs.{name}": value for name, value in inputs.items()}
    values |= {"steps.python.outputs.python-path": sys.executable}
    variables = {
        name: re.sub(r"\$\{\{ (.*?) \}\}", lambda match: values.get(match[1], base), text)
        for name, text in step["env"].items()
    }
    given = {"GITHUB_ACTION_PATH": str(ROOT), "RUNNER_TEMP": str(temp), "GITHUB_ACTIONS": "true"}
    given |= {"GITHUB_OUTPUT": str(temp / "output"), "GITHUB_STEP_SUMMARY": str(temp / "summary")}
    (temp / "output").write_text("")
    (temp / "summary").write_text("")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=cwd,
        env={**ENVIRONMENT, "GITHUB_WORKSPACE": str(cwd), **given, **variables},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


def _annotations(done: subprocess.CompletedProcess[str]) -> list[Command]:
    return [found for line in done.stdout.splitlines() if (found := command(line))]


def test_it_installs_itself_and_checks(tmp_path: Path) -> None:
    folder = notes(tmp_path / "notes", a=STRAY)
    installed = _bash(STEPS[0], {}, tmp_path, folder)
    if "No matching distribution" in installed.stderr or "Could not find a version" in installed.stderr:
        pytest.skip("no package index can be reached to install zhenlint's dependencies")
    assert installed.returncode == 0, installed.stderr
    assert (tmp_path / "zhenlint" / "zhenlint" / "__main__.py").exists()
    assert len(_annotations(_bash(STEPS[1], {}, tmp_path, folder))) == 1


def test_problems_become_annotations(runner_temp: Path, tmp_path: Path) -> None:
    done = _bash(STEPS[1], {}, runner_temp, notes(tmp_path / "notes", a=STRAY, b="好。\n"))
    assert done.returncode == 1, done.stderr
    (found,) = _annotations(done)
    assert (found.name, found.properties["file"], found.properties["line"]) == ("warning", "a.md", "1")
    assert "1 problem" in (runner_temp / "summary").read_text()
    assert (runner_temp / "output").read_text() == ""


def test_inputs_are_data(runner_temp: Path, tmp_path: Path) -> None:
    folder = notes(tmp_path / "notes", a=STRAY)
    (folder / "$(touch x) `touch y` ; touch z.md").write_text(STRAY, encoding="utf-8")
    inputs = {"paths": "\n$(touch x) `touch y` ; touch z.md\n", "args": "--ignore EN --exit-zero\n--quiet *"}
    done = _bash(STEPS[1], inputs, runner_temp, folder)
    assert done.returncode == 2
    assert "`*` does not exist" in done.stderr
    inputs["args"] = "--ignore EN\n--exit-zero"
    done = _bash(STEPS[1], inputs, runner_temp, folder)
    assert done.returncode == 0, done.stderr
    assert [item.properties["file"] for item in _annotations(done)] == ["$(touch x) `touch y` ; touch z.md"]
    assert len(os.listdir(folder)) == 3


def test_a_report_file(runner_temp: Path, tmp_path: Path) -> None:
    done = _bash(STEPS[1], {"reporter": "sarif"}, runner_temp, notes(tmp_path / "notes", a=STRAY))
    assert done.returncode == 1
    assert len(_annotations(done)) == 1
    name, _, path = (runner_temp / "output").read_text().strip().partition("=")
    assert name == "report"
    (run,) = json.loads(Path(path).read_text(encoding="utf-8"))["runs"]
    assert [item["ruleId"] for item in run["results"]] == ["SP004"]


def test_changed_lines_only(runner_temp: Path, tmp_path: Path) -> None:
    folder = notes(tmp_path / "notes", a=STRAY, b="好。\n")
    base = git(folder, "rev-parse", "HEAD").strip()
    (folder / "b.md").write_text(f"好。\n\n{STRAY}", encoding="utf-8")
    git(folder, "commit", "--quiet", "--all", "--message=second")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", folder.as_uri(), str(shallow))
    inputs = {"changed-only": "true"}
    done = _bash(STEPS[1], inputs, runner_temp, shallow, base)
    places = [(item.properties["file"], item.properties["line"]) for item in _annotations(done)]
    assert places == [("b.md", "3")], done.stderr
    done = _bash(STEPS[1], inputs, runner_temp, shallow, "0" * 40)
    assert len(_annotations(done)) == 2


def test_nothing_of_the_checked_folder_is_run(runner_temp: Path, tmp_path: Path) -> None:
    folder = notes(tmp_path / "notes", a=STRAY)
    (folder / "click.py").write_text("raise SystemExit(9)")
    (folder / "zhenlint.py").write_text("raise SystemExit(9)")
    assert _bash(STEPS[1], {}, runner_temp, folder).returncode == 1
