"""``zhenlint completion``: the script that makes a shell complete zhenlint's commands."""

from __future__ import annotations

import os
import sys
from typing import Final

import click

from zhenlint.cli.command import BilingualCommand, lang_option
from zhenlint.cli.parameters import Choice
from zhenlint.cli.usage import Usage
from zhenlint.messages import phrase

SHELLS: Final = ("bash", "zsh", "fish")


@click.command(
    "completion",
    cls=BilingualCommand,
    words=(
        "Print the script that completes commands, options, codes and file names in a shell; by default the"
        " one you use.",
        "输出 shell 补全脚本，可补全命令、选项、规则代码和文件名；默认为当前使用的 shell。",
    ),
    synopsis="[OPTIONS] [bash|zsh|fish]",
    examples=(
        ('eval "$(zhenlint completion bash)"', "put this line into ~/.bashrc", "把这一行写入 ~/.bashrc"),
        (
            'eval "$(zhenlint completion zsh)"',
            "put this line into ~/.zshrc, after compinit",
            "把这一行写入 ~/.zshrc，放在 compinit 之后",
        ),
        (
            "zhenlint completion fish | source",
            "put this line into ~/.config/fish/config.fish",
            "把这一行写入 ~/.config/fish/config.fish",
        ),
    ),
)
@click.argument("shells", nargs=-1, type=Choice(*SHELLS))
@lang_option(expose_value=False)
@click.pass_context
def command(ctx: click.Context, shells: tuple[str, ...]) -> None:
    """Print the script."""
    from click.shell_completion import ShellComplete, get_completion_class

    from zhenlint.cli.output import StreamOutput

    if len(shells) > 1:
        raise Usage(phrase("usage-one-argument", extra=shells[1]), ctx)
    shell = shells[0] if shells else os.path.basename(os.environ.get("SHELL", ""))
    kind = get_completion_class(shell)
    if shell not in SHELLS or kind is None:
        raise Usage(phrase("completion-which", shells=SHELLS), ctx)
    maker = kind(ctx.find_root().command, {}, "zhenlint", "_ZHENLINT_COMPLETE")
    script = ShellComplete.source(maker)  # past click's own look at the version of bash, told in English
    StreamOutput(sys.stdout).write(script)
