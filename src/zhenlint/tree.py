"""The files that documents may link to."""

from __future__ import annotations

import os
from collections.abc import Sequence

_MOST_FILES = 50_000
_PACKAGES = frozenset(("node_modules", "__pycache__", "venv"))
"""Folders in which package managers put files that are no part of a project."""


class FileTree:
    """Files and folders as they are on disk, each folder read once.

    Paths are relative to the current folder, or absolute.
    """

    def __init__(self) -> None:
        self._held: dict[str, bool] = {}
        self._folders: dict[str, frozenset[str]] = {}
        self._below: dict[str, tuple[str, ...] | None] = {}

    def holds(self, path: str) -> bool:
        """Whether there is a file or folder of exactly this path.

        The names are compared with the folder's own, because not every file system tells ``A.md``
        from ``a.md``, and a site does.
        """
        if path not in self._held:
            self._held[path] = self._holds(path)
        return self._held[path]

    def _holds(self, path: str) -> bool:
        if not os.path.exists(path):
            return False
        folder, name = os.path.split(os.path.normpath(path))
        if not name or name == os.pardir:
            return True
        names = self._read(folder)
        if name not in names:
            return not names  # a folder that may be entered but not listed
        return self.holds(folder) if folder else True

    def names(self, folder: str) -> Sequence[str]:
        """The names of what lies in a folder, sorted; none if there is no such folder."""
        return sorted(self._read(folder))

    def files(self, folder: str) -> Sequence[str] | None:
        """The paths of all files below a folder, sorted; None if they are too many.

        Hidden files and folders are left out, and what package managers put there.
        """
        if folder not in self._below:
            self._below[folder] = _files_below(folder)
        return self._below[folder]

    def _read(self, folder: str) -> frozenset[str]:
        if folder not in self._folders:
            try:
                self._folders[folder] = frozenset(os.listdir(folder or os.curdir))
            except OSError:
                self._folders[folder] = frozenset()
        return self._folders[folder]


def _files_below(folder: str) -> tuple[str, ...] | None:
    found: list[str] = []
    for place, folders, names in os.walk(folder or os.curdir):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _PACKAGES]
        within = os.path.normpath(place).replace(os.sep, "/")
        prefix = "" if within == os.curdir else f"{within}/"
        found += [prefix + name for name in names if not name.startswith(".")]
        if len(found) > _MOST_FILES:
            return None
    return tuple(sorted(found))
