"""Answers of earlier runs: how long they are believed, several runs at a time, a file that is spoilt."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.calls import call
from tests.online.conftest import Check
from tests.online.server import Server
from zhenlint.online.memory import Memory
from zhenlint.project import Answer

ADDRESS = "https://site.cn/a"
GOOD = Answer(200, "", ADDRESS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file that zhenlint keeps on this machine."""
    return tmp_path / "cache" / "addresses.sqlite"


def _age(path: Path, seconds: float) -> None:
    database = sqlite3.connect(path)
    with database:
        database.execute("UPDATE answers SET asked = asked - ?", (seconds,))
    database.close()


def test_an_answer_is_remembered(server: Server, check: Check) -> None:
    addresses = [server.url("/ok/a"), server.url("/404/a")]
    first = check(*addresses)
    assert len(first) == 1
    asked = len(server.seen)
    assert check(*addresses) == first
    assert len(server.seen) == asked
    assert check(*addresses, options=("--no-cache",)) == first
    assert len(server.seen) == 2 * asked


def test_a_bad_answer_is_soon_forgotten(server: Server, check: Check, path: Path) -> None:
    addresses = [server.url("/ok/a"), server.url("/404/a")]
    check(*addresses)
    _age(path, 1000)
    check(*addresses)
    assert len(server.times("/ok/a")) == 1
    assert len(server.times("/404/a")) == 4
    _age(path, 8 * 86_400)
    check(*addresses)
    assert len(server.times("/ok/a")) == 2


def test_the_memory_is_emptied_with_the_other_caches(server: Server, check: Check, path: Path) -> None:
    check(server.url("/ok/a"))
    assert path.exists()
    assert call("cache", "clean").code == 0
    assert not path.exists()


def test_trouble_is_not_remembered(server: Server, check: Check) -> None:
    check(server.url("/503/a"))
    asked = len(server.seen)
    check(server.url("/503/a"))
    assert len(server.seen) == 2 * asked


def test_ages(path: Path) -> None:
    memory = Memory(path)
    for answer in (GOOD, Answer(404, "", ADDRESS), Answer(0, "host", ADDRESS)):
        memory.keep(ADDRESS, answer)
        assert memory.answer(ADDRESS, 7) == answer
        assert memory.answer(ADDRESS, 0) is None
    memory.keep(ADDRESS, GOOD)
    for answer in (Answer(500), Answer(429), Answer(0, "timeout"), Answer(0, "lookup"), Answer(0, "tls")):
        memory.keep(ADDRESS, answer)
        assert memory.answer(ADDRESS, 7) == GOOD
    _age(path, -3600)
    assert memory.answer(ADDRESS, 7) is None  # from the future: a clock was put right
    memory.close()


def test_very_old_answers_are_removed(path: Path) -> None:
    memory = Memory(path)
    memory.keep(ADDRESS, GOOD)
    _age(path, 91 * 86_400)
    memory.close()
    database = sqlite3.connect(path)
    assert database.execute("SELECT count(*) FROM answers").fetchone() == (0,)
    database.close()


def test_a_spoilt_file_is_replaced(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database" * 1000)
    for _ in range(2):
        memory = Memory(path)
        memory.keep(ADDRESS, GOOD)
        memory.close()
    memory = Memory(path)
    assert memory.answer(ADDRESS, 7) == GOOD
    memory.close()


def test_a_file_damaged_in_its_midst_is_replaced(path: Path) -> None:
    memory = Memory(path)
    memory.keep(ADDRESS, GOOD)
    memory.close()
    size = path.stat().st_size
    with path.open("r+b") as database:
        database.seek(4096)
        database.write(b"\xa5" * (size - 4096))
    for expected in (None, GOOD):
        memory = Memory(path)
        assert memory.answer(ADDRESS, 7) == expected
        memory.close()
        memory = Memory(path)
        memory.keep(ADDRESS, GOOD)
        memory.close()


def test_without_a_place_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    memory = Memory(tmp_path / "file" / "addresses.sqlite")
    memory.keep(ADDRESS, GOOD)
    assert memory.answer(ADDRESS, 7) is None
    memory.close()


def test_a_locked_file_holds_nobody_up(path: Path) -> None:
    Memory(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    memory = Memory(path)
    begin = time.monotonic()
    memory.keep(ADDRESS, GOOD)
    assert time.monotonic() - begin < 2
    other.execute("ROLLBACK")
    memory.keep(ADDRESS, GOOD)
    assert memory.answer(ADDRESS, 7) == GOOD
    memory.close()
    other.close()


def test_several_runs_at_a_time(server: Server, folder: Path, path: Path) -> None:
    text = "\n\n".join(server.url(f"/ok/{number}") for number in range(40))
    (folder / "a.md").write_text(text + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "zhenlint", "check", "--select", "LK015", "--online", "a.md"]
    runs = [
        subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    for run in runs:
        out, err = run.communicate(timeout=60)
        assert (run.returncode, out, err) == (0, b"", b"No problems in 1 file.\n")
    before = len(server.seen)
    assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0
    assert len(server.seen) == before
