"""The first phase where earlier runs have left their reports: what has changed since is made anew.

What was written after the last run has most likely changed, so another process begins with that while this
one recalls the rest.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from zhenlint.check import Report
from zhenlint.drafts import Mode, Outcome, Task, begin_together
from zhenlint.forked import FORKS
from zhenlint.packing import Packed
from zhenlint.rules import enabled_rules
from zhenlint.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

_FEW: Final = 300_000
"""So many bytes one process may work on ahead; more are shared out when all that has changed is known."""


def drafts(
    tasks: Sequence[Task],
    sizes: Sequence[int],
    mode: Mode,
    file: Path,
    *,
    ahead: bool,
    hear: Callable[[Sequence[Outcome]], None],
    make: Callable[[Sequence[Task], Sequence[int]], list[Outcome]],
) -> list[Outcome]:
    """The drafts of tasks, in their order: recalled from a file, or made and kept there.

    ``ahead``: another process may begin with what was written lately.  Where one of 430 files has changed,
    that saves 20 of 300 ms.  ``make`` makes drafts and has them heard of.
    """
    young = _younger(tasks, _written(file)) if ahead and FORKS else []
    if not 0 < sum(sizes[number] for number in young) < _FEW:
        young = []
    with _made_meanwhile([tasks[number] for number in young], mode) as made_meanwhile:
        from zhenlint.cache import Cache  # the other process does without

        cache = Cache(file)
        recalled = cache.recall(tasks, mode)
        found: dict[int, Outcome] = {**recalled}
        hear(list(found.values()))
        if young:
            _make_ready(tasks[0].settings, [draft.said for draft in recalled.values()])
        begun = {
            number: draft
            for number, draft in zip(young, made_meanwhile(), strict=False)
            if number not in found
        }
    hear(list(begun.values()))
    missing = [number for number in range(len(tasks)) if number not in found and number not in begun]
    made = make([tasks[number] for number in missing], [sizes[number] for number in missing])
    new = {**begun, **dict(zip(missing, made, strict=True))}
    cache.keep(((tasks[number], draft) for number, draft in new.items()), mode)
    cache.close()
    found.update(new)
    return [found[number] for number in range(len(tasks))]


def _written(file: Path) -> int:
    """When something was last kept in a file, in nanoseconds; 0: nobody knows."""
    try:
        return os.stat(file).st_mtime_ns
    except OSError:
        return 0


def _younger(tasks: Sequence[Task], moment: int) -> list[int]:
    """The numbers of the tasks whose files were written after a moment, in nanoseconds; none if that is 0."""
    young = []
    for number, task in enumerate(tasks if moment else ()):
        with suppress(OSError):
            if task.content is None and os.stat(task.path).st_mtime_ns > moment:
                young.append(number)
    return young


def _make_ready(settings: Settings, said: Sequence[Report | Packed]) -> None:
    """Import the rules that judge documents by others and unpack what they ask for.

    There is nothing else to do, and the processes that judge would do so each for itself: 20 of 300 ms.
    """
    for _ in enabled_rules(settings, among=frozenset(chain.from_iterable(item.facts for item in said))):
        pass
    for item in said:
        if isinstance(item, Packed):
            item.unpack_facts()


@contextmanager
def _made_meanwhile(tasks: Sequence[Task], mode: Mode) -> Iterator[Callable[[], list[Outcome]]]:
    """Another process makes the drafts of tasks; the value waits for them, and gives none where it dies."""
    if not tasks:
        yield list
        return
    from zhenlint.forked import meanwhile

    with meanwhile(partial(begin_together, tasks, mode)) as made:
        yield lambda: made() or []
