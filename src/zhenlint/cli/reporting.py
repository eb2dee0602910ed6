"""Writing what ``zhenlint check`` found: the reports or the diff, then the summary."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

from zhenlint.cli.output import Output, StreamOutput
from zhenlint.cli.request import Request
from zhenlint.cli.session import tell
from zhenlint.language import Language
from zhenlint.messages import Phrase
from zhenlint.named_tuple import NamedTuple
from zhenlint.reporters import APART, FOR_LOGS, FOR_PROGRAMS, Reporter, View, reporter
from zhenlint.reporters.summary import Totals
from zhenlint.runner import FileResult, as_it_is
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


class Told(NamedTuple):
    """What is told of a file, written by another process: the text of each report, and what it counts."""

    texts: tuple[str, ...]
    totals: Totals


class Reporting:
    """The reports of one run, written as the results come.  Failures go to standard error.

    The first channel is the one that is printed, if there is one.
    """

    def __init__(self, request: Request, language: Language, channels: Sequence[Channel]) -> None:
        self._request = request
        self._language = language
        self._main = channels[0]
        self._counts_only = request.statistics and self._main.for_people
        listed = channels[1:] if self._counts_only else channels
        self._reports = [(channel, channel.reporter(language, request.color)) for channel in listed]
        self._totals = Totals()

    @property
    def sent(self) -> Callable[[FileResult], FileResult]:
        """What another process makes of a result: for reports that it can write, what is told of the file.

        So the last 10 of 105 ms are saved in which one process judges documents by one another.
        """
        apart = all(channel.name in APART for channel, _ in self._reports)
        return self._told if apart and not self._request.diff else as_it_is

    def _told(self, result: FileResult) -> FileResult:
        if result.failure or result.warning:
            return result
        totals = Totals()
        totals.add(result)
        return FileResult(result.path, told=Told(self._texts(result), totals))

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
            if isinstance(result.told, Told):
                self._totals.merge(result.told.totals)
            else:
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
        self._list(results)
        aside = StreamOutput(sys.stderr)
        output = self._main.output
        if self._request.statistics:
            self._write_statistics(output if self._main.for_people else aside)
        if self._main.for_people or self._main.name in FOR_LOGS:
            self._summarise(self._totals.summary(), output if self._main.name == "full" else aside)
        elif not self._request.from_stdin:
            self._summarise(self._totals.fix_summary(), aside)

    def _list(self, results: Iterable[FileResult]) -> None:
        for channel, report in self._reports:
            channel.write(report.begin())
        for result in self._counted(results):
            texts = result.told.texts if isinstance(result.told, Told) else self._texts(result)
            for (channel, _), text in zip(self._reports, texts, strict=True):
                channel.write(text)
        for channel, report in self._reports:
            channel.write(report.end(self._totals))

    def _texts(self, result: FileResult) -> tuple[str, ...]:
        """What each report tells of a file."""
        return tuple(report.result(result) for _, report in self._reports)

    def _write_statistics(self, output: Output) -> None:
        from zhenlint.cli.statistics import statistics

        output.write(statistics(self._totals, self._language, output.paint(self._request.color)))

    def _summarise(self, sentences: Iterator[Phrase], output: Output) -> None:
        if not self._request.quiet:
            output.write("".join(sentence.words(self._language) + "\n" for sentence in sentences))
