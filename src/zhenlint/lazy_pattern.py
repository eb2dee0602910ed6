"""Regular expressions that are compiled, or restored, when first used.

A class of Han characters takes Python 3.11 1.6 ms to compile, and a short note asks few of the many
patterns: compiling on use takes a quarter off the time from a cold start to the report of one note, and
restoring what was compiled beforehand (:mod:`zhenlint.stored_patterns`) another eighth.
"""

from __future__ import annotations

import re
from typing import Any, cast

from zhenlint.stored_patterns import restored

_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class LazyPattern:
    """Stands for a pattern; its first use puts the compiled pattern's own methods in its place."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        made = restored(self.pattern, int(self.flags)) or re.compile(self.pattern, self.flags)
        self.__dict__.update((method, getattr(made, method)) for method in _METHODS)
        return made

    def __getattr__(self, name: str) -> Any:
        return getattr(self.compiled(), name)


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, compiled when one of its methods is first used."""
    return cast("re.Pattern[str]", LazyPattern(pattern, flags))
