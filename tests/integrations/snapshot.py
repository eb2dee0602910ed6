"""Git repositories for tests: of this project as it stands, and of notes."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

_PARTS = ("src", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml")

ENVIRONMENT = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "LC_ALL": "C.UTF-8",
    **{f"GIT_{who}_{what}": "a@b.c" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}
"""For git and what runs it: no settings of the person who runs the tests."""


def git(folder: Path, *arguments: str) -> str:
    """Run git; what it prints."""
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    return done.stdout


def project(folder: Path) -> Path:
    """A repository of what of this project makes a package, committed."""
    folder.mkdir()
    for name in _PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return _committed(folder)


def notes(folder: Path, **files: str) -> Path:
    """A repository of notes, committed; ``a=…`` is the text of ``a.md``."""
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return _committed(folder)


def _committed(folder: Path) -> Path:
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=first")
    return folder
