"""What leaves the core: a diagnostic with its file, its line and column, and words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any

from zhenlint.diagnostic import Diagnostic, Fix, Severity
from zhenlint.language import Language
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import all_rules
from zhenlint.source import Source

HOME_URL = "https://github.com/zhenlint/zhenlint"
RULES_URL = f"{HOME_URL}/blob/main/docs/rules"


@cache
def rule_url(code: str) -> str:
    """The address of a rule's page."""
    return f"{RULES_URL}/{code}.md"


class Problem(NamedTuple):
    """One finding as every reporter, the Python interface and editors take it.

    Lines and columns are 1-based; columns, ``start`` and ``end`` count code points of the file's
    text as decoded, without a byte order mark; ``end`` and ``end_column`` are exclusive.
    """

    path: str
    code: str
    name: str
    severity: Severity
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    text: str
    suggestions: tuple[str, ...]
    fix: Fix | None
    url: str

    def to_json(self) -> dict[str, Any]:
        """The fields as plain values, in the order in which they are documented."""
        edits = self.fix and [
            {"start": edit.start, "end": edit.end, "content": edit.content} for edit in self.fix.edits
        ]
        return {
            "path": self.path,
            "code": self.code,
            "name": self.name,
            "severity": self.severity.value,
            "message": self.message,
            "line": self.line,
            "column": self.column,
            "end_line": self.end_line,
            "end_column": self.end_column,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "suggestions": list(self.suggestions),
            "fix": self.fix and {"applicability": self.fix.applicability.value, "edits": edits},
            "url": self.url,
        }


as_problem: Callable[[tuple[Any, ...]], Problem] = partial(tuple.__new__, Problem)
"""``Problem(*values)`` in a fifth of the time."""


class Place(NamedTuple):
    """Where a diagnostic is in lines and columns, as in :class:`Problem`, and the text there."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


def place_of(source: Source, start: int, end: int) -> Place:
    """The place of ``text[start:end]`` of a source.

    Nearly all are within one line, and that it ends there is seen without a second search.
    """
    starts = source.line_starts
    line = bisect_right(starts, start)
    column = start - starts[line - 1] + 1
    if line == len(starts) or end < starts[line]:
        return Place(line, column, line, column + end - start, source.text[start:end])
    return Place(line, column, *source.position(end), source.text[start:end])


def problems(source: Source, diagnostics: Iterable[Diagnostic], language: Language) -> Iterator[Problem]:
    """Give diagnostics of a source their places and words."""
    for diagnostic in diagnostics:
        yield problem(source.path, diagnostic, place_of(source, diagnostic.start, diagnostic.end), language)


def problem(path: str, diagnostic: Diagnostic, place: Place, language: Language) -> Problem:
    """Give a diagnostic its place and words."""
    code, start, end, severity, message, arguments, suggestions, fix = diagnostic
    rule = all_rules()[code]
    words = rule.words(message, arguments, language)
    *numbers, text = place
    found = (path, code, rule.name, severity, words, *numbers, start, end, text, suggestions)
    return as_problem((*found, fix, rule_url(code)))
