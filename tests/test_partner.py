"""A process that stays for the second phase: what comes out, and what happens when it is not there."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.processes import children
from zhenlint import drafting, shelf
from zhenlint.drafts import Draft, FileResult, Mode, Task, begin_together
from zhenlint.finishing import finish
from zhenlint.project import Project
from zhenlint.runner import Workers, run
from zhenlint.settings import Settings

if sys.platform != "linux":
    pytest.skip("processes are forked on Linux only", allow_module_level=True)

from zhenlint.forked import work_along
from zhenlint.partner import Partner


def _maker(item: str) -> tuple[str, int]:
    time.sleep(0.05)
    return item, os.getpid()


def _judgement(drafts: Sequence[str]) -> tuple[Callable[[str], tuple[str, int]], Sequence[str]]:
    return _maker, drafts


def _absolute(result: tuple[str, int]) -> tuple[str, int]:
    return result[0], -result[1]


@pytest.fixture
def none_left() -> Iterator[None]:
    """A test behind which no process is left, and nothing that processes have in common."""
    before, files = children(), _shared_files()
    yield
    assert children() == before
    assert _shared_files() == files


def _shared_files() -> int:
    """How many pipes and files without a name this process has open."""
    found = 0
    for file in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            found += os.readlink(file).startswith(("pipe:", "/memfd:"))
    return found


def test_a_process_does_two_things_one_after_the_other(none_left: None) -> None:
    drafts = "".join(map(chr, range(0x4E00, 0x4E20)))
    with (
        closing(Partner(len(drafts), _judgement, _absolute)) as partner,
        closing(work_along(_maker, "abcd", 2, partner.stay)) as shared,
    ):
        makers = {pid for _ in range(4) for _, pid in [next(shared)[1]]}
        (other,) = makers - {os.getpid()}
        made = list(partner.results(drafts))
    assert "".join(item for item, _ in made) == drafts
    assert [pid for _, pid in made] == sorted((pid for _, pid in made), reverse=True)
    assert {pid for _, pid in made} == {os.getpid(), -other}


def test_a_partner_that_is_not_wanted_ends(none_left: None) -> None:
    with (
        closing(Partner(9, _judgement, _absolute)) as partner,
        closing(work_along(_maker, "abcd", 2, partner.stay)) as shared,
    ):
        assert len({number for number, _ in shared}) == 4


@pytest.fixture
def tasks(tmp_path: Path) -> list[Task]:
    made = []
    for number in range(120):
        link = f"[下一篇](n{number + 7}.md#标题{number})"
        text = f"# 标题{number}\n\n我在折腾 thesis 的 新实验。regieter{number} 见{link}\n"
        (tmp_path / f"n{number}.md").write_text(text + "很长的 文字。\n\n" * 150, encoding="utf-8")
        made.append(Task(str(tmp_path / f"n{number}.md"), f"n{number}.md", Settings()))
    return made


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are forked."""
    fork, found = os.fork, []

    def counted() -> int:
        found.append(fork())
        return found[-1]

    monkeypatch.setattr(os, "fork", counted)
    return found


def _results(tasks: Sequence[Task], jobs: int) -> list[FileResult]:
    return list(run(tasks, Mode(texts=False), workers=Workers(jobs)))


def test_one_process_is_forked_for_both_phases(none_left: None, tasks: list[Task], forks: list[int]) -> None:
    assert _results(tasks, 2) == _results(tasks, 1)
    assert len(forks) == 1


def test_of_three_one_stays(
    none_left: None, tasks: list[Task], forks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafting, "_SMALL", 150_000)
    assert _results(tasks, 3) == _results(tasks, 1)
    assert len(forks) == 2


def test_few_processes_are_forked_for_little_text(tasks: list[Task], forks: list[int]) -> None:
    _results(tasks, 50)
    assert len(forks) == 1


def test_where_reports_wait_in_a_file_another_process_is_forked(
    none_left: None, tasks: list[Task], forks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf.Shelf.__init__, "__defaults__", (1_000,))
    assert _results(tasks, 2) == _results(tasks, 1)
    assert len(forks) == 2


def test_where_a_process_has_died_of_a_file_another_one_is_forked(
    none_left: None, tasks: list[Task], forks: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected, parent, mark = _results(tasks, 1), os.getpid(), tmp_path / "died"

    def deadly(tasks: Sequence[Task], mode: Mode) -> list[Draft | FileResult]:
        while os.getpid() == parent and not mark.exists():
            time.sleep(0.01)
        if os.getpid() != parent and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return begin_together(tasks, mode)

    monkeypatch.setattr("zhenlint.pool.begin_together", deadly)
    assert _results(tasks, 2) == expected
    assert len(forks) > 2


def test_where_the_partner_dies_this_process_does_the_rest(
    none_left: None, tasks: list[Task], forks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected, parent = _results(tasks, 1), os.getpid()

    def deadly(task: Task, begun: Draft, project: Project, mode: Mode) -> FileResult:
        if os.getpid() == parent:
            time.sleep(0.01)
        elif task.shown == "n90.md":
            os.kill(os.getpid(), signal.SIGKILL)
        return finish(task, begun, project, mode)

    monkeypatch.setattr("zhenlint.runner.finish", deadly)
    assert _results(tasks, 2) == expected
    assert len(forks) == 1
