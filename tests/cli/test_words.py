"""``zhenlint words``: listing, adding to the project's dictionary, and deciding at a terminal."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from tests.cli.calls import call
from tests.cli.repository import commit, git, isolate, start, write
from zhenlint.config.own_words import with_words

NOTE = "他的源文件都 regieter 到 src 里面，再次 regieter 一遍，用 xlogg 记录。\n"

CHINESE = "既使如此，也要继续。\n"


@pytest.fixture(autouse=True)
def state(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where skipped words are kept, apart from the caller's own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(folder.parent / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder.parent / "settings"))
    return folder.parent / "state"


def test_the_table(folder: Path) -> None:
    write(folder / "a.md", NOTE)
    write(folder / "b/c.md", CHINESE + "\n再 regieter 一遍。\n")
    result = call("words")
    assert result.code == 0
    assert result.out.splitlines() == [
        "COUNT  WORD      STATE      SUGGESTIONS                    EXAMPLE",
        "3      regieter  suspected  register, registers, reviewer  a.md:1:8",
        "1      xlogg     unknown                                   a.md:1:43",
        "1      既使      suspected  即使                           b/c.md:1:1",
    ]
    assert result.err == "3 words not in the dictionaries, 2 of them probably wrong.\n"
    chinese = call("words", "--lang", "zh")
    assert chinese.out.startswith("数量  词语      状态  建议")
    assert "可疑" in chinese.out
    assert chinese.err == "词典里没有的有 3 个词，其中 2 个可能写错。\n"


def test_json(folder: Path) -> None:
    write(folder / "a.md", NOTE)
    words = json.loads(call("words", "--output-format", "json").out)
    assert [(word["word"], word["count"], word["suspected"]) for word in words] == [
        ("regieter", 2, True),
        ("xlogg", 1, False),
    ]
    assert words[0]["suggestions"][0] == "register"
    assert (words[0]["path"], words[0]["line"], words[0]["column"]) == ("a.md", 1, 8)
    assert NOTE[words[0]["start"] : words[0]["end"]] == "regieter"
    write(folder / "a.md", "没有问题。\n")
    assert call("words", "--output-format", "json").out == "[]\n"


def test_what_is_accepted_or_silenced_is_not_listed(folder: Path) -> None:
    write(folder / "zhenlint.toml", 'dictionaries = ["d.txt"]\n[per-file-ignores]\n"c.md" = ["EN"]\n')
    write(folder / "d.txt", "XLOGG\n")
    write(folder / "a.md", NOTE.replace("。", "。<!-- zhenlint-disable-line EN001 -->"))
    write(folder / "b.md", "---\nzhenlint: {words: [regieter]}\n---\n\n" + NOTE)
    write(folder / "c.md", NOTE)
    assert call("words", "--quiet").out == ""
    write(folder / "d.md", NOTE)
    assert len(json.loads(call("words", "--output-format", "json").out)) == 1


def test_words_are_listed_where_the_rule_is_off(folder: Path) -> None:
    write(folder / "zhenlint.toml", 'ignore = ["EN"]\n')
    write(folder / "a.md", NOTE)
    assert "regieter" in call("words").out


def test_files_that_cannot_be_read(folder: Path) -> None:
    write(folder / "a.md", NOTE)
    (folder / "b.md").write_bytes(b"\xff\xff")
    result = call("words")
    assert (result.code, "regieter" in result.out) == (2, True)
    assert "error: `b.md` is not valid UTF-8" in result.err


def test_adding_words(folder: Path) -> None:
    write(folder / "a.md", NOTE)
    result = call("words", "add", "xlogg", "Regieter", "帐房")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "Added 3 words to `dictionaries/words.txt`.\n"
        "Named it in `zhenlint.toml` as one of the `dictionaries`.\n"
    )
    assert (folder / "zhenlint.toml").read_text() == 'dictionaries = ["dictionaries/words.txt"]\n'
    assert (folder / "dictionaries/words.txt").read_text() == "Regieter\nxlogg\n帐房\n"
    assert call("words", "--quiet").out == ""
    assert call("check").code == 0
    result = call("words", "add", "regieter", "jepa")
    assert result.err == "Added 1 word to `dictionaries/words.txt`.\n1 word in it already.\n"
    assert (folder / "dictionaries/words.txt").read_text() == "jepa\nRegieter\nxlogg\n帐房\n"


def test_adding_to_the_dictionary_that_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "zhenlint.toml", 'dictionaries = ["team.txt", "other.txt"]\n')
    (folder / "team.txt").write_bytes("\ufeff# 团队\r\nalpha\r\n\r\n# 工具\r\nxlog # 日志\r\n".encode())
    (folder / "docs").mkdir()
    monkeypatch.chdir(folder / "docs")
    assert call("words", "add", "jepa", "XLOG").code == 0
    assert (folder / "team.txt").read_bytes() == (
        "\ufeff# 团队\r\nalpha\r\njepa\r\n\r\n# 工具\r\nxlog # 日志\r\n".encode()
    )
    assert (folder / "zhenlint.toml").read_text() == 'dictionaries = ["team.txt", "other.txt"]\n'


def test_adding_to_a_dictionary_that_is_not_there_yet(folder: Path) -> None:
    write(folder / "pyproject.toml", '[tool.zhenlint]\ndictionaries = ["words/team.txt"]\n')
    assert call("words", "add", "jepa").code == 0
    assert (folder / "words/team.txt").read_text() == "jepa\n"
    assert call("words", "add", "--dictionary", "mine.txt", "jepa").code == 0
    assert (folder / "mine.txt").read_text() == "jepa\n"


def test_words_that_cannot_be_added(folder: Path) -> None:
    assert call("words", "add").err.startswith("error: name the words to accept\n")
    for word in ("two words", "", "#no", " jepa", "a,b", "甲、乙"):
        result = call("words", "add", "good", word)
        assert result.code == 2
        assert f"error: `{word}` is not one word" in result.err
    assert list(folder.iterdir()) == []
    write(folder / "zhenlint.toml", "ignore = 1\n")
    result = call("words", "add", "good")
    assert result.code == 2
    assert "`zhenlint.toml`, line 1: `ignore` must be a list" in result.err
    write(folder / "zhenlint.toml", 'dictionaries = ["d.txt"]\n')
    (folder / "d.txt").write_bytes(b"a\n\xff\n")
    assert "`d.txt`, line 2: not UTF-8 text" in call("words", "add", "good").err
    assert (folder / "d.txt").read_bytes() == b"a\n\xff\n"


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("", ["b", "a"], "a\nb\n"),
        ("a\nc", ["b"], "a\nb\nc\n"),
        ("# head\n\nb\n", ["a"], "# head\n\na\nb\n"),
        ("# head\n", ["a"], "# head\na\n"),
        ("a\n# about c\nc\n", ["b"], "a\nb\n# about c\nc\n"),
        ("C#\n", ["c#", "C"], "C\nC#\n"),
        ("z\na\n", ["m"], "z\na\nm\n"),
    ],
)
def test_words_are_put_in_their_place(before: str, words: list[str], after: str) -> None:
    text, added = with_words(before, words)
    assert text == after
    assert with_words(text, added) == (after, [])


def test_branches_merge(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch)
    start(folder)
    assert call("words", "add", *"abcdefghijklmnop").code == 0
    commit(folder)
    for branch, word in (("one", "bb"), ("two", "nn")):
        git("checkout", "--quiet", "-b", branch, "main")
        assert call("words", "add", word).code == 0
        commit(folder)
    git("merge", "--quiet", "--no-edit", "one")
    words = (folder / "dictionaries/words.txt").read_text().split()
    assert words == sorted([*"abcdefghijklmnop", "bb", "nn"])


Start = Callable[..., "pexpect.spawn[str]"]


@pytest.fixture
def session(folder: Path) -> Iterator[Start]:
    """Starts ``zhenlint words --interactive`` on a terminal."""
    started: list[pexpect.spawn[str]] = []

    def run(*arguments: str) -> pexpect.spawn[str]:
        environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"}
        child = pexpect.spawn(
            sys.executable,
            ["-m", "zhenlint", "words", "--interactive", *arguments],
            cwd=str(folder),
            env=environment,
            encoding="utf-8",
            dimensions=(40, 80),
            timeout=30,
        )
        started.append(child)
        return child

    yield run
    for child in started:
        child.close(force=True)


def answer(child: pexpect.spawn[str], word: str, key: str) -> str:
    """Wait until a word is asked of, and press a key; what was shown before."""
    child.expect_exact(f"] {word} ")
    shown = str(child.before)
    child.expect_exact("[q]uit: ")
    child.send(key)
    return shown + str(child.before)


def finish(child: pexpect.spawn[str], code: int = 0) -> str:
    """The rest of what is shown; the exit code must be right."""
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == code
    return str(child.before).replace("\r\n", "\n")


def test_every_key(folder: Path, session: Start) -> None:
    write(folder / "a.md", NOTE + "\nRegieter 和 REGIETER 不同。\n")
    write(folder / "b.md", CHINESE + "\n也有 regieter 的事。\n")
    write(folder / "c.md", "请看 chunck，还有 xlogg，\n和 sevlet 两个。\n")
    child = session()
    shown = answer(child, "regieter", "x1")  # a key that means nothing is passed over
    assert "a.md:1:8" in shown
    assert "1 | 他的源文件都 regieter 到 src" in shown
    assert "  1 register   2 registers   3 reviewer" in shown
    answer(child, "xlogg", "a")
    answer(child, "chunck", "i")
    answer(child, "sevlet", "s")
    answer(child, "既使", "f")
    rest = finish(child)
    assert rest.endswith("Accepted: 1, put right: 2, ignored: 1, skipped: 1.\n")
    assert (folder / "a.md").read_text() == NOTE.replace("regieter", "register") + (
        "\nRegister 和 REGISTER 不同。\n"
    )
    assert (folder / "b.md").read_text() == "即使如此，也要继续。\n\n也有 register 的事。\n"
    assert (folder / "c.md").read_text() == (
        "请看 chunck，还有 xlogg， <!-- zhenlint-disable-line EN001 -->\n和 sevlet 两个。\n"
    )
    assert (folder / "dictionaries/words.txt").read_text() == "xlogg\n"


def test_a_session_is_taken_up_where_it_was_left(folder: Path, session: Start, state: Path) -> None:
    write(folder / "a.md", "请看 sevlet 和 chunck，还有 regieter。\n")
    child = session()
    answer(child, "chunck", "s")
    answer(child, "regieter", "q")
    assert "skipped: 1" in finish(child)
    child = session()
    answer(child, "regieter", "a")
    answer(child, "sevlet", "s")
    finish(child)
    assert list(state.rglob("*.txt")) == []  # all were shown: they come again
    child = session()
    answer(child, "chunck", "q")
    finish(child)


@pytest.mark.parametrize(("key", "code"), [("\x04", 0), ("\x1b", 0), ("\x03", 130)])
def test_ways_to_leave(folder: Path, session: Start, key: str, code: int) -> None:
    write(folder / "a.md", NOTE)
    child = session()
    answer(child, "regieter", key)
    finish(child, code)
    assert (folder / "a.md").read_text() == NOTE


def test_ignoring_one_place_after_another(folder: Path, session: Start) -> None:
    table = "| 词 | 义 |\n| --- | --- |\n| regieter | 无 |\n"
    write(folder / "a.md", "---\ntitle: 关于 regieter\n---\n\n再 regieter 一遍  \n换行\n\n" + table)
    write(folder / "b.mdx", "再 regieter 一遍。\n")
    child = session()
    answer(child, "regieter", "i")
    assert "No comment can stand there; left as it is." in answer(child, "regieter", "i")
    answer(child, "regieter", "i")
    answer(child, "regieter", "i")
    finish(child)
    assert (folder / "a.md").read_text() == (
        "---\ntitle: 关于 regieter\n---\n\n再 regieter 一遍 <!-- zhenlint-disable-line EN001 -->  \n换行\n\n"
        + table.replace("| regieter", "| regieter<!-- zhenlint-disable-line EN001 -->")
    )
    assert (folder / "b.mdx").read_text() == "再 regieter 一遍。 {/* zhenlint-disable-line EN001 */}\n"
    assert "a.md:2:11" in call("check", "--select", "EN001,ZL").out
    assert call("check", "--select", "EN001,ZL").out.count("\n") == 1


def test_a_file_that_changes_meanwhile_is_left_alone(folder: Path, session: Start) -> None:
    write(folder / "a.md", NOTE)
    child = session()
    child.expect_exact("[q]uit: ")
    write(folder / "a.md", "另一个程序写的。\n")
    child.send("1")
    child.expect_exact("was changed by another program")
    child.expect_exact("[q]uit: ")
    child.send("q")
    finish(child)
    assert (folder / "a.md").read_text() == "另一个程序写的。\n"


def test_in_chinese(folder: Path, session: Start) -> None:
    write(folder / "a.md", NOTE)
    child = session("--lang", "zh")
    child.expect_exact("[a] 认可  [f] 处处改正（或按 1-3）  [i] 忽略此处  [s] 跳过  [q] 退出：")
    child.send("q")
    assert "认可 0 个，改正 0 个，忽略 0 处，跳过 0 个。" in finish(child)


def test_it_needs_a_terminal(folder: Path) -> None:
    result = call("words", "--interactive")
    assert result.code == 2
    assert result.err.startswith("error: `--interactive` asks at a terminal; run it in one")
    result = call("words", "-i", "--output-format", "json")
    assert "`--interactive` and `--output-format` cannot be used together" in result.err
