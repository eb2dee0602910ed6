"""Values of options, checked while the command line is read."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

import click

from zhenlint.cli.usage import Usage
from zhenlint.messages import phrase, remedy

if TYPE_CHECKING:
    _ParamType = click.ParamType[Any]
else:  # generic only since click 8.4
    _ParamType = click.ParamType


def _name(param: click.Parameter | None) -> str:
    return max(param.opts, key=len) if param else ""


class Choice(_ParamType):
    """One of a few words."""

    name = "choice"

    def __init__(self, *choices: str) -> None:
        self.choices = choices

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, if it is one of the choices."""
        if value not in self.choices:
            raise Usage(phrase("usage-choice", option=_name(param), value=value, choices=self.choices), ctx)
        return str(value)


class Selectors(_ParamType):
    """Rule codes, prefixes of codes or ``ALL``, separated by commas."""

    name = "codes"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The selectors, each of which must name a rule."""
        from zhenlint.config.selectors import nearest_selector
        from zhenlint.rules import is_selector

        if isinstance(value, tuple):
            return value
        codes = tuple(code for part in str(value).split(",") if (code := part.strip()))
        if not codes:
            raise Usage(phrase("usage-missing-value", option=_name(param)), ctx)
        for code in codes:
            if not is_selector(code):
                hint = nearest_selector(code)
                raise Usage(phrase("unknown-selector", option=_name(param), code=code, remedy=hint), ctx)
        return codes


class OutputFile(_ParamType):
    """The file of a report, ``FILE`` or ``FORMAT=FILE``."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value as given; a format without a file is refused."""
        name, equals, file = str(value).partition("=")
        if not name or (equals and not file):
            raise Usage(phrase("usage-missing-value", option=_name(param)), ctx)
        return str(value)


class Encoding(_ParamType):
    """The name of a text encoding that Python knows."""

    name = "encoding"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Python's own name of the encoding; UTF-8 with a mark is UTF-8, where the mark is kept anyway."""
        name = _text_encoding(value)
        if name is None:
            from encodings.aliases import aliases

            known = {name.replace("_", "-") for name in (*aliases, *aliases.values()) if _text_encoding(name)}
            close = remedy(str(value), sorted(known))
            raise Usage(phrase("unknown-encoding", name=str(value), remedy=close), ctx)
        return "utf-8" if name == "utf-8-sig" else name


def _text_encoding(name: str) -> str | None:
    """Python's own name of a text encoding; None if there is none of that name."""
    try:
        "".encode(name)
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
