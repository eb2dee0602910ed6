"""Checking many files: a task a file in, a result a file out, in the same order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from zhenlint import files
from zhenlint.check import Report, conclude, examine
from zhenlint.diagnostic import Applicability, Diagnostic, Severity
from zhenlint.language import Language
from zhenlint.markdown.document import Document
from zhenlint.messages import Phrase, ZhenlintError, phrase
from zhenlint.named_tuple import NamedTuple
from zhenlint.problem import Problem, problems
from zhenlint.project import Facts, Project, Web
from zhenlint.settings import EngineError, Settings
from zhenlint.source import Source, SourceError
from zhenlint.tree import FileTree

if TYPE_CHECKING:
    from zhenlint.fixing import FixResult
    from zhenlint.scope import Limits, Scope

ISSUES_URL = "https://github.com/zhenlint/zhenlint/issues"

T = TypeVar("T")

Browse = Callable[[Mapping[str, Facts]], Web]
"""Asks the servers that documents link to, by the facts of each document."""


class Task(NamedTuple):
    """One file to check: where it lies, what it is called, and its settings.

    ``placed`` is whether other files lie beside it: not for a text from standard input without a name.
    ``limits`` are those of what is told and fixed; where nothing is, the file counts only for what others
    are judged by.  ``content`` stands for what the file holds; such a file is never written.
    """

    path: str
    shown: str
    settings: Settings
    placed: bool = True
    limits: Limits | None = None
    content: bytes | None = None

    @property
    def is_told(self) -> bool:
        """Whether the run has a result for the file."""
        return self.limits is None or not self.limits.is_empty

    def is_fixed(self, mode: Mode) -> bool:
        """Whether fixes are applied to it."""
        return mode.fix and self.is_told and not (mode.write and self.content is not None)


class Mode(NamedTuple):
    """What is done with every file of a run.

    ``fix`` applies the safe fixes, with ``unsafe`` all; the file is written only with ``write``.
    Hints are part of the result only with ``hints``.  ``whole`` is whether folders are checked, not a few
    named files of them.
    """

    language: Language = "en"
    encoding: str = "utf-8"
    fix: bool = False
    unsafe: bool = False
    write: bool = False
    hints: bool = False
    whole: bool = False


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


class _Draft(NamedTuple):
    """A file after the first phase: what it says by itself, and its safe fixes if those are wanted.

    ``data`` are the bytes that were read, kept only if they may be replaced, ``original`` is their
    text, ``source`` the text as it now is.
    """

    task: Task
    data: bytes
    original: Source
    source: Source
    report: Report
    scope: Scope | None
    fixed: int = 0
    warning: Phrase | None = None


def run(tasks: Iterable[Task], mode: Mode, browse: Browse | None = None) -> Iterator[FileResult]:
    """The results of tasks, in their order, but for those of which nothing is told.

    All files are looked at before the first result comes, because some rules judge a document by
    the others.  ``browse`` asks the servers that they link to; None: none is asked.
    """
    drafts = deque((task.is_told, _begin(task, mode)) for task in tasks)
    done = [(told, draft.report) for told, draft in drafts if isinstance(draft, _Draft)]
    web = browse({report.path: report.facts for told, report in done if told}) if browse else None
    project = Project({report.path: report.facts for _, report in done}, FileTree(), web, whole=mode.whole)
    while drafts:
        told, draft = drafts.popleft()
        if told:
            yield _finish(draft, project, mode) if isinstance(draft, _Draft) else draft


def check_bytes(data: bytes, task: Task, mode: Mode, browse: Browse | None = None) -> FileResult:
    """Check the content of one file by itself; nothing is read or written.

    What goes wrong is in the result.
    """
    draft = _guarded(lambda: _examine(data, task, mode), task.shown)
    if not isinstance(draft, _Draft):
        return draft
    documents = {draft.report.path: draft.report.facts}
    web = browse(documents) if browse else None
    project = Project(documents, FileTree() if task.placed else None, web)
    return _finish(draft, project, mode._replace(write=False))


def _guarded(step: Callable[[], T], shown: str) -> T | FileResult:
    """What a step on one file gives; where it fails, that file's result."""
    try:
        return step()
    except ZhenlintError as failure:
        return FileResult(shown, failure=failure.phrase)
    except EngineError as error:
        return FileResult(shown, failure=phrase(error.reason, path=shown, **error.arguments))
    except Exception as error:  # a fault of one rule on one file must not keep the others from being checked
        fault = phrase("internal-error", path=shown, detail=_described(error), url=ISSUES_URL)
        return FileResult(shown, failure=fault)


def _begin(task: Task, mode: Mode) -> _Draft | FileResult:
    return _guarded(lambda: _examine(_content(task), task, mode), task.shown)


def _content(task: Task) -> bytes:
    return files.read(task.path, task.shown) if task.content is None else task.content


def _examine(data: bytes, task: Task, mode: Mode) -> _Draft:
    """The first phase.  Safe fixes need no other document, so they are made here."""
    source = decode(data, task.shown, mode.encoding)
    scope = task.limits and task.limits.scope(source.text)
    if not task.is_fixed(mode):
        report = examine(Document.parse(source), task.settings)
        return _Draft(task, b"", source, source, report, scope)
    from zhenlint.fixing import fix

    fixed = fix(source, task.settings, scope=scope, final=False)
    cycle = _cycle(fixed, task)
    return _Draft(task, data, source, fixed.source, fixed.report, fixed.scope, fixed.applied, cycle)


def _finish(draft: _Draft, project: Project, mode: Mode) -> FileResult:
    return _guarded(lambda: _conclude(draft, project, mode), draft.task.shown)


def _conclude(draft: _Draft, project: Project, mode: Mode) -> FileResult:
    """The second phase: the other fixes if they are wanted, the problems, the file put in place."""
    task = draft.task
    source, applied, warning = draft.source, draft.fixed, draft.warning
    fixes = task.is_fixed(mode)
    if not (fixes and mode.unsafe):
        diagnostics = conclude(draft.report, task.settings, project)
        if draft.scope:
            admits = draft.scope.admits
            diagnostics = [item for item in diagnostics if admits(item.code, item.start, item.end)]
        fixes = fixes and draft.report.silencing is not None and _offers(diagnostics, mode)
    if fixes:
        from zhenlint.fixing import fix

        fixed = fix(source, task.settings, unsafe=mode.unsafe, project=project, scope=draft.scope)
        source, applied = fixed.source, applied + fixed.applied
        diagnostics, warning = fixed.remaining, _cycle(fixed, task) or warning
    if applied and not _reversible(draft.data, draft.original, source):
        raise ZhenlintError("not-reversible", path=task.shown, encoding=mode.encoding.upper())
    if applied and mode.write:
        files.replace(task.path, task.shown, draft.data, source.encode())
    if mode.write and task.content is not None and _offers(diagnostics, mode):
        warning = phrase("staged-not-fixed", path=task.shown)
    shown = [item for item in diagnostics if mode.hints or item.severity is not Severity.HINT]
    found = tuple(problems(source, shown, mode.language))
    return FileResult(task.shown, found, source, draft.original, applied, warning=warning)


def _offers(diagnostics: Iterable[Diagnostic], mode: Mode) -> bool:
    """Whether a run with fixes would put one of the diagnostics right.

    After the safe fixes these are comments that were found to silence nothing now that all documents are
    known.
    """
    return any(_is_offered(item, mode) for item in diagnostics)


def _is_offered(diagnostic: Diagnostic, mode: Mode) -> bool:
    """Whether a run with fixes would put a diagnostic right."""
    if diagnostic.fix is None or diagnostic.severity is Severity.HINT:
        return False
    return mode.unsafe or diagnostic.fix.applicability is Applicability.SAFE


def _cycle(fixed: FixResult, task: Task) -> Phrase | None:
    """A warning of rules whose fixes undo each other."""
    if not fixed.cycle:
        return None
    return phrase("fix-cycle", path=task.shown, codes=fixed.cycle, url=ISSUES_URL)


def decode(data: bytes, shown: str, encoding: str) -> Source:
    """A file's bytes as text.

    Raises:
        ZhenlintError: they are none in this encoding; encodings are named as people write them.
    """
    try:
        return Source.decode(data, shown, encoding)
    except SourceError as error:
        names = {"encoding", "likely"}
        words = {name: text.upper() if name in names else text for name, text in error.arguments.items()}
        raise ZhenlintError(error.reason, path=shown, **words) from error


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
