"""The processes that a test has started."""

from __future__ import annotations

import os
from pathlib import Path


def children() -> set[int]:
    """The children of this process, those included that nobody has waited for yet."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        state = state_of(int(process.name))
        if state and int(state[1]) == os.getpid():
            found.add(int(process.name))
    return found


def state_of(pid: int) -> list[str]:
    """The state of a process and what follows it in ``/proc/PID/stat`` (proc(5)); nothing if it is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return []
