"""Mistakes on the command line, told in words with the way out."""

from __future__ import annotations

import sys

import click

from zhenlint.cli.session import tell
from zhenlint.language import Language
from zhenlint.messages import NOTHING, Phrase, phrase, remedy
from zhenlint.terminal import escape


class Usage(click.UsageError):
    """A mistake on the command line with its own phrase."""

    def __init__(self, message: Phrase, ctx: click.Context | None = None) -> None:
        super().__init__(message.key, ctx)
        self.phrase = message


def explain(error: click.UsageError, language: Language) -> None:
    """Tell of a mistake, and where to read more, on standard error."""
    tell("label-error", _phrase(error), language)
    command = error.ctx.command_path if error.ctx else "zhenlint"
    print(escape(phrase("usage-see-help", command=command).words(language)), file=sys.stderr)


def _phrase(error: click.UsageError) -> Phrase:
    """The phrase for a mistake that click has found."""
    if isinstance(error, Usage):
        return error.phrase
    if isinstance(error, click.NoSuchOption):
        close = remedy(error.option_name, _options(error.ctx)) if error.ctx else NOTHING
        return phrase("usage-no-such-option", option=error.option_name, remedy=close)
    if isinstance(error, click.BadOptionUsage):
        needless = error.option_name in _options(error.ctx, flags=True)
        key = "usage-needless-value" if needless else "usage-missing-value"
        return phrase(key, option=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param:
        return phrase("usage-missing-argument", argument=error.param.metavar or str(error.param.name))
    return phrase("usage-other", detail=error.format_message())


def _options(ctx: click.Context | None, *, flags: bool = False) -> list[str]:
    """The names of a command's options, or of those only that take no value."""
    if ctx is None:
        return []
    parameters = [item for item in ctx.command.get_params(ctx) if isinstance(item, click.Option)]
    return [name for item in parameters if item.is_flag or not flags for name in item.opts]
