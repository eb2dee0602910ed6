"""The first phase by several processes: what comes out, and what happens when one dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.processes import children
from zhenlint import check, pool
from zhenlint.diagnostic import Diagnostic
from zhenlint.drafts import Draft, FileResult, Mode, Task, begin, begin_together
from zhenlint.markdown.document import Document
from zhenlint.messages import phrase
from zhenlint.rules import Context, enabled_rules
from zhenlint.settings import Settings

TEXT = "我在折腾 thesis 的 新实验了。Github 上的 regieter！\n\n"

forking = pytest.mark.skipif(
    sys.platform != "linux", reason="only forked processes have what a test puts in place"
)


@pytest.fixture
def tasks(tmp_path: Path) -> list[Task]:
    sizes = (3, 400, 0, 90, 2000, 1, 90)
    for number, size in enumerate(sizes):
        (tmp_path / f"{number}.md").write_text(TEXT * size, encoding="utf-8")
    (tmp_path / "2.md").write_bytes(b"\xff\xfe\x00bad")
    return [Task(str(tmp_path / f"{number}.md"), f"{number}.md", Settings()) for number in range(len(sizes))]


def _sizes(tasks: list[Task]) -> list[int]:
    return [os.stat(task.path).st_size for task in tasks]


@pytest.mark.parametrize("mode", [Mode(), Mode(fix=True)])
def test_processes_make_what_one_makes(tasks: list[Task], mode: Mode) -> None:
    made = pool.begin_all(tasks, _sizes(tasks), mode, 2)
    alone = [begin(task, mode, keep=False) for task in tasks]
    assert [isinstance(item, Draft) for item in made] == [True, True, False, True, True, True, True]
    assert [_comparable(item) for item in made] == [_comparable(item) for item in alone]
    assert not multiprocessing.active_children()


def _comparable(item: Draft | FileResult) -> object:
    if isinstance(item, Draft) and item.text:
        text = item.text
        return item._replace(text=None), text.original.text, text.source.text, text.applied, text.data
    return item


def test_files_that_are_looked_at_together_are_as_each_by_itself(tasks: list[Task]) -> None:
    tasks[3] = tasks[3]._replace(settings=Settings(select=("EN",)))
    for number, comment in ((5, "<!-- zhenlint-disable EN -->"), (6, "# 标题\n\n[a](#标题)")):
        Path(tasks[number].path).write_text(f"{comment}\n\n{TEXT}", encoding="utf-8")
    assert begin_together(tasks, Mode()) == [begin(task, Mode(), keep=False) for task in tasks]


def test_a_rule_that_fails_on_one_file_leaves_the_others(
    tasks: list[Task], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = begin_together(tasks, Mode())

    def failing(settings: Settings, *, text: str) -> Iterator[Context]:
        for context in enabled_rules(settings, text=text):
            fails = context.rule.code == "SP001" and text.count(TEXT) == 2000
            yield context._replace(rule=context.rule._replace(check=_fail)) if fails else context

    monkeypatch.setattr(check, "enabled_rules", failing)
    made = begin_together(tasks, Mode())
    failed = made.pop(4)
    assert isinstance(failed, FileResult)
    assert failed.failure
    assert failed.failure.key == "internal-error"
    assert made == [*expected[:4], *expected[5:]]


def _fail(document: Document, context: Context) -> Iterator[Diagnostic]:
    raise RuntimeError("fault")


def test_each_draft_is_heard_of_once(tasks: list[Task]) -> None:
    heard: list[Draft | FileResult] = []
    made = pool.begin_all(tasks, _sizes(tasks), Mode(), 2, heard.extend)
    assert len(heard) == len(made)
    assert all(item in heard for item in made)


def test_processes_that_share_nothing_make_the_same(
    tasks: list[Task], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "FORKS", False)
    made = pool.begin_all(tasks[:4], _sizes(tasks[:4]), Mode(), 2)
    assert made == [begin(task, Mode(), keep=False) for task in tasks[:4]]


class Deaths:
    """Where processes that are not this one die, and leave a mark for the file that they died of."""

    def __init__(self, folder: Path) -> None:
        self._parent = os.getpid()
        self._folder = folder

    def __call__(self) -> set[str]:
        """The files that they died of."""
        return {path.stem for path in self._folder.glob("*.mark")}

    def begin(self, tasks: Sequence[Task], mode: Mode, *, once: bool) -> list[Draft | FileResult]:
        """Die of the first of these files if nobody has died yet; unless ``once``, always of that one.

        This process waits until another has died.
        """
        marked, first = self(), tasks[0].shown
        if os.getpid() == self._parent:
            while not self():
                time.sleep(0.01)
        elif not marked or (not once and any(task.shown in marked for task in tasks)):
            (self._folder / f"{first}.mark").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return begin_together(tasks, mode)


@forking
def test_another_process_that_dies_takes_only_its_file_with_it(
    tasks: list[Task], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deaths = Deaths(tmp_path)
    monkeypatch.setattr(pool, "begin_together", partial(deaths.begin, once=False))
    made = pool.begin_all(tasks, _sizes(tasks), Mode(), 2)
    (dead,) = deaths()
    for task, item in zip(tasks, made, strict=True):
        died = FileResult(dead, failure=phrase("worker-died", path=dead))
        assert item == (died if task.shown == dead else begin(task, Mode(), keep=False))


@forking
def test_a_process_that_dies_once_is_replaced(
    tasks: list[Task], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deaths = Deaths(tmp_path)
    monkeypatch.setattr(pool, "begin_together", partial(deaths.begin, once=True))
    made = pool.begin_all(tasks, _sizes(tasks), Mode(), 2)
    assert len(deaths()) == 1
    assert made == [begin(task, Mode(), keep=False) for task in tasks]


@forking
def test_an_interrupt_ends_the_processes(tasks: list[Task], monkeypatch: pytest.MonkeyPatch) -> None:
    parent = os.getpid()

    def slow(tasks: Sequence[Task], mode: Mode) -> list[Draft | FileResult]:
        if os.getpid() != parent:
            signal.pause()
        return begin_together(tasks, mode)

    def interrupt(made: Sequence[Draft | FileResult]) -> None:
        raise KeyboardInterrupt

    before = children()
    monkeypatch.setattr(pool, "begin_together", slow)
    monkeypatch.setattr(pool, "TOGETHER", 0)
    with pytest.raises(KeyboardInterrupt):
        pool.begin_all(tasks, _sizes(tasks), Mode(), len(tasks), interrupt)
    assert children() == before


def test_the_largest_go_first_and_small_ones_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "TOGETHER", 10)
    assert list(pool._chunks([3, 12, 4, 5, 30, 2], 1)) == [[4], [1], [3, 2], [0], [5]]
    many = list(pool._chunks([3, 12, 4, 5, 300, 2, *[1] * 30], 1))
    assert many[:4] == [[4], [1], [3, 2, 0], [5, *range(6, 14)]]
    assert list(pool._chunks([], 2)) == []


def test_portions_become_small_towards_the_end() -> None:
    portions = [len(chunk) for chunk in pool._chunks([1000] * 400, 2)]
    assert portions[0] == 100
    assert portions == sorted(portions, reverse=True)
    assert portions[-1] == 1
