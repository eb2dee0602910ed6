"""One line a problem: ``path:line:column: CODE message``."""

from __future__ import annotations

from zhenlint.problem import Problem
from zhenlint.reporters import View
from zhenlint.reporters.summary import Totals
from zhenlint.reporters.words import with_suggestions
from zhenlint.runner import FileResult
from zhenlint.terminal import escape


class Reporter:
    """Writes lines that editors and ``grep`` understand."""

    def __init__(self, view: View) -> None:
        self._paint = view.paint

    def begin(self) -> str:
        """Nothing."""
        return ""

    def result(self, result: FileResult) -> str:
        """The problems of one file."""
        path = self._paint("bold", escape(result.path))
        return "".join([self._line(path, problem) for problem in result.problems])

    def _line(self, path: str, problem: Problem) -> str:
        code = self._paint(problem.severity.value, problem.code)
        return f"{path}:{problem.line}:{problem.column}: {code} {escape(with_suggestions(problem))}\n"

    def end(self, totals: Totals) -> str:
        """Nothing; the summary is not part of the lines."""
        return ""
