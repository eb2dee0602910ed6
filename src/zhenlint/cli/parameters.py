"""Values of options and arguments: checked while the command line is read, completed while it is typed."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

import click

from zhenlint.cli.usage import Usage
from zhenlint.messages import phrase, remedy

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    _ParamType = click.ParamType[Any]
else:  # generic only since click 8.4
    _ParamType = click.ParamType


def _name(param: click.Parameter | None) -> str:
    return max(param.opts, key=len) if param else ""


def completion(value: str, **attributes: Any) -> CompletionItem[str]:
    """Something that may stand at the cursor; the module is only needed when a shell asks."""
    from click.shell_completion import CompletionItem

    return CompletionItem(value, **attributes)


def code_completions(ctx: click.Context, typed: str, start: str = "") -> list[CompletionItem[str]]:
    """The codes of rules that begin as typed, behind what stands before them, each with its title."""
    from zhenlint.cli.command import language_of
    from zhenlint.rule_page import title
    from zhenlint.rules import all_rules

    language = language_of(ctx)
    rules = [rule for code, rule in all_rules().items() if code.startswith(typed.upper())]
    return [completion(start + rule.code, help=title(rule, language)) for rule in rules]


class PathName(_ParamType):
    """A path, left as it was given; a shell completes it."""

    name = "path"

    def __init__(self, kind: str = "file") -> None:
        self._kind = kind

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path as it was given."""
        return value

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        """Whatever the shell finds."""
        return [completion(incomplete, type=self._kind)]


class RuleCode(_ParamType):
    """The code of a rule, which the command itself looks up."""

    name = "code"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        """The codes with their titles."""
        return code_completions(ctx, incomplete)


class Choice(_ParamType):
    """One of a few words."""

    name = "choice"

    def __init__(self, *choices: str) -> None:
        self.choices = choices

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, if it is one of the choices."""
        if value not in self.choices:
            if isinstance(param, click.Argument):
                raise Usage(phrase("usage-choice-argument", value=value, choices=self.choices), ctx)
            raise Usage(phrase("usage-choice", option=_name(param), value=value, choices=self.choices), ctx)
        return str(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        """The words that begin so."""
        return [completion(choice) for choice in self.choices if choice.startswith(incomplete)]


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

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        """After the last comma: families and ALL, then codes with their titles."""
        from zhenlint.rules import all_rules

        before, comma, typed = incomplete.rpartition(",")
        families = ["ALL", *sorted({code[:2] for code in all_rules()})]
        wide = [completion(before + comma + item) for item in families if item.startswith(typed.upper())]
        return wide + code_completions(ctx, typed, before + comma)


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


class Jobs(_ParamType):
    """A number of processes."""

    name = "jobs"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, which is 1 at least."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and int(text) > 0):
            raise Usage(phrase("usage-jobs", option=_name(param), value=text), ctx)
        return int(text)
