"""Where caches lie, and how they are emptied."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from zhenlint.user_folder import user_folder

VARIABLE = "ZHENLINT_CACHE_DIR"
"""The environment variable that names another folder."""

_REPORTS: Final = "reports.sqlite"


def cache_folder() -> Path:
    """The folder of all caches: the user's own folder for such, or the one that is asked for."""
    named = os.environ.get(VARIABLE)
    return Path(named).absolute() if named else Path(user_folder("cache"))


def cache_file() -> Path:
    """The file of the reports of earlier runs."""
    return cache_folder() / _REPORTS


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
