"""What goes wrong on the command line and with files: one clear sentence each, in both languages."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from tests.cli.calls import PROBLEM, STRAY, call, spawn
from zhenlint.cli import COMMANDS

BROKEN_FILES = {
    "missing.md": (
        "`missing.md` does not exist; check how the path is spelled",
        "`missing.md` 不存在；请检查路径是否写对",
    ),
    "binary.md": (
        "`binary.md` holds binary data, not text; rename it or add it to `exclude`",
        "`binary.md` 是二进制数据而不是文本；请给它改名，或将其加入 `exclude`",
    ),
    "gbk.md": (
        "`gbk.md` is not UTF-8 but looks like GB18030; convert it to UTF-8 or run with `--encoding GB18030`",
        "`gbk.md` 不是 UTF-8 编码，看上去是 GB18030；请将其转换为 UTF-8，或加上 `--encoding GB18030` 再运行",
    ),
    "utf16.md": (
        "`utf16.md` is not UTF-8 but looks like UTF-16; convert it to UTF-8 or run with `--encoding UTF-16`",
        "`utf16.md` 不是 UTF-8 编码，看上去是 UTF-16；请将其转换为 UTF-8，或加上 `--encoding UTF-16` 再运行",
    ),
    "broken.md": (
        "`broken.md` is not valid UTF-8: byte 0xFF on line 2; repair that line or name the right encoding"
        " with `--encoding`",
        "`broken.md` 不是有效的 UTF-8 文本：第 2 行有字节 0xFF；请修正该行，或用 `--encoding` 指明编码",
    ),
    "link.md": (
        "`link.md` is a symbolic link to `nowhere`, which does not exist; repair or remove the link",
        "`link.md` 是指向 `nowhere` 的符号链接，而目标不存在；请修复或删除该链接",
    ),
    "pipe.md": (
        "`pipe.md` is neither a file nor a folder but a pipe, socket or device; to check its content, pass"
        " it to `zhenlint check -`",
        "`pipe.md` 不是文件或文件夹，而是管道、套接字或设备；若要检查其内容，请通过 `zhenlint check -` 传入",
    ),
    "loop.md": (
        "`loop.md` cannot be read: Too many levels of symbolic links; repair it or add it to `exclude`",
        "无法读取 `loop.md`：Too many levels of symbolic links；请修复它，或将其加入 `exclude`",
    ),
}


@pytest.fixture
def broken(folder: Path) -> Path:
    """A folder with one good file, and one of every kind that cannot be checked."""
    (folder / "good.md").write_text(STRAY)
    (folder / "binary.md").write_bytes(b"\x89PNG\r\n\0\0\0")
    (folder / "gbk.md").write_bytes("中文内容，测试编码。\n".encode("gbk"))
    (folder / "utf16.md").write_bytes("中文内容\n".encode("utf-16"))
    (folder / "broken.md").write_bytes("第一行\n第二行".encode() + b"\xff\n")
    (folder / "link.md").symlink_to("nowhere")
    (folder / "loop.md").symlink_to("loop.md")
    os.mkfifo(folder / "pipe.md")
    return folder


@pytest.mark.parametrize("name", BROKEN_FILES)
def test_a_named_file_that_cannot_be_checked(broken: Path, name: str) -> None:
    english, chinese = BROKEN_FILES[name]
    result = call("check", name, "good.md", "--quiet")
    assert (result.code, result.out, result.err) == (2, "good.md:" + PROBLEM, f"error: {english}\n")
    assert call("check", name, "--lang", "zh").err.startswith(f"错误：{chinese}\n")


def test_in_a_folder_every_one_of_them_is_told(broken: Path) -> None:
    result = call("check", ".", "--quiet")
    expected = [f"error: {english}" for name, (english, _) in BROKEN_FILES.items() if name != "missing.md"]
    assert (result.code, result.out) == (2, "good.md:" + PROBLEM)
    assert sorted(result.err.splitlines()) == sorted(expected)


def test_an_empty_path_is_not_the_current_folder(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    result = call("check", "")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error: `` does not exist")


def test_a_socket_is_no_file(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s.md")
        assert "`s.md` is neither a file" in call("check", "s.md").err


def test_permission_denied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.md").write_text(STRAY)
    (folder / "closed").mkdir()
    (folder / "closed" / "b.md").write_text(STRAY)
    (folder / "good.md").write_text(STRAY)
    (folder / "a.md").chmod(0)
    (folder / "closed").chmod(0)
    if os.access("a.md", os.R_OK):
        pytest.skip("this user may read anything")
    result = call("check", "--quiet")
    assert (result.code, result.out) == (2, "good.md:" + PROBLEM)
    assert "error: `a.md` cannot be read: permission denied; change its permissions" in result.err
    assert "error: `closed` cannot be read: permission denied" in result.err


def test_permission_denied_as_told_by_the_system(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from zhenlint import files

    def closed(path: str, shown: str) -> bytes:
        raise files.unreadable(path, shown, PermissionError(13, "Permission denied"))

    (folder / "a.md").write_text(STRAY)
    monkeypatch.setattr(files, "read", closed)
    assert call("check", "--isolated").err == (
        "error: `a.md` cannot be read: permission denied; change its permissions or add it to `exclude`\n"
    )
    assert call("check", "--isolated", "--lang", "zh").err == (
        "错误：无法读取 `a.md`：权限不足；请修改其权限，或将其加入 `exclude`\n"
    )


def test_a_folder_with_a_markdown_name_is_a_folder(folder: Path) -> None:
    (folder / "x.md").mkdir()
    (folder / "x.md" / "a.md").write_text(STRAY)
    assert call("check").out == "x.md/a.md:" + PROBLEM
    assert call("check", "x.md").out == "x.md/a.md:" + PROBLEM


def test_a_folder_without_markdown(folder: Path) -> None:
    (folder / "empty").mkdir()
    result = call("check", "empty")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "warning: no Markdown file in `empty` (.md .markdown .mdx .mdown .qmd .Rmd; ignored and excluded"
        " files are left out)\n"
    )
    assert call("check", "--lang", "zh").err == (
        "警告：`.` 中没有 Markdown 文件（.md .markdown .mdx .mdown .qmd .Rmd；被忽略和排除的文件不计）\n"
    )


USAGE = {
    ("chek",): (
        "there is no command `chek`; did you mean `check`?",
        "没有 `chek` 这个命令；您是不是想写 `check`？",
    ),
    ("zzz",): (
        "there is no command `zzz`; the commands are " + ", ".join(f"`{name}`" for name in COMMANDS),
        "没有 `zzz` 这个命令；可用的命令有 " + "、".join(f"`{name}`" for name in COMMANDS),
    ),
    ("a.md",): (
        "there is no command `a.md`; to check that path, run `zhenlint check a.md`",
        "没有 `a.md` 这个命令；若要检查该路径，请运行 `zhenlint check a.md`",
    ),
    ("--versoin",): (
        "there is no option `--versoin`; did you mean `--version`?",
        "没有 `--versoin` 这个选项；您是不是想写 `--version`？",
    ),
    ("check", "--fx"): (
        "there is no option `--fx`; did you mean `--fix`?",
        "没有 `--fx` 这个选项；您是不是想写 `--fix`？",
    ),
    ("check", "--xyzzy"): ("there is no option `--xyzzy`", "没有 `--xyzzy` 这个选项"),
    ("check", "--config"): ("option `--config` needs a value", "选项 `--config` 需要一个值"),
    ("check", "--select="): ("option `--select` needs a value", "选项 `--select` 需要一个值"),
    ("check", "--fix=yes"): ("option `--fix` takes no value", "选项 `--fix` 不带值"),
    ("check", "--color", "red"): (
        "`--color` cannot be `red`; choose from `auto`, `always`, `never`",
        "`--color` 不能是 `red`；请从 `auto`、`always`、`never` 中选择",
    ),
    ("check", "--select", "SP04"): (
        "`--select` names `SP04`, which no rule code begins with; did you mean `SP004`?",
        "`--select` 中的 `SP04` 不是任何规则代码或其前缀；您是不是想写 `SP004`？",
    ),
    ("check", "--ignore", "SP004,sp"): (
        "`--ignore` names `sp`, which no rule code begins with; did you mean `SP`?",
        "`--ignore` 中的 `sp` 不是任何规则代码或其前缀；您是不是想写 `SP`？",
    ),
    ("check", "--extend-select", "han-han-spacing"): (
        "`--extend-select` names `han-han-spacing`, which no rule code begins with; did you mean `SP004`?",
        "`--extend-select` 中的 `han-han-spacing` 不是任何规则代码或其前缀；您是不是想写 `SP004`？",
    ),
    ("check", "--select", "QQQQ9"): (
        "`--select` names `QQQQ9`, which no rule code begins with; `zhenlint rule` lists them all",
        "`--select` 中的 `QQQQ9` 不是任何规则代码或其前缀；运行 `zhenlint rule` 查看全部规则",
    ),
    ("check", "--encoding", "gbkk"): (
        "`--encoding` cannot be `gbkk`: no text encoding has that name; did you mean `gbk`?",
        "`--encoding` 不能是 `gbkk`：没有叫这个名字的文本编码；您是不是想写 `gbk`？",
    ),
    ("check", "--encoding", "base64"): (
        "`--encoding` cannot be `base64`: no text encoding has that name",
        "`--encoding` 不能是 `base64`：没有叫这个名字的文本编码",
    ),
    ("check", "-", "a.md"): (
        "`-` and `a.md` cannot be used together; leave one out",
        "`-` 与 `a.md` 不能同时使用；请去掉其中一个",
    ),
    ("check", "--stdin-filename", "a.md"): (
        "`--stdin-filename` has an effect only with `-`; add one or leave `--stdin-filename` out",
        "`--stdin-filename` 只有与 `-` 合用才有意义；请补上其一，或去掉 `--stdin-filename`",
    ),
    ("check", "--unsafe-fixes"): (
        "`--unsafe-fixes` has an effect only with `--fix`, `--diff`; add one or leave `--unsafe-fixes` out",
        "`--unsafe-fixes` 只有与 `--fix`、`--diff` 合用才有意义；请补上其一，或去掉 `--unsafe-fixes`",
    ),
    ("check", "--isolated", "--config", "x.toml"): (
        "`--config` and `--isolated` cannot be used together; leave one out",
        "`--config` 与 `--isolated` 不能同时使用；请去掉其中一个",
    ),
    ("rule", "SP04"): (
        "there is no rule `SP04`; did you mean `SP004`?",
        "没有 `SP04` 这条规则；您是不是想写 `SP004`？",
    ),
    ("rule", "sp004"): (
        "there is no rule `sp004`; did you mean `SP004`?",
        "没有 `sp004` 这条规则；您是不是想写 `SP004`？",
    ),
    ("rule", "qqqqqq"): (
        "there is no rule `qqqqqq`; `zhenlint rule` lists them all",
        "没有 `qqqqqq` 这条规则；运行 `zhenlint rule` 查看全部规则",
    ),
    ("rule", "SP004", "SP001"): ("too many arguments: `SP001`; give one", "参数过多：`SP001`；只能给一个"),
}


@pytest.mark.parametrize("arguments", USAGE, ids=" ".join)
def test_a_mistake_on_the_command_line(folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "a.md").write_text(STRAY)
    english, chinese = USAGE[arguments]
    command = "zhenlint" if arguments[0] not in COMMANDS else f"zhenlint {arguments[0]}"
    result = call(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"error: {english}\nRun `{command} --help` for help.\n"
    result = call("--lang", "zh", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"错误：{chinese}\n运行 `{command} --help` 查看帮助。\n"


def test_control_characters_never_reach_the_terminal(folder: Path) -> None:
    name = "a\x1b[2J\u202e.md"
    (folder / name).write_text("我在折腾 thesis\x1b]0;x\x07 的 新实验了。\n")
    for arguments in (
        ("check",),
        ("check", "--output-format", "full"),
        ("check", "--diff", "--color", "always"),
    ):
        result = call(*arguments)
        assert "SP004" in result.out or "+++" in result.out
        for char in ("\x1b[2J", "\x1b]", "\x07", "\u202e"):
            assert char not in result.out + result.err
    assert r"`b\x1b[2J` does not exist" in call("check", "b\x1b[2J").err


def test_an_undecodable_file_name_is_shown_by_its_bytes(folder: Path) -> None:
    try:
        Path(os.fsdecode(b"a\xff.md")).write_text(STRAY)
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    result = spawn("check")
    assert result.returncode == 1
    assert result.stdout == rf"a\xff.md:{PROBLEM}".encode()
    assert spawn("check", "--output-format", "json").stdout.startswith(b'[\n  {"path": "a\\udcff.md"')


def test_what_standard_output_cannot_express_is_escaped(folder: Path) -> None:
    (folder / "文.md").write_text(STRAY)
    environment = {"PYTHONIOENCODING": "ascii"}
    assert spawn("check", environment=environment).stdout.startswith(rb"\u6587.md:1:14: SP004")
    json = spawn("check", "--output-format", "jsonl", environment=environment).stdout
    assert json.startswith('{"path": "文.md"'.encode())
