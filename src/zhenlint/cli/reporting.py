"""Printing what ``zhenlint check`` found: the report or the diff, then the summary."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from zhenlint.cli.output import Output, StreamOutput
from zhenlint.cli.request import Request
from zhenlint.cli.session import tell
from zhenlint.language import Language
from zhenlint.messages import Phrase
from zhenlint.reporters import FOR_PROGRAMS, Reporter, View, reporter
from zhenlint.reporters.summary import Totals
from zhenlint.runner import FileResult
from zhenlint.terminal import DEFAULT_COLUMNS, columns


class Reporting:
    """The report of one run, written as the results come.  Failures go to standard error."""

    def __init__(self, request: Request, language: Language, output: Output) -> None:
        self._request = request
        self._language = language
        self._output = output
        self._paint = output.paint(request.color)
        self._format = request.output_format or ("full" if output.terminal else "concise")
        self._for_programs = self._format in FOR_PROGRAMS
        self._totals = Totals()

    def of(self, results: Iterable[FileResult]) -> Totals:
        """Write the report of results, and count them."""
        if self._request.diff:
            self._write_diff(results)
        else:
            self._write_report(results)
        return self._totals

    def _counted(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """The results that did not fail; those that did are told at once."""
        for result in results:
            self._totals.add(result)
            if result.warning and not self._request.quiet:
                tell("label-warning", result.warning, self._language, self._request.color)
            if result.failure:
                tell("label-error", result.failure, self._language, self._request.color)
            else:
                yield result

    def _write_diff(self, results: Iterable[FileResult]) -> None:
        from zhenlint.cli.diff import diff_of, encoding_of, painted

        for result in self._counted(results):
            diff = diff_of(result)
            if self._output.terminal or self._paint.on:
                self._output.write(painted(diff, self._paint) if diff else "")
            else:
                self._output.write(diff, encoding_of(result))
        self._summarise(self._totals.diff_summary(), StreamOutput(sys.stderr))

    def _write_report(self, results: Iterable[FileResult]) -> None:
        view = View(self._language, self._paint, columns() if self._output.terminal else DEFAULT_COLUMNS)
        if self._for_programs or not self._request.statistics:
            self._list(results, reporter(self._format, view))
        else:
            for _ in self._counted(results):
                pass
        aside = StreamOutput(sys.stderr)
        if self._request.statistics:
            self._write_statistics(aside if self._for_programs else self._output)
        if not self._for_programs:
            self._summarise(self._totals.summary(), self._output if self._format == "full" else aside)
        elif not self._request.from_stdin:
            self._summarise(self._totals.fix_summary(), aside)

    def _list(self, results: Iterable[FileResult], report: Reporter) -> None:
        encoding = "utf-8" if self._for_programs else None
        self._output.write(report.begin(), encoding)
        for result in self._counted(results):
            self._output.write(report.result(result), encoding)
        self._output.write(report.end(self._totals), encoding)

    def _write_statistics(self, output: Output) -> None:
        from zhenlint.cli.statistics import statistics

        output.write(statistics(self._totals, self._language, output.paint(self._request.color)))

    def _summarise(self, sentences: Iterator[Phrase], output: Output) -> None:
        if not self._request.quiet:
            output.write("".join(sentence.words(self._language) + "\n" for sentence in sentences))
