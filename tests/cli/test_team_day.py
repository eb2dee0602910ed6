"""A team's first day with zhenlint, end to end: in a real git repository, with its hook and a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from tests.cli.calls import call
from tests.cli.repository import commit, git, isolate, start, write

GUIDE = """---
title: 部署指南
---

# 部署

在GitHub上下载,然后解压。运行 `make` 之后 ，就能看到结果 了。

我们的 kubectll 脚本会把文件 regieter 到集群。

- 第一步：安装Docker。
- 第二步：配置。。
"""

NOTES = """# 笔记

既使失败也没关系， 再试一次。xlogg 是我们的日志库，xlogg 很快。

[坏链接](missing.md)
"""


@pytest.fixture(autouse=True)
def project(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A messy project: many problems, another checker's words, a hook that checks what is staged."""
    isolate(monkeypatch)
    monkeypatch.setenv("XDG_STATE_HOME", str(folder.parent / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder.parent / "settings"))
    start(folder)
    write(folder / "docs/guide.md", GUIDE)
    write(folder / "docs/notes.md", NOTES)
    for number in range(12):  # what lies between keeps the entries of two branches apart
        write(
            folder / f"docs/part-{number:02}.md",
            f"# 第{number}章\n\n这里有一个 多余的空格，本章是第{number}章。\n",
        )
    write(folder / "cspell.json", '{"version": "0.2", "words": ["kubectll"]}\n')
    commit(folder, "A messy project")
    hook = folder / ".git/hooks/pre-commit"
    write(hook, f'#!/bin/sh\nexec "{sys.executable}" -m zhenlint check --staged >&2\n')
    hook.chmod(0o755)
    return folder


def zhenlint(*arguments: str, code: int = 0) -> str:
    """What a command prints on both streams, in this order; its exit code must be right."""
    result = call(*arguments)
    assert result.code == code, result.err
    return result.out + result.err


def problems(*arguments: str) -> list[str]:
    """Path, line and code of what a check tells."""
    result = call("check", "--output-format", "json", *arguments)
    return [f"{item['path']}:{item['line']} {item['code']}" for item in json.loads(result.out)]


def try_to_commit() -> subprocess.CompletedProcess[str]:
    """Commit all there is, through the hook."""
    git("add", "--all")
    return subprocess.run(
        ["git", "commit", "--quiet", "--message", "x"], capture_output=True, text=True, check=False
    )


def adopt() -> None:
    """What the team does first."""
    zhenlint("init")
    zhenlint("baseline")
    assert try_to_commit().returncode == 0


def test_the_first_hour(project: Path) -> None:
    before = problems()
    assert len(before) > 20
    told = zhenlint("init")
    assert "zhenlint.toml" in told
    written = (project / "zhenlint.toml").read_text()
    assert "cspell.json" in written + told
    assert problems() != []
    told = zhenlint("baseline")
    assert "Recorded " in told
    assert "Named it in `zhenlint.toml`" in told
    kept = [line for line in written.splitlines() if line.startswith("#")]
    assert [
        line for line in (project / "zhenlint.toml").read_text().splitlines() if line.startswith("#")
    ] == kept
    assert "Left alone: " in zhenlint("check")
    assert try_to_commit().returncode == 0


def test_a_commit_with_one_new_problem_is_caught_and_only_that(project: Path) -> None:
    adopt()
    guide = project / "docs/guide.md"
    text = GUIDE.replace("# 部署\n", "# 部署\n\n新写的一段，没有问题。\n").replace(
        "- 第二步：配置。。", "- 第二步：配置。。\n- 第三步：这里有一个 多余的步骤。"
    )
    write(guide, text)
    refused = try_to_commit()
    assert refused.returncode == 1
    told = [line for line in refused.stderr.splitlines() if line.startswith("docs/")]
    assert [line.split(" ")[1] for line in told] == ["SP004"]
    assert told[0].startswith("docs/guide.md:15:")
    assert problems("--changed-since", "HEAD") == ["docs/guide.md:15 SP004"]
    assert "Fixed 1 problem in 1 file." in zhenlint("check", "--fix", "--changed-since", "HEAD")
    assert guide.read_text() == text.replace("一个 多余的步骤", "一个多余的步骤")
    assert try_to_commit().returncode == 0


def test_words_at_the_terminal(project: Path) -> None:
    adopt()
    zhenlint("words", "add", "jepa")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "zhenlint", "words", "--interactive"],
        env={**os.environ, "TERM": "xterm", "NO_COLOR": "1"},
        encoding="utf-8",
        dimensions=(40, 100),
        timeout=30,
    )
    for word, key in (("xlogg", "a"), ("regieter", "f"), ("既使", "i")):
        child.expect_exact(f"] {word} ")
        child.expect_exact("[q]uit: ")
        child.send(key)
    child.expect_exact("Accepted: 1, put right: 1, ignored: 1, skipped: 0.")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    words = (project / "dictionaries/words.txt").read_text().split()
    assert words == ["jepa", "kubectll", "xlogg"]
    assert "会把文件 register 到集群" in (project / "docs/guide.md").read_text()
    assert (
        "再试一次。xlogg 是我们的日志库，xlogg 很快。 <!-- zhenlint-disable-line ZH001 -->\n"
        in (project / "docs/notes.md").read_text()
    )
    assert problems() == []
    assert "`zhenlint baseline --prune`" in zhenlint("check")
    assert "docs/guide.md: EN001 `regieter` (1)\ndocs/notes.md: ZH001 `既使` (1)\n" in zhenlint(
        "baseline", "--prune"
    )
    assert "warning" not in zhenlint("check")
    assert try_to_commit().returncode == 0


def test_a_silenced_line_and_a_stale_silence(project: Path) -> None:
    adopt()
    page = project / "docs/poem.md"
    write(page, "# 诗\n\n<!-- zhenlint-disable-next-line SP004 -->\n这里有一个 有意的空格。\n")
    assert problems() == []
    assert try_to_commit().returncode == 0
    write(page, page.read_text().replace("一个 有意", "一个有意"))
    assert problems() == ["docs/poem.md:3 ZL001"]
    assert try_to_commit().returncode == 0  # the stale comment is not on a line of this commit
    zhenlint("check", "--fix")
    assert page.read_text() == "# 诗\n\n这里有一个有意的空格。\n"
    assert try_to_commit().returncode == 0


def test_a_rename(project: Path) -> None:
    adopt()
    git("mv", "docs/guide.md", "docs/部署 指南.md")
    assert problems() == []
    assert problems("--changed-since", "HEAD") == []
    assert try_to_commit().returncode == 0
    baseline = project / "zhenlint-baseline.json"
    assert '"docs/guide.md"' in baseline.read_text()
    zhenlint("baseline", "--prune")
    assert '"docs/guide.md"' not in baseline.read_text()
    assert '"docs/部署 指南.md"' in baseline.read_text()
    assert problems() == []


def test_a_rebase(project: Path) -> None:
    adopt()
    git("checkout", "--quiet", "-b", "work")
    first, last = project / "docs/part-01.md", project / "docs/part-10.md"
    write(last, last.read_text().replace("一个 多余", "一个多余"))
    zhenlint("baseline", "--prune")
    zhenlint("words", "add", "alphaword")
    assert try_to_commit().returncode == 0
    git("checkout", "--quiet", "main")
    write(first, "# 换了开头\n\n新的一行。\n\n" + first.read_text().replace("一个 多余", "一个多余"))
    zhenlint("baseline", "--prune")
    zhenlint("words", "add", "zuluword")
    assert try_to_commit().returncode == 0
    git("checkout", "--quiet", "work")
    git("rebase", "--quiet", "main")
    assert problems() == []
    assert "warning" not in zhenlint("check")
    assert problems("--changed-since", "main") == []
    words = (project / "dictionaries/words.txt").read_text().split()
    assert words == ["alphaword", "kubectll", "zuluword"]
    names = {
        json.loads(line[1:])["path"]
        for line in (project / "zhenlint-baseline.json").read_text().splitlines()[1:-1]
    }
    assert {"docs/part-01.md", "docs/part-10.md"}.isdisjoint(names)
    assert "docs/part-05.md" in names
