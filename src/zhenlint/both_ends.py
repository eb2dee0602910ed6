"""A list worked off by two processes, this one from its beginning and a forked one from its end.

So what comes first is there at once, and where they meet depends on what else is done with it.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from typing import Final, NoReturn, TypeVar

from zhenlint.forked import FORKS, end, numbers_below, uninterrupted

P = TypeVar("P")
T = TypeVar("T")

_TICKET: Final = 4
"""Bytes of a number, each of which stands for an item of the list, whichever end that is taken from."""

_HEAD: Final = 8
"""Bytes that tell how many follow."""

_MOST: Final = 32_000_000
"""So many bytes of results wait in memory at most; then this process goes on alone."""


def _as_it_is(result: T) -> T:
    return result


def from_both_ends(
    work: Callable[[P], T], items: Sequence[P], sent: Callable[[T], T] = _as_it_is
) -> Generator[T, None, None]:
    """What ``work`` makes of each item, in order; alone where processes are not forked.

    The other process gives what ``sent`` makes of its results.  When the iterator ends or is closed, no
    process is left.  The first item is worked off ahead, as it makes ready what all need: a run over 430
    files took 15 of 1,450 ms longer where both processes did that.
    """
    if not FORKS:
        yield from map(work, items)
        return
    yield from map(work, items[:1])
    items = items[1:]
    with closing(Ends(len(items))) as ends:
        gc.freeze()  # so that the collector does not write to the pages that processes share
        other = 0
        try:
            with uninterrupted():
                other = os.fork()
                if not other:
                    _work_backwards(ends, lambda item: sent(work(item)), items)
            yield from ends.work_forwards(work, items)
        finally:
            if other:
                end(other)


def _work_backwards(ends: Ends, work: Callable[[P], T], items: Sequence[P]) -> NoReturn:
    """What the other process does; an interrupt is the parent's business."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        gc.disable()  # what is left is only what is written
        ends.work_backwards(work, items)
    finally:
        os._exit(0)


class Ends:
    """What two processes have in common that work off a list from both ends; it is made before the fork."""

    def __init__(self, count: int) -> None:
        self._tickets = numbers_below(count)
        self._results = os.memfd_create("results")
        self._ready, self._theirs = os.pipe()

    def work_backwards(self, work: Callable[[P], object], items: Sequence[P]) -> None:
        """What the other process does."""
        with open(self._results, "wb", closefd=False) as file:
            for item in reversed(items):
                if file.tell() > _MOST or not os.read(self._tickets, _TICKET):
                    break
                result = pickle.dumps(work(item), pickle.HIGHEST_PROTOCOL)
                file.write(len(result).to_bytes(_HEAD, "little") + result)
        os.close(self._theirs)

    def work_forwards(self, work: Callable[[P], T], items: Sequence[P]) -> Iterator[T]:
        """What this process makes of the first items, then what the other has made of the rest."""
        os.close(self._theirs)
        self._theirs = -1
        done = 0
        while os.read(self._tickets, _TICKET):
            yield work(items[done])
            done += 1
        os.read(self._ready, 1)  # until the other has closed its end; it is gone 2 ms later
        places = _places(self._results)
        for number in range(done, len(items)):
            behind = len(items) - 1 - number
            if behind < len(places):
                yield pickle.loads(os.pread(self._results, *places[behind]))
            else:  # the other process has died
                yield work(items[number])

    def close(self) -> None:
        """Give the files back."""
        for file in (self._tickets, self._results, self._ready, self._theirs):
            if file >= 0:
                os.close(file)


def _places(results: int) -> list[tuple[int, int]]:
    """The sizes and offsets of the results that were written whole, the last item's first."""
    found, size = [], os.fstat(results).st_size
    at = 0
    while at + _HEAD <= size:
        length = int.from_bytes(os.pread(results, _HEAD, at), "little")
        at += _HEAD + length
        if at <= size:
            found.append((length, at - length))
    return found
