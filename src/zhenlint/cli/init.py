"""``zhenlint init``: a project's first configuration."""

from __future__ import annotations

import os

import click

from zhenlint.cli.command import BilingualCommand, color_option, lang_option, language_of, option, say
from zhenlint.cli.parameters import PathName
from zhenlint.cli.session import tell
from zhenlint.cli.usage import Usage
from zhenlint.language import Language
from zhenlint.messages import Phrase, ZhenlintError, phrase
from zhenlint.terminal import ColourChoice, escape


@click.command(
    "init",
    cls=BilingualCommand,
    words=(
        "Look at a project and write its first zhenlint.toml, with a comment on every key.\n"
        "What AutoCorrect, zhlint, cspell and typos were told there is taken over.",
        "查看项目，写出第一个 zhenlint.toml，每个键都有注释。\n"
        "已有的 AutoCorrect、zhlint、cspell、typos 配置一并沿用。",
    ),
    synopsis="[OPTIONS] [FOLDER]",
    examples=(
        ("zhenlint init", "for the current folder", "为当前文件夹生成配置"),
        ("zhenlint init --dry-run", "see what would be written", "查看将写出什么"),
    ),
)
@click.argument("folders", nargs=-1, metavar="[FOLDER]", type=PathName("dir"))
@option("--force", is_flag=True, words=("Write over a zhenlint.toml.", "覆盖已有的 zhenlint.toml。"))
@option(
    "--dry-run",
    is_flag=True,
    words=("Print the file and write nothing.", "只显示文件内容，不写出。"),
)
@color_option()
@lang_option(expose_value=False)
@click.pass_context
def command(
    ctx: click.Context, folders: tuple[str, ...], force: bool, dry_run: bool, color: ColourChoice
) -> None:
    """Write the configuration, or print it."""
    from zhenlint.files import shown_path
    from zhenlint.setup.writing import plan, write

    if len(folders) > 1:
        raise Usage(phrase("usage-one-argument", extra=folders[1]), ctx)
    folder = os.path.abspath(folders[0] if folders else ".")
    if not os.path.isdir(folder):
        raise ZhenlintError("init-no-folder", path=folders[0])
    language = language_of(ctx)
    made = plan(folder, language, force=force or dry_run)
    for failure in made.failures:
        tell("label-warning", failure, language, color)
    if dry_run:
        say("\n".join(map(_harmless, made.contents.values())).rstrip("\n"))
        return
    write(made.contents)
    seen = made.survey
    _say(phrase("init-looked", read=seen.read, documents=seen.documents), language)
    for item in made.taken:
        counts = {"words": len(item.words), "terms": len(item.terms), "patterns": len(item.exclude)}
        _say(phrase("init-took", file=item.file, rules=len(item.ignore), **counts), language)
        if item.left:
            _say(phrase("init-left", file=item.file, left=item.left), language)
    _say(phrase("init-wrote", files=tuple(shown_path(path) for path in made.contents)), language)


def _say(message: Phrase, language: Language) -> None:
    say(escape(message.words(language)))


def _harmless(content: str) -> str:
    return "\n".join(map(escape, content.split("\n")))
