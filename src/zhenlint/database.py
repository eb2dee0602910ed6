"""Small databases that several runs may use at a time and that may be lost at any time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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


@contextmanager
def lossy(database: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Within it an error of the database is no more than that nothing is read or written.

    A damaged file is deleted, so that the next run begins anew and is not held up by it for ever.
    """
    try:
        yield
    except sqlite3.Error as error:
        if type(error) is sqlite3.DatabaseError:  # SQLITE_CORRUPT or SQLITE_NOTADB; others have classes below
            with suppress(sqlite3.Error, OSError):
                database.close()
                path.unlink()


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
