"""Regular expressions that are compiled, or restored, when first used.

A class of Han characters takes Python 3.11 1.6 ms to compile, and a short note asks few of the many
patterns: compiling on use takes a quarter off the time from a cold start to the report of one note, and
restoring what was compiled beforehand (:mod:`zhenlint.stored_patterns`) another eighth.
"""

from __future__ import annotations

import re
from typing import Any, cast

from zhenlint.stored_patterns import restored


class LazyPattern:
    """Stands for a pattern; the first use of a method puts the compiled pattern's own in its place."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._compiled is None:
            made = restored(self.pattern, int(self.flags))
            self._compiled = made or re.compile(self.pattern, self.flags)
        self.__dict__[name] = found = getattr(self._compiled, name)
        return found


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, compiled when one of its methods is first used."""
    return cast("re.Pattern[str]", LazyPattern(pattern, flags))
