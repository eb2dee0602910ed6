"""``zhenlint cache``: what is remembered from run to run, and emptying it."""

from __future__ import annotations

import click

from zhenlint.cli.command import BilingualCommand, lang_option, language_of, say
from zhenlint.cli.parameters import Choice
from zhenlint.messages import phrase


@click.command(
    "cache",
    cls=BilingualCommand,
    words=(
        "Empty the cache (clean), or print its folder (folder), which ZHENLINT_CACHE_DIR changes.",
        "清空缓存（clean），或显示缓存文件夹（folder）；可用 ZHENLINT_CACHE_DIR 更改它的位置。",
    ),
    synopsis="[OPTIONS] clean|folder",
    examples=(
        ("zhenlint cache clean", "forget the results of earlier runs", "清除以往运行的结果"),
        ("zhenlint cache folder", "where they lie", "查看它们的位置"),
    ),
)
@click.argument("action", type=Choice("clean", "folder"), metavar="clean|folder")
@lang_option(expose_value=False)
@click.pass_context
def command(ctx: click.Context, action: str) -> None:
    """Do what is asked, and say what was done."""
    from zhenlint.cli.caches import cache_folder, empty
    from zhenlint.files import unwritable

    if action == "folder":
        say(str(cache_folder()))
        return
    try:
        size = empty()
    except OSError as error:
        raise unwritable(str(error.filename or cache_folder()), error) from error
    emptied = phrase("cache-emptied", path=str(cache_folder()), size=f"{size / 1e6:.1f} MB")
    say(emptied.words(language_of(ctx)))
