"""The command line.  Each command is a module of this package, imported when it is asked for."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from zhenlint.cli.command import BilingualCommand, lang_option, option, say
from zhenlint.cli.session import Session, open_missing_streams, requested_language, tell
from zhenlint.cli.usage import Usage, explain
from zhenlint.messages import ZhenlintError, phrase, remedy

COMMANDS = ("check", "rule", "config", "init", "words", "baseline", "cache", "completion")
"""The commands, in the order in which help lists them."""

BROKEN_PIPE = 1
INTERRUPTED = 130


class Main(BilingualCommand, click.Group):
    """The group of all commands; it loads one only to run it or to list its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"zhenlint.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first argument names, or say what was probably meant."""
        name = args[0]
        if args[:2] == ["words", "add"]:
            return "words add", importlib.import_module("zhenlint.cli.words").add, args[2:]
        if name in COMMANDS or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        if os.path.exists(name):
            raise Usage(phrase("usage-path-as-command", command=name), ctx)
        known = phrase("usage-commands-are", known=COMMANDS)
        close = remedy(name, list(COMMANDS), known)
        raise Usage(phrase("usage-no-such-command", command=name, remedy=close), ctx)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an interrupt and a closed pipe end it without a word."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise click.exceptions.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _drop_output()
            raise click.exceptions.Exit(BROKEN_PIPE) from None

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]  # always standalone
        """Run zhenlint and exit."""
        open_missing_streams()
        arguments = list(sys.argv[1:] if args is None else args)
        session = Session.begin(requested_language(arguments))
        try:
            code = super().main(
                arguments, prog_name or "zhenlint", standalone_mode=False, **{**extra, "obj": session}
            )
        except click.UsageError as error:
            explain(error, session.language)
            code = 2
        except ZhenlintError as failure:
            tell("label-error", failure.phrase, session.language)
            code = 2
        except click.Abort:
            code = INTERRUPTED
        sys.exit(code or 0)


def _drop_output() -> None:
    """Send what is still buffered for a reader who has gone to nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):  # standard output has no file, as under a test runner
        pass
    finally:
        os.close(nowhere)


@click.command(
    cls=Main,
    invoke_without_command=True,
    words=(
        "A checker for Chinese-English Markdown: typos, spacing, punctuation and broken links,"
        " by line and column.",
        "中英文 Markdown 检查工具：错别字、空格、标点与失效链接，精确到行和列。",
    ),
    examples=(
        ("zhenlint check", "check the current folder", "检查当前文件夹"),
        ("zhenlint check notes/ README.md", "check a folder and a file", "检查一个文件夹和一个文件"),
        ("zhenlint check --fix", "apply the safe fixes", "应用安全的修复"),
        ("zhenlint rule SP001", "explain a rule", "查看一条规则的说明"),
        ("zhenlint init", "write a first configuration", "生成第一份配置"),
    ),
)
@option(
    "--version",
    "-V",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda ctx, parameter, value: _print_version(ctx) if value else None,
    words=("Print the version.", "显示版本号。"),
)
@lang_option(expose_value=False)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Run a command; where there is none, say on standard error what there could be."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)


def _print_version(ctx: click.Context) -> None:
    from zhenlint import __version__

    say(f"zhenlint {__version__}")
    ctx.exit()
