"""Work shared out among processes: all of it is done, and no process is left, whatever happens."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import FrameType

import pytest

from tests.cli.calls import call
from tests.processes import children, state_of
from zhenlint import spawned

forking = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
if sys.platform == "linux":
    from zhenlint import forked
    from zhenlint.both_ends import from_both_ends

PORTIONS = list(range(40))

PARENT = """
import os, time
from zhenlint.forked import share_out

def slowly(portion):
    os.write(1, f"{os.getpid()}\\n".encode())
    time.sleep(0.05)

list(share_out(slowly, range(10_000), 2))
"""


def _squared(portion: int) -> int:
    return portion * portion


def _deadly(portion: int) -> int:
    if portion == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return portion * portion


def _maker(portion: int) -> int:
    time.sleep(0.1)
    return os.getpid()


def _wait(portion: int) -> int:
    time.sleep(60)
    return portion


@pytest.fixture
def none_left() -> Iterator[None]:
    """A test behind which no process is left."""
    before = children()
    yield
    assert children() == before


@pytest.fixture
def interrupted_soon() -> Iterator[None]:
    """An interrupt in a third of a second."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def test_new_processes_do_all_portions() -> None:
    made = dict(spawned.share_out(_squared, PORTIONS[:5], 2))
    assert made == {number: number * number for number in PORTIONS[:5]}
    assert not multiprocessing.active_children()


@forking
@pytest.mark.parametrize("processes", [1, 3, 100])
@pytest.mark.parametrize("way", ["share_out", "work_along"])
def test_forked_processes_do_all_portions(none_left: None, way: str, processes: int) -> None:
    made = dict(getattr(forked, way)(_squared, PORTIONS, processes))
    assert made == {number: number * number for number in PORTIONS}


@forking
@pytest.mark.parametrize("way", ["share_out", "work_along"])
def test_there_are_no_more_processes_than_portions(way: str) -> None:
    share = getattr(forked, way)
    assert len({pid for _, pid in share(_maker, range(3), 50)}) <= 3
    assert len({pid for _, pid in share(_maker, range(8), 2)}) == 2
    assert dict(share(_maker, (), 2)) == {}


@forking
@pytest.mark.parametrize("way", ["share_out", "work_along"])
def test_each_portion_is_handed_out_once(way: str) -> None:
    for _ in range(5):
        made = [number for number, _ in getattr(forked, way)(_squared, range(3_000), 8)]
        assert sorted(made) == list(range(3_000))


@forking
@pytest.mark.parametrize("way", ["share_out", "work_along"])
def test_what_is_made_may_be_longer_than_a_pipe(way: str) -> None:
    made = dict(getattr(forked, way)(lambda portion: bytes([portion]) * 3_000_000, range(4), 2))
    assert all(made[portion] == bytes([portion]) * 3_000_000 for portion in range(4))


@forking
def test_a_process_works_along_with_others() -> None:
    makers = [pid for _, pid in forked.work_along(_maker, range(12), 3)]
    assert os.getpid() in makers
    assert len(set(makers)) == 3


@forking
def test_another_process_that_dies_takes_only_its_portion_with_it(none_left: None) -> None:
    parent = os.getpid()

    def deadly(portion: int) -> int:
        if os.getpid() == parent:
            time.sleep(0.1)
        elif portion > 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return portion * portion

    made = dict(forked.work_along(deadly, PORTIONS[:10], 2))
    assert len(made) == 9
    assert all(made[portion] == portion * portion for portion in made)


@forking
def test_a_process_that_dies_takes_only_its_portion_with_it(none_left: None) -> None:
    made = dict(forked.share_out(_deadly, PORTIONS, 2))
    assert made.keys() == set(PORTIONS) - {7}


@forking
def test_where_all_processes_die_the_rest_is_left_out(none_left: None) -> None:
    made = dict(forked.share_out(_deadly, PORTIONS, 1))
    assert made.keys() == set(range(7))


@forking
@pytest.mark.parametrize("way", ["share_out", "work_along"])
def test_an_interrupt_ends_forked_processes(none_left: None, interrupted_soon: None, way: str) -> None:
    share = getattr(forked, way)
    with pytest.raises(KeyboardInterrupt):
        list(share(_wait, PORTIONS, 2))


@forking
def test_whoever_wants_no_more_leaves_no_process(none_left: None) -> None:
    with closing(forked.share_out(lambda portion: portion and _wait(portion), PORTIONS, 2)) as shared:
        assert next(shared) == (0, 0)


@forking
def test_processes_end_when_their_parent_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    with parent.stdout:
        pids = {int(parent.stdout.readline()) for _ in range(12)}
        assert len(pids) == 2
        parent.kill()
        parent.wait()
        deadline = time.monotonic() + 20
        while any(map(_is_alive, pids)):
            assert time.monotonic() < deadline
            time.sleep(0.05)


@forking
@pytest.mark.parametrize("count", [0, 1, 2, 300])
def test_two_processes_work_from_both_ends(none_left: None, count: int) -> None:
    assert list(from_both_ends(_squared, range(count))) == [number * number for number in range(count)]


@forking
def test_both_processes_do_some_of_it(none_left: None) -> None:
    makers = list(from_both_ends(_maker, range(10)))
    assert makers[0] == os.getpid() != makers[-1]
    assert makers == sorted(makers, key=makers.index)


@forking
def test_the_other_process_sends_what_is_wanted_of_its_results(none_left: None) -> None:
    makers = list(from_both_ends(_maker, range(10), lambda maker: -maker))
    assert makers[0] == os.getpid()
    assert -makers[-1] not in (os.getpid(), -os.getpid())
    assert all(maker < 0 for maker in makers[makers.index(makers[-1]) :])


@forking
@pytest.mark.parametrize("deadly", range(35, 40))
def test_where_the_other_process_dies_this_one_does_the_rest(none_left: None, deadly: int) -> None:
    parent = os.getpid()

    def work(item: int) -> int:
        if os.getpid() == parent:
            time.sleep(0.01)
        elif item == deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    assert list(from_both_ends(work, PORTIONS)) == PORTIONS


@forking
def test_few_results_wait_in_memory(none_left: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhenlint.both_ends._MOST", 20)
    makers = list(from_both_ends(_maker, range(10)))
    assert makers[:8] == [os.getpid()] * 8


@forking
def test_whoever_wants_the_beginning_only_leaves_no_process(none_left: None) -> None:
    with closing(from_both_ends(lambda item: item and _wait(item), PORTIONS)) as results:
        assert next(results) == 0


@forking
def test_an_interrupt_ends_the_other_process(none_left: None, interrupted_soon: None) -> None:
    with pytest.raises(KeyboardInterrupt):
        list(from_both_ends(_wait, PORTIONS))


def test_reports_are_the_same_however_many_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(120):
        link = f"[下一篇](n{number + 7}.md#标题{number})"
        text = f"# 标题{number}\n\n我在折腾 thesis 的 新实验。regieter{number} 见{link}\n"
        (tmp_path / f"n{number}.md").write_text(text + "很长的 文字。\n\n" * 150, encoding="utf-8")
    (tmp_path / "n110.md").write_bytes(b"\xff\xfe\x00")
    forms = [["--output-format", form] for form in ("json", "full", "concise", "jsonl", "junit", "html")]
    for form in (*forms, ["--statistics"], ["--output-file", "junit=report.xml"]):
        one, two = (call("check", "--no-cache", "--jobs", jobs, *form) for jobs in "12")
        assert one == two
        assert "n110.md" in one.err
        assert "n112.md" in one.out or form[0] == "--statistics"


def _is_alive(pid: int) -> bool:
    return state_of(pid)[:1] not in ([], ["Z"])
