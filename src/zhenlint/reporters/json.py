"""One JSON array of all problems, one problem a line."""

from __future__ import annotations

from zhenlint.reporters import View
from zhenlint.reporters.json_text import to_json
from zhenlint.reporters.summary import Totals
from zhenlint.runner import FileResult


class Reporter:
    """Writes ``[``, the problems as they come, ``]``."""

    def __init__(self, view: View) -> None:
        self._separator = "\n  "

    def begin(self) -> str:
        """Open the array."""
        return "["

    def result(self, result: FileResult) -> str:
        """The problems of one file as elements."""
        parts = []
        for problem in result.problems:
            parts.append(self._separator + to_json(problem.to_json()))
            self._separator = ",\n  "
        return "".join(parts)

    def end(self, totals: Totals) -> str:
        """Close the array."""
        return "\n]\n" if sum(totals.by_code.values()) else "]\n"
