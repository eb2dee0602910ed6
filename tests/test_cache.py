"""The reports of earlier runs, on disk."""

from __future__ import annotations

import os
import pickle
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.real_documents import real_documents
from zhenlint.cache import Cache, _sealed
from zhenlint.check import Report
from zhenlint.diagnostic import Severity
from zhenlint.drafts import Draft, Mode, Task, begin
from zhenlint.packing import Packed, Parts, pack
from zhenlint.settings import Pycorrector, Settings
from zhenlint.source import Source

NOTES = {
    "a.md": "我在折腾 thesis 的 新实验了。\n\n[链接](b.md#无)，`regieter` 不管，regieter 要管。\n",
    "b.md": "# 标题\n\n<!-- zhenlint-disable-next-line SP004 -->\n的 新实验，帐号和账号。[[a]]\n\n[x][y]\n",
    "c.md": "---\ntitle: 无\n---\n\nhttps://a.b，然后 **“重点”**后文 Github！\n",
}


@pytest.fixture
def tasks(tmp_path: Path) -> list[Task]:
    for name, text in NOTES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [Task(str(tmp_path / name), name, Settings()) for name in NOTES]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "reports.sqlite"


def _made(tasks: Sequence[Task], mode: Mode | None = None) -> list[tuple[Task, Draft]]:
    drafts = [begin(task, mode or Mode(), keep=False) for task in tasks]
    return [(task, item) for task, item in zip(tasks, drafts, strict=True) if isinstance(item, Draft)]


def _filled(file: Path, tasks: Sequence[Task]) -> dict[int, Draft]:
    made = _made(tasks)
    cache = Cache(file)
    cache.keep(made, Mode())
    cache.close()
    return {number: item for number, (_, item) in enumerate(made)}


def _recalled(file: Path, tasks: Sequence[Task], mode: Mode | None = None) -> dict[int, Draft]:
    cache = Cache(file)
    found = cache.recall(tasks, mode or Mode())
    cache.close()
    return found


def test_what_was_kept_is_recalled_as_it_was(file: Path, tasks: list[Task]) -> None:
    made = _filled(file, tasks)
    assert _recalled(file, tasks) == made
    reports = [draft.report for draft in made.values()]
    assert len({diagnostic.code for report in reports for diagnostic in report.diagnostics}) > 2
    assert len({code for report in reports for code in report.facts}) > 4
    assert any(report.silencing for report in reports)


def test_reports_of_real_documents_are_recalled(file: Path) -> None:
    tasks = [Task(str(path), path.name, Settings()) for path in real_documents()]
    made = _filled(file, tasks)
    assert _recalled(file, tasks) == made


def test_nothing_is_recalled_for_another_content_name_encoding_or_setting(
    file: Path, tasks: list[Task]
) -> None:
    _filled(file, tasks)
    others = (
        {"settings": Settings(ignore=("SP",))},
        {"settings": Settings(words=frozenset({"regieter"}))},
        {"settings": Settings(severity={"SP004": Severity.HINT})},
        {"settings": Settings(rule_options={"SP001": {"style": "always"}})},
        {"settings": Settings(terms={"甲": "乙"})},
        {"settings": Settings(engine="neural")},
        {"shown": "other.md"},
        {"content": b"other"},
    )
    for other in others:
        assert not _recalled(file, [task._replace(**other) for task in tasks]), other
    assert not _recalled(file, tasks, Mode(encoding="gbk"))


def test_equal_settings_are_one(file: Path, tasks: list[Task]) -> None:
    words = [f"word{number}" for number in range(40)]
    one, other = Settings(words=frozenset(words)), Settings(words=frozenset(reversed(words)))
    made = _filled(file, [task._replace(settings=one) for task in tasks])
    assert _recalled(file, [task._replace(settings=other) for task in tasks]) == made


def test_another_zhenlint_recalls_nothing(
    file: Path, tasks: list[Task], monkeypatch: pytest.MonkeyPatch
) -> None:
    _filled(file, tasks)
    monkeypatch.setattr("zhenlint.cache._fingerprint", lambda: b"another")
    assert not _recalled(file, tasks)


def test_a_changed_rule_is_another_zhenlint(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from zhenlint import cache

    before = cache._fingerprint.__wrapped__()
    files = list(cache._package_files())
    assert any(path.endswith("han_latin_spacing.py") for path in files)
    assert any(path.endswith("english-known.marisa") for path in files)
    changed = tmp_path / "rule.py"
    changed.touch()
    monkeypatch.setattr(cache, "_package_files", lambda: [*files, str(changed)])
    os.utime(changed, ns=(1, 1))
    first = cache._fingerprint.__wrapped__()
    os.utime(changed, ns=(1, 2))
    assert len({before, first, cache._fingerprint.__wrapped__()}) == 3


def test_what_the_neural_model_found_is_kept_until_there_is_another_numpy(
    file: Path, tasks: list[Task], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    neural = [task._replace(settings=Settings(engine="neural")) for task in tasks]
    assert _recalled(file, neural) == {}
    made = _filled(file, neural)
    assert _recalled(file, neural) == made
    assert _recalled(file, tasks) == {}
    (tmp_path / "numpy").mkdir()
    (tmp_path / "numpy" / "__init__.py").touch()
    monkeypatch.delitem(sys.modules, "numpy", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    assert _recalled(file, neural) == {}


def test_nothing_is_kept_for_pycorrector(file: Path, tasks: list[Task]) -> None:
    settings = Settings(engine=Pycorrector("Corrector", "model.klm"), ignore=("ZH",))
    engine = [task._replace(settings=settings) for task in tasks]
    _filled(file, engine)
    assert not _recalled(file, engine)


class _Command:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch ran",)


@pytest.mark.parametrize(
    "blob",
    [
        b"",
        b"no pickle",
        pickle.dumps(_Command()),
        pickle.dumps(Report("a.md", (), {"EN001": _Command()})),
        pickle.dumps(Settings()),
        pickle.dumps(Path("x")),
        b"czhenlint.__main__\nmain\n.",  # to import it must not run the program
    ],
)
def test_an_entry_that_is_no_report_is_none_and_runs_nothing(
    blob: bytes, file: Path, tasks: list[Task], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent.parent)
    _filled(file, tasks)
    for entry in (blob, _sealed(blob)):
        with sqlite3.connect(file) as database:
            database.execute("UPDATE reports SET report = ?", (entry,))
        database.close()
        assert not _recalled(file, tasks)
    assert not Path("ran").exists()


def test_a_part_of_an_entry_that_is_none_runs_nothing(
    file: Path, tasks: list[Task], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent.parent)
    _filled(file, tasks)
    command = pickle.dumps(_Command())
    entry = _sealed(Packed("a.md", 0, Parts(command, {"EN001": command}, command)).to_bytes())
    with sqlite3.connect(file) as database:
        database.execute("UPDATE reports SET report = ?", (entry,))
    database.close()
    said = _recalled(file, tasks)[0].said
    assert isinstance(said, Packed)
    for part in (said.report, said.silencing, lambda: said.facts["EN001"]):
        with pytest.raises(pickle.UnpicklingError):
            part()
    assert not Path("ran").exists()


def test_a_file_that_is_no_database_is_replaced(file: Path, tasks: list[Task]) -> None:
    file.parent.mkdir()
    file.write_bytes(b"not a database" * 500)
    made = _filled(file, tasks)
    assert _recalled(file, tasks) == made


def test_a_file_damaged_in_its_midst_is_replaced(file: Path, tasks: list[Task]) -> None:
    kept = _filled(file, tasks)
    pages = range(4096, file.stat().st_size, 4096)
    with file.open("r+b") as database:
        for page in pages:
            database.seek(page)
            database.write(b"\xa5" * 4096)
    assert _recalled(file, tasks) == {}
    _filled(file, tasks)
    assert _recalled(file, tasks) == kept


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path, tasks: list[Task]) -> None:
    (tmp_path / "taken").write_text("")
    file = tmp_path / "taken" / "reports.sqlite"
    _filled(file, tasks)
    assert not _recalled(file, tasks)


def test_a_run_beside_one_that_writes_reads_what_is_there(
    file: Path, tasks: list[Task], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhenlint.cache._PATIENCE", 0.05)
    made = _filled(file, tasks)
    writer = sqlite3.connect(file, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM reports")
    assert _recalled(file, tasks) == made
    assert _filled(file, [task._replace(shown=f"x/{task.shown}") for task in tasks])
    writer.execute("COMMIT")
    writer.close()
    assert not _recalled(file, tasks)


def test_several_runs_fill_one_cache(file: Path, tasks: list[Task]) -> None:
    program = (
        "import sys; from pathlib import Path; from zhenlint.cache import Cache;"
        "from zhenlint.drafts import *; from zhenlint.settings import Settings;"
        "tasks = [Task(path, path, Settings()) for path in sys.argv[2:]];"
        "cache = Cache(Path(sys.argv[1]));"
        "[cache.keep([(task, begin(task, Mode(), keep=False))], Mode()) for task in tasks * 5]; cache.close()"
    )
    paths = [task.path for task in tasks]
    command = [sys.executable, "-c", program, str(file), *paths]
    processes = [subprocess.Popen(command) for _ in range(3)]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    assert len(_recalled(file, [Task(path, path, Settings()) for path in paths])) == len(paths)


def test_the_cache_stays_small(file: Path, tasks: list[Task]) -> None:
    cache = Cache(file, most_bytes=60_000)
    [(task, item), *_] = _made(tasks)
    source = Source("a.md", NOTES["a.md"])
    large = item._replace(said=pack(item.report._replace(facts={"EN001": "x" * 10_000}), source))
    for number in range(40):
        cache.keep([(task._replace(shown=str(number)), large)], Mode())
    cache.close()
    with sqlite3.connect(file) as database:
        count = database.execute("SELECT count(*) FROM reports").fetchone()[0]
    database.close()
    assert 0 < count < 10
    assert file.stat().st_size < 250_000
