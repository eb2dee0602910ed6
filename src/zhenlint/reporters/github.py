"""GitHub's workflow commands, which become annotations of the lines they name.

GitHub shows ten errors, ten warnings and ten notices of a step; further problems are plain lines of the
log, and in the job summary (:mod:`zhenlint.reporters.github_summary`).
Sources: GitHub documentation, "Workflow commands for GitHub Actions"; the escapes are those of
``@actions/core`` 3.0, the rules by which a line is a command those of ``ActionCommand.cs`` in actions/runner.
"""

from __future__ import annotations

from typing import Final

from zhenlint.diagnostic import Severity
from zhenlint.problem import Problem
from zhenlint.reporters import View
from zhenlint.reporters.places import checkout
from zhenlint.reporters.summary import Totals
from zhenlint.reporters.words import with_suggestions
from zhenlint.runner import FileResult
from zhenlint.terminal import escape

MOST_OF_A_KIND: Final = 10
"""How many annotations of one kind GitHub shows of a step."""

_KINDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


class Reporter:
    """Writes a line a problem."""

    def __init__(self, view: View) -> None:
        self._language = view.language
        self._checkout = checkout()
        self._left = dict.fromkeys(_KINDS.values(), MOST_OF_A_KIND)

    def begin(self) -> str:
        """Nothing."""
        return ""

    def result(self, result: FileResult) -> str:
        """The problems of one file."""
        return "".join(self._line(problem) + "\n" for problem in result.problems)

    def end(self, totals: Totals) -> str:
        """What could not be checked, as errors of no line."""
        told = (failure.words(self._language) for _, failure in totals.failures)
        return "".join(_command("error", message, title="zhenlint") + "\n" for message in told)

    def _line(self, problem: Problem) -> str:
        kind = _KINDS[problem.severity]
        if not self._left[kind]:
            return _plain(kind, problem)
        self._left[kind] -= 1
        place = {"line": problem.line, "endLine": problem.end_line}
        if problem.line == problem.end_line:  # columns of different lines are refused
            place |= {"col": problem.column, "endColumn": problem.end_column}
        path = self._checkout.path(problem.path)
        title = f"{problem.code} {problem.name}"
        return _command(kind, with_suggestions(problem), file=path, **place, title=title)


def _command(name: str, message: str, **properties: str | int) -> str:
    """A workflow command.

    Beyond line ends, what could drive a terminal is shown as an escape, for the log prints the message.
    """
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {written}::{_data(message)}"


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escape(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _plain(kind: str, problem: Problem) -> str:
    """A line that is no command: it begins with a word, and nothing in it looks like ``##[name]``."""
    place = f"{kind}: {problem.path}:{problem.line}:{problem.column}: {problem.code}"
    return escape(f"{place} {with_suggestions(problem)}").replace("##[", "##\\[")
