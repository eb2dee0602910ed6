"""Reads rule cases: from Markdown files beside the tests, and from the examples in rule pages.

A case file holds one heading a case, then fences in any order:

- ``md``: the input (exactly one);
- ``toml``: options of the rule;
- ``reports``: what is reported, a line each: ``line:column text`` or ``line:column text → suggestion``;
- ``fixed``: the text after all fixes of this rule, safe or not.

A case without ``reports`` and ``fixed`` must stay quiet.  In a fence, ``␣`` after the info word
``visible`` (as in ``md visible``) stands for a space.  The word ``alone`` in the input's info
keeps the case from being tried inside quotes, lists, tables and with CRLF line ends as well.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from zhenlint.rules import Rule

_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^(`{3,})([a-z]+)([a-z ]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_FRONT_MATTER = ("---\n", "+++\n")
_EXAMPLES = re.compile(r"^```md\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One input of one rule and what the rule must say of it.

    ``reports`` holds (line, column, text, suggestion or ""); None where only the fixed text is
    told.  ``fixed`` is None where the case tells nothing of fixes.
    """

    name: str
    text: str
    options: dict[str, Any] = field(default_factory=dict)
    reports: tuple[tuple[int, int, str, str], ...] | None = None
    fixed: str | None = None
    alone: bool = False

    @property
    def quiet(self) -> bool:
        """Whether nothing may be reported."""
        return self.reports is None and self.fixed is None


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of one file."""
    content = path.read_text(encoding="utf-8")
    headings = [*_HEADING.finditer(_FENCE.sub(lambda fence: "\n" * len(fence[0]), content))]
    for heading, after in zip(headings, [*headings[1:], None], strict=True):
        section = content[heading.end() : after.start() if after else len(content)]
        yield _case(heading[1], section)


def _case(name: str, section: str) -> Case:
    case = Case(name, "")
    for _, kind, words, body in _FENCE.findall(section):
        content = body.replace("␣", " ") if "visible" in words.split() else body
        if kind == "md":
            case = replace(case, text=content, alone="alone" in words.split())
        elif kind == "toml":
            case = replace(case, options=tomllib.loads(content))
        elif kind == "fixed":
            case = replace(case, fixed=content)
        elif kind == "reports":
            case = replace(case, reports=tuple(_report(line) for line in content.splitlines()))
        else:
            raise ValueError(f"{name}: a fence of unknown kind {kind}")
    if not case.text:
        raise ValueError(f"{name}: no input")
    return case


def _report(line: str) -> tuple[int, int, str, str]:
    place, _, rest = line.partition(" ")
    text, _, suggestion = rest.partition(" → ")
    row, _, column = place.partition(":")
    return int(row), int(column), text, suggestion


def read_examples(rule: Rule) -> Iterator[Case]:
    """The examples of a rule's page: ``wrong → right``, ``= right``, ``! reported, not fixed``.

    ``⏎`` in an example stands for a line end.  Front matter means what it does only at the start.
    """
    match = _EXAMPLES.search(rule.page)
    if match is None:
        raise ValueError(f"{rule.code}: no examples")
    for line in (line.replace("⏎", "\n") for line in match[1].splitlines()):
        if line.startswith("= "):
            yield Case(line, line[2:] + "\n", alone=line[2:].startswith(_FRONT_MATTER))
        elif line.startswith("! "):
            yield Case(line, line[2:] + "\n", reports=(), alone=line[2:].startswith(_FRONT_MATTER))
        else:
            wrong, arrow, right = line.partition(" → ")
            if not arrow:
                raise ValueError(f"{rule.code}: not an example: {line}")
            yield Case(line, wrong + "\n", fixed=right + "\n")


def _quote(text: str) -> str:
    return "".join("> " + line for line in text.splitlines(keepends=True))


def _item(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(("- " if not number else "  ") + line for number, line in enumerate(lines))


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def _cell(text: str) -> str:
    return f"| a | b |\n| - | - |\n| {text.rstrip()} | c |\n"


WRAPPINGS: dict[str, Callable[[str], str]] = {"quote": _quote, "item": _item, "crlf": _crlf, "cell": _cell}


def fits(case: Case, wrapping: str) -> bool:
    """Whether a case means the same inside a wrapping."""
    if case.alone:
        return False
    return wrapping != "cell" or not (
        case.text.count("\n") > 1 or re.search(r"\||^[#>\-*+ ＃＊》＞]|^\d+[.)]|^\[[^\]]+\]:", case.text)
    )
