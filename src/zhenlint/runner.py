"""Checking many files: a task a file in, a result a file out, in the same order.

All files are looked at before the first result comes, because some rules judge a document by the
others: the first phase is :mod:`zhenlint.drafts`, the second :mod:`zhenlint.finishing`.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from zhenlint.diagnostic import Applicability
from zhenlint.drafts import (
    TOGETHER,
    Draft,
    FileResult,
    Hear,
    Mode,
    Outcome,
    Task,
    begin,
    begin_together,
    unheard,
)
from zhenlint.finishing import finish
from zhenlint.named_tuple import NamedTuple
from zhenlint.problem import Problem
from zhenlint.project import Facts, Project, Web
from zhenlint.spelling.expectation import expecting_many
from zhenlint.tree import FileTree

if TYPE_CHECKING:
    from pathlib import Path

    from zhenlint.partner import Partner

__all__ = [
    "Browse",
    "FileResult",
    "Mode",
    "Task",
    "Workers",
    "as_it_is",
    "check_bytes",
    "is_safe",
    "run",
]

Browse = Callable[[Mapping[str, Facts]], Web]
"""Asks the servers that documents link to, by the facts of each document."""

_Begun: TypeAlias = tuple[Task, Outcome]
_Partner: TypeAlias = "Partner[Sequence[Outcome], _Begun, FileResult]"

_SMALL: Final = 300_000
"""Bytes below which a run is over before processes were started, and texts are worth keeping.

A process takes as long to import what it needs as to check a third of that.
"""

_MANY: Final = 100
"""So many files are worth a process for the second phase: for 430 it saves 40 of 150 ms."""


def as_it_is(result: FileResult) -> FileResult:
    """A result for whoever wants all of it."""
    return result


class Workers(NamedTuple):
    """Who does the work of a run: how many processes, and the reports of earlier runs.

    ``cache_file`` tells where the latter lie when they are worth it; None: they are left alone.  ``hear`` is
    told how far the first phase has come.  ``sent`` is what another process makes of a result before it is
    sent to this one: a result may be large, and what is told of it is short.
    """

    jobs: int = 1
    cache_file: Callable[[], Path] | None = None
    hear: Hear = unheard
    sent: Callable[[FileResult], FileResult] = as_it_is


def run(
    tasks: Iterable[Task], mode: Mode, browse: Browse | None = None, workers: Workers | None = None
) -> Iterator[FileResult]:
    """The results of tasks, in their order, but for those of which nothing is told.

    ``browse`` asks the servers that documents link to; None: none is asked.  What comes out is the same
    whatever the ``workers``.
    """
    tasks = list(tasks)
    workers = workers or Workers()
    many = workers.jobs > 1 and sum(task.is_told for task in tasks) >= _MANY and not mode.fix
    with ExitStack() as held:
        partner = _partner(tasks, mode, workers, held) if many and not browse else None
        drafts = _kept[:] = _drafts(tasks, mode, workers, held, partner)
        if partner and partner.stays and all(item.is_at_hand for item in drafts if isinstance(item, Draft)):
            yield from partner.results(drafts)
            return
        conclude, told = _judgement(tasks, mode, browse, drafts)
        if many:  # where all is remembered both load what judges it, and .27 s become .22
            from zhenlint.both_ends import from_both_ends

            yield from from_both_ends(conclude, told, workers.sent)
        else:
            yield from map(conclude, told)


_kept: list[Outcome] = []
"""The drafts of the last run, which end with the process: to give them back one by one takes 5 of 220 ms."""


def _partner(tasks: Sequence[Task], mode: Mode, workers: Workers, held: ExitStack) -> _Partner | None:
    """A partner for the second phase, where processes are forked; it ends with what is ``held``."""
    from zhenlint.forked import FORKS

    if not FORKS:
        return None
    from zhenlint.partner import Partner

    told = sum(task.is_told for task in tasks)
    judgement = partial(_judgement, tasks, mode, None)
    return held.enter_context(closing(Partner(told, judgement, workers.sent)))


def _judgement(
    tasks: Sequence[Task], mode: Mode, browse: Browse | None, drafts: Sequence[Outcome]
) -> tuple[Callable[[_Begun], FileResult], Sequence[_Begun]]:
    """The second phase, when all drafts are there: what is done with each of which."""
    done = [
        (task.is_told, item.said) for task, item in zip(tasks, drafts, strict=True) if isinstance(item, Draft)
    ]
    web = browse({said.path: said.facts for told, said in done if told}) if browse else None
    project = Project({said.path: said.facts for _, said in done}, FileTree(), web, whole=mode.whole)

    def conclude(begun: _Begun) -> FileResult:
        task, item = begun
        return finish(task, item, project, mode) if isinstance(item, Draft) else item

    return conclude, [begun for begun in zip(tasks, drafts, strict=True) if begun[0].is_told]


def _drafts(
    tasks: Sequence[Task],
    mode: Mode,
    workers: Workers,
    held: ExitStack,
    partner: _Partner | None,
) -> list[Outcome]:
    """The drafts of tasks: of small runs here and now, of others remembered or by several processes.

    They are good until what is ``held`` for them is given back.
    """
    sizes = [_size(task) for task in tasks] if len(tasks) > 1 else []
    if sum(sizes) < _SMALL:
        return _begin_here(tasks, mode, workers.hear)
    from zhenlint.shelf import Shelf

    shelf = Shelf()
    held.callback(shelf.close)
    workers = workers._replace(hear=partial(shelf.heard, workers.hear))

    def make(tasks: Sequence[Task], sizes: Sequence[int]) -> list[Outcome]:
        return _begin_all(tasks, sizes, mode, workers, held, partner)

    if mode.fix or workers.cache_file is None:
        return make(tasks, sizes)
    from zhenlint.remembered import drafts

    return drafts(
        tasks, sizes, mode, workers.cache_file(), ahead=workers.jobs > 1, hear=workers.hear, make=make
    )


def _begin_all(
    tasks: Sequence[Task],
    sizes: Sequence[int],
    mode: Mode,
    workers: Workers,
    held: ExitStack,
    partner: _Partner | None,
) -> list[Outcome]:
    """The drafts of tasks whose texts are many; by several processes where that is worth it."""
    many = sum(sizes) >= _SMALL
    with _uncollected(), expecting_many() if many else nullcontext():
        if workers.jobs == 1 or len(tasks) < 2 or not many:
            return _begin_together(tasks, sizes, mode, workers.hear)
        from zhenlint.pool import begin_all

        jobs = min(workers.jobs, 1 + sum(sizes) // _SMALL)
        return begin_all(tasks, sizes, mode, jobs, workers.hear, held, partner)


def _begin_here(tasks: Sequence[Task], mode: Mode, hear: Hear) -> list[Outcome]:
    """The drafts of a few tasks with their texts, one after the other in this process."""
    made = []
    for task in tasks:
        made.append(begin(task, mode, keep=True))
        hear(made[-1:])
    return made


def _begin_together(tasks: Sequence[Task], sizes: Sequence[int], mode: Mode, hear: Hear) -> list[Outcome]:
    """The drafts of many tasks, so many of them at a time in this process as are looked at together."""
    from zhenlint.garbage import tidy

    made: list[Outcome] = []
    some: list[Task] = []
    size = 0
    for number, task in enumerate(tasks):
        some.append(task)
        size += sizes[number]
        if size >= TOGETHER or number == len(tasks) - 1:
            drafts = begin_together(some, mode)
            made += drafts
            hear(drafts)
            tidy()
            some, size = [], 0
    return made


@contextmanager
def _uncollected() -> Iterator[None]:
    """A time without the garbage collector, as documents leave no cycles behind.

    Where one file of 430 was changed, to look for some takes 20 of 390 ms; to look afterwards through what
    was kept of 430 files, 30 of 2,700.
    """
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


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
    return finish(task, begun, Project(documents, FileTree() if task.placed else None, web), mode)


def is_safe(problem: Problem) -> bool:
    """Whether ``--fix`` alone would put a problem right."""
    return problem.fix is not None and problem.fix.applicability is Applicability.SAFE
