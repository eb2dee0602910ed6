"""``zhenlint baseline``: its options."""

from __future__ import annotations

from typing import Any

import click

from zhenlint.cli.command import BilingualCommand, color_option, lang_option, option
from zhenlint.cli.options import config_option, encoding_option, isolated_option
from zhenlint.cli.parameters import PathName


@click.command(
    "baseline",
    cls=BilingualCommand,
    words=(
        "Record today's problems, so that later runs tell only of new ones.",
        "记录现有的问题，以后只报告新问题。",
    ),
    synopsis="[OPTIONS] [PATHS]…",
    examples=(
        ("zhenlint baseline", "record what is wrong below this folder", "记录当前文件夹下的问题"),
        ("zhenlint baseline docs/", "record docs/ anew, keep the rest", "重新记录 docs/，其余不变"),
        ("zhenlint baseline --prune", "remove what is put right by now", "删除已经改正的问题"),
        ("zhenlint check --no-baseline", "check without it", "不用基线进行检查"),
    ),
)
@click.argument("paths", nargs=-1, type=PathName())
@option(
    "--prune",
    is_flag=True,
    words=(
        "Only remove what is found no more, and list it; record nothing new.",
        "只删除并列出已不存在的问题，不记录新问题。",
    ),
)
@option(
    "--baseline",
    metavar="FILE",
    words=(
        "The file to write; otherwise the one that the configuration names, or zhenlint-baseline.json"
        " beside it.",
        "写入的文件；默认为配置所指的文件，或者 zhenlint-baseline.json。",
    ),
)
@config_option()
@isolated_option()
@encoding_option()
@option("--quiet", "-q", is_flag=True, words=("Print errors only.", "只显示错误。"))
@color_option()
@lang_option()
@click.pass_context
def command(ctx: click.Context, /, **values: Any) -> int:
    """Record or prune; the value is the exit code."""
    from zhenlint.cli.recording import Order, record

    fields = {name: value for name, value in values.items() if name in Order._fields}
    return record(Order(**{**fields, "paths": values["paths"] or (".",)}), ctx)
