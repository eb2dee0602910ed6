"""Why front matter is not valid YAML or TOML: the lines at fault, and how each would be right.

Imported only for front matter that does not look plain, because the YAML library takes 20 ms to import.
YAML is read by libyaml, as Hugo's and Ruby's parsers are made after it; no value is built.  A repair is
believed if it brings the parser further; then the search goes on behind it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import yaml

from zhenlint.named_tuple import NamedTuple

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FULLWIDTH_COLON = re.compile(r"([ \t]*(?:- +)?[^\s:：#\"'\[{]+)[ \t]*：[ \t]*(.*)")
_NO_SPACE = re.compile(r"([ \t]*(?:- +)?[A-Za-z_][\w-]*):([^\s:].*)")
_VALUE = re.compile(r"([ \t]*(?:- +)?[\w.-]+:[ \t]+)(\S.*)")
_ITEM = re.compile(r"([ \t]*- +)(\S.*)")
_KEY = re.compile(r"[ \t]*(?:- +)?([\w.-]+)[ \t]*[:：=]")
_TOML_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", re.DOTALL)
_CLOSERS = {"[": "]", "{": "}"}
_MOST = 10
"""So many faults of one document are told at most."""


class Fault(NamedTuple):
    """A line at fault (0-based), the name of what is wrong, the key it concerns, and the line put right.

    ``name`` is ``colon``, ``tab``, ``space``, ``indent``, ``bracket`` or ``quotes``; or ``twice`` (the key),
    ``text`` (the line is none of the front matter) or ``other``, for which ``repaired`` is empty and
    ``detail`` what the parser says.  It is also empty where putting the line right does not help.
    """

    line: int
    name: str
    key: str
    repaired: str = ""
    detail: str = ""


def yaml_faults(text: str) -> Iterator[Fault]:
    """The faults of YAML front matter, given without its delimiters, in order of their lines."""
    lines = text.splitlines()
    for _ in range(_MOST):
        error = _error(lines)
        if error is None:
            return
        fault = next(_repairs(lines, error), None)
        if fault is None:
            line = _first_text(lines, error.line)
            if line is None:
                yield Fault(error.line, error.name, _key(lines, error.line), detail=error.detail)
            else:
                yield Fault(line, "text", _key(lines, line))
            return
        yield fault
        lines[fault.line] = fault.repaired


class _Error(NamedTuple):
    """What the parser says: the lines that may be to blame, the likeliest first."""

    line: int
    suspects: tuple[int, ...]
    detail: str
    name: str = "other"


def _error(lines: list[str]) -> _Error | None:
    """The first error of YAML; a key given twice, which YAML 1.2 forbids; or what is no mapping at all."""
    try:
        root = yaml.compose("\n".join(lines), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        marks = [mark.line for mark in (error.context_mark, error.problem_mark) if mark]
        at = min(marks[-1] if marks else 0, len(lines) - 1)
        suspects = dict.fromkeys((*marks, at, at - 1))
        found = tuple(line for line in suspects if 0 <= line < len(lines))
        return _Error(at, found, error.problem or error.context or "")
    except yaml.YAMLError as error:
        return _Error(0, (), str(error).splitlines()[0])
    if isinstance(root, yaml.ScalarNode) and _FULLWIDTH_COLON.fullmatch(lines[root.start_mark.line]):
        return _Error(root.start_mark.line, (root.start_mark.line,), "", "colon")
    return _repeated_key(root)


def _repeated_key(root: yaml.Node | None) -> _Error | None:
    keys: set[str] = set()
    for key, _ in root.value if isinstance(root, yaml.MappingNode) else ():
        if isinstance(key, yaml.ScalarNode) and key.value in keys:
            return _Error(key.start_mark.line, (), "", "twice")
        keys.add(key.value if isinstance(key, yaml.ScalarNode) else "")
    return None


def _repairs(lines: list[str], error: _Error) -> Iterator[Fault]:
    """The repairs of a suspected line that bring the parser further."""
    for line in error.suspects:
        for name, repaired in _repaired(lines, line):
            after = _error([*lines[:line], repaired, *lines[line + 1 :]])
            if after is None or after.line > max(error.line, line) or after.name == "twice":
                yield Fault(line, name, _key(lines, line), repaired)


def _first_text(lines: list[str], at: int) -> int | None:
    """The line, behind a blank one, with which text begins that the parser fails on; None if there is none.

    What stands above the blank line is front matter by itself.
    """
    for number in range(1, at + 1):
        if not lines[number - 1].strip() and lines[number].strip() and not _KEY.match(lines[number]):
            return number if _error(lines[:number]) is None else None
    return None


def _repaired(lines: list[str], number: int) -> Iterator[tuple[str, str]]:
    """Ways to put a line right, the likeliest first."""
    line = lines[number]
    if found := _FULLWIDTH_COLON.fullmatch(line):
        yield "colon", f"{found[1]}: {found[2]}"
    blank = line[: len(line) - len(line.lstrip())]
    if "\t" in blank:
        yield "tab", blank.replace("\t", "  ") + line.lstrip()
    if found := _NO_SPACE.fullmatch(line):
        yield "space", f"{found[1]}: {found[2]}"
    if found := _VALUE.fullmatch(line) or _ITEM.fullmatch(line):
        if blank and number and _VALUE.fullmatch(lines[number - 1]):
            above = lines[number - 1]
            yield "indent", above[: len(above) - len(above.lstrip())] + line.lstrip()
        value = found[2].rstrip()
        closer = _CLOSERS.get(value[0], "")
        if closer and closer not in value:
            yield "bracket", found[1] + value + closer
        yield "quotes", found[1] + _quoted(value)


def _quoted(value: str) -> str:
    """A value in quotation marks; one of its own at only one end was meant as such."""
    for mark in "\"'":
        inner = value.strip(mark)
        if mark in (value[0], value[-1]) and mark not in inner and "\\" not in inner:
            return f"{mark}{inner}{mark}"
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _key(lines: list[str], number: int) -> str:
    """The key in a line, or the nearest above it."""
    for line in reversed(lines[: number + 1]):
        if found := _KEY.match(line):
            return found[1]
    return ""


def toml_faults(text: str) -> Iterator[Fault]:
    """The first fault of TOML front matter, given without its delimiters."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        lines = text.splitlines()
        found = _TOML_PLACE.fullmatch(str(error))
        at = int(found[2]) - 1 if found and found[2] else len(lines) - 1
        line = max(0, min(at, len(lines) - 1))
        if wide := _FULLWIDTH_COLON.fullmatch(lines[line]):
            yield Fault(line, "colon", wide[1].strip(), f"{wide[1]} = {_quoted(wide[2] or ' ')}")
        else:
            yield Fault(line, "other", _key(lines, line), detail=found[1] if found else str(error))
