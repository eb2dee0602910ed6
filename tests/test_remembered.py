"""The first phase where earlier runs have left their reports."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.processes import children
from zhenlint import remembered
from zhenlint.drafts import Draft, FileResult, Mode, Task, begin, begin_together
from zhenlint.settings import Settings

TEXT = "我在折腾 thesis 的 新实验了。Github 上的 regieter！\n\n"
NAMES = ("a.md", "b.md", "c.md", "d.md")

forking = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")


class Run:
    """Runs in one folder, and what they did: which files were made, by this process and by another."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.here: list[str] = []
        self._parent = os.getpid()
        for name in NAMES:
            (folder / name).write_text(TEXT, encoding="utf-8")
        monkeypatch.setattr(remembered, "begin_together", self._begin)
        self.dies = False

    def __call__(self, *, ahead: bool = True) -> list[Draft | FileResult]:
        """A run: its drafts, each of which was heard of once."""
        self.here.clear()
        heard: list[Draft | FileResult] = []
        before = children()
        made = remembered.drafts(
            self._tasks,
            [os.stat(task.path).st_size for task in self._tasks],
            Mode(),
            self._reports,
            ahead=ahead,
            hear=heard.extend,
            make=partial(self._make, heard),
        )
        assert sorted(map(id, heard)) == sorted(map(id, made))
        assert children() == before
        return made

    @property
    def fresh(self) -> list[Draft | FileResult]:
        """What a run has to give."""
        return [begin(task, Mode(), keep=False) for task in self._tasks]

    @property
    def there(self) -> list[str]:
        """The files that other processes made, of all runs."""
        return [path.stem for path in sorted(self.folder.glob("*.made"))]

    def write(self, name: str, data: bytes) -> None:
        """Write a file a second after the last run."""
        path = self.folder / name
        path.write_bytes(data)
        later = os.stat(self._reports).st_mtime_ns + 1_000_000_000
        os.utime(path, ns=(later, later))

    @property
    def _reports(self) -> Path:
        return self.folder / "cache" / "reports.sqlite"

    @property
    def _tasks(self) -> list[Task]:
        return [Task(str(self.folder / name), name, Settings()) for name in NAMES]

    def _begin(self, tasks: Sequence[Task], mode: Mode) -> list[Draft | FileResult]:
        assert os.getpid() != self._parent
        for task in tasks:
            (self.folder / f"{task.shown}.made").touch()
        if self.dies:
            os.kill(os.getpid(), signal.SIGKILL)
        return begin_together(tasks, mode)

    def _make(
        self, heard: list[Draft | FileResult], tasks: Sequence[Task], sizes: Sequence[int]
    ) -> list[Draft | FileResult]:
        self.here += [task.shown for task in tasks]
        made = begin_together(tasks, Mode()) if tasks else []
        heard += made
        return made


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    run = Run(tmp_path, monkeypatch)
    assert run() == run.fresh
    assert run.here == list(NAMES)
    return run


def test_what_has_not_changed_is_recalled(run: Run) -> None:
    assert run() == run.fresh
    assert (run.here, run.there) == ([], [])


@forking
def test_another_process_begins_with_what_was_written_since(run: Run) -> None:
    run.write("c.md", "改了 regieter。".encode())
    assert run() == run.fresh
    assert (run.here, run.there) == ([], ["c.md"])
    assert run() == run.fresh
    assert run.here == []


@forking
def test_a_file_that_was_written_as_it_was_is_recalled(run: Run) -> None:
    run.write("c.md", TEXT.encode())
    assert run() == run.fresh
    assert (run.here, run.there) == ([], ["c.md"])


@forking
def test_a_file_that_is_no_text_is_told_again(run: Run) -> None:
    run.write("c.md", b"\xff\xfe\x00bad")
    made = run()
    assert made == run.fresh
    assert isinstance(made[2], FileResult)


@forking
def test_where_the_other_process_dies_this_one_makes_what_is_missing(run: Run) -> None:
    run.write("c.md", "改了 regieter。".encode())
    run.dies = True
    assert run() == run.fresh
    assert (run.here, run.there) == (["c.md"], ["c.md"])


def test_a_change_with_an_old_time_is_found(run: Run) -> None:
    (run.folder / "b.md").write_text("改了 regieter。", encoding="utf-8")
    os.utime(run.folder / "b.md", (1, 1))
    assert run() == run.fresh
    assert (run.here, run.there) == (["b.md"], [])


def test_one_process_begins_with_nothing_ahead(run: Run) -> None:
    run.write("c.md", "改了 regieter。".encode())
    assert run(ahead=False) == run.fresh
    assert (run.here, run.there) == (["c.md"], [])


def test_much_is_shared_out_when_all_is_known(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_FEW", 100)
    run.write("c.md", TEXT.encode() * 2)
    assert run() == run.fresh
    assert (run.here, run.there) == (["c.md"], [])
