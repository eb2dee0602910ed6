"""What stands on a terminal: harmless characters, display width, colour."""

from __future__ import annotations

import os
import re
import sys
from typing import IO, Any, Final, Literal

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple

UNSAFE: Final = lazy_pattern(
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL and C1 control characters
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls (UAX 9, section 2)
    "\u2028\u2029"  # line and paragraph separator
    "\ufff9-\ufffb"  # interlinear annotation controls
    "\ud800-\udfff]"  # bytes of a path that are not text (PEP 383)
)
"""Characters that could drive a terminal or lie about the order of what it shows."""

_INVISIBLE: Final = lazy_pattern("[\u00ad\u180e\u200b\u2060-\u2064\ufeff]")
"""Characters without a glyph that no emoji and no script needs to be shown rightly."""

_COMMAND: Final = lazy_pattern(r"^\s*::|##\[", re.MULTILINE)

DEFAULT_COLUMNS: Final = 100
"""The width of a report that does not go to a terminal."""

_FEWEST_COLUMNS: Final = 40

ColourChoice = Literal["auto", "always", "never"]


def escape(text: str) -> str:
    """The text with every character that must not reach a terminal written as an escape."""
    if text.isprintable():  # as nothing is that must be escaped; this saves compiling the two patterns
        return text
    return _INVISIBLE.sub(_written, UNSAFE.sub(_written, text))


def _written(match: re.Match[str]) -> str:
    return escaped(match[0])


def escaped(char: str) -> str:
    """A character as ``\\t``, ``\\x1b`` or ``\\u202e``; an undecodable byte of a path as ``\\xff``."""
    number = ord(char) - 0xDC00 if "\udc80" <= char <= "\udcff" else ord(char)
    return {"\t": r"\t", "\n": r"\n", "\r": r"\r"}.get(
        char, f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
    )


def defused(text: str) -> str:
    """The text for a log, without commands: GitHub Actions obeys ``::name::`` and ``##[name]`` in a line.

    Source: ``ActionCommand.cs`` in actions/runner.
    """
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return text
    return _COMMAND.sub(lambda match: match[0].replace("::", "\\::").replace("##[", "##\\["), text)


def width(text: str) -> int:
    """How many terminal cells an escaped text takes."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def char_width(char: str) -> int:
    """How many terminal cells one escaped character takes by itself."""
    if char.isascii():
        return 1
    from wcwidth import wcwidth

    return max(wcwidth(char), 0)


def pad(text: str, cells: int) -> str:
    """The text with blanks after it up to a number of cells."""
    return text + " " * (cells - width(text))


_STYLES = {
    "bold": "1",
    "dim": "2",
    "error": "1;31",
    "warning": "1;33",
    "hint": "1;34",
    "help": "1;36",
    "wrong": "31",
    "right": "32",
    "code": "36",
    "added": "32",
    "removed": "31",
}


class Paint(NamedTuple):
    """Puts text in a style by ANSI sequences (ECMA-48, SGR), or leaves it as it is."""

    on: bool = False

    def __call__(self, style: str, text: str) -> str:
        """The text in a style of the table above."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.on and text else text


PLAIN: Final = Paint()
"""No colours."""


def wants_colour(choice: ColourChoice, stream: IO[Any]) -> bool:
    """Whether to colour: as told, else by NO_COLOR, FORCE_COLOR, and whether this is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def is_terminal(stream: IO[Any]) -> bool:
    """Whether a stream is a terminal; a closed one is none."""
    try:
        return stream.isatty()
    except ValueError:
        return False


def columns() -> int:
    """The terminal's width in cells: COLUMNS, else what the terminal says; at least 40."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return max(int(told), _FEWEST_COLUMNS)
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, _FEWEST_COLUMNS)
    except (AttributeError, ValueError, OSError):  # no terminal, or no standard output at all
        return DEFAULT_COLUMNS
