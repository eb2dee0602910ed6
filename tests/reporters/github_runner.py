"""What GitHub's runner understands of a line, by the rules of ``ActionCommand.cs`` in actions/runner."""

from __future__ import annotations

from typing import NamedTuple

KNOWN = {"error", "warning", "notice", "debug", "add-mask", "stop-commands", "set-output", "group"}


class Command(NamedTuple):
    """A workflow command."""

    name: str
    properties: dict[str, str]
    data: str


def command(line: str) -> Command | None:
    """The command that a line is; None if it is none."""
    return _command(line) or _old_command(line)


def _command(line: str) -> Command | None:
    """``::name key=value,key=value::data``, white space before it aside."""
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, rest = line[2:end].partition(" ")
    if name.lower() not in KNOWN:
        return None
    return Command(name, _properties(rest.strip(), ","), _decoded(line[end + 2 :], _DATA))


def _old_command(line: str) -> Command | None:
    """``##[name key=value;key=value]data``, anywhere in a line."""
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name, _, rest = line[start + 3 : end].partition(" ")
    return Command(name, _properties(rest, ";"), line[end + 1 :]) if name.lower() in KNOWN else None


def _properties(text: str, separator: str) -> dict[str, str]:
    pairs = (part.split("=", 1) for part in text.split(separator) if part)
    return {pair[0]: _decoded(pair[1], _PROPERTY) for pair in pairs if len(pair) == 2 and all(pair)}


_DATA = {"%0D": "\r", "%0A": "\n", "%25": "%"}
_PROPERTY = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def _decoded(text: str, escapes: dict[str, str]) -> str:
    for escape, char in escapes.items():
        text = text.replace(escape, char)
    return text
