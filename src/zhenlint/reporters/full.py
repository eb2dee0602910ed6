"""For people at a terminal: each problem with its source line, carets, and what to write instead."""

from __future__ import annotations

from zhenlint.diagnostic import Edit
from zhenlint.messages import Phrase, phrase
from zhenlint.problem import Problem
from zhenlint.reporters import View
from zhenlint.reporters.remedies import merged
from zhenlint.reporters.snippet import snippet
from zhenlint.reporters.summary import Totals
from zhenlint.runner import FileResult
from zhenlint.source import Source
from zhenlint.terminal import escape

_MOST_SUGGESTIONS = 3


class Reporter:
    """Writes a paragraph a problem."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._paint = view.paint

    def begin(self) -> str:
        """Nothing."""
        return ""

    def result(self, result: FileResult) -> str:
        """The problems of one file."""
        if result.source is None:
            return ""
        return "".join(self._paragraph(result.source, problem) for problem in result.problems)

    def end(self, totals: Totals) -> str:
        """Nothing; the summary follows the report."""
        return ""

    def _paragraph(self, source: Source, problem: Problem) -> str:
        style = problem.severity.value
        begin, end = source.line_span(problem.line)
        gutter = f"{problem.line} | "
        margin = " " * (len(gutter) - 2) + "| "
        shown = snippet(
            source.text[begin:end],
            problem.start - begin,
            min(problem.end, end) - begin,
            self._view.columns - len(gutter),
        )
        place = self._paint("bold", f"{escape(problem.path)}:{problem.line}:{problem.column}")
        carets = " " * shown.offset + self._paint(style, "^" * shown.length)
        lines = [
            f"{place} {self._paint(style, problem.code)} {escape(problem.message)}",
            self._paint("dim", gutter) + shown.line,
            self._paint("dim", margin) + carets,
        ]
        if help_text := self._help(source, problem):
            label = self._paint("help", phrase("label-help").words(self._view.language))
            lines.append(self._paint("dim", margin[:-2] + "= ") + label + help_text)
        return "\n".join(lines) + "\n\n"

    def _help(self, source: Source, problem: Problem) -> str:
        """What to do: the suggestions, else what the fix would do."""
        if problem.suggestions:
            return escape(", ".join(problem.suggestions[:_MOST_SUGGESTIONS]))
        if problem.fix is None:
            return ""
        return escape(_deed(source, problem.fix.edits).words(self._view.language))


def _deed(source: Source, edits: tuple[Edit, ...]) -> Phrase:
    """What edits come to: something deleted, a space put in, or the text as it will stand."""
    if all(not edit.content for edit in edits):
        return phrase("help-delete")
    if all(edit.content == " " and edit.start == edit.end for edit in edits):
        return phrase("help-insert-space")
    return phrase("help-replace", content=merged(source.text, edits).content)
