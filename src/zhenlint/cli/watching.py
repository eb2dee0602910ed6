"""``zhenlint check --watch``: check again whenever files change, until interrupted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import click

from zhenlint.cli.beginning import language_of_run
from zhenlint.cli.checking import check_paths
from zhenlint.cli.output import StreamOutput
from zhenlint.cli.request import STANDARD_INPUT, Request, refuse_contradictions
from zhenlint.cli.session import Session
from zhenlint.cli.usage import Usage
from zhenlint.config import Configurations
from zhenlint.config.finder import FILE_NAMES, file_in
from zhenlint.config.layers import load_layers
from zhenlint.discover import ALWAYS_EXCLUDED, SUFFIXES
from zhenlint.language import Language
from zhenlint.messages import ZhenlintError, phrase

if TYPE_CHECKING:
    from watchfiles import Change

_SUFFIXES: Final = tuple(suffix.lower() for suffix in SUFFIXES)
_SETTLED: Final = 50
"""Milliseconds without a further change after which the files are checked."""

_LOOK: Final = 300
"""Milliseconds between looks at configuration files and dictionaries, which may lie outside."""


def watch_paths(request: Request, ctx: click.Context) -> int:
    """Check what a request asks for, and again after every change; only an interrupt ends it.

    Raises:
        ZhenlintError: the package that watches is not installed.
    """
    if request.from_stdin:
        raise Usage(phrase("usage-conflict", option="--watch", other=STANDARD_INPUT), ctx)
    refuse_contradictions(request, ctx)
    try:
        from watchfiles import watch
    except ImportError as error:
        raise ZhenlintError("watch-missing") from error
    folders = sorted({_folder(path) for path in request.paths if os.path.exists(path)})
    if not folders:
        return check_paths(request, ctx)
    is_of_interest = _Interest(request, folders)
    before = None
    for changes in watch(
        *folders, watch_filter=is_of_interest, step=_SETTLED, rust_timeout=_LOOK, yield_on_timeout=True
    ):
        now = _stamps(request)
        if changes or now != before:  # the first time in any case, when watching has begun
            before = now
            _check(request, ctx)
    return 0


class _Interest:
    """Whether the answer may differ after a change: text or settings changed, or a file came or went.

    Whether a file is there matters where a link leads to it.
    """

    def __init__(self, request: Request, folders: Sequence[str]) -> None:
        self._folders = folders
        self._named = {os.path.abspath(path) for path in request.paths}
        self._reports = {os.path.realpath(item.file) for item in request.destinations if item.file}

    def __call__(self, change: Change, path: str) -> bool:
        name = os.path.basename(path)
        if name.endswith((".tmp", "~")) or path in self._reports:
            return False
        top = max((folder for folder in self._folders if path.startswith(folder)), key=len, default="")
        if ALWAYS_EXCLUDED.intersection(path[len(top) :].split(os.sep)):
            return False
        text = name.lower().endswith(_SUFFIXES) or name in FILE_NAMES or name == ".gitignore"
        return text or path in self._named or change.raw_str() != "modified"


def _folder(path: str) -> str:
    """What is watched for a path: a folder itself, of a file its folder, as editors replace files."""
    absolute = os.path.abspath(path)
    return absolute if os.path.isdir(absolute) else os.path.dirname(absolute)


def _check(request: Request, ctx: click.Context) -> None:
    """One run on a clean screen, and a word on what comes."""
    if StreamOutput(sys.stdout).terminal:
        click.clear()
    check_paths(request, ctx)
    if not request.quiet:
        StreamOutput(sys.stderr).write(phrase("watch-waiting").words(_language(request, ctx)) + "\n")


def _language(request: Request, ctx: click.Context) -> Language:
    session = ctx.find_object(Session) or Session.begin(None)
    try:
        configurations = Configurations(request.config, isolated=request.isolated)
    except ZhenlintError:  # told by the run
        return session.language
    return language_of_run(session, request.paths[0], configurations)


def _stamps(request: Request) -> Mapping[str, int]:
    """When the files were changed that settle how the paths are checked."""
    return {path: os.stat(path).st_mtime_ns for path in _settling(request) if os.path.exists(path)}


def _settling(request: Request) -> Iterator[str]:
    """Configuration files with what they extend, their dictionaries and baselines."""
    if request.baseline is not None:
        yield os.path.abspath(request.baseline)
    for start in _starts(request):
        try:
            layers = load_layers(start)
        except ZhenlintError:  # told by the run; once put right, the file itself has changed
            yield start
            continue
        for layer in layers:
            yield layer.file.path
            for name in (*layer.keys.dictionaries, *filter(None, [layer.keys.baseline])):
                yield os.path.join(layer.folder, os.path.expanduser(name))


def _starts(request: Request) -> Iterable[str]:
    if request.isolated:
        return ()
    if request.config is not None:
        return (os.path.abspath(request.config),)
    return {path for place in request.paths if (path := _nearest(_folder(place)))}


def _nearest(folder: str) -> str | None:
    parent = os.path.dirname(folder)
    return file_in(folder) or (_nearest(parent) if parent != folder else None)
