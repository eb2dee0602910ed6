"""Progress on a terminal: when it is shown, what it tells, and that it leaves no trace."""

from __future__ import annotations

import os
import pty
import re
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.calls import STRAY, on_terminal, spawn

TELLS = re.compile(r"(\d+) of 600 files, (\d+) problems?, (\d+) files a second")
CLEARED = "\x1b[2K"
"""Erase the line (ECMA-48, EL): how a display ends."""


@pytest.fixture
def many(folder: Path) -> Path:
    """A folder that takes some seconds to check on a fast machine."""
    document = next((Path(__file__).parent.parent / "documents" / "java").glob("*.md"))
    for number in range(600):
        shutil.copy(document, folder / f"{number}.md")
    return folder


def _run(*arguments: str, **environment: str) -> str:
    """What ``check`` shows on a terminal without CI."""
    options = ("--isolated", "--no-cache", "--jobs=1", "--statistics")
    given = {"CI": "", **environment}
    _, shown = on_terminal("check", *options, *arguments, environment=given, errors=True)
    return shown


def test_a_long_run_tells_how_far_it_is(many: Path) -> None:
    (many / "0.md").write_text(STRAY)
    shown = _run()
    told = [tuple(map(int, numbers)) for numbers in TELLS.findall(shown)]
    assert told
    files = [done for done, _, _ in told]
    assert files == sorted(files)
    assert files[0] > 0
    assert files[-1] < 600
    assert told[-1][1] >= 1
    assert all(speed > 0 for _, _, speed in told)
    report = shown.rpartition(CLEARED)[2]
    assert not TELLS.search(report)
    assert "COUNT" in report
    assert shown.count("\x1b[?25l") == shown.count("\x1b[?25h")  # the cursor is hidden and shown again


def test_it_speaks_chinese(many: Path) -> None:
    assert re.search(r"600 个文件已检查 \d+ 个，\d+ 个问题，每秒 \d+ 个文件", _run("--lang", "zh"))


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [(("--no-progress",), {}), ((), {"CI": "true"}), ((), {"TERM": "dumb"}), (("--quiet",), {})],
)
def test_none_where_nobody_watches(
    many: Path, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    shown = _run(*arguments, **environment)
    assert not TELLS.search(shown)
    assert "COUNT" in shown


def test_it_may_be_asked_for(many: Path) -> None:
    assert TELLS.search(_run("--progress", CI="true"))


def test_none_in_a_pipe(many: Path) -> None:
    result = spawn("check", "--progress", "--isolated", "--no-cache", environment={"CI": ""})
    assert b"files a second" not in result.stderr + result.stdout
    assert b"\x1b" not in result.stderr + result.stdout


def test_a_short_run_loads_and_shows_nothing(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    code = (
        "import sys; from zhenlint.cli import main\n"
        "try: main(['check', '--progress'])\n"
        "finally: print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False).stdout
    assert "zhenlint.runner" in loaded.split()
    assert "rich" not in loaded.split()
    assert "files a second" not in _run()


def test_an_interrupt_leaves_the_terminal_as_it_was(many: Path) -> None:
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "zhenlint", "check", "--isolated", "--no-cache", "--jobs=1"],
        stdout=slave,
        stderr=slave,
        env={**os.environ, "CI": "", "TERM": "xterm"},
    )
    os.close(slave)
    shown = b""
    try:
        while b"files a second" not in shown:
            shown += os.read(master, 65536)
        process.send_signal(signal.SIGINT)
        with suppress(OSError):  # the other side is closed (EIO on Linux)
            while piece := os.read(master, 65536):
                shown += piece
        assert process.wait(60) == 130
    finally:
        process.kill()
        process.wait()
        os.close(master)
    assert shown.rindex(b"\x1b[?25h") > shown.rindex(b"\x1b[?25l")
