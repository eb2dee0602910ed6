"""``zhenlint check``: what is reported, where to, and the exit codes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import FIXED, PROBLEM, STRAY, UNSAFE, call
from zhenlint.problem import Problem, problems
from zhenlint.source import Source

LINE = "a.md:" + PROBLEM


def test_problems_go_to_standard_output_and_make_it_fail(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    result = call("check")
    assert (result.code, result.out) == (1, LINE)
    assert result.err == "Found 1 problem in 1 file (1 fixable with --fix).\n"


def test_no_problem_is_success(folder: Path) -> None:
    (folder / "a.md").write_text(FIXED)
    result = call("check", "a.md")
    assert (result.code, result.out, result.err) == (0, "", "No problems in 1 file.\n")


def test_the_summary_speaks_chinese(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    assert call("check", "--lang", "zh").err == "在 1 个文件中发现 1 个问题（1 个可用 --fix 修复）。\n"
    (folder / "a.md").write_text(FIXED)
    assert call("check", "--lang", "zh").err == "检查了 1 个文件，没有发现问题。\n"


def test_several_files_come_in_order_of_path(folder: Path) -> None:
    for name in ("b.md", "a/z.md", "a-b.md", "文.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(STRAY)
    result = call("check", "文.md", "b.md", ".", "a", "--output-format", "json")
    paths = [problem["path"] for problem in json.loads(result.out)]
    assert paths == ["a-b.md", "a/z.md", "b.md", "文.md"]


def test_a_file_outside_the_current_folder_has_its_absolute_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "here").mkdir()
    (folder / "a.md").write_text(STRAY)
    monkeypatch.chdir(folder / "here")
    assert call("check", "../a.md").out.startswith(f"{folder.as_posix()}/a.md:1:14: SP004")


def test_a_named_file_may_have_any_suffix(folder: Path) -> None:
    (folder / "notes.txt").write_text(STRAY)
    assert call("check", "notes.txt").code == 1
    assert call("check", ".").code == 0


def test_exit_zero_forgives_problems_but_no_failures(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    assert call("check", "--exit-zero").code == 0
    assert call("check", "--exit-zero", ".", "missing.md").code == 2


def test_quiet_leaves_problems_and_errors(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    (folder / "empty").mkdir()
    result = call("check", "--quiet", "a.md", "empty", "missing.md")
    assert result.out == LINE
    assert result.err == "error: `missing.md` does not exist; check how the path is spelled\n"


def test_rules_are_selected(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    assert call("check", "--select", "EN").code == 0
    assert call("check", "--select", "EN,SP004").code == 1
    assert call("check", "--select", "EN", "--select", "SP").code == 1
    assert call("check", "--select", "EN", "--extend-select", "SP004").code == 1
    assert call("check", "--ignore", "SP").code == 0
    assert call("check", "--ignore", "ALL", "--extend-select", "SP004").code == 1


def test_fixes_are_counted_by_what_they_need(folder: Path) -> None:
    (folder / "a.md").write_text(UNSAFE)
    assert call("check", "--select", "EN003").err == (
        "Found 1 problem in 1 file (1 fixable with --fix --unsafe-fixes).\n"
    )
    (folder / "a.md").write_text(UNSAFE + "\n" + STRAY)
    assert call("check", "--select", "EN003,SP004").err == (
        "Found 2 problems in 1 file (1 fixable with --fix, 1 more with --fix --unsafe-fixes).\n"
    )


def test_hints_are_shown_on_demand_and_never_counted(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    (folder / "zhenlint.toml").write_text('severity.SP004 = "hint"\n')
    result = call("check")
    assert (result.code, result.out, result.err) == (0, "", "No problems in 1 file.\n")
    result = call("check", "--hints")
    assert (result.code, result.out) == (0, LINE)
    assert result.err == "No problems in 1 file.\n1 hint besides, which do not count.\n"


def test_output_file(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    result = call("check", "--output-file", "reports/out.json", "--output-format", "json")
    assert (result.code, result.out) == (1, "")
    assert json.loads((folder / "reports/out.json").read_text())[0]["code"] == "SP004"
    assert call("check", "-o", "out.txt", "--color", "always").code == 1
    assert "\x1b[" in (folder / "out.txt").read_text()
    assert call("check", "-o", "out.txt").code == 1
    assert (folder / "out.txt").read_text() == LINE


def test_output_file_that_cannot_be_written(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    (folder / "taken").write_text("")
    result = call("check", "-o", "taken/out.txt")
    assert result.code == 2
    assert "error: `taken/out.txt` cannot be written: a file stands where a folder" in result.err
    assert "as it was" not in call("check", "-o", ".").err


def test_statistics_replace_the_list_for_people(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY + "\n" + STRAY + "\n" + UNSAFE)
    result = call("check", "--statistics", "--select", "SP004,EN003")
    assert result.out == (
        "COUNT  CODE   NAME             FIX\n"
        "2      SP004  han-han-spacing  safe\n"
        "1      EN003  term-casing      unsafe\n"
    )
    assert call("check", "--statistics", "--lang", "zh").out.startswith("数量  代码")


def test_statistics_tell_what_no_rule_for_chinese_words_has_judged(folder: Path) -> None:
    foreign = "\n".join(["這裡的資料庫，既使出現錯誤。", "", "`這裡的說明`", "", "ここで登陆します。"])
    (folder / "a.md").write_text(f"{foreign}\n\n中文 的既使\n")
    (folder / "b.md").write_text(f"{STRAY}\n這個說明\n")
    table = "COUNT  CODE   NAME           FIX\n1      ZH001  confused-word  unsafe\n"
    said = "Chinese words were not judged in {} of Traditional Chinese or Japanese.\n"
    select = ("check", "--statistics", "--select", "ZH001")
    assert call(*select).out == table + said.format("3 lines")
    assert call(*select, "--jobs", "2", "--no-cache").out == table + said.format("3 lines")
    assert call(*select, "--fix", "b.md").out == said.format("1 line")
    assert "有 1 行是繁体中文或日文" in call(*select, "--lang", "zh", "b.md").out
    assert "not judged" not in call("check", "--statistics", "--select", "SP004").out


def test_statistics_stand_beside_the_list_for_programs(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    result = call("check", "--statistics", "--output-format", "jsonl")
    assert json.loads(result.out)["code"] == "SP004"
    assert "1      SP004" in result.err


def test_no_cache_is_accepted(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    assert call("check", "--no-cache").out == LINE


def test_encoding(folder: Path) -> None:
    (folder / "a.md").write_bytes(STRAY.encode("gb18030"))
    assert call("check", "--encoding", "GBK").out == LINE
    (folder / "a.md").write_bytes(STRAY.encode("utf-16"))
    assert call("check", "--encoding", "utf-16").out == LINE


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    for number in range(5):
        (folder / f"{number}.md").write_text(STRAY * number)
    for name in ("full", "concise", "json", "jsonl"):
        first = call("check", "--output-format", name)
        assert call("check", "--output-format", name) == first


def test_a_fault_in_a_rule_leaves_the_other_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: Source, *rest: Any) -> Iterator[Problem]:
        if source.path == "a.md":
            raise RecursionError("too deep")
        return problems(source, *rest)

    monkeypatch.setattr("zhenlint.finishing.problems", broken)
    (folder / "a.md").write_text(STRAY)
    (folder / "b.md").write_text(STRAY)
    result = call("check")
    assert result.code == 2
    assert result.out.startswith("b.md:1:14")
    assert "error: `a.md` could not be checked because of a fault in zhenlint (RecursionError: too deep" in (
        result.err
    )
    assert "zhenlint 自身出错" in call("check", "--lang", "zh").err
