"""``zhenlint check --watch`` as a process, with real changes of real files."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from tests.cli.calls import FIXED, STRAY, call
from tests.cli.repository import write

WAITING = "Waiting for changes; Ctrl-C ends."


class Watcher:
    """A process that watches; standard output and error come in one stream of lines."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-u", "-m", "zhenlint", "check", "--watch", *arguments]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)

    def run(self) -> list[str]:
        """What the next run tells, up to the word that it waits."""
        lines: list[str] = []
        while not lines or not lines[-1].startswith(WAITING):
            lines.append(self._lines.get(timeout=30))
        return lines[:-1]

    def is_silent(self) -> bool:
        """Whether nothing comes for longer than a change and a look at the settings take."""
        try:
            self._lines.get(timeout=2)
        except queue.Empty:
            return True
        return False

    def end(self) -> int:
        """Interrupt it; the exit code."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(30)
        self._reader.join(30)
        assert self.process.stdout
        self.process.stdout.close()
        return code


@pytest.fixture
def watch(folder: Path) -> Iterator[Callable[..., Watcher]]:
    """Starts a watcher in the current folder."""
    started: list[Watcher] = []

    def begin(*arguments: str) -> Watcher:
        started.append(Watcher(*arguments))
        return started[-1]

    yield begin
    for watcher in started:
        if watcher.process.poll() is None:
            watcher.end()


def test_changes_are_checked(folder: Path, watch: Callable[..., Watcher]) -> None:
    write(folder / "a.md", STRAY)
    watcher = watch()
    assert watcher.run()[0].startswith("a.md:1:14: SP004")
    write(folder / "a.md", FIXED)
    assert watcher.run() == ["No problems in 1 file.\n"]
    write(folder / "b/new.md", STRAY)
    assert watcher.run()[0].startswith("b/new.md:1:14: SP004")
    os.replace(folder / "b/new.md", folder / "a.md")  # as editors save
    assert watcher.run()[0].startswith("a.md:1:14: SP004")
    (folder / "a.md").unlink()
    assert "no Markdown file" in watcher.run()[0]
    assert watcher.end() == 130


def test_a_project_below_a_folder_that_is_never_walked(
    folder: Path, watch: Callable[..., Watcher], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "venv/project/a.md", STRAY)
    monkeypatch.chdir(folder / "venv/project")
    watcher = watch()
    watcher.run()
    write(Path("a.md"), FIXED)
    assert watcher.run() == ["No problems in 1 file.\n"]


def test_files_that_do_not_matter(folder: Path, watch: Callable[..., Watcher]) -> None:
    write(folder / "a.md", STRAY)
    write(folder / "x.py", "")
    watcher = watch()
    watcher.run()
    write(folder / "x.py", "1")
    write(folder / ".git/index", "1")
    assert watcher.is_silent()


def test_its_own_report_does_not_matter(folder: Path, watch: Callable[..., Watcher]) -> None:
    write(folder / "a.md", STRAY)
    watcher = watch("--output-file", "out.txt")
    watcher.run()
    assert (folder / "out.txt").read_text().startswith("a.md:1:14")
    assert watcher.is_silent()
    write(folder / "a.md", FIXED)
    assert watcher.run() == ["No problems in 1 file.\n"]
    assert watcher.is_silent()


def test_links_follow_files_of_any_kind(folder: Path, watch: Callable[..., Watcher]) -> None:
    write(folder / "a.md", "![图](p.png)\n")
    watcher = watch()
    assert "LK009" in watcher.run()[0]
    (folder / "p.png").write_bytes(b"\x89PNG")
    assert watcher.run() == ["No problems in 1 file.\n"]


def test_settings_outside_of_what_is_watched(folder: Path, watch: Callable[..., Watcher]) -> None:
    write(folder / "zhenlint.toml", 'dictionaries = ["d.txt"]\n')
    write(folder / "d.txt", "")
    write(folder / "docs/a.md", "请看 regieter 一遍。\n")
    watcher = watch("docs")
    assert "EN001" in watcher.run()[0]
    write(folder / "d.txt", "regieter\n")
    assert watcher.run() == ["No problems in 1 file.\n"]
    write(folder / "zhenlint.toml", "ignore = 1\n")
    assert "`ignore` must be a list" in watcher.run()[0]
    write(folder / "zhenlint.toml", "ignore = []\n")
    assert "EN001" in watcher.run()[0]


def test_a_named_file_of_any_name(folder: Path, watch: Callable[..., Watcher]) -> None:
    write(folder / "notes.txt", STRAY)
    watcher = watch("notes.txt", "--fix")
    assert watcher.run() == ["Fixed 1 problem in 1 file.\n"]
    write(folder / "notes.txt", STRAY + "\n" + STRAY)
    assert watcher.run() in (["Fixed 2 problems in 1 file.\n"], ["No problems in 1 file.\n"])


def test_the_screen_is_cleared(folder: Path) -> None:
    write(folder / "a.md", STRAY)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "zhenlint", "check", "--watch"],
        env={**os.environ, "TERM": "xterm"},
        encoding="utf-8",
        timeout=30,
    )
    child.expect_exact("\x1b[2J")
    child.expect_exact(WAITING)
    write(folder / "a.md", FIXED)
    child.expect_exact("\x1b[2J")
    child.expect_exact("No problems in 1 file.")
    child.expect_exact(WAITING)
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130


def test_what_cannot_be_watched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "`--watch` and `-` cannot be used together" in call("check", "-", "--watch").err
    result = call("check", "--watch", "nope.md")
    assert result.code == 2
    assert result.err.startswith("error: `nope.md` does not exist")
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = call("check", "--watch")
    assert result.code == 2
    assert result.err == (
        "error: `--watch` needs a package that is not installed; run `pip install 'zhenlint[watch]'`\n"
    )
