"""What leaves the core: a diagnostic with its file, its line and column, and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from zhenlint.diagnostic import Diagnostic, Fix, Severity
from zhenlint.language import Language
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import all_rules
from zhenlint.source import Source

HOME_URL = "https://github.com/zhenlint/zhenlint"
RULES_URL = f"{HOME_URL}/blob/main/docs/rules"


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


def problems(source: Source, diagnostics: Iterable[Diagnostic], language: Language) -> Iterator[Problem]:
    """Give diagnostics of a source their places and words."""
    rules = all_rules()
    for diagnostic in diagnostics:
        rule = rules[diagnostic.code]
        begin, end = source.position(diagnostic.start), source.position(diagnostic.end)
        yield Problem(
            path=source.path,
            code=diagnostic.code,
            name=rule.name,
            severity=diagnostic.severity,
            message=rule.words(diagnostic, language),
            line=begin.line,
            column=begin.column,
            end_line=end.line,
            end_column=end.column,
            start=diagnostic.start,
            end=diagnostic.end,
            text=source.text[diagnostic.start : diagnostic.end],
            suggestions=diagnostic.suggestions,
            fix=diagnostic.fix,
            url=rule_url(diagnostic.code),
        )
