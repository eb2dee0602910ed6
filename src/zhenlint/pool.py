"""The first phase by several processes.

The largest files go first, and the portions become small towards the end, so that no process works on a long
one while the others idle; before that, small files travel together.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from zhenlint.drafts import TOGETHER, FileResult, Hear, Mode, Outcome, Task, begin_together, unheard
from zhenlint.forked import FORKS
from zhenlint.messages import phrase

if TYPE_CHECKING:
    from zhenlint.partner import Partner

_PART: Final = 2
"""A process is handed this part of its share in what is left at most.

A fifth makes small portions of the last quarter, in which little is looked at together: 1 to 2 % of the time.
"""

_Work = Callable[[Sequence[int]], list[Outcome]]
_Shared = Generator[tuple[int, list[Outcome]], None, None]
_ShareOut = Callable[[_Work, Sequence[Sequence[int]], int], _Shared]


def begin_all(
    tasks: Sequence[Task],
    sizes: Sequence[int],
    mode: Mode,
    jobs: int,
    hear: Hear = unheard,
    held: ExitStack | None = None,
    partner: Partner[Any, Any, Any] | None = None,
) -> list[Outcome]:
    """The drafts of tasks, in their order, made by at most so many processes.

    ``sizes`` are the bytes of each file.  ``hear`` is told of each draft as it comes.  This process works
    along where it can; another one that dies takes nothing with it but the file that it died of, which is
    told.  With what is ``held`` the others are waited for, which have nothing left to do then; else here,
    which takes 4 ms.  One of them stays as ``partner`` until then.
    """
    if held is None:
        with ExitStack() as held:
            return begin_all(tasks, sizes, mode, jobs, hear, held)
    work = partial(_begin_some, tasks, mode)
    done: dict[int, Outcome] = {}

    def share(portions: Sequence[Sequence[int]], shared: _Shared) -> list[list[int]]:
        """Have portions done; the value is what is left of them, because processes died, file by file."""
        for number, made in held.enter_context(closing(shared)):
            done.update(zip(portions[number], made, strict=True))
            hear(made)
            if len(done) == len(tasks):
                break
        return [[number] for portion in portions for number in portion if number not in done]

    share_out = _share_out()
    portions = list(_chunks(sizes, jobs))
    if FORKS and all(task.settings.engine == "builtin" for task in tasks):  # others may start threads here
        from zhenlint.forked import work_along

        left = share(portions, work_along(work, portions, jobs, partner.stay if partner else None))
        if partner:
            partner.stays = not left
    else:
        left = share(portions, share_out(work, portions, jobs))
    before = 0
    while left and len(left) != before:
        before, left = len(left), share(left, share_out(work, left, jobs))
    for (number,) in left:
        alone = list(share_out(work, [[number]], 1))
        path = tasks[number].shown
        done[number] = alone[0][1][0] if alone else FileResult(path, failure=phrase("worker-died", path=path))
        hear([done[number]])
    return [done[number] for number in range(len(tasks))]


def _share_out() -> _ShareOut:
    """What shares work out among other processes on this platform."""
    if FORKS:
        from zhenlint.forked import share_out

        return share_out
    from zhenlint.spawned import share_out

    return share_out


def _begin_some(tasks: Sequence[Task], mode: Mode, numbers: Sequence[int]) -> list[Outcome]:
    return begin_together([tasks[number] for number in numbers], mode)


def _chunks(sizes: Sequence[int], jobs: int) -> Iterator[list[int]]:
    """The numbers of tasks, the largest first, so many together as make a portion."""
    chunk: list[int] = []
    size, left = 0, sum(sizes)
    for number in sorted(range(len(sizes)), key=lambda number: -sizes[number]):
        chunk.append(number)
        size += sizes[number]
        if size >= min(TOGETHER, left / (_PART * jobs)):
            yield chunk
            chunk, size, left = [], 0, left - size
    if chunk:
        yield chunk
