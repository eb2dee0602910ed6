"""``zhenlint baseline``, and checking with what it wrote."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.calls import FIXED, STRAY, UNSAFE, call
from tests.cli.repository import commit, git, isolate, start, write
from tests.real_documents import real_documents

BASELINE = "zhenlint-baseline.json"

GOOD = "没有问题。\n"

OTHER = "这里也有一个 多余的空格。\n"

LONG = "在这一段足够长的文字后面有一个 多余的空格，再往后又是一段足够长的文字，把它夹在中间。\n"
"""A document with one problem and letters enough on both sides."""


def new(*arguments: str) -> list[str]:
    """Path and line of each problem that a check tells of."""
    result = call("check", *arguments)
    assert result.code == bool(result.out), result.err
    return [":".join(line.split(":")[:2]) for line in result.out.splitlines()]


def entries(folder: Path) -> list[tuple[str, int]]:
    """Path and count of each entry."""
    _, *records = json.loads((folder / BASELINE).read_text())
    return [(record["path"], record["count"]) for record in records]


def recorded(folder: Path, **texts: str) -> None:
    """Write documents, named without their suffix, and record what is wrong with them."""
    for name, text in texts.items():
        write(folder / f"{name}.md", text)
    assert call("baseline", "--quiet").code == 0


def test_what_is_recorded_is_left_alone(folder: Path) -> None:
    write(folder / "a.md", STRAY)
    write(folder / "b/c.md", STRAY)
    result = call("baseline")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "Recorded 2 problems of 2 files in `zhenlint-baseline.json`.\n"
        "Named it in `zhenlint.toml`, so that `zhenlint check` finds it.\n"
    )
    assert (folder / "zhenlint.toml").read_text() == 'baseline = "zhenlint-baseline.json"\n'
    result = call("check")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "No problems in 2 files.\nLeft alone: 2 problems in the baseline `zhenlint-baseline.json`.\n"
    )
    assert call("check", "--quiet").err == ""
    assert "基线 `zhenlint-baseline.json` 中的 2 个问题未计入。" in call("check", "--lang", "zh").err
    assert new("--no-baseline") == ["a.md:1", "b/c.md:1"]
    assert new("--isolated") == ["a.md:1", "b/c.md:1"]
    write(folder / "a.md", STRAY + "\n" + OTHER)
    assert new() == ["a.md:3"]


def test_the_file_is_sorted_plain_and_the_same_each_time(folder: Path) -> None:
    recorded(folder, b=LONG + "\n" + STRAY + "\n" + STRAY, a="这里有一个\u200b看不见的字符和 空格。\n")
    text = (folder / BASELINE).read_text()
    lines = text.splitlines()
    assert lines[0] == '[{"about": "problems that `zhenlint check` leaves alone", "version": 1}'
    assert lines[-1] == "]"
    assert [line[:19] for line in lines[1:-1]] == [
        ',{"path": "a.md", "',
        ',{"path": "a.md", "',
        ',{"path": "b.md", "',
        ',{"path": "b.md", "',
    ]
    assert r'"text": "\u200b"' in text
    assert sorted(entries(folder)) == [("a.md", 1), ("a.md", 1), ("b.md", 1), ("b.md", 2)]
    assert call("baseline").code == 0
    assert (folder / BASELINE).read_text() == text
    assert (folder / "zhenlint.toml").read_text() == 'baseline = "zhenlint-baseline.json"\n'


def test_edits_elsewhere_and_moved_lines(folder: Path) -> None:
    recorded(folder, a=STRAY + "\n" + LONG)
    write(folder / "a.md", "# 标题\n\n" + GOOD * 20 + "\n" + LONG + "\n> " + STRAY)
    assert new() == []
    write(folder / "a.md", "# 标题\n\n" + LONG.replace("在这一段", "开头换了，在这一段") + "\n- " + STRAY)
    assert new() == []


def test_an_edit_on_one_side_of_a_problem(folder: Path) -> None:
    recorded(folder, a=LONG)
    write(folder / "a.md", LONG.replace("后面有一个", "前面是两个"))
    assert new() == []
    write(folder / "a.md", LONG.replace("再往后", "最后"))
    assert new() == []
    write(folder / "a.md", LONG.replace("后面有一个", "前面是两个").replace("再往后", "最后"))
    assert new() == ["a.md:1"]


def test_a_fix_beside_a_problem(folder: Path) -> None:
    recorded(folder, a="在Github上有 一个Repository里,有问题。\n")
    for line in (
        "在Github上有 一个Repository里，有问题。\n",
        "在GitHub上有 一个Repository里,有问题。\n",
        "在 Github上有一个 Repository 里,有问题。\n",
        "**在Github上**有 一个Repository里 ,有问题。\n",
    ):
        write(folder / "a.md", line)
        assert new("--ignore", "SP003") == []


def test_renamed_files(folder: Path) -> None:
    recorded(folder, a=STRAY + "\n" + LONG, b=GOOD)
    (folder / "a.md").rename(folder / "新 名.md")
    assert new() == []
    write(folder / "新 名.md", GOOD + "\n" + LONG + "\n" + OTHER)
    assert new() == ["新 名.md:5"]


def test_a_copy_is_new(folder: Path) -> None:
    recorded(folder, b=STRAY)
    shutil.copy(folder / "b.md", folder / "a.md")
    assert new() == ["a.md:1"]
    assert new("a.md") == ["a.md:1"]


def test_a_passage_that_moves_to_another_file(folder: Path) -> None:
    recorded(folder, b=LONG, a=GOOD)
    write(folder / "a.md", GOOD + "\n" + LONG)
    assert new() == ["a.md:3"]
    write(folder / "b.md", GOOD)
    assert new() == []


def test_equal_problems_are_counted(folder: Path) -> None:
    recorded(folder, a=STRAY + "\n" + STRAY)
    assert entries(folder) == [("a.md", 2)]
    write(folder / "a.md", STRAY + "\n" + STRAY + "\n" + STRAY)
    assert new() == ["a.md:5"]
    write(folder / "a.md", STRAY)
    result = call("check")
    assert result.code == 0
    assert result.err.splitlines()[-1] == (
        "warning: 1 problem of the baseline `zhenlint-baseline.json` found no more (`a.md`);"
        " `zhenlint baseline --prune` lists and removes what is gone"
    )
    assert call("baseline", "--prune").code == 0
    assert entries(folder) == [("a.md", 1)]
    write(folder / "a.md", STRAY + "\n" + STRAY)
    assert new() == ["a.md:3"]


def test_pruning(folder: Path) -> None:
    recorded(folder, a=STRAY + "\n" + LONG, b=STRAY, c="再往后又有 一个空格。\n")
    write(folder / "a.md", STRAY + "\n" + OTHER)
    (folder / "b.md").unlink()
    (folder / "c.md").rename(folder / "d.md")
    result = call("baseline", "--prune")
    assert (result.code, result.out) == (0, "a.md: SP004 ` ` (1)\nb.md: SP004 ` ` (1)\n")
    assert result.err == (
        "Removed 2 problems from `zhenlint-baseline.json`; 2 problems left, hints included.\n"
    )
    assert entries(folder) == [("a.md", 1), ("d.md", 1)]
    assert new() == ["a.md:3"]
    assert "warning" not in call("check").err
    assert call("baseline", "--prune").err == (
        "Removed 0 problems from `zhenlint-baseline.json`; 2 problems left, hints included.\n"
    )


def test_stale_entries_are_told_only_where_all_was_checked(folder: Path) -> None:
    recorded(folder, a=STRAY, b=STRAY)
    write(folder / "a.md", FIXED)
    assert "warning: 1 problem of the baseline" in call("check").err
    for arguments in (("a.md",), ("--select", "EN"), ("--quiet",)):
        assert "warning" not in call("check", *arguments).err
    write(folder / "zhenlint.toml", f'baseline = "{BASELINE}"\nignore = ["SP"]\n')
    assert "warning: 2 problems of the baseline" in call("check").err


def test_recording_a_part_keeps_the_rest(folder: Path) -> None:
    write(folder / "docs/a.md", STRAY)
    recorded(folder, b=STRAY)
    write(folder / "docs/a.md", GOOD)
    write(folder / "docs/c.md", STRAY)
    write(folder / "b.md", OTHER)
    assert call("baseline", "docs").code == 0
    assert entries(folder) == [("b.md", 1), ("docs/c.md", 1)]
    assert new() == ["b.md:1"]


def test_fixes_leave_it_alone(folder: Path) -> None:
    line = "有 一个空格，在GitHub上。\n"
    recorded(folder, a=line + "\n" + LONG)
    write(folder / "a.md", "他用Python写。\n\n" + line + "\n" + LONG + "\n" + STRAY)
    assert new() == ["a.md:1", "a.md:1", "a.md:7"]
    assert call("check", "--diff").out.count("\n+") == 3  # with the heading of the diff
    result = call("check", "--fix")
    assert result.code == 0
    assert result.err == (
        "Fixed 3 problems in 1 file.\nLeft alone: 4 problems in the baseline `zhenlint-baseline.json`.\n"
    )
    assert (folder / "a.md").read_text() == "他用 Python 写。\n\n" + line + "\n" + LONG + "\n" + FIXED
    assert new() == []
    assert call("check", "--fix", "--no-baseline", "--quiet").code == 0
    assert (folder / "a.md").read_text().count("有一个空格，在 GitHub 上。") == 1


def test_unsafe_fixes_leave_it_alone(folder: Path) -> None:
    write(folder / "zhenlint.toml", 'select = ["EN003"]\n')
    recorded(folder, a=UNSAFE)
    write(folder / "a.md", UNSAFE + "\n再用 github 保存。\n")
    assert call("check", "--fix", "--unsafe-fixes").code == 0
    assert (folder / "a.md").read_text() == UNSAFE + "\n再用 GitHub 保存。\n"


def test_what_all_documents_say_together(folder: Path) -> None:
    write(folder / "zhenlint.toml", 'select = ["ZH005"]\n')
    recorded(folder, a="请登录账号。账号和账号。\n" * 5, b="请登录帐号。\n")
    assert entries(folder) == [("b.md", 1)]
    assert new() == []
    assert call("check", "--fix", "--unsafe-fixes").code == 0
    assert (folder / "b.md").read_text() == "请登录帐号。\n"
    write(folder / "b.md", "请登录帐号。\n\n先注册一个帐号再来。\n")
    assert new() == ["b.md:3"]


def test_hints_are_recorded_and_never_counted(folder: Path) -> None:
    write(folder / "zhenlint.toml", 'severity.SP004 = "hint"\n')
    write(folder / "a.md", STRAY)
    assert call("baseline").err.splitlines()[0] == (
        "Recorded 0 problems of 1 file in `zhenlint-baseline.json`, and 1 hint."
    )
    result = call("check", "--hints")
    assert (result.out, result.err) == ("", "No problems in 1 file.\n")
    write(folder / "a.md", STRAY + "\n" + OTHER)
    assert call("check").out == ""
    assert call("check", "--hints").out.startswith("a.md:3:")


def test_standard_input(folder: Path) -> None:
    recorded(folder, a=STRAY)
    result = call("check", "-", "--stdin-filename", "a.md", stdin=OTHER + "\n" + STRAY)
    assert (result.code, result.out.split(" ")[0]) == (1, "a.md:1:7:")
    result = call("check", "-", "--fix", "--stdin-filename", "a.md", stdin=OTHER + "\n" + STRAY)
    assert (result.code, result.out) == (0, OTHER.replace("个 多", "个多") + "\n" + STRAY)
    assert call("check", "-", stdin=STRAY).code == 1


def test_changed_lines_beside_a_baseline(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch)
    start(folder)
    recorded(folder, a=STRAY, b=STRAY)
    commit(folder)
    write(folder / "a.md", STRAY + "\n" + STRAY)
    assert new("--changed-since", "HEAD") == ["a.md:3"]
    write(folder / "a.md", STRAY + "\n" + STRAY.replace("我", "你和我") + "\n" + LONG)
    git("add", "a.md")
    assert new("--staged") == ["a.md:3", "a.md:5"]
    assert call("check", "--changed-since", "HEAD", "--fix").code == 0
    assert (folder / "a.md").read_text().startswith(STRAY)
    assert "warning" not in call("check", "--staged").err


def test_the_same_counts_whichever_line_is_new(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch)
    start(folder)
    recorded(folder, a=STRAY)
    commit(folder)
    write(folder / "a.md", STRAY + "\n" + GOOD + "\n" + STRAY)  # git takes the first for new, or the last
    assert len(new("--changed-since", "HEAD")) == 1


def test_a_file_of_its_own(folder: Path) -> None:
    write(folder / "a.md", STRAY)
    (folder / "known").write_text("")
    result = call("baseline", "--baseline", "known/it.json")
    assert result.code == 2
    assert result.err.startswith("error: `known/it.json` cannot be written: ")
    (folder / "known").unlink()
    result = call("baseline", "--baseline", "known/it.json")
    assert result.err.splitlines()[1] == "Use it with `zhenlint check --baseline known/it.json`."
    assert not (folder / "zhenlint.toml").exists()
    assert json.loads((folder / "known/it.json").read_text())[1]["path"] == "../a.md"
    assert new("--baseline", "known/it.json") == []
    assert new() == ["a.md:1"]
    write(folder / "a.md", GOOD)
    told = call("check", "--baseline", "known/it.json").err
    assert "; `zhenlint baseline --prune --baseline known/it.json` lists and removes what is gone" in told
    assert call("baseline", "--prune", "--baseline", "known/it.json").code == 0


def test_it_is_named_in_the_configuration_that_is_there(folder: Path) -> None:
    head, tail = '# ours\r\nignore = ["EN"]  # none\r\n', '\r\n[terms]\r\n"a" = "b"\r\n'
    (folder / "zhenlint.toml").write_bytes(b"\xef\xbb\xbf" + (head + tail).encode())
    write(folder / "docs/pyproject.toml", '[project]\nname = "x"\n\n[tool.zhenlint]\nignore = ["EN"]\n')
    write(folder / "docs/b.md", STRAY)
    write(folder / "a.md", STRAY)
    assert call("baseline").code == 0
    assert (folder / "zhenlint.toml").read_bytes() == (
        b"\xef\xbb\xbf" + f'{head}baseline = "zhenlint-baseline.json"\r\n{tail}'.encode()
    )
    assert (
        'ignore = ["EN"]\nbaseline = "zhenlint-baseline.json"\n'
        in (folder / "docs/pyproject.toml").read_text()
    )
    assert entries(folder) == [("a.md", 1)]
    assert entries(folder / "docs") == [("b.md", 1)]
    assert new() == []


def test_files_that_fail_keep_their_entries(folder: Path) -> None:
    recorded(folder, a=STRAY, b=STRAY)
    (folder / "a.md").write_bytes(b"\xff\xff")
    result = call("baseline", "--prune")
    assert result.code == 2
    assert "error: `a.md` is not valid UTF-8" in result.err
    assert entries(folder) == [("a.md", 1), ("b.md", 1)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "line 1: not a baseline; write it anew"),
        (b'[{"about": "", "version": ', "line 1: not a baseline"),
        (b'[{"version": "1"}]', "line 1: not a baseline"),
        (b'[\n  {\n    "version": "1"\n  }\n]', "line 1: not a baseline"),
        (b'<<<<<<< HEAD\n[{"version": 1}\n=======\n>>>>>>> x\n]', "line 1: an unresolved merge conflict"),
        (b'[{"version": 1}\n,{"path": "a.md"}\n]', "line 2: not a baseline"),
        (b'[{"version": 1}\n,3\n]', "line 2: not a baseline"),
        (b'[{"version": 1}\n\xff]', "line 2: not a baseline"),
        (b'[{"version": 2}]', "was written by a newer zhenlint"),
        (b'[{"version": 1}\n<<<<<<< HEAD\n=======\n>>>>>>> x\n]', "line 2: an unresolved merge conflict"),
    ],
)
def test_a_file_that_is_no_baseline(folder: Path, content: bytes, told: str) -> None:
    recorded(folder, a=STRAY)
    (folder / BASELINE).write_bytes(content)
    for command in (("check",), ("baseline", "--prune")):
        result = call(*command)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith("error: ")
        assert told in result.err
    assert (folder / BASELINE).read_bytes() == content
    (folder / "docs").mkdir()
    write(folder / "docs/a.md", STRAY)
    assert call("baseline", "docs").code == 2
    assert (folder / BASELINE).read_bytes() == content
    assert call("baseline").code == 0
    assert new() == []


@pytest.mark.parametrize("content", ["# 标题\n", "{\n}\n", "[]", '[{"name": "x"}]', "a = 1\n", "\xff"])
def test_a_file_that_never_was_a_baseline_is_not_written_over(folder: Path, content: str) -> None:
    write(folder / "a.md", STRAY)
    (folder / "b.md").write_text(content, encoding="latin-1", errors="replace")
    before = (folder / "b.md").read_bytes()
    for command in (("check",), ("baseline",), ("baseline", "--prune")):
        result = call(*command, "a.md", "--baseline", "b.md")
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith("error: `b.md` is no baseline but another file; ")
    assert call("baseline", ".", "--baseline", "b.md").code == 2
    assert (folder / "b.md").read_bytes() == before


def test_a_baseline_that_is_not_there(folder: Path) -> None:
    write(folder / "a.md", STRAY)
    result = call("check", "--baseline", "nope.json")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "error: the baseline `nope.json` does not exist; write it with `zhenlint baseline`, or run with"
        " `--no-baseline`\n"
    )
    assert call("baseline", "--prune").code == 2
    assert "`--baseline` and `--no-baseline` cannot" in call("check", "--baseline", "x", "--no-baseline").err


def test_branches_merge(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch)
    start(folder)
    recorded(folder, a=STRAY, f=STRAY, m=STRAY, z=STRAY)
    commit(folder)
    for branch, name in (("one", "b"), ("two", "zz")):
        git("checkout", "--quiet", "-b", branch, "main")
        recorded(folder, **{name: LONG})
        write(folder / "a.md" if branch == "one" else folder / "m.md", GOOD)
        assert call("baseline", "--prune").code == 0
        commit(folder)
    git("merge", "--quiet", "--no-edit", "one")
    assert entries(folder) == [("b.md", 1), ("f.md", 1), ("z.md", 1), ("zz.md", 1)]
    assert new() == []


def test_entries_that_a_merge_gives_twice(folder: Path) -> None:
    recorded(folder, a=STRAY)
    head, entry, end = (folder / BASELINE).read_text().splitlines()
    (folder / BASELINE).write_text("\n".join((head, entry, entry.replace(": 1}", ": 2}"), end)))
    write(folder / "a.md", STRAY + "\n" + STRAY + "\n" + STRAY)
    assert new() == ["a.md:5"]


def test_real_documents(folder: Path) -> None:
    for number, path in enumerate(real_documents()):
        shutil.copy(path, folder / f"{number}.md")
    assert call("baseline").code == 0
    found = call("check")
    assert (found.code, found.out) == (0, "")
    for path in folder.glob("*.md"):
        path.write_bytes(
            "".join(f"第{'一二三四五六七八九十'[n % 10]}行新的文字。\n" for n in range(20)).encode()
            + path.read_bytes()
        )
    moved = call("check")
    assert (moved.code, moved.out) == (0, "")
    for path in folder.glob("*.md"):
        path.rename(path.with_stem(f"new-{path.stem}"))
    assert call("check", "--quiet").out == ""
