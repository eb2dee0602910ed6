"""GitLab's code quality report: a JSON array, a subset of Code Climate's format.

Source: GitLab documentation, "Code Quality", section "Code Quality report format".
"""

from __future__ import annotations

from typing import Any

from zhenlint.diagnostic import Severity
from zhenlint.problem import Problem
from zhenlint.reporters import View
from zhenlint.reporters.fingerprints import Fingerprints
from zhenlint.reporters.json_array import JsonArray
from zhenlint.reporters.json_text import to_strict_json
from zhenlint.reporters.places import checkout
from zhenlint.reporters.summary import Totals
from zhenlint.reporters.words import with_suggestions
from zhenlint.runner import FileResult
from zhenlint.source import Source

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}


class Reporter:
    """Writes ``[``, the problems as they come, ``]``."""

    def __init__(self, view: View) -> None:
        self._array = JsonArray()
        self._checkout = checkout()
        self._fingerprints = Fingerprints()

    def begin(self) -> str:
        """Open the array."""
        return "["

    def result(self, result: FileResult) -> str:
        """The problems of one file as elements."""
        source = result.source
        if source is None:
            return ""
        return self._array.add(to_strict_json(self._element(problem, source)) for problem in result.problems)

    def end(self, totals: Totals) -> str:
        """Close the array."""
        return self._array.close() + "\n"

    def _element(self, problem: Problem, source: Source) -> dict[str, Any]:
        return {
            "description": with_suggestions(problem),
            "check_name": problem.code,
            "fingerprint": self._fingerprints.of(problem, source),
            "severity": _SEVERITIES[problem.severity],
            "location": {
                "path": self._checkout.path(problem.path),
                "lines": {"begin": problem.line, "end": problem.end_line},
            },
        }
