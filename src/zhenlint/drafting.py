"""The first phase of a run: drafts of all files, made here and now, by several processes, or remembered."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from zhenlint.drafts import TOGETHER, FileResult, Hear, Mode, Outcome, Task, begin, begin_together, unheard
from zhenlint.named_tuple import NamedTuple
from zhenlint.spelling.expectation import expecting_many

if TYPE_CHECKING:
    from pathlib import Path

    from zhenlint.partner import Partner

AnyPartner: TypeAlias = "Partner[Any, Any, Any]"

_SMALL: Final = 300_000
"""Bytes below which a run is over before processes were started, and texts are worth keeping.

A process takes as long to import what it needs as to check a third of that.
"""


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


def make_drafts(
    tasks: Sequence[Task],
    mode: Mode,
    workers: Workers,
    held: ExitStack,
    partner: AnyPartner | None,
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
    partner: AnyPartner | None,
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
