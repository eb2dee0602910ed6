"""Real git repositories for tests, apart from the caller's own configuration."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

_VARIABLES = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_ALLOW_PROTOCOL": "file",
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.com",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.com",
    "GIT_EDITOR": "true",
}


def isolate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let git know nothing of the caller."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in _VARIABLES.items():
        monkeypatch.setenv(name, value)


def git(*arguments: str, at: Path | None = None) -> str:
    """What a git command prints; it must succeed."""
    result = subprocess.run(
        ["git", *arguments], cwd=at, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def start(at: Path) -> None:
    """A new repository, its branch called main."""
    at.mkdir(parents=True, exist_ok=True)
    git("init", "--quiet", "--initial-branch=main", at=at)


def write(at: Path, text: str) -> None:
    """Write a file and the folders it needs."""
    at.parent.mkdir(parents=True, exist_ok=True)
    at.write_text(text, encoding="utf-8")


def commit(at: Path, message: str = "x") -> str:
    """Commit all there is; the name of the commit."""
    git("add", "--all", at=at)
    git("commit", "--quiet", "--message", message, at=at)
    return git("rev-parse", "HEAD", at=at)
