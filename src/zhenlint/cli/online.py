"""``--online``: asking servers, with a line of progress on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from zhenlint.cli.caches import cache_folder
from zhenlint.cli.progress import is_wanted
from zhenlint.cli.request import Request
from zhenlint.cli.session import tell
from zhenlint.language import Language
from zhenlint.messages import ZhenlintError, phrase
from zhenlint.project import Facts, Web

if TYPE_CHECKING:
    from pathlib import Path

    from zhenlint.runner import Browse

_CLEAR_LINE = "\r\x1b[K"
_MEMORY = "addresses.sqlite"


def browser(request: Request, language: Language) -> Browse:
    """What asks the servers that documents link to.

    Raises:
        ZhenlintError: the package for it is not installed.
    """
    try:
        import httpx  # noqa: F401
    except ImportError as error:
        raise ZhenlintError("online-missing") from error
    return partial(_browse, request, language, None if request.no_cache else cache_folder() / _MEMORY)


def _browse(request: Request, language: Language, memory: Path | None, documents: Mapping[str, Facts]) -> Web:
    """Ask, and warn where there is no network."""
    from zhenlint.online.asking import ask

    shows = is_wanted(request)

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
