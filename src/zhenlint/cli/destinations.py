"""Which reports a call asks for, and where each goes."""

from __future__ import annotations

import os
from collections.abc import Sequence

from zhenlint.messages import ZhenlintError
from zhenlint.named_tuple import NamedTuple
from zhenlint.reporters import FORMATS

STEP_SUMMARY = "github_summary"
"""The format of a job's summary on GitHub."""


class Destination(NamedTuple):
    """A report: its format (None for what suits the output) and its file (None for standard output)."""

    format: str | None = None
    file: str | None = None
    appended: bool = False


def destinations(formats: Sequence[str], files: Sequence[str]) -> tuple[Destination, ...]:
    """The reports that ``--output-format`` and ``--output-file`` ask for, the printed one first.

    A file is given as ``FILE`` or ``FORMAT=FILE``.  At most one format is left for standard output.

    Raises:
        ZhenlintError: two formats would go to one place.
    """
    named = [Destination(name, file) for name, file in map(_parted, files) if name]
    plain = [file for name, file in map(_parted, files) if not name]
    rest = [name for name in dict.fromkeys(formats) if name not in {item.format for item in named}]
    if len(plain) > 1 or len(rest) > 1:
        key = "usage-two-files" if len(plain) > 1 else "usage-two-formats"
        first, second = (plain if len(plain) > 1 else rest)[:2]
        raise ZhenlintError(key, first=first, second=second)
    if plain or rest or not formats:
        named.insert(0, Destination(rest[0] if rest else None, plain[0] if plain else None))
    _refuse_same_file([item.file for item in named if item.file])
    return (*named, *_step_summary(named))


def _parted(given: str) -> tuple[str | None, str]:
    """``sarif=out.sarif`` → format and file; a file whose name only looks like it has no format."""
    name, equals, file = given.partition("=")
    return (name, file) if equals and name in FORMATS else (None, given)


def _refuse_same_file(files: Sequence[str]) -> None:
    seen: set[str] = set()
    for file in files:
        place = os.path.realpath(file)
        if place in seen:
            raise ZhenlintError("usage-same-file", file=file)
        seen.add(place)


def _step_summary(others: Sequence[Destination]) -> list[Destination]:
    """The summary of the job that runs this on GitHub, beside its log."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file or os.environ.get("GITHUB_ACTIONS") != "true":
        return []
    return [Destination(STEP_SUMMARY, file, appended=True)] if Destination("github") in others else []
