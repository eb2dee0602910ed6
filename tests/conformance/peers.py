"""The peers' own test cases, how zhenlint is set for them, and what it is recorded to say of them.

``peers/*.jsonl`` holds the cases, ``peers/settings.toml`` the settings, ``peers/verdicts.toml`` every
case that differs with the reason.  The tests prove the record; ``docs/build.py`` prints it.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from zhenlint.api import check_text, fix_text
from zhenlint.language import Language
from zhenlint.settings import Settings

HERE = Path(__file__).parent / "peers"
PEERS = ("autocorrect", "zhlint", "textlint-zh", "lint-md", "markdownlint")


@dataclass(frozen=True)
class Case:
    """One test case of a peer: the number of its line and its fields.

    Of markdownlint, which names lines and rules, a case is each report on a line
    (``markdownlint/3:8:MD034``), and what else its document says (``markdownlint/3``).
    """

    peer: str
    number: str
    fields: Mapping[str, Any]

    @property
    def name(self) -> str:
        """``peer/number``."""
        return f"{self.peer}/{self.number}"

    @property
    def text(self) -> str:
        """The input."""
        text: str = self.fields["input"]
        return text

    @property
    def expected(self) -> str | None:
        """The text as the peer corrects it; None where it only reports."""
        expected: str | None = self.fields["expected"]
        return expected

    @cached_property
    def fixed(self) -> str:
        """The text as zhenlint corrects it."""
        return fix_text(self.text, settings=settings(self), unsafe=True)[0]

    @property
    def agrees(self) -> bool:
        """Whether zhenlint corrects the text alike, or reports a problem at the place of the peer's first."""
        if self.expected is not None:
            return self.fixed == self.expected
        if self.peer == "markdownlint":
            return self._agrees_by_line
        error = self.fields["errors"][0]
        at = error["index"] if "index" in error else error["column"] - 1
        return any(
            problem.start <= at < problem.end for problem in check_text(self.text, settings=settings(self))
        )

    @property
    def reported_line(self) -> str | None:
        """The line that a report of markdownlint is about."""
        if self.peer != "markdownlint" or self.fields["rule"] == "link":
            return None
        line: str = self.text.splitlines()[self.fields["errors"][0]["line"] - 1]
        return line

    @property
    def _agrees_by_line(self) -> bool:
        """Whether zhenlint reports on the line of one report; for a document, whether on no other lines."""
        problems = check_text(self.text, settings=settings(self))
        lines = {problem.line for problem in problems if problem.severity != "hint"}
        expected = {error["line"] for error in self.fields["errors"]}
        return lines <= expected if self.fields["rule"] == "link" else expected <= lines


@dataclass(frozen=True)
class Group:
    """A reason to differ, what decides, and the cases that differ for it."""

    name: str
    decided: tuple[str, ...]
    why: Mapping[Language, str]
    cases: tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    """What peers contradict each other in: the option that decides, and cases for each of its values."""

    option: str
    what: Mapping[Language, str]
    ways: Mapping[str, tuple[str, ...]]


@cache
def cases() -> dict[str, Case]:
    """All cases by name."""
    found = [
        case
        for peer in PEERS
        for number, line in enumerate((HERE / f"{peer}.jsonl").read_text("utf-8").splitlines(), 1)
        for case in _cases_in(Case(peer, str(number), json.loads(line)))
    ]
    return {case.name: case for case in found}


def _cases_in(case: Case) -> Iterator[Case]:
    """A case as it is; of a document with reports by line, these and the document without them."""
    if case.peer != "markdownlint":
        yield case
        return
    errors = case.fields["expected"]
    yield Case(case.peer, case.number, {**case.fields, "expected": None, "errors": errors})
    for error in errors:
        fields = {**case.fields, "expected": None, "errors": [error], "rule": error["rule"]}
        yield Case(case.peer, f"{case.number}:{error['line']}:{error['rule']}", fields)


@cache
def groups() -> tuple[Group, ...]:
    """The reasons to differ."""
    return tuple(
        Group(
            entry["name"],
            tuple(entry["decided"]),
            {"en": entry["en"], "zh": entry["zh"]},
            tuple(f"{peer}/{number}" for peer in PEERS for number in entry.get(peer, ())),
        )
        for entry in _toml("verdicts.toml")["group"]
    )


@cache
def choices() -> tuple[Choice, ...]:
    """What peers contradict each other in."""
    return tuple(
        Choice(
            entry["option"],
            {"en": entry["en"], "zh": entry["zh"]},
            {value: tuple(names) for value, names in entry["ways"].items()},
        )
        for entry in _toml("verdicts.toml")["choice"]
    )


def settings(case: Case) -> Settings:
    """How zhenlint is set for a case: the last entry that fits it."""
    entry = [
        entry
        for entry in _toml("settings.toml")["settings"]
        if entry["peer"] == case.peer
        and all(case.fields.get(key) == value for key, value in entry.get("when", {}).items())
    ][-1]
    return Settings(
        select=tuple(entry["select"]),
        ignore=tuple(entry.get("ignore", ())),
        rule_options=entry.get("rules", {}),
        terms=entry.get("terms", {}),
    )


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text("utf-8"))
