"""``zhenlint rule``: the table of all rules, or the page of one."""

from __future__ import annotations

import sys

import click

from zhenlint.cli.command import (
    BilingualCommand,
    color_option,
    format_option,
    lang_option,
    language_of,
)
from zhenlint.cli.parameters import RuleCode
from zhenlint.cli.usage import Usage
from zhenlint.messages import phrase
from zhenlint.terminal import ColourChoice


@click.command(
    "rule",
    cls=BilingualCommand,
    words=(
        "Explain a rule; without a code, list all rules.",
        "查看一条规则的说明；不给代码则列出全部规则。",
    ),
    synopsis="[OPTIONS] [CODE]",
    examples=(
        ("zhenlint rule", "list all rules", "列出全部规则"),
        ("zhenlint rule SP001", "what SP001 finds, and why", "SP001 检查什么、为什么"),
    ),
)
@click.argument("codes", nargs=-1, metavar="[CODE]", type=RuleCode())
@format_option()
@color_option()
@lang_option(expose_value=False)
@click.pass_context
def command(ctx: click.Context, codes: tuple[str, ...], output_format: str, color: ColourChoice) -> None:
    """Print the table or a page."""
    from zhenlint.cli import rule_text
    from zhenlint.cli.output import StreamOutput
    from zhenlint.config.selectors import nearest_code
    from zhenlint.rules import all_rules

    rules, language = all_rules(), language_of(ctx)
    if len(codes) > 1:
        raise Usage(phrase("usage-one-argument", extra=codes[1]), ctx)
    if codes and codes[0] not in rules:
        raise Usage(phrase("unknown-rule", code=codes[0], remedy=nearest_code(codes[0])), ctx)
    output = StreamOutput(sys.stdout)
    if output_format == "json":
        output.write(rule_text.as_json([rules[code] for code in codes] or None, language), "utf-8")
    elif codes:
        output.write(rule_text.one_page(rules[codes[0]], language, output, color))
    else:
        output.write(rule_text.all_in_a_table(language, output.paint(color)))
