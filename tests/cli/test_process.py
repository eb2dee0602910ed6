"""zhenlint as a process: start-up, interrupts, closed pipes, full disks, the module itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calls import FIXED, STRAY, spawn
from zhenlint import __version__

HEAVY = {
    "jieba", "numpy", "markdown_it", "marisa_trie", "mdit_py_plugins", "rapidfuzz", "pathspec", "wcwidth",
    "tomllib", "json", "difflib", "tempfile", "zhenlint.rules", "zhenlint.markdown", "zhenlint.check",
}  # fmt: skip


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    code = "import sys, zhenlint.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "click" in loaded.split()
    assert not HEAVY & set(loaded.split())


def test_help_loads_no_rules() -> None:
    code = "import sys, zhenlint.cli.check, zhenlint.cli.rule; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not HEAVY & set(loaded.split())


def test_one_named_file_needs_no_ignore_patterns(folder: Path) -> None:
    (folder / "a.md").write_text(FIXED)
    code = (
        "import sys; from zhenlint.cli import main\n"
        "try: main(['check', 'a.md'])\n"
        "finally: print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    unneeded = {"pathspec", "wcwidth", "jieba", "subprocess", "tomlkit", "watchfiles", "zhenlint.scope"}
    assert not unneeded & set(loaded.split())


def test_a_note_imports_only_the_rules_that_may_find_something(folder: Path) -> None:
    (folder / "a.md").write_text("# 标题\n\n一段 [文字](https://example.com)，没有别的。\n", encoding="utf-8")
    code = (
        "import sys; from zhenlint.cli import main\n"
        "try: main(['check', '--isolated', 'a.md'])\n"
        "finally: print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    prefix = "zhenlint.rules."
    rules = {name.removeprefix(prefix) for name in loaded.split() if name.startswith(prefix)}
    assert {"links.malformed_url", "spacing.han_latin_spacing"} <= rules
    off = {"punctuation.dash", "punctuation.straight_quotes", "punctuation.bracket_width", "links.dead_url"}
    signless = {"markup.ragged_table", "markup.unclosed_block", "tool.unknown_code", "punctuation.ellipsis"}
    helpers = {"links.sites", "links.nearest", "links.broken.halves", "english.countries"}
    assert (off | signless | helpers) & rules == set()


def test_the_module_and_the_version() -> None:
    result = spawn("--version")
    assert (result.returncode, result.stdout) == (0, f"zhenlint {__version__}\n".encode())


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_closed_pipe_ends_it_quietly(folder: Path, unbuffered: str) -> None:
    (folder / "a.md").write_text((STRAY + "\n") * 3000)
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with subprocess.Popen(
        [sys.executable, "-m", "zhenlint", "check"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith(b"a.md:1:14")
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 1


def test_an_interrupt_ends_it_quietly() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "zhenlint", "check", "-", "--fix"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        process.stdin.write(
            STRAY.encode() * 20_000
        )  # more than a pipe holds: it is reading once this is done
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_told(folder: Path, unbuffered: str) -> None:
    (folder / "a.md").write_text(STRAY)
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    for arguments in (["check", "a.md"], ["check", "-", "--fix"], ["rule"], ["--help"], ["--version"]):
        with open("/dev/full", "wb") as full:
            result = subprocess.run(
                [sys.executable, "-m", "zhenlint", "--lang", "zh", *arguments],
                input=STRAY.encode(),
                stdout=full,
                stderr=subprocess.PIPE,
                env=environment,
                check=False,
            )
        assert result.returncode == 2
        assert (
            result.stderr.decode() == "错误：无法写出结果：No space left on device；请腾出空间，或写到别处\n"
        )


def test_a_stream_named_as_output_file_is_not_replaced(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    with open("out.txt", "wb") as out:
        out.write(b"before\n")
        out.flush()
        subprocess.run(
            [sys.executable, "-m", "zhenlint", "check", "-q", "-o", "/dev/stdout"], stdout=out, check=False
        )
    assert (folder / "out.txt").read_text().startswith("before\na.md:1:14")


@pytest.mark.skipif(os.name != "posix", reason="a shell closes the streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_are_nowhere(folder: Path, closed: str) -> None:
    (folder / "a.md").write_text(STRAY)
    for arguments, code in (("check a.md", 1), ("check -", 0), ("rule SP001", 0), ("--version", 0)):
        command = f'"{sys.executable}" -m zhenlint {arguments} {closed}'
        result = subprocess.run(
            ["sh", "-c", command], stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        assert (result.returncode, b"Traceback" in result.stderr) == (code, False)
