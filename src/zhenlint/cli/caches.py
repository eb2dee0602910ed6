"""Where caches lie, and how they are opened and emptied."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhenlint.cache import Cache

VARIABLE = "ZHENLINT_CACHE_DIR"
"""The environment variable that names another folder."""


def cache_folder() -> Path:
    """The folder of all caches: the user's own folder for such, or the one that is asked for."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).absolute()
    import platformdirs

    return platformdirs.user_cache_path("zhenlint", appauthor=False)


def open_cache() -> Cache:
    """The reports of earlier runs."""
    from zhenlint.cache import NAME, Cache

    return Cache(cache_folder() / NAME)


def empty() -> int:
    """Delete what the caches hold; the value is how many bytes that were.

    Raises:
        OSError: a file cannot be deleted.
    """
    folder = cache_folder()
    files = [file for file in folder.glob("*.sqlite*") if file.is_file()] if folder.is_dir() else []
    size = sum(file.stat().st_size for file in files)
    for file in files:
        file.unlink(missing_ok=True)
    return size
