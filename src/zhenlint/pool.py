"""The first phase by several processes.

Each begins with its share, the largest files first, and helps the others afterwards.  The portions become
small towards the end, so that no process works on a long one while the others idle; before that, small files
travel together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from functools import partial
from itertools import accumulate, chain, pairwise, starmap
from typing import TYPE_CHECKING, Any, Final

from zhenlint.drafts import TOGETHER, Draft, FileResult, Hear, Mode, Task, begin_together, unheard
from zhenlint.forked import FORKS
from zhenlint.messages import phrase

if TYPE_CHECKING:
    from zhenlint.partner import Partner

_PART: Final = 2
"""A process is handed this part of its share in what is left at most.

A fifth makes small portions of the last quarter, in which little is looked at together: 1 to 2 % of the time.
"""

Outcome = Draft | FileResult

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
    if FORKS and all(task.settings.engine == "builtin" for task in tasks):  # no fork survives others' threads
        from zhenlint.forked import work_along

        shares = [list(_chunks(numbers, sizes, 1)) for numbers in _stretches(sizes, jobs)]
        left = share([*chain(*shares)], work_along(work, shares, partner.stay if partner else None))
        if partner:
            partner.stays = not left
    else:
        portions = list(_chunks(range(len(sizes)), sizes, jobs))
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


def _stretches(sizes: Sequence[int], count: int) -> Iterator[range]:
    """The numbers of tasks in so many stretches of about as many bytes each.

    Neighbours have more words in common than others, and each process meets its words anew: where two took
    the next largest of all, 430 files took 13 of 1,500 ms longer.
    """
    ends = list(accumulate(sizes))
    bounds = [bisect_right(ends, ends[-1] * part / count) for part in range(1, count)]
    return starmap(range, pairwise([0, *bounds, len(sizes)]))


def _begin_some(tasks: Sequence[Task], mode: Mode, numbers: Sequence[int]) -> list[Outcome]:
    return begin_together([tasks[number] for number in numbers], mode)


def _chunks(numbers: Sequence[int], sizes: Sequence[int], processes: int) -> Iterator[list[int]]:
    """Some numbers of tasks for so many processes, the largest first, so many together as make a portion."""
    chunk: list[int] = []
    size, left = 0, sum(sizes[number] for number in numbers)
    for number in sorted(numbers, key=lambda number: -sizes[number]):
        chunk.append(number)
        size += sizes[number]
        if size >= min(TOGETHER, left / (_PART * processes)):
            yield chunk
            chunk, size, left = [], 0, left - size
    if chunk:
        yield chunk
