"""``--changed-since`` and ``--staged`` in real git repositories."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.calls import FIXED, PROBLEM, STRAY, call
from tests.cli.repository import commit, git, isolate, start, write
from zhenlint.changes import changed_lines

GOOD = "没有问题。\n"


@pytest.fixture(autouse=True)
def repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in the current folder."""
    isolate(monkeypatch)
    start(folder)
    return folder


def places(*arguments: str) -> list[str]:
    """Path and line of each problem that a check tells of."""
    result = call("check", *arguments)
    assert result.code == bool(result.out), result.err
    return [":".join(line.split(":")[:2]) for line in result.out.splitlines()]


def since(revision: str, *arguments: str) -> list[str]:
    return places("--changed-since", revision, *arguments)


def test_only_changed_lines_are_told(folder: Path) -> None:
    write(folder / "a.md", STRAY + "\n" + GOOD + "\n" + STRAY)
    write(folder / "b.md", STRAY)
    commit(folder)
    assert since("HEAD") == []
    write(folder / "a.md", GOOD + "\n" + STRAY + "\n" + STRAY + "\n" + STRAY)
    assert since("HEAD") == ["a.md:5"]
    git("add", "a.md")
    assert since("HEAD") == ["a.md:5"]
    commit(folder)
    assert since("HEAD") == []
    assert since("HEAD~1") == ["a.md:5"]


def test_the_summary_counts_changed_files(folder: Path) -> None:
    write(folder / "a.md", GOOD)
    write(folder / "b.md", STRAY)
    commit(folder)
    write(folder / "a.md", GOOD * 2)
    assert call("check", "--changed-since", "HEAD").err == "No problems in 1 file.\n"


def test_new_files_count_whole(folder: Path) -> None:
    write(folder / "a.md", GOOD)
    commit(folder)
    write(folder / "b.md", STRAY)
    write(folder / ".gitignore", "c.md\n")
    write(folder / "c.md", STRAY)
    assert since("HEAD") == ["b.md:1"]
    assert since("HEAD", "c.md") == ["c.md:1"]
    git("add", "--intent-to-add", "b.md")
    assert since("HEAD") == ["b.md:1"]


@pytest.mark.parametrize(
    "name", ["笔记/第 一 章.md", 'quoted "name".md', "tab\tname.md", "back\\slash.md", "é ü.md", "b/+++ b.md"]
)
@pytest.mark.parametrize("quotepath", ["true", "false"])
def test_names_that_git_quotes(folder: Path, name: str, quotepath: str) -> None:
    git("config", "core.quotepath", quotepath)
    write(folder / name, STRAY)
    commit(folder)
    assert call("check", "--changed-since", "HEAD").out == ""
    write(folder / name, STRAY + "\n" + STRAY)
    result = call("check", "--changed-since", "HEAD", "--output-format", "json")
    assert result.out.count('"SP004"') == 1
    assert '"line": 3' in result.out
    git("add", "--all")
    assert call("check", "--staged", "--output-format", "json").out == result.out


def test_lines_that_look_like_a_patch(folder: Path) -> None:
    write(folder / "a.md", "# 一\n")
    commit(folder)
    write(folder / "a.md", "# 一\n\n++ b/b.md\n\n@@ -1 +1 @@\n\n-- a/b.md\n\n" + STRAY.rstrip("\n"))
    write(folder / "b.md", STRAY)
    assert since("HEAD", "--select", "SP004") == ["a.md:9", "b.md:1"]


def test_a_renamed_file_counts_only_where_it_changed(folder: Path) -> None:
    text = (STRAY + "\n") * 10
    write(folder / "旧.md", text)
    first = commit(folder)
    git("mv", "旧.md", "新 名.md")
    assert since("HEAD") == []
    write(folder / "新 名.md", text + STRAY)
    assert since("HEAD") == ["新 名.md:21"]
    commit(folder)
    assert since(first) == ["新 名.md:21"]


def test_in_a_folder_below(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "docs/a.md", GOOD)
    write(folder / "a.md", GOOD)
    commit(folder)
    write(folder / "docs/a.md", STRAY)
    write(folder / "a.md", STRAY)
    git("config", "diff.relative", "true")
    monkeypatch.chdir(folder / "docs")
    assert since("HEAD") == ["a.md:1"]
    assert since("HEAD", "../a.md", "a.md") == [f"{folder}/a.md:1", "a.md:1"]


def test_settings_that_change_what_a_diff_looks_like(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"# 一\n\n{STRAY}\n## 二\n\n{STRAY}"
    write(folder / "a.md", text)
    commit(folder)
    write(folder / "a.md", GOOD + "\n" + text)
    for setting in (
        "diff.noprefix=true", "diff.mnemonicPrefix=true", "color.ui=always", "diff.external=false",
        "diff.interHunkContext=9", "diff.context=9", "diff.renames=false", "diff.submodule=log",
    ):  # fmt: skip
        git("config", *setting.split("="))
    monkeypatch.setenv("GIT_DIFF_OPTS", "-u9")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    assert since("HEAD") == []
    write(folder / "a.md", f"{GOOD}\n{text}\n## 三\n\n{STRAY}")
    assert since("HEAD") == ["a.md:13"]


def test_what_git_takes_for_binary_counts_whole(folder: Path) -> None:
    write(folder / ".gitattributes", "*.md -diff\n")
    write(folder / "a.md", STRAY)
    write(folder / "b.md", STRAY)
    commit(folder)
    assert since("HEAD") == []
    write(folder / "a.md", STRAY + "\n" + GOOD)
    git("mv", "b.md", "文.md")
    assert since("HEAD") == ["a.md:1"]


def test_what_the_other_branch_changed_does_not_count(folder: Path) -> None:
    write(folder / "a.md", STRAY)
    commit(folder)
    git("checkout", "--quiet", "-b", "work")
    write(folder / "b.md", STRAY)
    commit(folder)
    git("checkout", "--quiet", "main")
    write(folder / "a.md", FIXED)
    commit(folder)
    git("checkout", "--quiet", "work")
    assert since("main") == ["b.md:1"]


def test_worktrees(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "a.md", STRAY)
    commit(folder)
    git("worktree", "add", "--quiet", "-b", "other", "../tree")
    tree = folder.parent / "tree"
    write(tree / "a.md", STRAY + "\n" + STRAY)
    monkeypatch.chdir(tree)
    assert since("main") == ["a.md:3"]


def test_shallow_clones(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "a.md", STRAY)
    first = commit(folder)
    write(folder / "a.md", STRAY + "\n" + STRAY)
    commit(folder)
    clone = folder.parent / "clone"
    git("clone", "--quiet", "--depth", "1", folder.as_uri(), str(clone))
    write(clone / "b.md", STRAY)
    monkeypatch.chdir(clone)
    assert since("HEAD") == ["b.md:1"]
    assert since("origin/main") == ["b.md:1"]
    result = call("check", "--changed-since", first)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"error: `{first}` is no revision that git knows in `.`; this is a shallow clone, fetch more of it"
        " with `git fetch --unshallow`\n"
    )
    git("fetch", "--quiet", "--depth", "1", "origin", first, at=clone)
    assert since(first) == ["a.md:3", "b.md:1"]  # without the history between


def test_submodules(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = folder.parent / "inner"
    start(inner)
    write(inner / "old.md", STRAY)
    commit(inner)
    write(folder / "a.md", STRAY)
    before = commit(folder)
    git("submodule", "--quiet", "add", inner.as_posix(), "sub")
    after = commit(folder)
    write(folder / "sub/old.md", STRAY + "\n" + STRAY)
    assert since(before) == ["sub/old.md:1", "sub/old.md:3"]
    assert since(after) == ["sub/old.md:3"]
    git("add", "old.md", at=folder / "sub")
    assert places("--staged") == []
    monkeypatch.chdir(folder / "sub")
    assert since("HEAD") == ["old.md:3"]
    assert places("--staged") == ["old.md:3"]


def test_only_changed_lines_are_fixed(folder: Path) -> None:
    write(folder / "a.md", STRAY)
    write(folder / "b.md", STRAY)
    commit(folder)
    write(folder / "a.md", STRAY + "\n" + STRAY)
    write(folder / "c.md", STRAY)
    result = call("check", "--fix", "--changed-since", "HEAD")
    assert (result.code, result.err) == (0, "Fixed 2 problems in 2 files.\n")
    assert (folder / "a.md").read_text() == STRAY + "\n" + FIXED
    assert (folder / "b.md").read_text() == STRAY
    assert (folder / "c.md").read_text() == FIXED


def test_documents_are_judged_by_all_the_others(folder: Path) -> None:
    write(folder / "a.md", "请登录账号。账号和账号。\n")
    commit(folder)
    write(folder / "b.md", "请登录帐号。\n")
    assert since("HEAD", "--select", "ZH005") == places("--select", "ZH005")
    assert len(since("HEAD", "--select", "ZH005")) == 1


def test_a_file_that_did_not_change_cannot_fail(folder: Path) -> None:
    (folder / "a.md").write_bytes(STRAY.encode("gb18030"))
    commit(folder)
    write(folder / "b.md", GOOD)
    assert call("check", "--changed-since", "HEAD").code == 0
    (folder / "a.md").write_bytes(FIXED.encode("gb18030"))
    assert call("check", "--changed-since", "HEAD").code == 2


def test_revisions_that_are_none(folder: Path) -> None:
    write(folder / "a.md", GOOD)
    for revision in ("HEAD", "nope", "--all", "^HEAD", "", "HEAD:a.md"):
        result = call("check", "--changed-since", revision)
        assert (result.code, result.out) == (2, "")
        assert result.err == (
            f"error: `{revision}` is no revision that git knows in `.`; `git branch --all` and `git log`"
            " list those it knows\n"
        )
    assert "git 不认识 `nope` 这个版本" in call("check", "--lang", "zh", "--changed-since", "nope").err


def test_without_a_repository(folder: Path) -> None:
    write(folder / "a.md", GOOD)
    shutil.rmtree(folder / ".git")
    for option in (("--changed-since", "HEAD"), ("--staged",)):
        result = call("check", *option)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith("error: `a.md` is in no git repository; run `git init`")


def test_without_git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "a.md", GOOD)
    monkeypatch.setenv("PATH", str(folder / "nowhere"))
    result = call("check", "--staged")
    assert result.code == 2
    assert result.err.startswith("error: git is not installed or not on the search path; install it")


def test_a_repository_that_git_refuses(folder: Path) -> None:
    write(folder / "a.md", GOOD)
    (folder / ".git/config").write_text("[core\n")
    result = call("check", "--staged")
    assert result.code == 2
    assert result.err.startswith("error: git cannot tell what changed in `.`: bad config line 1")


def test_options_that_contradict(folder: Path) -> None:
    assert "`--changed-since` and `--staged` cannot" in call("check", "--staged", "--changed-since", "x").err
    assert "`--staged` and `-` cannot" in call("check", "-", "--staged").err
    assert "`--changed-since` and `-` cannot" in call("check", "-", "--changed-since", "HEAD").err


def test_staged_means_the_text_as_staged(folder: Path) -> None:
    write(folder / "a.md", GOOD)
    write(folder / "b.md", STRAY)
    commit(folder)
    write(folder / "a.md", GOOD + "\n" + STRAY)
    write(folder / "new.md", STRAY)
    assert places("--staged") == []
    git("add", "a.md")
    assert places("--staged") == ["a.md:3"]
    write(folder / "a.md", GOOD + "\n" + FIXED)  # put right, but not staged
    assert places("--staged") == ["a.md:3"]
    write(folder / "a.md", "# 标题\n\n" + GOOD + "\n" + STRAY + "\n" + STRAY)
    assert places("--staged") == ["a.md:3"]
    git("add", "new.md")
    assert places("--staged") == ["a.md:3", "new.md:1"]


def test_staged_files_that_are_gone_from_the_working_tree(folder: Path) -> None:
    write(folder / "zhenlint.toml", 'exclude = ["x.md"]\n')
    for name in ("a.md", "docs/b.md", "x.md", "y.txt"):
        write(folder / name, STRAY)
    git("add", "--all")
    shutil.rmtree(folder / "docs")
    for name in ("x.md", "y.txt"):
        (folder / name).unlink()
    assert places("--staged") == ["a.md:1", "docs/b.md:1"]
    result = call("check", "--staged", "--fix")
    assert result.out == "docs/b.md:1" + PROBLEM[1:]
    assert not (folder / "docs").exists()


def test_staged_before_the_first_commit(folder: Path) -> None:
    write(folder / "a.md", STRAY)
    git("add", "a.md")
    assert places("--staged") == ["a.md:1"]


def test_staged_fixes_only_what_is_staged_whole(folder: Path) -> None:
    for name in ("a.md", "b.md"):
        write(folder / name, STRAY)
    commit(folder)
    for name in ("a.md", "b.md"):
        write(folder / name, STRAY + "\n" + STRAY)
    git("add", "--all")
    write(folder / "b.md", STRAY + "\n" + STRAY + "\n" + GOOD)
    result = call("check", "--staged", "--fix")
    assert (result.code, result.out) == (1, "b.md:3" + PROBLEM[1:])
    assert "warning: `b.md` has changes that are not staged; it was not fixed, stage or stash" in result.err
    assert (folder / "a.md").read_text() == STRAY + "\n" + FIXED
    assert (folder / "b.md").read_text() == STRAY + "\n" + STRAY + "\n" + GOOD
    assert "+我在折腾 thesis 的新实验了。" in call("check", "--staged", "--diff", "b.md").out


def test_a_hook_of_git_sees_what_is_committed(folder: Path) -> None:
    hook = folder / ".git/hooks/pre-commit"
    write(hook, f'#!/bin/sh\nexec "{sys.executable}" -m zhenlint check --staged --quiet >"$PWD/.git/told"\n')
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
    told = folder / ".git/told"
    write(folder / "a.md", GOOD)
    write(folder / "b.md", GOOD)
    commit(folder)
    write(folder / "a.md", STRAY)
    write(folder / "b.md", STRAY)
    for arguments in (("--all",), ("--only", "a.md")):  # both with an index of their own
        result = os.spawnvpe(
            os.P_WAIT, "git", ["git", "commit", "--quiet", "-m", "x", *arguments], dict(os.environ)
        )
        assert result == 1
        names = ["a.md", "b.md"] if arguments == ("--all",) else ["a.md"]
        assert [line.split(":")[0] for line in told.read_text().splitlines()] == names
    write(folder / "a.md", FIXED)
    git("commit", "--quiet", "-m", "x", "--only", "a.md")


def test_reading_a_diff() -> None:
    diff = (
        b"-\t-\tbin.md\x001\t1\t\x00old.md\x00new.md\x00-\t-\t\x00a.bin\x00b.bin\x00\x00"
        b'diff --git "a/x" "b/x"\n+++ "b/\\344\\270\\255\\t\\"\\\\.md"\n'
        b"@@ -0,0 +2,3 @@ x\n+1\n++++ b/y\n+3\n\\ No newline at end of file\n"
        b"@@ -4,2 +7,0 @@\n-@@ -1 +1 @@\n-x\n@@ -9 +9 @@\n-x\n\\ No newline at end of file\n+y\n"
    )
    whole = ((1, sys.maxsize),)
    assert changed_lines(diff) == {'中\t"\\.md': ((2, 4), (9, 9)), "bin.md": whole, "b.bin": whole}
    assert changed_lines(b"") == {}
