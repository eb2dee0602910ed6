"""Checking many files: a task a file in, a result a file out, in the same order.

All files are looked at before the first result comes, because some rules judge a document by the
others: the first phase is :mod:`zhenlint.drafts`, the second is here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Final

from zhenlint import files
from zhenlint.check import Report, conclude, judged
from zhenlint.diagnostic import Applicability, Diagnostic, Severity
from zhenlint.drafts import (
    Draft,
    FileResult,
    Hear,
    Mode,
    Task,
    Text,
    begin,
    cycle_warning,
    decode,
    digest_of,
    draft,
    guarded,
    read_text,
    unheard,
)
from zhenlint.messages import ZhenlintError, phrase
from zhenlint.named_tuple import NamedTuple
from zhenlint.problem import Problem, problems
from zhenlint.project import Facts, Project, Web
from zhenlint.tree import FileTree

if TYPE_CHECKING:
    from zhenlint.cache import Cache
    from zhenlint.packing import Packed

__all__ = [
    "Browse",
    "FileResult",
    "Mode",
    "Task",
    "Workers",
    "check_bytes",
    "is_safe",
    "processors",
    "run",
]

Browse = Callable[[Mapping[str, Facts]], Web]
"""Asks the servers that documents link to, by the facts of each document."""

_SMALL: Final = 300_000
"""Bytes below which a run is over before processes were started, and texts are worth keeping."""


class Workers(NamedTuple):
    """Who does the work of a run: how many processes, and the reports of earlier runs.

    ``open_cache`` opens the latter when they are worth it; None: they are left alone.  ``hear`` is told how
    far the first phase has come.
    """

    jobs: int = 1
    open_cache: Callable[[], Cache] | None = None
    hear: Hear = unheard


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    tasks: Iterable[Task], mode: Mode, browse: Browse | None = None, workers: Workers | None = None
) -> Iterator[FileResult]:
    """The results of tasks, in their order, but for those of which nothing is told.

    ``browse`` asks the servers that documents link to; None: none is asked.  What comes out is the same
    whatever the ``workers``.
    """
    tasks = list(tasks)
    with ExitStack() as held:
        drafts = _drafts(tasks, mode, workers or Workers(), held)
        yield from _concluded(tasks, drafts, mode, browse)


def _concluded(
    tasks: Sequence[Task], drafts: Sequence[Draft | FileResult], mode: Mode, browse: Browse | None
) -> Iterator[FileResult]:
    """The results of tasks whose drafts are all there."""
    done = [
        (task.is_told, item.said) for task, item in zip(tasks, drafts, strict=True) if isinstance(item, Draft)
    ]
    web = browse({said.path: said.facts for told, said in done if told}) if browse else None
    project = Project({said.path: said.facts for _, said in done}, FileTree(), web, whole=mode.whole)
    for task, item in zip(tasks, drafts, strict=True):
        if task.is_told:
            yield _finish(task, item, project, mode) if isinstance(item, Draft) else item


def _drafts(tasks: Sequence[Task], mode: Mode, workers: Workers, held: ExitStack) -> list[Draft | FileResult]:
    """The drafts of tasks: of small runs here and now, of others remembered or by several processes.

    They are good until what is ``held`` for them is given back.
    """
    sizes = [_size(task) for task in tasks] if len(tasks) > 1 else []
    if sum(sizes) < _SMALL:
        return _begin_here(tasks, mode, workers.hear, keep=True)
    from zhenlint.shelf import Shelf

    shelf = Shelf()
    held.callback(shelf.close)
    workers = workers._replace(hear=partial(shelf.heard, workers.hear))
    if mode.fix or workers.open_cache is None:
        return _begin_all(tasks, sizes, mode, workers)
    cache = workers.open_cache()
    drafts: dict[int, Draft | FileResult] = {**cache.recall(tasks, mode)}
    workers.hear(list(drafts.values()))
    missing = [number for number in range(len(tasks)) if number not in drafts]
    changed = [tasks[number] for number in missing]
    made = _begin_all(changed, [sizes[number] for number in missing], mode, workers)
    cache.keep(zip(changed, made, strict=True), mode)
    cache.close()
    drafts.update(zip(missing, made, strict=True))
    return [drafts[number] for number in range(len(tasks))]


def _begin_all(
    tasks: Sequence[Task], sizes: Sequence[int], mode: Mode, workers: Workers
) -> list[Draft | FileResult]:
    """The drafts of tasks whose texts are many; by several processes where that is worth it."""
    if workers.jobs == 1 or len(tasks) < 2 or sum(sizes) < _SMALL:
        return _begin_here(tasks, mode, workers.hear, keep=False)
    from zhenlint.pool import begin_all

    return begin_all(tasks, sizes, mode, workers.jobs, workers.hear)


def _begin_here(tasks: Sequence[Task], mode: Mode, hear: Hear, *, keep: bool) -> list[Draft | FileResult]:
    """The drafts of tasks, one after the other in this process."""
    made = []
    for task in tasks:
        made.append(begin(task, mode, keep=keep))
        hear(made[-1:])
    return made


def _size(task: Task) -> int:
    """The bytes of a file; 0 where nobody knows."""
    if task.content is not None:
        return len(task.content)
    try:
        return os.stat(task.path).st_size
    except OSError:
        return 0


def check_bytes(data: bytes, task: Task, mode: Mode, browse: Browse | None = None) -> FileResult:
    """Check the content of one file by itself; nothing is read or written.

    What goes wrong is in the result.
    """
    task = task._replace(content=data)
    mode = mode._replace(write=False)
    begun = begin(task, mode, keep=True)
    if not isinstance(begun, Draft):
        return begun
    documents = {begun.said.path: begun.said.facts}
    web = browse(documents) if browse else None
    return _finish(task, begun, Project(documents, FileTree() if task.placed else None, web), mode)


def _finish(task: Task, begun: Draft, project: Project, mode: Mode) -> FileResult:
    return guarded(lambda: _conclude(task, begun, project, mode), task.shown)


def _conclude(task: Task, begun: Draft, project: Project, mode: Mode) -> FileResult:
    """The second phase: what the others bring to light, the fixes for it, the problems in words."""
    said = begun.said
    plain = not (mode.texts or mode.fix or task.limits)
    if plain and not isinstance(said, Report) and said.silencing() is None:
        return _told(task, said, begun.digest, project, mode)
    diagnostics = conclude(begun.report, task.settings, project)
    text = begun.text
    if text is None:
        if not diagnostics:
            return FileResult(task.shown)
        data = task.read()
        if digest_of(data) != begun.digest:  # changed in the meantime
            return _conclude(task, draft(data, task, mode, keep=True), project, mode)
        text = read_text(data, task, mode)
    if text.scope:
        admits = text.scope.admits
        diagnostics = [item for item in diagnostics if admits(item.code, item.start, item.end)]
    if _is_fixed_now(task, begun, diagnostics, mode):
        from zhenlint.fixing import fix

        fixed = fix(text.source, task.settings, unsafe=mode.unsafe, project=project, scope=text.scope)
        diagnostics, warning = fixed.remaining, cycle_warning(fixed, task) or text.warning
        text = text._replace(source=fixed.source, applied=text.applied + fixed.applied, warning=warning)
    if text.applied:
        _put_in_place(task, text, mode)
    if mode.write and task.content is not None and _offers(diagnostics, mode):
        text = text._replace(warning=phrase("staged-not-fixed", path=task.shown))
    shown = [item for item in diagnostics if mode.hints or item.severity is not Severity.HINT]
    found = tuple(problems(text.source, shown, mode.language))
    return FileResult(task.shown, found, text.source, text.original, text.applied, warning=text.warning)


def _told(task: Task, said: Packed, digest: bytes, project: Project, mode: Mode) -> FileResult:
    """The second phase where no text is wanted: the places of what the first found are known already.

    To read 430 files again, and to find the places again, took a quarter of a run in which nothing changed.
    """
    new = [
        item
        for item in judged(said.facts, task.settings, project)
        if mode.hints or item.severity is not Severity.HINT
    ]
    found = said.problems_in(mode.language, hints=mode.hints)
    if new:
        data = task.read()
        if digest_of(data) != digest:  # changed in the meantime
            return _conclude(task, draft(data, task, mode, keep=True), project, mode)
        source = decode(data, task.shown, mode.encoding)
        both = (*found, *problems(source, set(new), mode.language))
        found = tuple(sorted(both, key=lambda problem: (problem.start, problem.end, problem.code)))
    return FileResult(task.shown, found)


def _is_fixed_now(task: Task, begun: Draft, diagnostics: Iterable[Diagnostic], mode: Mode) -> bool:
    """Whether fixes are left for the second phase: unsafe ones, and those of the silencing comments.

    Whether a comment silences anything is known only now that all documents are.
    """
    late = mode.unsafe or begun.report.silencing is not None
    return late and task.is_fixed(mode) and _offers(diagnostics, mode)


def _offers(diagnostics: Iterable[Diagnostic], mode: Mode) -> bool:
    """Whether a run with fixes would put one of the diagnostics right."""
    return any(
        item.fix is not None
        and item.severity is not Severity.HINT
        and (mode.unsafe or item.fix.applicability is Applicability.SAFE)
        for item in diagnostics
    )


def _put_in_place(task: Task, text: Text, mode: Mode) -> None:
    """Write the fixed text if that is wanted.

    Raises:
        ZhenlintError: the file would not be what it was where nothing was fixed, or it cannot be written.
    """
    if not _reversible(text):
        raise ZhenlintError("not-reversible", path=task.shown, encoding=mode.encoding.upper())
    if mode.write:
        files.replace(task.path, task.shown, text.data, text.source.encode())


def _reversible(text: Text) -> bool:
    """Whether the encoding gives back the very bytes that were read, and can hold the fixed text."""
    try:
        text.source.encode()
        return text.original.encode() == text.data
    except UnicodeEncodeError:
        return False


def is_safe(problem: Problem) -> bool:
    """Whether ``--fix`` alone would put a problem right."""
    return problem.fix is not None and problem.fix.applicability is Applicability.SAFE
