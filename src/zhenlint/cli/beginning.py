"""How a run of any command begins: with its configurations and the language of its messages."""

from __future__ import annotations

import os
from collections.abc import Callable

import click

from zhenlint.cli.session import Session, tell
from zhenlint.cli.usage import Usage
from zhenlint.config import Configurations
from zhenlint.config.selectors import Selection
from zhenlint.language import Language
from zhenlint.messages import ZhenlintError, phrase
from zhenlint.terminal import ColourChoice

FAILED = 2
"""The exit code of a run that failed in part or whole."""


def begin(
    ctx: click.Context,
    place: str,
    work: Callable[[Configurations, Language], int],
    *,
    config: str | None,
    isolated: bool,
    color: ColourChoice,
    selection: Selection | None = None,
) -> int:
    """Do the work of a run whose first path is ``place``; the value is the exit code."""
    if config and isolated:
        raise Usage(phrase("usage-conflict", option="--config", other="--isolated"), ctx)
    session = ctx.find_object(Session) or Session.begin(None)
    language = session.language
    try:
        configurations = Configurations(config, isolated=isolated, command_line=selection)
        language = language_of_run(session, place, configurations)
        return work(configurations, language)
    except ZhenlintError as failure:
        tell("label-error", failure.phrase, language, color)
        return FAILED


def language_of_run(session: Session, place: str, configurations: Configurations) -> Language:
    """The language of messages: that asked for, else of the first path's configuration, else the locale's."""
    path = os.path.abspath(place)
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    try:
        configured = None if session.asked else configurations.of_folder(folder).lang
    except ZhenlintError:  # told when the path is checked
        configured = None
    return configured or session.language
