"""A decoded file: its text, exactly as it stands, and where its lines begin.

Inside zhenlint a place is always an offset in :attr:`Source.text`, counted in Unicode code points.
Lines, columns and bytes exist only here, at the edge.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple

LINE_END: Final = lazy_pattern(r"\r\n?|\n")
"""A CommonMark line ending (CommonMark 0.31.2, section 2.1)."""

_LINE_FEED: Final = lazy_pattern(r"\n")

_BINARY_PROBE: Final = 8000
"""How many bytes are searched for NUL, the sign that git takes for a binary file."""


class SourceError(Exception):
    """A file whose bytes cannot be read as text.

    ``reason`` is a key of :mod:`zhenlint.messages`; ``arguments`` are its values.
    """

    def __init__(self, reason: str, **arguments: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.arguments = arguments


class Position(NamedTuple):
    """A place as people count it: 1-based line, 1-based column in code points."""

    line: int
    column: int


def _line_ends(text: str) -> Iterable[int]:
    """The offsets behind each line end.  Where all are LF, one character is looked for: half of the time."""
    return map(re.Match.end, (LINE_END if "\r" in text else _LINE_FEED).finditer(text))


class Source:
    """The text of one file as decoded: line ends kept, byte order mark removed and remembered.

    ``line_starts`` are the offsets at which its lines begin.  Nothing in it changes.
    """

    __slots__ = ("byte_order_mark", "encoding", "line_starts", "path", "text")

    def __init__(self, path: str, text: str, encoding: str = "utf-8", byte_order_mark: bool = False) -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.byte_order_mark = byte_order_mark
        self.line_starts = (0, *_line_ends(text))

    @classmethod
    def decode(cls, data: bytes, path: str, encoding: str = "utf-8") -> Source:
        """Decode a file's bytes.

        Raises:
            SourceError: the bytes are binary data or not text in ``encoding``.
        """
        marked = data.startswith(codecs.BOM_UTF8) and codecs.lookup(encoding).name == "utf-8"
        body = data[len(codecs.BOM_UTF8) :] if marked else data
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError as error:
            raise _undecodable(body, encoding, error.start) from error
        if "\0" in text[:_BINARY_PROBE]:
            raise SourceError("binary-file")
        return cls(path, text, encoding, marked)

    def encode(self) -> bytes:
        """The file's bytes: the inverse of :meth:`decode`."""
        return codecs.BOM_UTF8 * self.byte_order_mark + self.text.encode(self.encoding)

    def with_text(self, text: str) -> Source:
        """The same file with another text."""
        return Source(self.path, text, self.encoding, self.byte_order_mark)

    def position(self, offset: int) -> Position:
        """Line and column of a code point offset (0 … ``len(text)``)."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    @property
    def line_ends(self) -> list[int]:
        """The offsets at which the lines end, their line endings left out."""
        if "\r" not in self.text:
            return [start - 1 for start in self.line_starts[1:]] + [len(self.text)]
        return [self.line_span(line)[1] for line in range(1, len(self.line_starts) + 1)]

    def line_span(self, line: int) -> tuple[int, int]:
        """Start and end offset of a 1-based line, its line ending left out."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end


def _undecodable(data: bytes, encoding: str, offset: int) -> SourceError:
    """Say why bytes are not text: binary, UTF-16, Chinese legacy encoding, or just broken."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return SourceError("other-encoding", encoding=encoding, likely="utf-16")
    if b"\0" in data[:_BINARY_PROBE]:
        return SourceError("binary-file")
    likely = _legacy_encoding(data)
    if likely:
        return SourceError("other-encoding", encoding=encoding, likely=likely)
    line = len(LINE_END.findall(data[:offset].decode("latin-1"))) + 1
    return SourceError("undecodable", encoding=encoding, byte=f"0x{data[offset]:02X}", line=str(line))


def _legacy_encoding(data: bytes) -> str | None:
    """The Chinese encoding that turns most of these bytes into Han, if one does."""
    for encoding in ("gb18030", "big5"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        foreign = [char for char in text if char > "\x7f"]
        common = sum("\u4e00" <= char <= "\u9fff" or char in "，。、；：？！（）《》“”" for char in foreign)
        if foreign and common >= 0.8 * len(foreign):
            return encoding
    return None
