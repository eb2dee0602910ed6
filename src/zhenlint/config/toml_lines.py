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


def line_of_item(text: str, line: int, item: str) -> int:
    """The 1-based line of an item of the list that begins on ``line``; that line if it cannot be told.

    A string is given in double quotation marks.
    """
    lines = text.split("\n")
    forms = (item, "'" + item[1:-1] + "'") if item.startswith('"') else (item,)
    for number in range(line, len(lines) + 1):
        if any(form in lines[number - 1] for form in forms):
            return number
        if number > line and _KEY.match(lines[number - 1]):
            break
    return line


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))
