"""``zhenlint check``: its options."""

from __future__ import annotations

from typing import Any

import click

from zhenlint.cli.command import BilingualCommand, color_option, lang_option, option
from zhenlint.cli.options import config_option, encoding_option, isolated_option
from zhenlint.cli.parameters import Choice, Jobs, OutputFile, PathName, Selectors
from zhenlint.reporters import FORMATS

_CODES = {"type": Selectors(), "multiple": True, "metavar": "CODES", "group": "rules"}


@click.command(
    "check",
    cls=BilingualCommand,
    words=(
        "Check Markdown files and folders.",
        "检查 Markdown 文件和文件夹。",
    ),
    synopsis="[OPTIONS] [PATHS]…",
    examples=(
        (
            "zhenlint check",
            "check every Markdown file below this folder",
            "检查当前文件夹下的所有 Markdown 文件",
        ),
        ("zhenlint check a.md docs/", "check a file and a folder", "检查一个文件和一个文件夹"),
        ("zhenlint check --diff", "see what --fix would change", "查看 --fix 将做哪些改动"),
        ("zhenlint check --select SP,EN001", "run some rules only", "只运行部分规则"),
        (
            "zhenlint check -o sarif=out.sarif",
            "print the problems, and write them to a file as SARIF",
            "显示问题，并以 SARIF 格式写入文件",
        ),
        ("zhenlint check - < a.md", "check standard input", "检查标准输入"),
    ),
)
@click.argument("paths", nargs=-1, type=PathName())
@option(
    "--fix",
    is_flag=True,
    group="fixing",
    words=("Apply the safe fixes to the files.", "在文件中应用安全的修复。"),
)
@option(
    "--unsafe-fixes",
    is_flag=True,
    group="fixing",
    words=(
        "With --fix or --diff: also the fixes that need a human's eye.",
        "与 --fix 或 --diff 合用：同时应用需要人过目的修复。",
    ),
)
@option(
    "--diff",
    is_flag=True,
    group="fixing",
    words=("Print what --fix would change, and change nothing.", "显示 --fix 将做的改动，但不修改文件。"),
)
@option(
    "--select",
    words=(
        "Run these rules instead of the default ones: codes, prefixes or ALL, separated by commas.",
        "只运行这些规则，代替默认规则：代码、前缀或 ALL，以逗号分隔。",
    ),
    **_CODES,
)
@option(
    "--extend-select",
    words=("Run these rules as well.", "在已启用的规则之外再运行这些规则。"),
    **_CODES,
)
@option("--ignore", words=("Do not run these rules.", "不运行这些规则。"), **_CODES)
@option(
    "--hints",
    is_flag=True,
    group="rules",
    words=(
        "Also show hints: likely but not certain, never counted as problems.",
        "同时显示提示：很可能有误但不确定，不计入问题。",
    ),
)
@option(
    "--changed-since",
    metavar="REV",
    group="scope",
    words=(
        "Only what is on lines changed since that git revision, the working tree and new files included;"
        " also for --fix.",
        "只看自该 git 版本以来改动的行，包括工作区和新文件；--fix 也只改这些行。",
    ),
)
@option(
    "--staged",
    is_flag=True,
    group="scope",
    words=(
        "Only what is on lines staged for the next commit, in the text as staged; --fix changes files of"
        " which all is staged, for you to stage again.",
        "只看暂存的行，按暂存的文本检查；--fix 只修改全部改动都已暂存的文件，之后请重新暂存。",
    ),
)
@option(
    "--baseline",
    metavar="FILE",
    group="scope",
    words=(
        "Leave alone the problems that `zhenlint baseline` recorded in a file; by default the one that the"
        " configuration names.",
        "不理会 `zhenlint baseline` 记录在文件中的问题；默认为配置所指的文件。",
    ),
)
@option(
    "--no-baseline",
    is_flag=True,
    group="scope",
    words=("Tell of all problems, those in the baseline too.", "报告所有问题，包括基线中的。"),
)
@option(
    "--output-format",
    type=Choice(*FORMATS),
    multiple=True,
    metavar="FORMAT",
    group="output",
    words=(
        f"Form of the report: {', '.join(FORMATS)}; by default full on a terminal and concise elsewhere.",
        f"报告格式：{'、'.join(FORMATS)}；默认在终端中为 full，其他情况为 concise。",
    ),
)
@option(
    "--output-file",
    "-o",
    type=OutputFile(),
    multiple=True,
    metavar="[FORMAT=]FILE",
    group="output",
    words=(
        "Write the report to a file; with FORMAT=FILE a report of that format, beside what is printed.",
        "将报告写入文件；写成 FORMAT=FILE 时，在显示的内容之外另将该格式的报告写入文件。",
    ),
)
@option(
    "--statistics",
    is_flag=True,
    group="output",
    words=("Show how many problems each rule finds.", "显示每条规则发现的问题数量。"),
)
@option(
    "--progress/--no-progress",
    default=None,
    group="output",
    words=(
        "Show how far a long run has come; by default on a terminal, but not where CI is set.",
        "显示长时间运行的进度；默认在终端中显示，但设置了 CI 时除外。",
    ),
)
@option(
    "--quiet",
    "-q",
    is_flag=True,
    group="output",
    words=("Print problems and errors only.", "只显示问题和错误。"),
)
@option(
    "--exit-zero",
    is_flag=True,
    group="output",
    words=("Exit with 0 even if there are problems.", "即使发现问题也以 0 退出。"),
)
@color_option(group="output")
@lang_option(group="output")
@config_option(group="input")
@isolated_option(group="input")
@option(
    "--force-exclude",
    is_flag=True,
    group="input",
    words=(
        "Leave out excluded and ignored files even if they are named here, as pre-commit does.",
        "被排除或忽略的文件，即使在命令行中写明（如 pre-commit）也不检查。",
    ),
)
@option(
    "--stdin-filename",
    metavar="PATH",
    group="input",
    words=(
        "The place of the document on standard input, for its configuration and links.",
        "标准输入中文档的路径，用于查找配置和解析链接。",
    ),
)
@encoding_option(group="input")
@option(
    "--watch",
    is_flag=True,
    group="input",
    words=(
        "Check again whenever files change, until Ctrl-C; needs `pip install 'zhenlint[watch]'`.",
        "文件有改动就重新检查，按 Ctrl-C 结束；先用 `pip install 'zhenlint[watch]'` 安装所需。",
    ),
)
@option(
    "--jobs",
    "-j",
    type=Jobs(),
    metavar="N",
    group="input",
    words=(
        "How many processes check files at a time; by default one for each processor.",
        "同时检查文件的进程数；默认为处理器的数量。",
    ),
)
@option(
    "--no-cache",
    is_flag=True,
    group="input",
    words=("Check every file anew.", "重新检查每个文件。"),
)
@option(
    "--online",
    is_flag=True,
    group="input",
    words=(
        "Ask servers whether the pages that documents link to are there (LK015).",
        "向服务器询问文档中链接的网页是否存在（LK015）。",
    ),
)
@click.pass_context
def command(ctx: click.Context, /, **values: Any) -> int:
    """Check files, folders or standard input; the value is the exit code."""
    from zhenlint.cli.checking import check_paths
    from zhenlint.cli.request import Request

    request = Request.from_values(values)
    if values["watch"]:
        from zhenlint.cli.watching import watch_paths

        return watch_paths(request, ctx)
    return check_paths(request, ctx)
