"""``zhenlint words`` and ``zhenlint words add``: their options."""

from __future__ import annotations

from typing import Any

import click

from zhenlint.cli.command import BilingualCommand, color_option, format_option, lang_option, option
from zhenlint.cli.options import config_option, encoding_option, isolated_option
from zhenlint.cli.parameters import PathName


@click.command(
    "words",
    cls=BilingualCommand,
    words=(
        "List the words that no dictionary knows or that are probably wrong, the most frequent first.",
        "列出词典里没有或可能写错的词，最常用的在前。",
    ),
    synopsis="[OPTIONS] [PATHS]…",
    examples=(
        ("zhenlint words", "the unknown words below this folder", "当前文件夹下的生词"),
        ("zhenlint words --interactive", "decide on one after another", "逐个处理"),
        ("zhenlint words add xlog jepa", "accept words for this project", "在本项目中认可这些词"),
        ("zhenlint words add --help", "more on accepting words", "关于认可词语的说明"),
    ),
)
@click.argument("paths", nargs=-1, type=PathName())
@option(
    "--interactive",
    "-i",
    is_flag=True,
    words=(
        "Show one word after another: accept it, put it right everywhere, ignore a place, or skip it. Each"
        " answer takes effect at once; what is skipped comes again when all words were shown.",
        "逐个显示：认可、处处改正、忽略一处或跳过。每次选择立即生效；跳过的词在全部看完后才会再次出现。",
    ),
)
@format_option()
@config_option()
@isolated_option()
@encoding_option()
@option("--quiet", "-q", is_flag=True, words=("Print words and errors only.", "只显示词语和错误。"))
@color_option()
@lang_option()
@click.pass_context
def command(ctx: click.Context, /, **values: Any) -> int:
    """List the words or decide on them; the value is the exit code."""
    from zhenlint.cli.listing import Order, list_words

    fields = {name: value for name, value in values.items() if name in Order._fields}
    return list_words(Order(**{**fields, "paths": values["paths"] or (".",)}), ctx)


@click.command(
    "words add",
    cls=BilingualCommand,
    words=(
        "Accept words: write them into the project's own dictionary.",
        "认可词语：写入项目自己的词典。",
    ),
    synopsis="[OPTIONS] WORD…",
    examples=(("zhenlint words add xlog 帐房", "accept two words", "认可两个词"),),
)
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
@option(
    "--dictionary",
    metavar="FILE",
    words=(
        "The dictionary to write to; otherwise the first that the configuration names, or"
        " dictionaries/words.txt beside it.",
        "写入的词典；默认为配置所列的第一个，或者 dictionaries/words.txt。",
    ),
)
@config_option()
@option("--quiet", "-q", is_flag=True, words=("Print errors only.", "只显示错误。"))
@lang_option()
@click.pass_context
def add(
    ctx: click.Context,
    words: tuple[str, ...],
    dictionary: str | None,
    config: str | None,
    quiet: bool,
    lang: str | None,
) -> int:
    """Add the words; the value is the exit code."""
    from zhenlint.cli.listing import add_words

    return add_words(words, dictionary, config, ctx, quiet=quiet)
