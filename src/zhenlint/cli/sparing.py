"""Leaving alone what baselines hold: a stage between the runner and the reporters."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from zhenlint import baseline
from zhenlint.baseline import Entry, Match, Sighting
from zhenlint.diagnostic import Severity
from zhenlint.files import shown_path
from zhenlint.messages import Phrase, counted, phrase
from zhenlint.problem import Problem
from zhenlint.runner import FileResult, Mode, Task
from zhenlint.scope import Limits, Scope

_NAMED: Final = 3
"""How many files with stale entries are named."""

Run = Callable[[Iterable[Task], Mode], Iterable[FileResult]]


class Seen:
    """The problems of a run as one baseline file knows them: a sighting for each, file by file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.sightings: list[Sighting] = []
        self.results: list[FileResult] = []

    def add(self, result: FileResult) -> None:
        """Take the problems of one file, unless it failed."""
        if result.failure is None:
            self.results.append(result)
        if result.source is not None:
            here = baseline.relative(os.path.abspath(result.path), self.path)
            self.sightings += [baseline.sighting(item, result.source, here) for item in result.problems]

    @property
    def paths(self) -> frozenset[str]:
        """The absolute paths of the files."""
        return frozenset(os.path.abspath(result.path) for result in self.results)

    def match(self, entries: Mapping[Entry, int], scopes: Mapping[str, Scope] | None = None) -> Match:
        """Which problems are in the baseline; where several look alike, those out of scope come first."""
        problems = [(result.path, item) for result in self.results for item in result.problems]
        order = sorted(range(len(problems)), key=lambda number: _counts(*problems[number], scopes or {}))
        here = self.paths

        def may_be_elsewhere(path: str) -> bool:
            place = os.path.normpath(os.path.join(os.path.dirname(self.path), path))
            return place in here or not os.path.exists(place)

        found = baseline.match(entries, [self.sightings[number] for number in order], may_be_elsewhere)
        taken: list[Entry | None] = [None] * len(problems)
        for number, entry in zip(order, found.taken, strict=True):
            taken[number] = entry
        return Match(taken, found.left)


def _counts(path: str, problem: Problem, scopes: Mapping[str, Scope]) -> bool:
    return path not in scopes or scopes[path].admits(problem.code, problem.start, problem.end)


class Sparing:
    """What is left of a run without the problems in baselines; ``files`` gives each checked path its one.

    Afterwards ``spared`` counts the problems left alone, hints aside, and ``stale`` is what each baseline
    file holds that is found no more.
    """

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = files
        self._entries = {path: baseline.load(path) for path in sorted(set(files.values()))}
        self.spared = 0
        self.stale: dict[str, Mapping[Entry, int]] = {}

    def results(self, tasks: Sequence[Task], mode: Mode, run: Run) -> Iterator[FileResult]:
        """The results of tasks without what is in a baseline; neither told nor fixed."""
        looking = mode._replace(fix=False, unsafe=False, write=False, hints=True, texts=True)
        results = list(run((_unlimited(task) for task in tasks), looking))
        limits = {task.shown: task.limits for task in tasks if task.limits}
        scopes = {
            result.path: limits[result.path].scope(result.source.text)
            for result in results
            if result.source and result.path in limits
        }
        known = self._known(results, scopes)
        if mode.fix:
            yield from run((_sparing(task, known) for task in tasks), mode)
        else:
            for result in results:
                yield result._replace(problems=tuple(_new(result, known, scopes, hints=mode.hints)))

    def summary(self) -> Iterator[Phrase]:
        """How much was left alone."""
        if self.spared:
            names = tuple(shown_path(path) for path in sorted(self._entries))
            yield phrase("baseline-spared", problems=counted("problem", self.spared), baselines=names)

    def warnings(self, places: Sequence[str], *, named: bool) -> Iterator[Phrase]:
        """What is stale in each baseline whose files all lie below some places, which were checked.

        ``named`` is whether it was an option that named the baseline, not a configuration.
        """
        for path, entries in self._entries.items():
            stale = self.stale.get(path)
            if stale and all(baseline.is_below(baseline.absolute(entry, path), places) for entry in entries):
                names = sorted({entry.path for entry in stale})
                yield phrase(
                    "baseline-stale",
                    problems=counted("problem", sum(stale.values())),
                    path=shown_path(path),
                    option=f" --baseline {shown_path(path)}" if named else "",
                    files=(*names[:_NAMED], *["…"][: len(names) - _NAMED]),
                )

    def _known(
        self, results: Iterable[FileResult], scopes: Mapping[str, Scope]
    ) -> Mapping[str, set[tuple[str, int, int]]]:
        """Where the problems that are in a baseline stand, by the path of their file."""
        seen = {path: Seen(path) for path in self._entries}
        for result in results:
            if result.path in self._files:
                seen[self._files[result.path]].add(result)
        known: dict[str, set[tuple[str, int, int]]] = {}
        for path, entries in self._entries.items():
            found = seen[path].match(entries, scopes)
            self.stale[path] = found.left
            problems = (item for result in seen[path].results for item in result.problems)
            for problem, entry in zip(problems, found.taken, strict=True):
                if entry is not None:
                    known.setdefault(problem.path, set()).add((problem.code, problem.start, problem.end))
                    told = problem.severity is not Severity.HINT and _counts(problem.path, problem, scopes)
                    self.spared += told
        return known


def _unlimited(task: Task) -> Task:
    """A task for all lines, if any counts: a baseline is compared with all problems of a file."""
    return task._replace(limits=None) if task.is_told else task


def _sparing(task: Task, known: Mapping[str, set[tuple[str, int, int]]]) -> Task:
    limits = task.limits or Limits()
    return task._replace(limits=limits._replace(spared=frozenset(known.get(task.shown, ()))))


def _new(
    result: FileResult,
    known: Mapping[str, set[tuple[str, int, int]]],
    scopes: Mapping[str, Scope],
    *,
    hints: bool,
) -> Iterator[Problem]:
    spots = known.get(result.path, set())
    for problem in result.problems:
        shown = hints or problem.severity is not Severity.HINT
        if (
            shown
            and (problem.code, problem.start, problem.end) not in spots
            and _counts(result.path, problem, scopes)
        ):
            yield problem
