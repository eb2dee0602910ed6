"""Finds the modules of packages in less time than Python's own finder.

That asks for each module anew whether the folder has changed, and builds the path of a compiled module and
takes it apart again several times.  Of the 330 modules that a note needs nearly all are plain files of a few
packages.  For these a folder is listed once, and the compiled module is read where it must lie.  It counts
under the very conditions under which it counts for Python: its version, and the time and the size of the
source (PEP 552).  Anything else is left to Python.  That saves 6 of the 126 ms of a note.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import MAGIC_NUMBER, spec_from_file_location
from io import open_code
from types import CodeType, ModuleType
from typing import Final

_PACKAGES: Final = frozenset(
    ("click", "jieba", "markdown_it", "mdit_py_plugins", "mdurl", "rapidfuzz", "zhenlint")
)
"""The packages whose modules are found so: zhenlint, and the libraries that it loads many modules of."""

_BEGINNING: Final = MAGIC_NUMBER + bytes(4)
"""What a compiled module begins with that counts by the time and the size of its source."""

_HEAD: Final = 16
"""Bytes before the code: that beginning, the time, the size."""


def quicken() -> None:
    """Find modules so from now on.

    Not where compiled modules lie elsewhere or are compiled in another way.
    """
    tag, finders = sys.implementation.cache_tag, sys.meta_path
    if not tag or sys.pycache_prefix or sys.flags.optimize or PathFinder not in finders:
        return
    if not any(isinstance(finder, ModuleFinder) for finder in finders):
        finders.insert(finders.index(PathFinder), ModuleFinder(f".{tag}.pyc"))


class ModuleFinder:
    """Finds the modules of packages that lie in one folder, as an :class:`importlib.abc.MetaPathFinder`.

    ``suffix`` is that of compiled modules.
    """

    def __init__(self, suffix: str) -> None:
        self._suffix = suffix
        self._folders: dict[str, frozenset[str]] = {}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The place of a module; None where Python is to look for it."""
        package, _, name = fullname.rpartition(".")
        if path is None or len(path) != 1 or package.partition(".")[0] not in _PACKAGES:
            return None
        (folder,) = path
        names = self._names_in(folder)
        if name in names:
            inner = f"{folder}{os.sep}{name}"
            return self._spec(fullname, inner, "__init__", [inner])
        if any(name + suffix in names for suffix in EXTENSION_SUFFIXES):
            return None
        return self._spec(fullname, folder, name, None)

    def invalidate_caches(self) -> None:
        """Forget what folders hold, as :func:`importlib.invalidate_caches` asks."""
        self._folders.clear()

    def _spec(self, fullname: str, folder: str, name: str, within: list[str] | None) -> ModuleSpec | None:
        if f"{name}.py" not in self._names_in(folder):
            return None
        path = f"{folder}{os.sep}{name}.py"
        compiled = f"{folder}{os.sep}__pycache__{os.sep}{name}{self._suffix}"
        loader = _Loader(fullname, path, compiled)
        spec = spec_from_file_location(fullname, path, loader=loader, submodule_search_locations=within)
        if spec is not None:
            spec.cached = compiled
        return spec

    def _names_in(self, folder: str) -> frozenset[str]:
        if folder not in self._folders:
            try:
                self._folders[folder] = frozenset(os.listdir(folder))
            except OSError:  # a package in an archive
                self._folders[folder] = frozenset()
        return self._folders[folder]


class _Loader(SourceFileLoader):
    """Python's own loader, but that it knows where the compiled module lies."""

    def __init__(self, fullname: str, path: str, compiled: str) -> None:
        super().__init__(fullname, path)
        self._compiled = compiled

    def get_code(self, fullname: str) -> CodeType | None:
        """The code of the module, compiled now if it was not, or elsewhere, or has changed."""
        try:
            source = os.stat(self.path)
            with open_code(self._compiled) as file:
                data = file.read()
        except OSError:
            return super().get_code(fullname)
        stamps = (int(source.st_mtime), source.st_size)
        if data[:_HEAD] == _BEGINNING + b"".join((n & 0xFFFF_FFFF).to_bytes(4, "little") for n in stamps):
            code: CodeType = marshal.loads(memoryview(data)[_HEAD:])
            if code.co_filename == self.path:
                return code
        return super().get_code(fullname)
