"""Finding the configuration of a folder: the nearest file upwards, with what it extends."""

from __future__ import annotations

import os

from zhenlint.config.configuration import Configuration, Layer, resolve
from zhenlint.config.dictionaries import user_words
from zhenlint.config.keys import Keys
from zhenlint.config.selectors import Selection
from zhenlint.config.toml_file import TomlFile, read_toml
from zhenlint.config.values import expect, read_table
from zhenlint.files import shown_path
from zhenlint.messages import ZhenlintError

FILE_NAMES = ("zhenlint.toml", ".zhenlint.toml")
"""Configuration files in order of precedence within a folder; then ``pyproject.toml``."""

_PYPROJECT = "pyproject.toml"
_TABLE = ("tool", "zhenlint")


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
            self._fixed = resolve((), self._command_line)
        elif file is not None:
            self._fixed = self._resolve(load_layers(os.path.abspath(file)))

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
            return self._resolve(load_layers(path))
        parent = os.path.dirname(folder)
        return self._find(parent) if parent != folder else self._resolve(())

    def _resolve(self, layers: tuple[Layer, ...]) -> Configuration:
        return resolve(layers, self._command_line, self._words)


def nearest_layer(folder: str, file: str | None = None) -> Layer | None:
    """The configuration file that holds for an absolute folder, without what it extends; or a given one.

    Raises:
        ZhenlintError: the file is wrong.
    """
    path = os.path.abspath(file) if file is not None else file_in(folder)
    if path is not None:
        return load_layers(path)[-1]
    parent = os.path.dirname(folder)
    return nearest_layer(parent) if parent != folder else None


def file_in(folder: str) -> str | None:
    """The configuration file of one folder; a pyproject.toml without the table is passed over."""
    for name in FILE_NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return path
    path = os.path.join(folder, _PYPROJECT)
    return path if os.path.isfile(path) and _has_table(path) else None


def _has_table(path: str) -> bool:
    with open(path, "rb") as file:
        if b"zhenlint" not in file.read():
            return False
    return _own_table(read_toml(path, shown_path(path))) is not None


def _own_table(file: TomlFile) -> TomlFile | None:
    """A configuration file cut down to what is zhenlint's; None for a pyproject.toml without it."""
    if os.path.basename(file.path) != _PYPROJECT:
        return file
    table = file.table.get("tool")
    own = table.get("zhenlint") if isinstance(table, dict) else None
    if own is None:
        return None
    expect(dict, own, file, _TABLE)
    return file._replace(table=own, prefix=_TABLE)


def load_layers(path: str, below: tuple[TomlFile, ...] = ()) -> tuple[Layer, ...]:
    """A configuration file and what it extends, the latter first.

    Raises:
        ZhenlintError: a file is missing, wrong, or extends itself by a detour.
    """
    whole = read_toml(path, shown_path(path))
    file = _own_table(whole)
    if file is None:
        raise ZhenlintError("config-extend-table", place=whole.place())
    keys = read_table(Keys, file.table, file)
    layer = Layer(file, keys)
    if keys.extend is None:
        return (layer,)
    chain = (*below, file)
    base = file.path_of("extend", keys.extend)
    if base in [item.path for item in chain]:
        names = " → ".join((*(item.shown for item in chain), shown_path(base)))
        raise ZhenlintError("config-extend-cycle", place=file.place("extend"), chain=names)
    return (*load_layers(base, chain), layer)
