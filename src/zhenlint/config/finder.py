"""Finding the configuration of a folder: the nearest file upwards, with what it extends."""

from __future__ import annotations

import os

from zhenlint.config.configuration import Configuration, chosen
from zhenlint.config.selectors import Selection
from zhenlint.config.user_words import user_words
from zhenlint.messages import ZhenlintError

FILE_NAMES = ("zhenlint.toml", ".zhenlint.toml")
"""Configuration files in order of precedence within a folder; then ``pyproject.toml``."""

PYPROJECT = "pyproject.toml"


class Configurations:
    """The configurations of a run, each folder's found once.

    ``file`` stands for all folders; ``isolated`` leaves every file aside, the user's own words as well.
    ``command_line`` is the choice of rules that stands above any file.

    Raises:
        ZhenlintError: the named file or the user's own words cannot be used.
    """

    def __init__(
        self, file: str | None = None, *, isolated: bool = False, command_line: Selection | None = None
    ) -> None:
        self._command_line = command_line or Selection()
        self._known: dict[str, Configuration | ZhenlintError] = {}
        self._fixed: Configuration | None = None
        self.isolated = isolated
        self._words = frozenset[str]() if isolated else user_words()
        if isolated:
            self._fixed = self._without_file()
        elif file is not None:
            self._fixed = self._by_file(os.path.abspath(file))

    def of_folder(self, folder: str) -> Configuration:
        """The configuration that holds for the files of an absolute folder.

        Raises:
            ZhenlintError: the configuration file is wrong; the same object each time it is asked for.
        """
        found = self._fixed or self._find(folder)
        if isinstance(found, ZhenlintError):
            raise found
        return found

    def _find(self, folder: str) -> Configuration | ZhenlintError:
        if folder not in self._known:
            try:
                self._known[folder] = self._load(folder)
            except ZhenlintError as failure:
                self._known[folder] = failure
        return self._known[folder]

    def _load(self, folder: str) -> Configuration | ZhenlintError:
        path = file_in(folder)
        if path is not None:
            return self._by_file(path)
        parent = os.path.dirname(folder)
        return self._find(parent) if parent != folder else self._without_file()

    def _by_file(self, path: str) -> Configuration:
        """The configuration of a file; what reads it is imported only where there is one."""
        from zhenlint.config.layers import load_layers, resolve

        return resolve(load_layers(path), self._command_line, self._words)

    def _without_file(self) -> Configuration:
        return Configuration(chosen(Selection(), self._command_line)._replace(words=self._words))


def file_in(folder: str) -> str | None:
    """The configuration file of one folder; a pyproject.toml without the table is passed over."""
    for name in FILE_NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return path
    path = os.path.join(folder, PYPROJECT)
    return path if os.path.isfile(path) and _has_table(path) else None


def _has_table(path: str) -> bool:
    with open(path, "rb") as file:
        if b"zhenlint" not in file.read():
            return False
    from zhenlint.config.layers import own_table
    from zhenlint.config.toml_file import read_toml
    from zhenlint.files import shown_path

    return own_table(read_toml(path, shown_path(path))) is not None
