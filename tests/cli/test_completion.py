"""Shell completion: what is offered, and that real shells take it."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from tests.cli.calls import call
from zhenlint.cli import COMMANDS, main
from zhenlint.cli.completion import SHELLS
from zhenlint.cli.session import Session
from zhenlint.rules import all_rules

BESIDE = str(Path(sys.executable).parent)
"""Where the installed program lies."""


def offered(*words: str, language: str = "en") -> dict[str, str | None]:
    """What completes the last of some words: value → help."""
    session = Session("zh" if language == "zh" else "en", asked=True)
    shell = ShellComplete(main, {"obj": session}, "zhenlint", "_ZHENLINT_COMPLETE")
    return {item.value: item.help for item in shell.get_completions(list(words[:-1]), words[-1])}


def test_commands_are_offered_with_what_they_do() -> None:
    assert list(offered("")) == list(COMMANDS)
    assert list(offered("che")) == ["check"]
    assert offered("che")["check"] == "Check Markdown files and folders."
    assert offered("che", language="zh")["check"] == "检查 Markdown 文件和文件夹。"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_offered_with_its_help(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    for language in ("en", "zh"):
        options = offered(name, "--", language=language)
        shown = call(name, "--help", "--lang", language).out
        assert set(options) >= {"--lang", "--help"}
        assert all(option in shown for option in options)
        assert all(
            about and any("\u4e00" <= char <= "\u9fff" for char in about) == (language == "zh")
            for about in options.values()
        )


def test_codes_are_offered_with_their_titles() -> None:
    codes = offered("rule", "")
    assert list(codes) == list(all_rules())
    assert codes["ZL001"] == "A silencing comment that silences nothing"
    assert list(offered("rule", "zh00")) == [code for code in all_rules() if code.startswith("ZH")]
    assert list(offered("check", "--select", "")) == [
        "ALL", *sorted({code[:2] for code in all_rules()}), *all_rules(),
    ]  # fmt: skip
    assert list(offered("check", "--ignore", "SP001,PU00"))[:2] == ["SP001,PU001", "SP001,PU002"]


def test_words_of_options_are_offered() -> None:
    assert list(offered("check", "--output-format", "js")) == ["json", "jsonl"]
    assert list(offered("check", "--lang", "")) == ["zh", "en"]
    assert list(offered("completion", "")) == list(SHELLS)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (("check", "no"), "file"),
        (("config", ""), "file"),
        (("init", ""), "dir"),
        (("check", "--config", "z"), "file"),
        (("check", "--output-file", ""), "file"),
        (("check", "--stdin-filename", ""), "file"),
    ],
)
def test_paths_are_left_to_the_shell(words: tuple[str, ...], kind: str) -> None:
    shell = ShellComplete(main, {}, "zhenlint", "_ZHENLINT_COMPLETE")
    found = shell.get_completions(list(words[:-1]), words[-1])
    assert [(item.value, item.type) for item in found] == [(words[-1], kind)]


def test_half_a_command_line_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert offered("chekc", "--zzz", "", language="en")
    assert offered("check", "--select", "XX", "--lan") == {"--lang": offered("check", "--lan")["--lang"]}


def test_the_shell_in_use_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    for shell in SHELLS:
        monkeypatch.setenv("SHELL", f"/usr/bin/{shell}")
        assert call("completion").out == call("completion", shell).out
        assert f"{shell}_complete" in call("completion").out
    monkeypatch.setenv("SHELL", "/bin/dash")
    result = call("completion")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error: which shell? Name one of `bash`, `zsh`, `fish`\n")
    assert call("completion", "bsh").code == 2


def _environment(folder: Path) -> dict[str, str]:
    path = BESIDE + os.pathsep + os.environ["PATH"]
    return {**os.environ, "PATH": path, "TERM": "dumb", "HOME": str(folder), "LC_ALL": "C.UTF-8"}


def _typed(shell: list[str], folder: Path, lines: list[str], keys: str, expected: str) -> str:
    """What a shell on a terminal shows after some lines and keys, read until it shows what is expected."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        shell, stdin=slave, stdout=slave, stderr=slave, env=_environment(folder), cwd=folder,
        start_new_session=True,
    )  # fmt: skip
    os.close(slave)
    try:
        os.write(master, "".join(f"{line}\n" for line in (*lines, "echo re''ady")).encode())
        shown = _read_until(master, "\nready")
        os.write(master, keys.encode())
        return shown + _read_until(master, expected)
    finally:
        process.kill()
        process.wait()
        os.close(master)


def _read_until(master: int, expected: str) -> str:
    shown = ""
    end = time.monotonic() + 60
    while expected not in shown and time.monotonic() < end:
        if select.select([master], [], [], 1)[0]:
            shown += os.read(master, 65536).decode(errors="replace").replace("\r", "")
    return shown


BASH = (["bash", "--norc", "--noprofile", "-i"], ['eval "$(zhenlint completion bash)"'])
ZSH = (
    ["zsh", "-f", "-i"],
    [
        "autoload -U compinit",
        "compinit -u -D",
        'eval "$(zhenlint completion zsh)"',
        "unsetopt zle_bracketed_paste",
    ],
)


@pytest.mark.parametrize("shell", [BASH, ZSH], ids=["bash", "zsh"])
@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("zhenlint che\t", "zhenlint check "),
        ("zhenlint check --statis\t", "zhenlint check --statistics "),
        ("zhenlint rule ZL00\t\t", "ZL002"),
        ("zhenlint check --select SP001,AL\t", "--select SP001,ALL "),
        ("zhenlint check longna\t", "zhenlint check longname.md "),
    ],
)
def test_a_shell_completes(
    folder: Path, shell: tuple[list[str], list[str]], keys: str, expected: str
) -> None:
    command, lines = shell
    if shutil.which(command[0]) is None:
        pytest.skip(f"no {command[0]}")
    (folder / "longname.md").touch()
    assert expected in _typed(command, folder, lines, keys, expected)


@pytest.mark.skipif(shutil.which("fish") is None, reason="no fish")
def test_fish_completes(folder: Path) -> None:
    (folder / "longname.md").touch()
    asked = ["zhenlint che", "zhenlint check --statis", "zhenlint rule ZL", "zhenlint check longn"]
    script = "zhenlint completion fish | source\n" + "".join(f"complete -C '{line}'\n" for line in asked)
    done = subprocess.run(
        ["fish", "--no-config", "-c", script], env=_environment(folder), cwd=folder, capture_output=True,
        text=True, check=True, timeout=60,
    )  # fmt: skip
    assert [line.split("\t") for line in done.stdout.splitlines()] == [
        ["check", "Check Markdown files and folders."],
        ["--statistics", "Show how many problems each rule finds."],
        ["ZL001", "A silencing comment that silences nothing"],
        ["ZL002", "A silencing comment that zhenlint does not understand"],
        ["longname.md"],
    ]
