"""``--changed-since`` and ``--staged``: tasks cut down to what changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from zhenlint.changes import Changes
from zhenlint.cli.request import Request
from zhenlint.config import Configurations
from zhenlint.discover import SUFFIXES, is_excluded
from zhenlint.files import shown_path
from zhenlint.runner import Task

_SUFFIXES = tuple(suffix.lower() for suffix in SUFFIXES)


def limited(tasks: Iterable[Task], request: Request, configurations: Configurations) -> list[Task]:
    """The tasks with what counts of their files; all of them, as documents are judged together.

    Raises:
        ZhenlintError: git cannot tell what changed.
    """
    changes = Changes(request.changed_since)
    found = [*tasks, *(_only_staged(changes, request, configurations) if request.staged else ())]
    parts = ((task, changes.part(task.path)) for task in found)
    kept = [task._replace(limits=part.limits, content=part.content) for task, part in parts if part]
    return sorted(kept, key=lambda task: task.shown)


def _only_staged(changes: Changes, request: Request, configurations: Configurations) -> Iterator[Task]:
    """Tasks for documents that are staged, but gone from the working tree."""
    places = [os.path.abspath(path) for path in request.paths]
    for path in changes.only_staged():
        asked = any(path == place or path.startswith(os.path.join(place, "")) for place in places)
        if asked and path.lower().endswith(_SUFFIXES) and not is_excluded(path, configurations):
            settings = configurations.of_folder(os.path.dirname(path)).settings_of(path)
            yield Task(path, shown_path(path), settings)
