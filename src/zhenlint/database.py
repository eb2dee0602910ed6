"""Small databases that several runs may use at a time and that may be lost at any time."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def opened(path: Path, table: str, patience: float) -> sqlite3.Connection:
    """The database in a file, with a table; a file that is no database is replaced.

    ``table`` is the statement that makes the table, ``patience`` for how many seconds to wait for others.

    Raises:
        OSError, sqlite3.Error: there is none to be had.
    """
    try:
        return _connected(path, table, patience)
    except sqlite3.OperationalError:  # locked or not to be written, but a database
        raise
    except sqlite3.DatabaseError:
        path.unlink()
        return _connected(path, table, patience)


def _connected(path: Path, table: str, patience: float) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute(table)
    except sqlite3.Error:
        database.close()
        raise
    return database
