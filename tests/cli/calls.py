"""Calling the command line: in this process, in one of its own, and in one on a pseudo-terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from click.testing import CliRunner

from zhenlint.cli import main
from zhenlint.rules import all_rules

STRAY = "我在折腾 thesis 的 新实验了。\n"
"""A document with one problem: SP004 on line 1, column 14."""

FIXED = "我在折腾 thesis 的新实验了。\n"

PROBLEM = f"1:14: SP004 {all_rules()['SP004'].messages['default'][0]}\n"
"""How the concise report tells of it, after the path and a colon."""

UNSAFE = "我用 python 语言写程序。\n"
"""A document with one problem under ``--select EN003``, whose fix is unsafe."""


@dataclass(frozen=True)
class Call:
    """What a call came to."""

    code: int
    out: str
    err: str
    out_bytes: bytes


def call(*arguments: str, stdin: bytes | str = b"") -> Call:
    """Run zhenlint in this process."""
    runner = CliRunner(catch_exceptions=False)
    result = runner.invoke(main, list(arguments), input=stdin, prog_name="zhenlint")
    return Call(
        result.exit_code, result.stdout, result.stderr.replace("\r\n", "\n"), bytes(result.stdout_bytes)
    )


def spawn(
    *arguments: str, stdin: bytes = b"", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run zhenlint in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "zhenlint", *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, **(environment or {})},
        check=False,
        timeout=60,
    )


def on_terminal(
    *arguments: str, environment: Mapping[str, str] | None = None, errors: bool = False
) -> tuple[int, str]:
    """Run zhenlint on a terminal of 80 columns, with ``errors`` that of standard error as well.

    The exit code and what the terminal shows.
    """
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "zhenlint", *arguments],
        stdout=slave,
        stderr=slave if errors else subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm", **(environment or {})},
    )
    os.close(slave)
    shown = b""
    while piece := _read(master):
        shown += piece
    os.close(master)
    return process.wait(60), shown.decode().replace("\r\n", "\n")


def _read(master: int) -> bytes:
    """The next piece; nothing once the other side is closed (EIO on Linux)."""
    try:
        return os.read(master, 65536)
    except OSError:
        return b""
