"""Answers of earlier runs, on disk.

The memory may be used by several runs at a time, and it may be lost at any time: whatever goes wrong
with it, the servers are asked instead.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from time import time
from typing import Final

from zhenlint.database import lossy, opened
from zhenlint.project import Answer

_DAY: Final = 86_400.0
_A_SHORT_TIME: Final = 600.0
"""Seconds for which an answer that is not good is believed."""

_PATIENCE: Final = 0.2
_OLDEST: Final = 90 * _DAY
_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS answers (address TEXT PRIMARY KEY, asked REAL NOT NULL,"
    " status INTEGER NOT NULL, fault TEXT NOT NULL, at TEXT NOT NULL, moved_to TEXT NOT NULL) WITHOUT ROWID"
)
_Row = tuple[float, int, str, str, str]


class Memory:
    """The answers in a database file; the file and its folder are made where they are not there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database: sqlite3.Connection | None = None
        with suppress(OSError, sqlite3.Error):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = opened(path, _TABLE, _PATIENCE)

    def answer(self, address: str, max_age: float) -> Answer | None:
        """The answer for an address, if one is remembered that is at most ``max_age`` days old."""
        query = "SELECT asked, status, fault, at, moved_to FROM answers WHERE address = ?"
        row = self._execute(query, address)
        if row is None:
            return None
        answer = Answer(*row[1:])
        age = time() - row[0]
        return answer if 0 <= age < _lifetime(answer, max_age) else None

    def keep(self, address: str, answer: Answer) -> None:
        """Remember an answer, unless it may be another one a moment later."""
        if answer.fault == "host" or (0 < answer.status < 500 and answer.status != 429):
            self._execute("REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?)", address, time(), *answer)

    def close(self) -> None:
        """Forget what is very old, and close the file."""
        self._execute("DELETE FROM answers WHERE asked < ?", time() - _OLDEST)
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()

    def _execute(self, statement: str, *values: str | float) -> _Row | None:
        """The first row of a statement's result; None where there is none or the database is of no use."""
        row: _Row | None = None
        if self._database is not None:
            with lossy(self._database, self._path):
                row = self._database.execute(statement, values).fetchone()
        return row


def _lifetime(answer: Answer, max_age: float) -> float:
    """Seconds for which an answer is believed."""
    kept = max_age * _DAY
    return kept if 200 <= answer.status < 300 else min(kept, _A_SHORT_TIME)
