"""The reports of earlier runs, on disk: a file that has not changed is not looked at again.

A report is kept under a digest of all that it depends on: the file's bytes, its name, its settings, zhenlint
itself with its rules and word data, and the libraries that read and segment text.  So an entry is never
wrong, only unused, and those unused longest go when there are too many.  Several runs may use the cache at a
time, and it may be lost at any time: whatever goes wrong with it, files are checked anew.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from time import time
from typing import Any, Final

from zhenlint.check import Report
from zhenlint.database import lossy, opened
from zhenlint.digests import blake2b
from zhenlint.drafts import Draft, FileResult, Mode, Task, digest_of
from zhenlint.messages import ZhenlintError
from zhenlint.packing import Packed
from zhenlint.settings import Pycorrector, Settings

_LIBRARIES: Final = ("jieba", "markdown_it", "marisa_trie", "mdit_py_plugins", "rapidfuzz")
_LIBRARIES_OF_NEURAL: Final = ("numpy",)
_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS reports (key BLOB PRIMARY KEY, used INTEGER NOT NULL, report BLOB NOT NULL)"
)
_PATIENCE: Final = 2.0
"""Seconds that a run waits for another one that is writing."""

_DAY: Final = 86_400
_MOST_BYTES: Final = 256_000_000
_SEAL: Final = 16
"""Bytes of a digest."""

_AT_A_TIME: Final = 500
"""How many keys one query asks for; SQLite before 3.32 takes 999."""


class Cache:
    """The reports in a database file; the file and its folder are made where they are not there."""

    def __init__(self, path: Path, most_bytes: int = _MOST_BYTES) -> None:
        self._path = path
        self._most_bytes = most_bytes
        self._database: sqlite3.Connection | None = None
        self._settings: dict[int, bytes] = {}
        with suppress(OSError, sqlite3.Error):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = opened(path, _TABLE, _PATIENCE)

    def recall(self, tasks: Sequence[Task], mode: Mode) -> dict[int, Draft]:
        """The drafts of those tasks, by their numbers, whose files are as they were in an earlier run."""
        database = self._database
        if database is None:
            return {}
        digests = {number: digest for number, task in enumerate(tasks) if (digest := _read(task))}
        keys = {number: self._key(tasks[number], digest, mode) for number, digest in digests.items()}
        reports = self._reports(database, keys.values())
        return {
            number: Draft(reports[key], digests[number]) for number, key in keys.items() if key in reports
        }

    def keep(self, made: Iterable[tuple[Task, Draft | FileResult]], mode: Mode) -> None:
        """Remember the drafts of tasks; failures are not worth it."""
        if self._database is None:
            return
        now = int(time())
        rows = (
            (self._key(task, item.digest, mode), now, _sealed(item.said.to_bytes()))
            for task, item in made
            if isinstance(item, Draft) and not isinstance(item.said, Report) and _is_worth_it(task.settings)
        )
        with lossy(self._database, self._path):
            _write(self._database, "REPLACE INTO reports VALUES (?, ?, ?)", rows)
            self._forget_the_oldest(self._database)

    def close(self) -> None:
        """Close the file."""
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()

    def _key(self, task: Task, digest: bytes, mode: Mode) -> bytes:
        """What a report is kept under.  Settings are the same for many tasks, and described once."""
        settings = self._settings.get(id(task.settings))
        if settings is None:
            settings = self._settings[id(task.settings)] = _digest_of_settings(task.settings)
        parts = (_fingerprint(), settings, mode.encoding.encode(), os.fsencode(task.shown), digest)
        return blake2b(b"\0".join(parts), digest_size=16).digest()

    def _reports(self, database: sqlite3.Connection, keys: Iterable[bytes]) -> dict[bytes, Packed]:
        wanted = list(keys)
        found: dict[bytes, Packed] = {}
        stale: list[bytes] = []
        yesterday = int(time()) - _DAY
        with lossy(database, self._path):
            for key, used, blob in _rows(database, wanted):
                with suppress(Exception):  # an entry that cannot be read is none
                    found[key] = Packed.from_bytes(_unsealed(blob))
                    if used < yesterday:
                        stale.append(key)
            if stale:
                rows = ((int(time()), key) for key in stale)
                _write(database, "UPDATE reports SET used = ? WHERE key = ?", rows)
        return found

    def _forget_the_oldest(self, database: sqlite3.Connection) -> None:
        """Where the entries take more than they may, let a third go: those unused longest."""
        pages, free, size = (
            database.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
        if (pages - free) * size > self._most_bytes:
            oldest = "SELECT key FROM reports ORDER BY used LIMIT (SELECT count(*) / 3 + 1 FROM reports)"
            database.execute(f"DELETE FROM reports WHERE key IN ({oldest})")


def _rows(database: sqlite3.Connection, wanted: Sequence[bytes]) -> Iterator[tuple[bytes, int, bytes]]:
    """The entries of the keys that there are: each with its key, when it was used, and its report."""
    for at in range(0, len(wanted), _AT_A_TIME):
        some = wanted[at : at + _AT_A_TIME]
        marks = ",".join("?" * len(some))
        yield from database.execute(f"SELECT key, used, report FROM reports WHERE key IN ({marks})", some)


def _write(database: sqlite3.Connection, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Execute a statement for each row, all or none."""
    with database:
        database.execute("BEGIN IMMEDIATE")
        database.executemany(statement, rows)


def _sealed(data: bytes) -> bytes:
    """Bytes after their digest, by which damage is seen before anything is read from them."""
    return digest_of(data) + data


def _unsealed(blob: bytes) -> bytes:
    """The bytes.

    Raises:
        ValueError: they are not as they were written.
    """
    digest, data = blob[:_SEAL], blob[_SEAL:]
    if digest_of(data) != digest:
        raise ValueError("damaged")
    return data


def _is_worth_it(settings: Settings) -> bool:
    """Whether all is known that a report depends on; a model of pycorrector's may change at any time."""
    return not isinstance(settings.engine, Pycorrector)


def _read(task: Task) -> bytes | None:
    """The digest of a file; None where it cannot be read, which is told when it is checked."""
    try:
        return digest_of(task.read()) if _is_worth_it(task.settings) else None
    except ZhenlintError:
        return None


@cache
def _fingerprint() -> bytes:
    """A digest of Python's version and of the files that zhenlint and its libraries are made of.

    Of a file its size and its time count: a version alone would not tell a change to a rule from none.
    """
    parts = [sys.version, *map(_stamp, _modules()), *map(_stamp, _package_files())]
    return blake2b("\0".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).digest()


def _modules(names: Iterable[str] = _LIBRARIES) -> Iterator[str]:
    for name in names:
        spec = find_spec(name)
        if spec and spec.origin:
            yield spec.origin


def _package_files() -> Iterator[str]:
    for folder, folders, names in os.walk(Path(__file__).parent):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (os.path.join(folder, name) for name in sorted(names))


def _stamp(path: str) -> str:
    found = os.stat(path)
    return f"{path}\0{found.st_size}\0{found.st_mtime_ns}"


def _digest_of_settings(settings: Settings) -> bytes:
    libraries = _LIBRARIES_OF_NEURAL if settings.engine == "neural" else ()
    parts = [repr(_ordered(settings)), *map(_stamp, _modules(libraries))]
    return blake2b("\0".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).digest()


def _ordered(value: object) -> object:
    """A value whose words are the same whenever it is equal: sets and mappings in order."""
    if isinstance(value, Mapping):
        return sorted((str(key), _ordered(item)) for key, item in value.items())
    if isinstance(value, Set):
        return sorted(map(str, value))
    if isinstance(value, (tuple, list)):
        return [_ordered(item) for item in value]
    return value
