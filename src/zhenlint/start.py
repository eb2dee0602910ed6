"""The entry point of the program: the command line, started and left quickly."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from typing import Final

from zhenlint.module_finder import quicken
from zhenlint.stored_patterns import lend

_WORDS: Final = 32_800
"""The size of the first frame in machine words: a little more than 256 KB of 8 bytes each."""


def _with_room(function: Callable[[], None]) -> Callable[[], None]:
    """The function, with a stack on which all that it calls finds room.

    CPython keeps frames in chunks of 16 KB, and gives a chunk back to the system when the first frame in it
    ends.  Where imports and calls go back and forth over the end of a chunk, each asks the system for memory
    anew: 1,100 times for one note, 12 of its 150 ms.  A first frame of more than 256 KB gets a chunk of 512,
    and what it leaves unused, in memory that is never touched, is enough for a thousand frames.
    """
    code = function.__code__
    function.__code__ = code.replace(co_stacksize=max(code.co_stacksize, _WORDS))
    return function


@_with_room
def main() -> None:
    """Run the command line and exit.

    Importing and parsing make few cycles, so the collector runs less often from before the first
    import on.  Patterns come that were compiled beforehand, and modules are found in less time.
    """
    gc.set_threshold(50_000, 20, 20)
    lend()
    quicken()
    from zhenlint.cli import main as command

    try:
        command()
    except SystemExit as end:
        _leave(end)


def _leave(end: SystemExit) -> None:
    """Exit without taking the interpreter apart, which would cost a short run 25 of 200 ms.

    What is buffered is written first.  Where that fails, a run that has already told of its failure
    leaves all the same; else Python exits in its own way and says so.
    """
    if not isinstance(end.code, int):
        raise end
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        if not end.code:
            raise end from None
    os._exit(end.code)
