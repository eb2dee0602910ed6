"""``zhenlint check``: what it does, from the options to the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

import click

from zhenlint.cli.beginning import FAILED, begin
from zhenlint.cli.destinations import Destination
from zhenlint.cli.output import Output, StreamOutput, open_output
from zhenlint.cli.reporting import Channel, Reporting
from zhenlint.cli.request import STANDARD_INPUT, Request, refuse_contradictions
from zhenlint.cli.session import tell
from zhenlint.config import Configuration, Configurations
from zhenlint.discover import discover, is_excluded
from zhenlint.files import shown_path
from zhenlint.language import Language
from zhenlint.messages import ZhenlintError
from zhenlint.processors import processors
from zhenlint.reporters import WITHOUT_TEXT
from zhenlint.reporters.summary import Totals
from zhenlint.runner import Browse, FileResult, Mode, Task, Workers, as_it_is, check_bytes, run
from zhenlint.terminal import is_terminal

if TYPE_CHECKING:
    from pathlib import Path

    from zhenlint.cli.sparing import Run, Sparing


def check_paths(request: Request, ctx: click.Context) -> int:
    """Do what a request asks; the value is the exit code."""
    refuse_contradictions(request, ctx)

    def work(configurations: Configurations, language: Language) -> int:
        return _Run(request, configurations, language).finish()

    return begin(
        ctx,
        request.stdin_filename or request.paths[0],
        work,
        config=request.config,
        isolated=request.isolated,
        color=request.color,
        selection=request.selection,
    )


def _cache_file() -> Path:
    """The reports of earlier runs; one file is checked before anybody asks where they lie."""
    from zhenlint.cli.caches import cache_file

    return cache_file()


def _browser(request: Request, language: Language) -> Browse:
    """What asks the servers that documents link to; rarely wanted, so imported where it is."""
    from zhenlint.cli.online import browser

    return browser(request, language)


class _Run:
    """One run: what is checked, and what it comes to."""

    def __init__(self, request: Request, configurations: Configurations, language: Language) -> None:
        self._request = request
        self._configurations = configurations
        self._language = language
        self._failed = False
        self._sparing: Sparing | None = None
        self._sent: Callable[[FileResult], FileResult] = as_it_is
        self._mode = Mode(
            language,
            request.encoding,
            fix=request.fix or request.diff,
            unsafe=request.unsafe_fixes,
            write=request.rewrites,
            hints=request.hints,
            whole=all(os.path.isdir(path) for path in request.paths),
            statistics=request.statistics,
        )
        self._browse = _browser(request, language) if request.online else None

    def finish(self) -> int:
        """Check everything and report; the value is the exit code."""
        request = self._request
        channels = [Channel(item.format, self._output(item)) for item in request.destinations]
        texts = any(channel.name not in WITHOUT_TEXT for channel in channels)
        self._mode = self._mode._replace(texts=texts)
        reporting = Reporting(request, self._language, channels)
        self._sent = reporting.sent
        results = self._from_stdin() if request.from_stdin else self._from_paths()
        totals = reporting.of(results)
        for channel in channels:
            self._close(channel.output)
        if self._sparing and not request.quiet:
            self._tell_of_baselines(self._sparing)
        return self._exit_code(totals)

    def _tell_of_baselines(self, sparing: Sparing) -> None:
        """What was left alone; and what is found no more, where all files and rules were checked."""
        request, aside = self._request, StreamOutput(sys.stderr)
        for sentence in sparing.summary():
            aside.write(sentence.words(self._language) + "\n")
        if not (request.only_changes or request.from_stdin or request.chooses_rules):
            places = [os.path.abspath(path) for path in request.paths]
            for warning in sparing.warnings(places, named=request.baseline is not None):
                tell("label-warning", warning, self._language, request.color)

    def _output(self, destination: Destination) -> Output:
        """Where a report goes; standard error where the document itself is printed."""
        request = self._request
        if destination.file is None and request.from_stdin and request.rewrites:
            return StreamOutput(sys.stderr)
        return open_output(destination.file, appended=destination.appended)

    def _close(self, output: Output) -> None:
        """Put a report in its place; where that fails, the others still get theirs."""
        try:
            output.close()
        except ZhenlintError as failure:
            tell("label-error", failure.phrase, self._language, self._request.color)
            self._failed = True

    def _exit_code(self, totals: Totals) -> int:
        request = self._request
        if self._failed or totals.failures:
            return FAILED
        if request.exit_zero or (request.from_stdin and request.rewrites):
            return 0
        return int(bool(totals.fixed if request.diff else totals.problems))

    def _from_paths(self) -> Iterator[FileResult]:
        discovery = discover(
            self._request.paths, self._configurations, force_exclude=self._request.force_exclude
        )
        for warning in discovery.warnings:
            if not self._request.quiet:
                tell("label-warning", warning, self._language, self._request.color)
        failed = (FileResult(failure.phrase.path, failure=failure.phrase) for failure in discovery.failures)
        tasks: Iterable[Task] = (
            Task(file.path, file.shown, file.configuration.settings_of(file.path)) for file in discovery.files
        )
        if self._request.only_changes:
            from zhenlint.cli.limiting import limited

            tasks = limited(tasks, self._request, self._configurations)
        baselines = {file.shown: self._baseline_of(file.configuration) for file in discovery.files}
        results = self._results(tasks, baselines, self._run)
        return chain(failed, results)

    def _run(self, tasks: Iterable[Task], mode: Mode) -> Iterator[FileResult]:
        request = self._request
        sent = as_it_is if self._sparing else self._sent  # what a baseline holds is told by all of a result
        file = None if request.no_cache else _cache_file
        workers = Workers(request.jobs or processors(), file, sent=sent)
        if not is_terminal(sys.stderr):
            return run(tasks, mode, self._browse, workers)
        from zhenlint.cli.progress import watched

        tasks = list(tasks)
        return watched(
            request,
            self._language,
            len(tasks),
            lambda hear: run(tasks, mode, self._browse, workers._replace(hear=hear)),
        )

    def _baseline_of(self, configuration: Configuration) -> str | None:
        """The absolute path of the baseline that holds for a file."""
        if self._request.no_baseline:
            return None
        given = self._request.baseline
        return os.path.abspath(given) if given is not None else configuration.baseline

    def _results(
        self, tasks: Iterable[Task], baselines: Mapping[str, str | None], run: Run
    ) -> Iterable[FileResult]:
        """The results of tasks, without what is in the baselines of their files."""
        named = {shown: path for shown, path in baselines.items() if path is not None}
        if not named:
            return run(tasks, self._mode)
        from zhenlint.cli.sparing import Sparing

        self._sparing = Sparing(named)
        return self._sparing.results(tuple(tasks), self._mode, run)

    def _from_stdin(self) -> Iterator[FileResult]:
        name = self._request.stdin_filename
        path = os.path.abspath(name or STANDARD_INPUT)
        configuration = self._configurations.of_folder(os.path.dirname(path))
        shown = shown_path(path) if name else STANDARD_INPUT
        data = sys.stdin.buffer.read()
        if name and self._request.force_exclude and is_excluded(path, self._configurations):
            if self._request.rewrites:
                StreamOutput(sys.stdout).write_bytes(data)
            return
        task = Task(path, shown, configuration.settings_of(path), placed=name is not None)

        def run_one(tasks: Iterable[Task], mode: Mode) -> list[FileResult]:
            return [check_bytes(data, item, mode, self._browse) for item in tasks]

        baselines = {shown: self._baseline_of(configuration)} if name else {}
        (result,) = self._results((task,), baselines, run_one)
        if self._request.rewrites and result.source:
            StreamOutput(sys.stdout).write_bytes(result.source.encode())
        yield result
