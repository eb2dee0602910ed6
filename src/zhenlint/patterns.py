"""Sets of gitignore patterns, each relative to a folder, asked from the last to the first.

A pattern speaks of the path that it matches itself.  What lies below an ignored folder is left out
because that folder is not entered, as git does it, not because the pattern matches it too.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from zhenlint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_FOLDER_GROUP = "ps_d"
"""The group of pathspec's expressions that holds the slash after a matched folder."""


class Patterns(NamedTuple):
    """Gitignore patterns that hold below ``root``, an absolute folder.

    A path outside ``root`` is matched as ``../…``: patterns without a slash reach it, anchored ones
    do not.
    """

    root: str
    spec: GitIgnoreSpec

    def decide(self, path: str, *, folder: bool) -> bool | None:
        """Whether an absolute path itself is left out; None where no pattern speaks of it."""
        relative = self._relative(path)
        for pattern in reversed(self.spec.patterns):
            if _speaks_of(pattern, relative, folder):
                return bool(pattern.include)
        return None

    def covers(self, path: str) -> bool:
        """Whether a file or a folder above it is matched."""
        return self.spec.match_file(self._relative(path))

    def inside(self, folder: str) -> Patterns:
        """Those patterns that do not speak of ``folder`` itself: what counts below it once it is named."""
        from pathspec import GitIgnoreSpec

        if folder == self.root:
            return self
        relative = self._relative(folder)
        return Patterns(
            self.root,
            GitIgnoreSpec([item for item in self.spec.patterns if not _speaks_of(item, relative, True)]),
        )

    def _relative(self, path: str) -> str:
        below = os.path.join(self.root, "")
        relative = path[len(below) :] if path.startswith(below) else os.path.relpath(path, self.root)
        return relative.replace(os.sep, "/")


def _speaks_of(pattern: Any, relative: str, folder: bool) -> bool:
    """Whether one of pathspec's patterns matches a path itself, not only a folder above it."""
    match = pattern.regex.search(relative)
    if match and _folder_end(match) < 0:
        return True
    if not folder:
        return False
    whole, last = relative + "/", len(relative)
    match = pattern.regex.search(whole)
    # Of `*/` pathspec keeps only the slash, which is found at any folder above as well.
    return bool(match and (_folder_end(match) > last or pattern.regex.search(whole, last)))


def _folder_end(match: re.Match[str]) -> int:
    """Where the matched folder ends, its slash included; -1 where the match is no folder's."""
    return match.end(_FOLDER_GROUP) if _FOLDER_GROUP in match.re.groupindex else -1


def excluded(stack: Sequence[Patterns], path: str, *, folder: bool) -> bool:
    """Whether a path is left out by the last of several sets that speaks of it."""
    for patterns in reversed(stack):
        decision = patterns.decide(path, folder=folder)
        if decision is not None:
            return decision
    return False


def parse(root: str, lines: Iterable[str]) -> tuple[Patterns | None, list[str]]:
    """Patterns from the lines of a gitignore file, None if there are none, and the lines that are bad."""
    from pathspec import GitIgnoreSpec

    good, bad = [], []
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        try:
            compiled = GitIgnoreSpec.from_lines([line]).patterns
        except Exception:  # pathspec's own error, re.error or OverflowError, by version
            compiled = []
        usable = [item for item in compiled if item.include is not None]
        good += usable
        bad += [] if usable else [line]
    return (Patterns(root, GitIgnoreSpec(good)) if good else None), bad


def read_ignore_file(path: str, root: str) -> Patterns | None:
    """The patterns of a ``.gitignore``; bad lines are skipped as git does, a missing file has none."""
    try:
        with open(path, encoding="utf-8-sig", errors="surrogateescape") as file:
            return parse(root, file.read().split("\n"))[0]
    except OSError:
        return None
