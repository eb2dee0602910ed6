"""The formats in which problems are told: one module a format, named like it, loaded when asked for.

A format's module holds a class ``Reporter`` made from a :class:`View`.  It is handed the results in
order and returns text; it prints nothing itself.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Protocol

from zhenlint.language import Language
from zhenlint.named_tuple import NamedTuple
from zhenlint.terminal import DEFAULT_COLUMNS, PLAIN, Paint

if TYPE_CHECKING:
    from zhenlint.reporters.summary import Totals
    from zhenlint.runner import FileResult

FORMATS = ("full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "html")
"""The formats, those for people first."""

FOR_PROGRAMS = frozenset(FORMATS) - {"full", "concise"}
"""Formats that other programs read: always UTF-8, never coloured, nothing added to them."""

WITHOUT_TEXT = frozenset({"concise", "json", "jsonl", "github", "github_summary", "junit"})
"""Formats that tell of a file only its problems, so that it need not be read again for them."""

APART = frozenset({"full", "concise", "jsonl", "junit"})
"""Formats that tell of a file the same whatever stands before it, so that any process may write it."""

FOR_LOGS = frozenset({"github"})
"""Formats for a program that shows people all the rest, so that the summary is told beside them."""


class View(NamedTuple):
    """Whom a report is for: language, colours, and the width of the terminal in cells."""

    language: Language = "en"
    paint: Paint = PLAIN
    columns: int = DEFAULT_COLUMNS


class Reporter(Protocol):
    """A format.  The three texts, put together, are the report."""

    def begin(self) -> str:
        """What stands before the first result."""

    def result(self, result: FileResult) -> str:
        """The problems of one file.  A file that failed is only in the totals at the end."""

    def end(self, totals: Totals) -> str:
        """What stands after the last result."""


def reporter(name: str, view: View) -> Reporter:
    """The reporter of a format."""
    made: Reporter = importlib.import_module(f"{__name__}.{name}").Reporter(view)
    return made
