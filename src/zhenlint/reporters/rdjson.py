"""The Reviewdog Diagnostic Format, with fixes as suggestions.

Source: reviewdog, ``proto/rdf/reviewdog.proto``: a column counts bytes of UTF-8 from 1, an end is exclusive.
"""

from __future__ import annotations

from typing import Any

from zhenlint.diagnostic import Severity
from zhenlint.problem import HOME_URL, Problem
from zhenlint.reporters import View
from zhenlint.reporters.json_array import JsonArray
from zhenlint.reporters.json_text import to_json, to_strict_json
from zhenlint.reporters.remedies import merged, remedies
from zhenlint.reporters.summary import Totals
from zhenlint.runner import FileResult
from zhenlint.source import Source

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.HINT: "INFO"}


class Reporter:
    """Writes one ``DiagnosticResult``."""

    def __init__(self, view: View) -> None:
        self._array = JsonArray()

    def begin(self) -> str:
        """What made the diagnostics, and the start of their list."""
        return f'{{"source": {to_json({"name": "zhenlint", "url": HOME_URL})}, "diagnostics": ['

    def result(self, result: FileResult) -> str:
        """The problems of one file as diagnostics."""
        source = result.source
        if source is None:
            return ""
        return self._array.add(to_strict_json(_diagnostic(problem, source)) for problem in result.problems)

    def end(self, totals: Totals) -> str:
        """Close the list."""
        return self._array.close() + "}\n"


def _diagnostic(problem: Problem, source: Source) -> dict[str, Any]:
    wholes = (merged(source.text, edits) for edits in remedies(problem))
    return {
        "message": problem.message,
        "location": {"path": problem.path, "range": _range(source, problem.start, problem.end)},
        "severity": _SEVERITIES[problem.severity],
        "code": {"value": problem.code, "url": problem.url},
        "suggestions": [
            {"range": _range(source, whole.start, whole.end), "text": whole.content} for whole in wholes
        ],
    }


def _range(source: Source, start: int, end: int) -> dict[str, dict[str, int]]:
    return {"start": _position(source, start), "end": _position(source, end)}


def _position(source: Source, offset: int) -> dict[str, int]:
    line = source.position(offset).line
    before = source.text[source.line_starts[line - 1] : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
