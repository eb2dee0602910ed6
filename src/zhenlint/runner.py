"""Checking many files: a task a file in, a result a file out, in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from zhenlint import files
from zhenlint.check import check
from zhenlint.diagnostic import Applicability, Diagnostic, Severity
from zhenlint.fixing import FixResult, fix
from zhenlint.language import Language
from zhenlint.messages import Phrase, ZhenlintError, phrase
from zhenlint.problem import Problem, problems
from zhenlint.settings import Settings
from zhenlint.source import Source, SourceError

ISSUES_URL = "https://github.com/zhenlint/zhenlint/issues"


class Task(NamedTuple):
    """One file to check: where it lies, what it is called, and its settings."""

    path: str
    shown: str
    settings: Settings


class Mode(NamedTuple):
    """What is done with every file of a run.

    ``fix`` applies the safe fixes, with ``unsafe`` all; the file is written only with ``write``.
    Hints are part of the result only with ``hints``.
    """

    language: Language = "en"
    encoding: str = "utf-8"
    fix: bool = False
    unsafe: bool = False
    write: bool = False
    hints: bool = False


class FileResult(NamedTuple):
    """What became of one file.

    ``problems`` are those of ``source``; after fixing that is the fixed text and ``original`` the
    text as it was read.  ``fixed`` counts the fixes applied.  With a ``failure`` there is nothing else;
    a ``warning`` tells of something that did not keep the file from being checked.
    """

    path: str
    problems: tuple[Problem, ...] = ()
    source: Source | None = None
    original: Source | None = None
    fixed: int = 0
    failure: Phrase | None = None
    warning: Phrase | None = None

    @property
    def counted(self) -> list[Problem]:
        """The problems that make a run fail: all but hints."""
        return [problem for problem in self.problems if problem.severity is not Severity.HINT]


def run(tasks: Iterable[Task], mode: Mode) -> Iterator[FileResult]:
    """The results of tasks, in their order."""
    for task in tasks:
        yield check_file(task, mode)


def check_file(task: Task, mode: Mode) -> FileResult:
    """Read one file, check it, and with ``mode.write`` put its fixed text in place."""
    try:
        data = files.read(task.path, task.shown)
        result = check_bytes(data, task, mode)
        if mode.write and result.fixed and result.source:
            files.replace(task.path, task.shown, data, result.source.encode())
    except ZhenlintError as failure:
        return FileResult(task.shown, failure=failure.phrase)
    return result


def check_bytes(data: bytes, task: Task, mode: Mode) -> FileResult:
    """Check the content of one file; nothing is read or written.  What goes wrong is in the result."""
    try:
        return _check(data, task, mode)
    except ZhenlintError as failure:
        return FileResult(task.shown, failure=failure.phrase)
    except Exception as error:  # a fault of one rule on one file must not keep the others from being checked
        fault = phrase("internal-error", path=task.shown, detail=_described(error), url=ISSUES_URL)
        return FileResult(task.shown, failure=fault)


def _check(data: bytes, task: Task, mode: Mode) -> FileResult:
    try:
        source = Source.decode(data, task.shown, mode.encoding)
    except SourceError as error:
        raise _unreadable(error, task.shown) from error
    if not mode.fix:
        return _result(source, check(source, task.settings), mode)
    fixed = fix(source, task.settings, unsafe=mode.unsafe)
    if fixed.applied and not _reversible(data, source, fixed.source):
        raise ZhenlintError("not-reversible", path=task.shown, encoding=mode.encoding.upper())
    result = _result(fixed.source, fixed.remaining, mode)
    return result._replace(original=source, fixed=fixed.applied, warning=_cycle(fixed, task))


def _cycle(fixed: FixResult, task: Task) -> Phrase | None:
    """A warning of rules whose fixes undo each other."""
    if not fixed.cycle:
        return None
    return phrase("fix-cycle", path=task.shown, codes=fixed.cycle, url=ISSUES_URL)


def _unreadable(error: SourceError, shown: str) -> ZhenlintError:
    """Why bytes are not text, with encodings named as people write them."""
    names = {"encoding", "likely"}
    words = {name: text.upper() if name in names else text for name, text in error.arguments.items()}
    return ZhenlintError(error.reason, path=shown, **words)


def _result(source: Source, diagnostics: list[Diagnostic], mode: Mode) -> FileResult:
    shown = [item for item in diagnostics if mode.hints or item.severity is not Severity.HINT]
    found = tuple(problems(source, shown, mode.language))
    return FileResult(source.path, found, source, source)


def _reversible(data: bytes, source: Source, fixed: Source) -> bool:
    """Whether the encoding gives back the very bytes that were read, and can hold the fixed text."""
    try:
        fixed.encode()
        return source.encode() == data
    except UnicodeEncodeError:
        return False


def _described(error: Exception) -> str:
    """An unforeseen error: its type, its words, and where in the code it arose."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" at {trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}: {error}{place}"


def is_safe(problem: Problem) -> bool:
    """Whether ``--fix`` alone would put a problem right."""
    return problem.fix is not None and problem.fix.applicability is Applicability.SAFE
