"""How many processors a run may use: those that are there, and what a container is allowed of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from math import ceil


def processors(root: str = "/") -> int:
    """How many processors this process may use, of which a container may be allowed a part.

    Where a container on 64 processors is allowed two, 64 processes would each import what they need.
    ``root`` is where the files of the kernel lie.
    """
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min([count, *(ceil(share) for share in _shares(root))])


def _shares(root: str) -> Iterator[float]:
    """The shares of processors that the control groups of this process allow, as far as they are limited.

    Source: Linux, Documentation/admin-guide/cgroup-v2.rst (``cpu.max``) and scheduler/sched-bwc.rst
    (``cpu.cfs_quota_us``).
    """
    with suppress(OSError):
        for line in _read(f"{root}/proc/self/cgroup").splitlines():
            _, controllers, path = line.split(":", 2)
            if not controllers:
                for group in _upwards(path):
                    yield from _share(f"{root}/sys/fs/cgroup{group}/cpu.max")
            elif "cpu" in controllers.split(","):
                for group in _upwards(path):
                    folder = f"{root}/sys/fs/cgroup/cpu{group}"
                    yield from _share(f"{folder}/cpu.cfs_quota_us", f"{folder}/cpu.cfs_period_us")


def _upwards(group: str) -> Iterator[str]:
    """The path of a group, then those of the groups that it lies in, down to an empty one."""
    group = group.rstrip("/")
    while group:
        yield group
        group = group.rpartition("/")[0]
    yield ""


def _share(*paths: str) -> Iterator[float]:
    """The quota by the period that some files hold, if there is one."""
    with suppress(OSError, ValueError):
        quota, period = map(int, " ".join(map(_read, paths)).split())
        if quota > 0 and period > 0:
            yield quota / period


def _read(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()
