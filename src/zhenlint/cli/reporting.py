"""Writing what ``zhenlint check`` found: the reports or the diff, then the summary."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from zhenlint.cli.output import Output, StreamOutput
from zhenlint.cli.request import Request
from zhenlint.cli.session import tell
from zhenlint.language import Language
from zhenlint.messages import Phrase
from zhenlint.named_tuple import NamedTuple
from zhenlint.reporters import FOR_LOGS, FOR_PROGRAMS, Reporter, View, reporter
from zhenlint.reporters.summary import Totals
from zhenlint.runner import FileResult
from zhenlint.terminal import DEFAULT_COLUMNS, ColourChoice, columns, defused


class Channel(NamedTuple):
    """A report and where it goes; the format is None for what suits the output."""

    format: str | None
    output: Output

    @property
    def name(self) -> str:
        """The format that is written."""
        return self.format or ("full" if self.output.terminal else "concise")

    @property
    def for_people(self) -> bool:
        """Whether people read the report itself."""
        return self.name not in FOR_PROGRAMS

    def reporter(self, language: Language, color: ColourChoice) -> Reporter:
        """What writes the report."""
        wide = columns() if self.output.terminal else DEFAULT_COLUMNS
        return reporter(self.name, View(language, self.output.paint(color), wide))

    def write(self, text: str) -> None:
        """Add to the report: for programs in UTF-8, for people what may stand in a log."""
        if not self.for_people:
            self.output.write(text, "utf-8")
        else:
            self.output.write(defused(text) if isinstance(self.output, StreamOutput) else text)


class Reporting:
    """The reports of one run, written as the results come.  Failures go to standard error.

    The first channel is the one that is printed, if there is one.
    """

    def __init__(self, request: Request, language: Language, channels: Sequence[Channel]) -> None:
        self._request = request
        self._language = language
        self._channels = channels
        self._main = channels[0]
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

        output = self._main.output
        paint = output.paint(self._request.color)
        for result in self._counted(results):
            diff = diff_of(result)
            if output.terminal or paint.on:
                output.write(painted(diff, paint) if diff else "")
            else:
                output.write(diff, encoding_of(result))
        self._summarise(self._totals.diff_summary(), StreamOutput(sys.stderr))

    def _write_report(self, results: Iterable[FileResult]) -> None:
        counts_only = self._request.statistics and self._main.for_people
        self._list(results, self._channels[1:] if counts_only else self._channels)
        aside = StreamOutput(sys.stderr)
        output = self._main.output
        if self._request.statistics:
            self._write_statistics(output if self._main.for_people else aside)
        if self._main.for_people or self._main.name in FOR_LOGS:
            self._summarise(self._totals.summary(), output if self._main.name == "full" else aside)
        elif not self._request.from_stdin:
            self._summarise(self._totals.fix_summary(), aside)

    def _list(self, results: Iterable[FileResult], channels: Sequence[Channel]) -> None:
        color = self._request.color
        reports = [(channel, channel.reporter(self._language, color)) for channel in channels]
        for channel, report in reports:
            channel.write(report.begin())
        for result in self._counted(results):
            for channel, report in reports:
                channel.write(report.result(result))
        for channel, report in reports:
            channel.write(report.end(self._totals))

    def _write_statistics(self, output: Output) -> None:
        from zhenlint.cli.statistics import statistics

        output.write(statistics(self._totals, self._language, output.paint(self._request.color)))

    def _summarise(self, sentences: Iterator[Phrase], output: Output) -> None:
        if not self._request.quiet:
            output.write("".join(sentence.words(self._language) + "\n" for sentence in sentences))
