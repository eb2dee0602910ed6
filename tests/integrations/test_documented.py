"""What ``docs/integrations.md`` shows: workflow files against their schemas, editors on save."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.calls import FIXED, STRAY
from tests.integrations.snapshot import ENVIRONMENT, ROOT, notes

PAGES = ["docs/integrations.md", "docs/integrations.zh-CN.md"]
LEFT = "我用 python 写程序。\n"
NOTE = STRAY + "\n" + LEFT

every_page = pytest.mark.parametrize("page", PAGES)


def _blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a program that finds the zhenlint of these tests on its path."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {**ENVIRONMENT, "PATH": path, "HOME": str(folder), "TERM": "dumb"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=120
    )


def test_both_languages_show_the_same() -> None:
    for language in ("vim", "lua", "elisp", "json", "sh", "console"):
        assert _blocks(PAGES[0], language) == _blocks(PAGES[1], language) != []
    english, chinese = ([re.sub(" #.*", "", block) for block in _blocks(page, "yaml")] for page in PAGES)
    assert english == chinese


@every_page
def test_files_for_other_programs_are_valid(page: str, tmp_path: Path) -> None:
    schemas = [None, "github-workflows", "github-workflows", "gitlab-ci"]
    for block, schema in zip(_blocks(page, "yaml"), schemas, strict=True):
        (tmp_path / "file.yml").write_text(block, encoding="utf-8")
        checker = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}")
        config = (sys.executable, "-m", "pre_commit", "validate-config")
        done = _run(tmp_path, *(checker if schema else config), "file.yml")
        assert done.returncode == 0, done.stdout + done.stderr


def test_hooks_and_inputs_are_there() -> None:
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    inputs = set(yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"])
    config, *workflows, _ = (yaml.safe_load(block) for block in _blocks(PAGES[0], "yaml"))
    assert {hook["id"] for hook in config["repos"][0]["hooks"]} == hooks
    for workflow in workflows:
        for step in workflow["jobs"]["zhenlint"]["steps"]:
            if step["uses"].startswith("zhenlint/"):
                assert set(step["with"]) <= inputs


def test_commands_run(tmp_path: Path) -> None:
    folder = notes(tmp_path / "notes", note=NOTE)
    *_, gitlab = (yaml.safe_load(block) for block in _blocks(PAGES[0], "yaml"))
    done = _run(folder, *shlex.split(gitlab["zhenlint"]["script"][1]))
    assert done.returncode == 1, done.stderr
    assert len(json.loads((folder / "code-quality.json").read_text(encoding="utf-8"))) == 2
    several, reviewdog, filtered = _blocks(PAGES[0], "console")
    assert _run(folder, *shlex.split(several)).returncode == 1
    assert {"out.sarif", "out.xml", "zhenlint.xml"} <= set(os.listdir(folder))
    assert len(json.loads(_run(folder, *shlex.split(reviewdog.partition("|")[0])).stdout)["diagnostics"]) == 2
    shell = ("sh", "-c", f"{filtered.strip()} < note.md")
    assert _run(folder, *shell).stdout == FIXED + "\n" + LEFT


# On save


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A note with a problem whose fix is safe and one whose fix is not; its name needs care."""
    path = tmp_path / "a note's 文.md"
    path.write_text("x\n", encoding="utf-8")
    return path


def _editor(*names: str) -> str:
    found = next((name for name in names if shutil.which(name)), None)
    if found is None:
        pytest.skip(f"there is no {names[0]} here")
    return found


def test_vim(note: Path) -> None:
    vim = _editor("vim")
    (note.parent / "vimrc").write_text("set nocompatible\n" + _blocks(PAGES[0], "vim")[0], encoding="utf-8")
    script = (
        f"call setline(1, {NOTE.splitlines()!r})\nwrite\n"
        "call writefile(getline(1, '$'), 'shown')\n"
        "call writefile(map(getqflist(), {_, item -> item.lnum .. ':' .. item.col .. item.text}), 'list')\n"
        "qall!\n"
    )
    (note.parent / "script").write_text(script, encoding="utf-8")
    _run(note.parent, vim, "-u", "vimrc", "-n", "-i", "NONE", "-es", "-S", "script", note.name)
    _assert_fixed(note)
    assert (note.parent / "list").read_text("utf-8") == "3:4EN003 `python` is written `Python`\n"


def test_neovim(note: Path) -> None:
    nvim = _editor("nvim")
    (note.parent / "init.lua").write_text(_blocks(PAGES[0], "lua")[0], encoding="utf-8")
    script = (
        f"call setline(1, {NOTE.splitlines()!r})\nwrite\ncall writefile(getline(1, '$'), 'shown')\nqall!\n"
    )
    (note.parent / "script").write_text(script, encoding="utf-8")
    _run(note.parent, nvim, "-u", "init.lua", "-n", "-i", "NONE", "--headless", "-S", "script", note.name)
    _assert_fixed(note)


def test_emacs(note: Path) -> None:
    emacs = _editor("emacs")
    (note.parent / "init.el").write_text(_blocks(PAGES[0], "elisp")[0], encoding="utf-8")
    script = f"""
    (find-file "{note.name}") (erase-buffer) (insert {json.dumps(NOTE, ensure_ascii=False)}) (save-buffer)
    (let ((text (buffer-string))) (with-temp-file "shown" (insert text)))
    """
    (note.parent / "script.el").write_text(script, encoding="utf-8")
    done = _run(note.parent, emacs, "--batch", "-Q", "-l", "init.el", "-l", "script.el")
    assert done.returncode == 0, done.stderr
    _assert_fixed(note)


def test_the_command_of_visual_studio_code(note: Path) -> None:
    (given,) = json.loads(_blocks(PAGES[0], "json")[0])["emeraldwalk.runonsave"]["commands"]
    assert re.search(given["match"], note.name)
    note.write_text(NOTE, encoding="utf-8")
    _run(note.parent, "sh", "-c", given["cmd"].replace("${file}", str(note)))
    assert note.read_text(encoding="utf-8") == FIXED + "\n" + LEFT


def _assert_fixed(note: Path) -> None:
    """The file is fixed, and the editor shows it so."""
    assert note.read_text(encoding="utf-8") == FIXED + "\n" + LEFT
    assert (note.parent / "shown").read_text(encoding="utf-8") == FIXED + "\n" + LEFT
