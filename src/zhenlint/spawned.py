"""Work shared out among processes that start anew, for platforms on which forking is not safe."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from zhenlint.garbage import tidy

P = TypeVar("P")
T = TypeVar("T")

_MOST: Final = 61 if sys.platform == "win32" else sys.maxsize
"""How many processes a pool may have.  Source: Python's documentation of ``ProcessPoolExecutor``."""


def share_out(
    work: Callable[[P], T], portions: Sequence[P], processes: int
) -> Generator[tuple[int, T], None, None]:
    """What ``work`` makes of each portion, with the number of the portion, in any order.

    Where a process dies, portions are left out.  When the iterator ends or is closed, no process is left.
    """
    with _pool(min(processes, len(portions), _MOST), work) as pool:
        with _uninterrupted():
            futures = {pool.submit(_do, portion): number for number, portion in enumerate(portions)}
        for future in as_completed(futures):
            if not isinstance(future.exception(), BrokenProcessPool):
                yield futures[future], future.result()


@contextmanager
def _pool(processes: int, work: Callable[[P], T]) -> Iterator[ProcessPoolExecutor]:
    """Processes that end with the block; at once where it is interrupted."""
    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), _ready, (work,))
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


_work: Callable[[Any], Any] | None = None
"""What a process of the pool does.

It is given once, and a portion is only the numbers of some tasks: a pipe full of them is what a pool whose
process dies hangs on (https://github.com/python/cpython/issues/94777).
"""


def _ready(work: Callable[[Any], Any]) -> None:
    """Make a process ready: it knows what to do, and an interrupt is the parent's business."""
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # as in forked processes
    _work = work


def _do(portion: Any) -> Any:
    assert _work is not None
    made = _work(portion)
    tidy()
    return made
