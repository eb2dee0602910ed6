"""Runs over so much text that processes share the work and results are remembered."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.calls import call, spawn

PAGE = """# 第 {number} 页

我在折腾 thesis 的 新实验了，见[下一页](page-{next}.md#第-{next}-页)和[上一页](page-{before}.md)。

帐号{number}和账号，Github 上有。
"""
FILES = 40
REPORTS = "reports.sqlite"


@pytest.fixture
def pages(folder: Path) -> Path:
    """A folder of pages, large enough that they are shared out and remembered."""
    for number in range(FILES):
        text = PAGE.format(number=number, next=number + 1, before=number - 1)
        text += (
            "所有源文件都 regieter 到这里。\n\n" * (number == 5) + "这里没有别的内容，都是汉字。\n\n" * 200
        )
        (folder / f"page-{number}.md").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("ZHENLINT_CACHE_DIR", str(path))
    return path


def _check(*options: str) -> tuple[int, bytes, bytes]:
    result = spawn("check", "--output-format", "json", *options)
    return result.returncode, result.stdout, result.stderr


def _hits(cache: Path) -> int:
    """How many reports are in the cache."""
    with sqlite3.connect(cache / REPORTS) as database:
        count: int = database.execute("SELECT count(*) FROM reports").fetchone()[0]
    database.close()
    return count


def test_processes_and_cache_change_nothing_in_the_report(pages: Path, cache: Path) -> None:
    plain = _check("--jobs", "1", "--no-cache")
    assert plain[0] == 1
    assert plain[1].count(b'"code": "EN001"') == 1
    assert b'"code": "LK009"' in plain[1]
    assert not list(cache.iterdir())
    assert _check("--jobs", "2", "--no-cache") == plain
    assert _check("--jobs", "3") == plain
    assert _hits(cache) == FILES
    assert _check("--jobs", "1") == plain
    assert _check() == plain


def test_what_one_file_says_of_another_is_never_stale(pages: Path, cache: Path) -> None:
    _check()
    (pages / "page-7.md").write_text("# 别的标题\n\n帐号，帐号，帐号。\n", encoding="utf-8")
    (pages / "page-9.md").unlink()
    changed = _check()
    assert changed == _check("--no-cache")
    told = changed[1].decode()
    assert '"code": "LK010", ' in told  # page-6.md links to a heading that is gone
    assert told.count('"code": "LK009"') > 2
    assert _hits(cache) == FILES + 1


def test_where_nothing_changed_the_parser_is_not_imported(pages: Path, cache: Path) -> None:
    listed = {"PYTHONPROFILEIMPORTTIME": "1"}
    assert b" markdown_it" in spawn("check", environment=listed).stderr
    assert b" markdown_it" not in spawn("check", environment=listed).stderr


def test_other_settings_find_other_reports(pages: Path, cache: Path) -> None:
    with_all = _check()
    (pages / "zhenlint.toml").write_text('ignore = ["SP"]\n', encoding="utf-8")
    without_spacing = _check()
    assert b"SP004" in with_all[1]
    assert b"SP004" not in without_spacing[1]
    (pages / "zhenlint.toml").unlink()
    assert _check() == with_all


def test_fixing_many_files_is_the_same_by_processes(pages: Path, cache: Path) -> None:
    before = {path.name: path.read_bytes() for path in pages.glob("*.md")}
    alone = _check("--fix", "--jobs", "1")
    fixed = {path.name: path.read_bytes() for path in pages.glob("*.md")}
    assert fixed != before
    for name, content in before.items():
        (pages / name).write_bytes(content)
    assert _check("--fix", "--jobs", "2") == alone
    assert {path.name: path.read_bytes() for path in pages.glob("*.md")} == fixed


def test_a_cache_that_cannot_be_written_changes_nothing(pages: Path, cache: Path) -> None:
    plain = _check("--no-cache")
    (cache / REPORTS).mkdir()
    assert _check() == plain


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="no limit to the size of files")
def test_a_full_disk_changes_nothing(pages: Path, cache: Path) -> None:
    plain = _check("--no-cache")
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192));"
        "from zhenlint.start import main; sys.argv[0] = 'zhenlint'; main()"
    )
    result = subprocess.run(
        [sys.executable, "-c", limited, "check", "--output-format", "json"], capture_output=True, check=False
    )
    assert (result.returncode, result.stderr) == (plain[0], plain[2])
    assert result.stdout == plain[1]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_interrupt_leaves_nothing_behind(folder: Path, cache: Path) -> None:
    for number in range(60):
        (folder / f"{number}.md").write_text((PAGE + "\n") * 400, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "zhenlint", "check", "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    _wait_for_children(process.pid, 1)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def _wait_for_children(parent: int, count: int) -> None:
    """Until a process has so many children, as the kernel tells."""
    if not Path("/proc/self/task").exists():
        pytest.skip("no /proc")
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        if len(children) >= count:
            return
        time.sleep(0.02)
    raise AssertionError("no children")


@pytest.mark.parametrize("value", ["0", "-1", "two", "1.5", "", "²"])
def test_a_number_of_jobs_that_is_none(value: str, folder: Path) -> None:
    result = call("check", "--jobs", value)
    assert result.code == 2
    assert f"`--jobs` cannot be `{value}`; give a number of processes, 1 or more" in result.err


def test_cleaning_the_cache(pages: Path, cache: Path) -> None:
    _check()
    other = cache / "other.txt"
    other.write_text("mine")
    assert call("cache", "folder").out == f"{cache}\n"
    cleaned = call("cache", "clean")
    assert cleaned.code == 0
    assert cleaned.out.startswith(f"emptied `{cache}`: ")
    assert list(cache.iterdir()) == [other]
    assert call("cache", "clean").out == f"emptied `{cache}`: 0.0 MB\n"
    assert call("cache", "clean", "--lang", "zh").out == f"已清空 `{cache}`：0.0 MB\n"


def test_a_cache_command_that_is_none(folder: Path) -> None:
    assert call("cache").code == 2
    wrong = call("cache", "clear")
    assert wrong.code == 2
    assert "clean" in wrong.err
