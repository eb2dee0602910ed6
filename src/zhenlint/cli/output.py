"""Where a report goes: standard output, standard error, a file that appears whole, or one that grows."""

from __future__ import annotations

import os
import stat
import sys
from io import BytesIO
from typing import BinaryIO, TextIO

from zhenlint import files
from zhenlint.messages import ZhenlintError
from zhenlint.terminal import ColourChoice, Paint, is_terminal, wants_colour

_STREAMS = ("/dev/", "/proc/")
"""Where names stand for open streams, such as ``/dev/stdout``; these are never replaced."""

_MOST_APPENDED = 1 << 20
"""Bytes; GitHub drops a job summary that has more."""


class StreamOutput:
    """A standard stream.  Text for people goes in its encoding, text for programs in UTF-8."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._bytes: BinaryIO = stream.buffer
        self.terminal = is_terminal(stream)

    def paint(self, choice: ColourChoice) -> Paint:
        """The colours for this stream."""
        return Paint(wants_colour(choice, self._stream))

    def write(self, text: str, encoding: str | None = None) -> None:
        """Write text at once, in the stream's encoding or another; what it cannot express is escaped."""
        self.write_bytes(text.encode(encoding or self._stream.encoding, "backslashreplace"))

    def write_bytes(self, data: bytes) -> None:
        """Write bytes at once.

        Raises:
            BrokenPipeError: nobody reads any more.
            ZhenlintError: the stream cannot be written for another reason, such as a full disk.
        """
        try:
            self._stream.flush()
            rest = memoryview(data)
            while rest:  # an unbuffered stream may take only a part
                rest = rest[self._bytes.write(rest) :]
            self._bytes.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise ZhenlintError("output-lost", detail=error.strerror or str(error)) from error

    def close(self) -> None:
        """Nothing is left to do."""


class FileOutput:
    """A file that is written aside and put in place by :meth:`close`; a device is written directly."""

    terminal = False

    def __init__(self, path: str) -> None:
        self._path = path
        self._content = BytesIO()

    def paint(self, choice: ColourChoice) -> Paint:
        """No colours, unless they are asked for."""
        return Paint(choice == "always")

    def write(self, text: str, encoding: str | None = None) -> None:
        """Add text."""
        self.write_bytes(text.encode(encoding or "utf-8", "backslashreplace"))

    def write_bytes(self, data: bytes) -> None:
        """Add bytes."""
        self._content.write(data)

    def close(self) -> None:
        """Write the file.

        Raises:
            ZhenlintError: it cannot be written; a file that was there is as it was.
        """
        try:
            self._put(self._content.getvalue())
        except OSError as error:
            raise files.unwritable(self._path, error) from error

    def _put(self, data: bytes) -> None:
        try:
            there = os.stat(self._path)
        except FileNotFoundError:
            there = None
        target = os.path.realpath(self._path)
        if there and (not stat.S_ISREG(there.st_mode) or os.path.abspath(self._path).startswith(_STREAMS)):
            with open(self._path, "ab") as stream:
                stream.write(data)
            return
        os.makedirs(os.path.dirname(target), exist_ok=True)
        files.write_aside(target, data, there)


class AppendedOutput(FileOutput):
    """A file that several programs add to and that may hold a MiB at most, as a job summary on GitHub."""

    def _put(self, data: bytes) -> None:
        with open(self._path, "ab") as stream:
            room = max(_MOST_APPENDED - stream.tell(), 0)
            stream.write(data if len(data) <= room else data[: data.rfind(b"\n", 0, room) + 1])


Output = StreamOutput | FileOutput


def open_output(path: str | None, *, appended: bool = False) -> Output:
    """The place for a report: a file, else standard output."""
    if path is None:
        return StreamOutput(sys.stdout)
    return AppendedOutput(path) if appended else FileOutput(path)
