"""Options that several commands have: how files are found and read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from zhenlint.cli.command import option
from zhenlint.cli.parameters import Encoding


def config_option(**attributes: Any) -> Callable[[Any], Any]:
    """``--config``."""
    return option(
        "--config",
        metavar="FILE",
        words=(
            "Use this configuration instead of the zhenlint.toml found beside or above each file.",
            "使用此配置文件，不再逐级向上查找 zhenlint.toml。",
        ),
        **attributes,
    )


def isolated_option(**attributes: Any) -> Callable[[Any], Any]:
    """``--isolated``."""
    return option(
        "--isolated",
        is_flag=True,
        words=("Use no configuration file.", "不使用任何配置文件。"),
        **attributes,
    )


def encoding_option(**attributes: Any) -> Callable[[Any], Any]:
    """``--encoding``."""
    return option(
        "--encoding",
        type=Encoding(),
        default="utf-8",
        metavar="NAME",
        words=("Encoding of the files; by default UTF-8.", "文件的编码；默认为 UTF-8。"),
        **attributes,
    )
