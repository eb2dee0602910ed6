"""One JSON array of all problems, one problem a line."""

from __future__ import annotations

from zhenlint.reporters import View
from zhenlint.reporters.json_array import JsonArray
from zhenlint.reporters.json_text import to_json
from zhenlint.reporters.summary import Totals
from zhenlint.runner import FileResult


class Reporter:
    """Writes ``[``, the problems as they come, ``]``."""

    def __init__(self, view: View) -> None:
        self._array = JsonArray()

    def begin(self) -> str:
        """Open the array."""
        return "["

    def result(self, result: FileResult) -> str:
        """The problems of one file as elements."""
        return self._array.add(to_json(problem.to_json()) for problem in result.problems)

    def end(self, totals: Totals) -> str:
        """Close the array."""
        return self._array.close() + "\n"
