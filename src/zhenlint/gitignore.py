"""Where git keeps its ignore patterns: ``.gitignore`` in every folder, ``info/exclude`` once."""

from __future__ import annotations

import os
from collections.abc import Iterator

from zhenlint.patterns import Patterns, read_ignore_file


def ignore_file_of(folder: str) -> tuple[Patterns, ...]:
    """The patterns of a folder's own ``.gitignore``."""
    patterns = read_ignore_file(os.path.join(folder, ".gitignore"), folder)
    return (patterns,) if patterns else ()


def above(folder: str) -> tuple[Patterns, ...]:
    """The patterns that hold in a folder because of the repository around it, weakest first.

    Those that ignore the folder itself are left out: it was asked for.
    """
    return tuple(patterns.inside(folder) for patterns in patterns_over(folder))


def patterns_over(path: str) -> tuple[Patterns, ...]:
    """All patterns of the repository around a file or folder that may speak of it, weakest first."""
    root = repository_root(path)
    if root is None:
        return ()
    sets = [*_shared_excludes(root)]
    for parent in _folders_between(root, path):
        sets += ignore_file_of(parent)
    return tuple(sets)


def repository_root(folder: str) -> str | None:
    """The nearest folder upwards that has a ``.git``."""
    while not os.path.lexists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder


def _folders_between(root: str, folder: str) -> Iterator[str]:
    """The folders from ``root`` down to the parent of ``folder``."""
    if folder != root:
        parent = os.path.dirname(folder)
        yield from _folders_between(root, parent)
        yield parent


def _shared_excludes(root: str) -> Iterator[Patterns]:
    """``info/exclude`` of the repository, which a worktree shares (gitrepository-layout(5))."""
    git = os.path.join(root, ".git")
    if os.path.isfile(git):
        git = os.path.join(root, _first_line(git).removeprefix("gitdir:").strip())
        common = os.path.join(git, "commondir")
        if os.path.isfile(common):
            git = os.path.join(git, _first_line(common))
    patterns = read_ignore_file(os.path.join(git, "info", "exclude"), root)
    if patterns:
        yield patterns


def _first_line(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.readline().strip()
    except OSError:
        return ""
