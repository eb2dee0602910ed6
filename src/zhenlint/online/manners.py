"""Manners: how many requests a host gets at once, how soon, and when it is left in peace."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.utils import parsedate_to_datetime
from time import time
from typing import Final

_AT_ONCE: Final = 2
"""Requests that one host gets at a time."""

_FRUITLESS: Final = 6
"""After so many tries in turn without an answer a host is not asked any more."""

LONGEST_WAIT: Final = 30.0
"""Seconds that a host may ask to be left in peace; one that wants more is not asked again."""


class Host:
    """One host in a run."""

    def __init__(self) -> None:
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._free_at = 0.0
        self._fruitless = 0
        self._fault = ""

    @asynccontextmanager
    async def turn(self, delay: float) -> AsyncIterator[None]:
        """Wait for one's turn; the next comes ``delay`` seconds later at the earliest."""
        async with self._slots:
            if self.lost:
                yield
                return
            now = asyncio.get_running_loop().time()
            begin = max(now, self._free_at)
            self._free_at = begin + delay
            await asyncio.sleep(begin - now)
            yield

    def rest(self, seconds: float) -> None:
        """Ask nothing for a while."""
        self._free_at = max(self._free_at, asyncio.get_running_loop().time() + seconds)

    def note(self, fault: str) -> None:
        """Remember why the host gave no answer; empty: it gave one."""
        self._fault = fault
        self._fruitless = self._fruitless + 1 if fault else 0

    @property
    def lost(self) -> str:
        """The fault for which there is no point in asking any more; empty if there may be one."""
        return self._fault if self._fruitless >= _FRUITLESS else ""


def retry_after(header: str | None) -> float | None:
    """The seconds of a ``Retry-After``, a number or a date (RFC 9110, section 10.2.3); None without one."""
    if header is None:
        return None
    if header.strip().isdecimal():
        return float(header)
    try:
        return max(0.0, parsedate_to_datetime(header).timestamp() - time())
    except (ValueError, OverflowError):
        return None
