"""Checking many files: a task a file in, a result a file out, in the same order.

All files are looked at before the first result comes, because some rules judge a document by the
others: the first phase is :mod:`zhenlint.drafts`, by :mod:`zhenlint.drafting`, the second
:mod:`zhenlint.finishing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from zhenlint.diagnostic import Applicability
from zhenlint.drafting import Workers, as_it_is, make_drafts
from zhenlint.drafts import Draft, FileResult, Mode, Outcome, Task, begin
from zhenlint.finishing import finish
from zhenlint.problem import Problem
from zhenlint.project import Facts, Project, Web
from zhenlint.tree import FileTree

if TYPE_CHECKING:
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

_MANY: Final = 100
"""So many files are worth a process for the second phase: for 430 it saves 40 of 150 ms."""


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
        drafts = _kept[:] = make_drafts(tasks, mode, workers, held, partner)
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
