"""jieba, imported without what it needs only to load its own dictionary and to guess unknown words.

Those are the probabilities of 35,000 characters, temporary files, OpenSSL for a checksum, and setuptools'
``pkg_resources``: 16 of the 20 ms until the first cut, and no part of cutting by a dictionary at hand.  They
are imported when something of them is first asked for, so that whoever else uses jieba in the same process
finds all of it.
"""

from __future__ import annotations

import importlib
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


class _Later(ModuleType):
    """Stands for a module, which is imported when something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # the import system asks
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)


def import_jieba() -> Any:
    """The module ``jieba``.

    Compiling it warns of its escape sequences; that is no news for our users.
    """
    if "jieba" not in sys.modules:
        with _in_place_of_modules(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import jieba  # noqa: F401
    return sys.modules["jieba"]


@contextmanager
def _in_place_of_modules() -> Iterator[None]:
    """While jieba is imported, let it find what stands for the modules that are not imported yet."""
    hashlib = _Later("hashlib")
    # jieba takes it at once, and calls it only to name the file that it keeps its dictionary in.
    hashlib.__dict__["md5"] = lambda *data: importlib.import_module("hashlib").md5(*data)
    places = {
        "pkg_resources": None,  # without which jieba finds its files by their paths
        "hashlib": hashlib,
        "tempfile": _Later("tempfile"),
        "jieba.finalseg": _Later("jieba.finalseg"),
    }
    ours = {name: module for name, module in places.items() if name not in sys.modules}
    sys.modules.update(ours)  # type: ignore[arg-type]  # None says that there is no such module
    try:
        yield
    finally:
        for name, module in ours.items():
            if name in sys.modules and sys.modules[name] is module:
                del sys.modules[name]
