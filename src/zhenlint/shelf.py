"""Where packed reports wait for the second phase: in memory while they are few, else in a nameless file.

So a run takes as much memory for thousands of files as for hundreds.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from typing import IO, Final

from zhenlint.drafts import Draft, FileResult, Hear
from zhenlint.packing import Packed

_ROOM: Final = 2_000_000
"""Bytes of reports that stay in memory: those of some 450 files."""


class Shelf:
    """Takes packed reports.  They can be unpacked until it is closed."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._file: IO[bytes] | None = None
        self._end = 0

    def heard(self, hear: Hear, made: Sequence[Draft | FileResult]) -> None:
        """Take the reports among drafts, and tell another of the drafts."""
        for item in made:
            if isinstance(item, Draft) and isinstance(item.said, Packed):
                self.put(item.said)
        hear(made)

    def put(self, packed: Packed) -> None:
        """Take the bytes of a report, so long as there is no room left for it where it is."""
        if self._room >= packed.size:
            self._room -= packed.size
            return
        data = packed.to_bytes()
        try:
            if self._file is None:
                self._file = _nameless()
            self._file.seek(self._end)
            if self._file.write(data) < len(data):
                return  # a full disk
        except OSError:
            return  # there is no place for files; the bytes stay where they are
        packed.put_aside(partial(_read, self._file, self._end, len(data)))
        self._end += len(data)

    def close(self) -> None:
        """Give the file back."""
        if self._file is not None:
            self._file.close()


def _nameless() -> IO[bytes]:
    from tempfile import TemporaryFile  # it takes 8 ms to import, and few runs want it

    return TemporaryFile(buffering=0)


def _read(file: IO[bytes], start: int, size: int) -> bytes:
    if hasattr(os, "pread"):  # a forked process reads the same file, whose position is one
        return os.pread(file.fileno(), size, start)
    file.seek(start)
    return file.read(size)
