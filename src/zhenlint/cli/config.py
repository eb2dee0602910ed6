"""``zhenlint config``: the configuration that holds for a path, and where each value comes from."""

from __future__ import annotations

import sys

import click

from zhenlint.cli.command import (
    BilingualCommand,
    color_option,
    format_option,
    lang_option,
    language_of,
    option,
)
from zhenlint.cli.parameters import PathName
from zhenlint.cli.usage import Usage
from zhenlint.messages import phrase
from zhenlint.terminal import ColourChoice


@click.command(
    "config",
    cls=BilingualCommand,
    words=(
        "Show the configuration of a file or folder, and where each value comes from.",
        "显示某个文件或文件夹的配置，以及每个值的出处。",
    ),
    synopsis="[OPTIONS] [PATH]",
    examples=(
        ("zhenlint config", "what holds in this folder", "当前文件夹的配置"),
        ("zhenlint config notes/a.md", "what holds for one file", "某个文件的配置"),
        (
            "zhenlint config --schema",
            "the JSON schema of configuration files, for editors",
            "配置文件的 JSON Schema，供编辑器使用",
        ),
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]", type=PathName())
@option(
    "--schema",
    is_flag=True,
    words=(
        "Print the JSON schema of configuration files instead.",
        "改为输出配置文件的 JSON Schema。",
    ),
)
@option(
    "--config",
    metavar="FILE",
    words=("Use this configuration file.", "使用此配置文件。"),
)
@option("--isolated", is_flag=True, words=("Use no configuration file.", "不使用任何配置文件。"))
@format_option()
@color_option()
@lang_option(expose_value=False)
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    schema: bool,
    config: str | None,
    isolated: bool,
    output_format: str,
    color: ColourChoice,
) -> None:
    """Print the configuration or the schema."""
    from zhenlint.cli import config_text
    from zhenlint.cli.output import StreamOutput
    from zhenlint.config import Configurations

    if len(paths) > 1:
        raise Usage(phrase("usage-one-argument", extra=paths[1]), ctx)
    if config and isolated:
        raise Usage(phrase("usage-conflict", option="--config", other="--isolated"), ctx)
    output = StreamOutput(sys.stdout)
    if schema:
        from zhenlint.config.schema import schema_text

        output.write(schema_text(), "utf-8")
        return
    found = config_text.find(paths[0] if paths else ".", Configurations(config, isolated=isolated))
    if output_format == "json":
        output.write(config_text.as_json(found), "utf-8")
    else:
        language = language_of(ctx, found.configuration.lang)
        output.write(config_text.as_text(found, language, output.paint(color)))
