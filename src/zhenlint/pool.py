"""The first phase by several processes.

The largest files go first, so that no process ends with a long one while the others idle; small ones travel
together.  Where the platform can fork safely, processes share with the parent what it has already read.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Final

from zhenlint.drafts import Draft, FileResult, Hear, Mode, Task, begin, unheard
from zhenlint.messages import phrase
from zhenlint.rules import enabled_rules

_TOGETHER: Final = 64_000
"""Bytes of small files that a process is handed at a time."""

_MOST: Final = 61 if sys.platform == "win32" else sys.maxsize
"""How many processes a pool may have.  Source: Python's documentation of ``ProcessPoolExecutor``."""

_START: Final = "fork" if sys.platform == "linux" else None
"""How processes start; elsewhere forking is unsafe or unknown, and Python's own choice is taken."""

Outcome = Draft | FileResult


def begin_all(
    tasks: Sequence[Task],
    sizes: Sequence[int],
    mode: Mode,
    jobs: int,
    hear: Hear = unheard,
) -> list[Outcome]:
    """The drafts of tasks, in their order, made by at most so many processes.

    ``sizes`` are the bytes of each file.  ``hear`` is told of each draft as it comes.  A process that dies
    takes nothing with it but the file that it died of, which is told.
    """
    done: dict[int, Outcome] = {}
    chunks = list(_chunks(sizes))
    with _pool(min(jobs, len(chunks), _MOST), tasks, mode) as pool:
        with _uninterrupted():
            futures = {pool.submit(_begin_some, chunk): chunk for chunk in chunks}
        for future in as_completed(futures):
            if not isinstance(future.exception(), BrokenProcessPool):
                done.update(zip(futures[future], future.result(), strict=True))
                hear(future.result())
    for number in range(len(tasks)):
        if number not in done:
            done[number] = _begin_alone(tasks[number], mode)
            hear([done[number]])
    return [done[number] for number in range(len(tasks))]


def _begin_alone(task: Task, mode: Mode) -> Outcome:
    """The draft of a task that may have killed its process."""
    with _pool(1, [task], mode) as pool:
        with _uninterrupted():
            future = pool.submit(_begin_some, [0])
        if isinstance(future.exception(), BrokenProcessPool):
            return FileResult(task.shown, failure=phrase("worker-died", path=task.shown))
        return future.result()[0]


def _chunks(sizes: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of tasks, the largest first, so many together as make a portion."""
    chunk: list[int] = []
    size = 0
    for number in sorted(range(len(sizes)), key=lambda number: -sizes[number]):
        chunk.append(number)
        size += sizes[number]
        if size >= _TOGETHER:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


@contextmanager
def _pool(jobs: int, tasks: Sequence[Task], mode: Mode) -> Iterator[ProcessPoolExecutor]:
    """Processes that know the tasks and end with the block; at once where it is interrupted."""
    _import_rules(tasks)
    gc.freeze()  # so that the collector does not write to the pages that processes share
    context = multiprocessing.get_context(_START)
    pool = ProcessPoolExecutor(jobs, context, _ready, (tasks, mode))
    try:
        yield pool
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
            process.join()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """While processes start, an interrupt waits: in the midst of it some would never end."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_work: tuple[Sequence[Task], Mode] = ((), Mode())
"""What a process of the pool works on.

It is given once, and a portion of work is only the numbers of some tasks: a pipe full of them is what a pool
whose process dies hangs on (https://github.com/python/cpython/issues/94777).
"""


def _ready(tasks: Sequence[Task], mode: Mode) -> None:
    """Make a process ready: it knows the tasks and the rules, and an interrupt is the parent's business."""
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _import_rules(tasks)
    gc.disable()  # documents leave no cycles behind; to look for some took 1 % of the time
    _work = (tasks, mode)


def _import_rules(tasks: Sequence[Task]) -> None:
    """Import the parser and the rules of the first task, which most others have, once for all processes."""
    import zhenlint.markdown.builder  # noqa: F401

    for _ in enabled_rules(tasks[0].settings):
        pass


def _begin_some(numbers: Sequence[int]) -> list[Outcome]:
    tasks, mode = _work
    made = [begin(tasks[number], mode, keep=False) for number in numbers]
    gc.collect(0)  # what an error may have left
    return made
