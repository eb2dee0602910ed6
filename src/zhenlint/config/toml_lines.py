"""The lines of a TOML text: of a key, which tomllib does not tell, and of a syntax error."""

from __future__ import annotations

import re

from zhenlint.lazy_pattern import lazy_pattern

_MULTILINE = lazy_pattern(r'"""(?:\\.|[^\\])*?"""|' + r"'''.*?'''", re.DOTALL)
_PART = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\])*"|'[^']*')"""
_DOTTED = rf"({_PART}(?:\s*\.\s*{_PART})*)"
_HEADER = lazy_pattern(rf"\s*\[\[?\s*{_DOTTED}\s*\]")
_KEY = lazy_pattern(rf"\s*{_DOTTED}\s*=")
_AT_LINE = lazy_pattern(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


def detail_and_line(message: str, text: str) -> tuple[str, int]:
    """What tomllib says is wrong, and the 1-based line, taken out of its message."""
    where = _AT_LINE.search(message)
    line = int(where[1]) if where and where[1] else text.count("\n") + 1
    return _AT_LINE.sub("", message), line


def line_of(text: str, wanted: tuple[str, ...]) -> int | None:
    """The 1-based line of the longest part of a dotted key that the text spells out."""
    blanked = _MULTILINE.sub(lambda match: "\n" * match[0].count("\n"), text)
    table: tuple[str, ...] = ()
    best, best_line = 0, None
    for number, line in enumerate(blanked.split("\n"), start=1):
        if header := _HEADER.match(line):
            key = table = _parts(header[1])
        elif pair := _KEY.match(line):
            key = table + _parts(pair[1])
        else:
            continue
        if len(key) > best and key == wanted[: len(key)]:
            best, best_line = len(key), number
    return best_line


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))
