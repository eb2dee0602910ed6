"""``--online``: asking servers, with a line of progress on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from zhenlint.cli.request import Request
from zhenlint.cli.session import tell
from zhenlint.language import Language
from zhenlint.messages import ZhenlintError, phrase
from zhenlint.project import Facts, Web

if TYPE_CHECKING:
    from pathlib import Path

    from zhenlint.runner import Browse

_CLEAR_LINE = "\r\x1b[K"


def browser(request: Request, language: Language) -> Browse:
    """What asks the servers that documents link to.

    Raises:
        ZhenlintError: the packages for it are not installed.
    """
    try:
        import httpx  # noqa: F401
        import platformdirs
    except ImportError as error:
        raise ZhenlintError("online-missing") from error
    folder = platformdirs.user_cache_path("zhenlint", appauthor=False)
    return partial(_browse, request, language, None if request.no_cache else folder / "addresses.sqlite")


def _browse(request: Request, language: Language, memory: Path | None, documents: Mapping[str, Facts]) -> Web:
    """Ask, and warn where there is no network."""
    from zhenlint.online.asking import ask

    shows = sys.stderr.isatty() and not request.quiet

    def progress(done: int, total: int) -> None:
        if shows:
            words = phrase("online-progress", done=done, total=total).words(language)
            print(_CLEAR_LINE + words, end="", file=sys.stderr, flush=True)

    try:
        answers = ask(documents, memory, progress)
    finally:
        if shows:
            print(_CLEAR_LINE, end="", file=sys.stderr, flush=True)
    if answers.offline and not request.quiet:
        tell("label-warning", phrase("online-no-network"), language, request.color)
    return answers
