"""How far a long run has come, in one line on the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING, Final

from zhenlint.cli.request import Request
from zhenlint.drafts import Draft, FileResult, Hear, unheard
from zhenlint.language import Language
from zhenlint.messages import counted, phrase
from zhenlint.terminal import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress as Display

_PATIENCE: Final = 1.0
"""Seconds after which a run counts as long."""

_PAUSE: Final = 0.1
"""Seconds between two pictures of the line."""


class Progress:
    """Counts what is done; after a second it begins to show it, and it vanishes when all is done.

    Nothing runs beside the work: the line changes when a file is done.
    """

    def __init__(self, total: int, language: Language, *, coloured: bool) -> None:
        self._total = total
        self._language = language
        self._coloured = coloured
        self._files = 0
        self._problems = 0
        self._begin = self._shown = monotonic()
        self._display: Display | None = None

    def hear(self, made: Sequence[Draft | FileResult]) -> None:
        """Count files that are done, and the problems found in them so far."""
        self._problems += sum(item.problems for item in made if isinstance(item, Draft))
        self._files += len(made)
        if self._files >= self._total:
            self.close()
        elif (now := monotonic()) - self._shown >= (_PAUSE if self._display else _PATIENCE):
            self._shown = now
            self._show(now - self._begin)

    def close(self) -> None:
        """Leave the terminal as it was."""
        if self._display:
            self._display.stop()
            self._display = None

    def _show(self, seconds: float) -> None:
        if self._display is None:
            self._display = _display(self._total, coloured=self._coloured)
            self._display.start()
        words = phrase(
            "progress",
            done=self._files,
            total=self._total,
            problems=counted("problem", self._problems),
            speed=round(self._files / seconds),
        ).words(self._language)
        (task,) = self._display.task_ids
        self._display.update(task, completed=self._files, description=words, refresh=True)


def _display(total: int, *, coloured: bool) -> Display:
    """A bar and words on standard error.  rich takes long to load, so it is loaded here."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    console = Console(stderr=True, no_color=not coloured, highlight=False)
    words = TextColumn("{task.description}", markup=False)
    display = Progress(BarColumn(), words, console=console, transient=True, auto_refresh=False)
    display.add_task("", total=total)
    return display


def watched(
    request: Request, language: Language, total: int, run: Callable[[Hear], Iterator[FileResult]]
) -> Iterator[FileResult]:
    """The results of a run of so many files, which shows how far it is where somebody is to see it."""
    if not is_wanted(request):
        yield from run(unheard)
        return
    shown = Progress(total, language, coloured=request.color != "never")
    try:
        yield from run(shown.hear)
    finally:
        shown.close()


def is_wanted(request: Request) -> bool:
    """Whether to show progress: as told, else where a person watches; only on a terminal that can."""
    if request.progress is False or not is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
        return False
    return request.progress or (is_terminal(sys.stdout) and not request.quiet and not os.environ.get("CI"))
