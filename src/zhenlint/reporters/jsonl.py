"""One JSON object a line, a line a problem, written as soon as its file is done."""

from __future__ import annotations

from zhenlint.reporters import View
from zhenlint.reporters.json_text import to_json
from zhenlint.reporters.summary import Totals
from zhenlint.runner import FileResult


class Reporter:
    """Writes each problem by itself."""

    def __init__(self, view: View) -> None:
        pass

    def begin(self) -> str:
        """Nothing."""
        return ""

    def result(self, result: FileResult) -> str:
        """The problems of one file."""
        return "".join(to_json(problem.to_json()) + "\n" for problem in result.problems)

    def end(self, totals: Totals) -> str:
        """Nothing."""
        return ""
