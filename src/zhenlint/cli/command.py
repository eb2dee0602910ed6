"""Commands and options whose help is written in both languages, and the page that ``--help`` prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

import click

from zhenlint.cli.parameters import Choice, completion
from zhenlint.cli.session import Session
from zhenlint.language import Language
from zhenlint.messages import ZhenlintError
from zhenlint.terminal import columns, pad, width

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Words = tuple[str, str]
"""The same text in English and Chinese."""

_MOST_CELLS: Final = 100
_TITLES: Final[dict[str, Words]] = {
    "usage": ("Usage: ", "用法："),
    "commands": ("Commands:", "命令："),
    "examples": ("Examples:", "示例："),
    "rules": ("Choosing rules:", "选择规则："),
    "fixing": ("Fixing:", "修复："),
    "scope": ("Only what is new:", "只看新问题："),
    "output": ("Output:", "输出："),
    "input": ("Input and configuration:", "输入与配置："),
    "general": ("General:", "通用："),
}
_HELP: Final = ("Show this help.", "显示本帮助。")


def _in(language: Language, words: Words) -> str:
    return words[language == "zh"]


def language_of(ctx: click.Context, configured: Language | None = None) -> Language:
    """The language of a call: as asked for, else the ``configured`` one, else that of the locale."""
    session = ctx.find_object(Session)
    if session is None:
        return configured or "en"
    return session.language if session.asked else configured or session.language


def say(text: str) -> None:
    """Print help or the like on standard output.

    Raises:
        ZhenlintError: it cannot be written, because of a full disk for instance.
    """
    try:
        click.echo(text)
    except BrokenPipeError:  # nobody reads any more; click ends the run without a word
        raise
    except OSError as error:
        raise ZhenlintError("output-lost", detail=error.strerror or str(error)) from error


class BilingualOption(click.Option):
    """An option with help in two languages; ``group`` is the heading under which it is listed."""

    def __init__(self, *args: Any, words: Words, group: str = "general", **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.words = words
        self.group = group

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """What may stand as its value: what its type knows, else files where it wants one."""
        items = super().shell_complete(ctx, incomplete)
        wants_path = self.metavar is not None and self.metavar.endswith(("FILE", "PATH"))
        return items or ([completion(incomplete, type="file")] if wants_path else [])

    def synopsis(self) -> str:
        """The option's names and the form of its value."""
        value = f" {self.metavar}" if self.metavar else ""
        names = sorted((*self.opts, *self.secondary_opts), key=len)
        return ", ".join(names) + value


class BilingualCommand(click.Command):
    """A command whose help page is written in two languages."""

    def __init__(
        self,
        *args: Any,
        words: Words,
        synopsis: str = "",
        examples: tuple[tuple[str, str, str], ...] = (),
        **attributes: Any,
    ) -> None:
        attributes.setdefault("context_settings", {"help_option_names": ["-h", "--help"]})
        super().__init__(*args, **attributes)
        self.words = words
        self.synopsis = synopsis
        self.examples = examples

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse arguments; a mistake knows the command that it was made with."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Commands and options that begin so, each with what it does in the language of the call."""
        items = super().shell_complete(ctx, incomplete)
        words: dict[str, Words] = {}
        for parameter in self.get_params(ctx):
            if isinstance(parameter, BilingualOption):
                words.update(dict.fromkeys((*parameter.opts, *parameter.secondary_opts), parameter.words))
        for item in items:
            command = self.get_command(ctx, item.value) if isinstance(self, click.Group) else None
            about = command.words if isinstance(command, BilingualCommand) else words.get(item.value)
            item.help = _in(language_of(ctx), about) if about else None
        return items

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """``--help``, in both languages."""

        def show(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
            if value and not ctx.resilient_parsing:
                say(ctx.get_help())
                ctx.exit()

        return BilingualOption(
            self.get_help_option_names(ctx),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=show,
            words=_HELP,
        )

    def get_help(self, ctx: click.Context) -> str:
        """The help page in the language of the call."""
        from zhenlint.cli.wrapping import wrap

        language = language_of(ctx)
        cells = min(columns(), _MOST_CELLS)
        parts = ["\n".join(wrap(_in(language, self.words), cells))]
        parts.append(f"{_in(language, _TITLES['usage'])}{ctx.command_path} {self._usage()}")
        for group, rows in self._tables(ctx, language).items():
            body = _columns(rows, cells)
            parts.append("\n".join((_in(language, _TITLES[group]), *body)))
        return "\n\n".join(parts)

    def _usage(self) -> str:
        return self.synopsis or ("COMMAND …" if isinstance(self, click.Group) else "[OPTIONS]")

    def _tables(self, ctx: click.Context, language: Language) -> dict[str, list[tuple[str, str]]]:
        """The lists of the page: heading → rows of (what to type, what it does)."""
        tables: dict[str, list[tuple[str, str]]] = {}
        if isinstance(self, click.Group):
            rows = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
            tables["commands"] = [
                (name, _in(language, command.words).split("\n")[0])
                for name, command in rows
                if isinstance(command, BilingualCommand)
            ]
        if self.examples:
            tables["examples"] = [(line, _in(language, (en, zh))) for line, en, zh in self.examples]
        for parameter in self.get_params(ctx):
            if isinstance(parameter, BilingualOption):
                row = (parameter.synopsis(), _in(language, parameter.words))
                tables.setdefault(parameter.group, []).append(row)
        return tables


def _columns(rows: list[tuple[str, str]], cells: int) -> Iterator[str]:
    """Two columns; the second is broken into lines, and starts on its own line where the first is long."""
    from zhenlint.cli.wrapping import wrap

    first = max((width(left) for left, _ in rows if width(left) <= 34), default=30) + 4
    for left, right in rows:
        lines = list(wrap(right, cells - first)) or [""]
        if width(left) + 4 > first:
            yield "  " + left
        else:
            yield "  " + pad(left, first - 2) + lines.pop(0)
        yield from (" " * first + line for line in lines)


def option(*names: str, words: Words, **attributes: Any) -> Callable[[Any], Any]:
    """A decorator that adds an option with help in both languages."""
    return click.option(*names, cls=BilingualOption, words=words, **attributes)


def color_option(**attributes: Any) -> Callable[[Any], Any]:
    """``--color``, which every command has."""
    return option(
        "--color",
        type=Choice("auto", "always", "never"),
        default="auto",
        metavar="auto|always|never",
        words=(
            "Colour the output; `auto`: on a terminal, unless NO_COLOR is set.",
            "输出是否着色；`auto`：在终端中着色，设置了 NO_COLOR 时除外。",
        ),
        **attributes,
    )


def format_option() -> Callable[[Any], Any]:
    """``--output-format`` of commands that do not report problems."""
    return option(
        "--output-format",
        type=Choice("text", "json"),
        default="text",
        metavar="text|json",
        words=("Text for people or JSON for programs.", "供人阅读的文本，或供程序使用的 JSON。"),
    )


def lang_option(**attributes: Any) -> Callable[[Any], Any]:
    """``--lang``, which every command has."""
    return option(
        "--lang",
        type=Choice("zh", "en"),
        metavar="zh|en",
        words=(
            "Language of messages and help; otherwise that of the configuration or the locale.",
            "消息与帮助的语言；默认取自配置或系统区域设置。",
        ),
        **attributes,
    )
