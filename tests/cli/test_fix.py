"""``--fix`` and ``--diff``."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import FIXED, STRAY, UNSAFE, call


def test_fix_writes_the_safe_fixes(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    (folder / "b.md").write_text(FIXED)
    result = call("check", "--fix")
    assert (result.code, result.out) == (0, "")
    assert result.err == "Fixed 1 problem in 1 file.\n"
    assert (folder / "a.md").read_text() == FIXED
    again = call("check", "--fix")
    assert (again.code, again.err) == (0, "No problems in 2 files.\n")


def test_fix_tells_what_is_left(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY + "\n" + UNSAFE)
    result = call("check", "--fix", "--select", "SP004,EN003")
    assert result.code == 1
    assert result.out == "a.md:3:4: EN003 `python` is written `Python`\n"
    assert result.err == (
        "Fixed 1 problem in 1 file.\n1 problem left in 1 file (1 fixable with --fix --unsafe-fixes).\n"
    )
    assert call("check", "--fix", "--unsafe-fixes", "--select", "EN003").code == 0
    assert "Python" in (folder / "a.md").read_text()


def test_fix_promises_nothing_that_it_did_not_do(folder: Path) -> None:
    """A space in the heading would change its anchor, to which a link of the document leads."""
    (folder / "a.md").write_text("# 用Python写\n\n见[上文](#用python写)\n")
    assert call("check", "--select", "SP001").err == "Found 2 problems in 1 file.\n"
    result = call("check", "--fix", "--select", "SP001")
    places = ["a.md:1:3: SP001 no space between “用” and “Python”"]
    places += ["a.md:1:9: SP001 no space between “Python” and “写”"]
    assert (result.code, result.out.splitlines()) == (1, places)
    assert result.err == "Found 2 problems in 1 file.\n"


def test_fix_in_chinese_and_for_programs(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    result = call("check", "--fix", "--lang", "zh", "--output-format", "json")
    assert (result.out, result.err) == ("[]\n", "修复了 1 个文件中的 1 个问题。\n")


@pytest.mark.parametrize(
    "document",
    ["\ufeff{}\r\n第二行", "{}\r第二行\r\r", "{}", "{}  \n\n\n", "{}\u2028\x0b\x0c\x85{}\n"],
    ids=["mark-and-crlf", "cr", "no-final-line-end", "blank-lines", "odd-line-separators"],
)
def test_every_other_byte_stays(folder: Path, document: str) -> None:
    before, after = (document.replace("{}", line.rstrip("\n")) for line in (STRAY, FIXED))
    (folder / "a.md").write_bytes(before.encode())
    assert call("check", "--fix", "--select", "SP004").code == 0
    assert (folder / "a.md").read_bytes() == after.encode()


def test_another_encoding_is_kept(folder: Path) -> None:
    (folder / "a.md").write_bytes(STRAY.encode("gb18030"))
    assert call("check", "--fix", "--encoding", "gb18030").code == 0
    assert (folder / "a.md").read_bytes() == FIXED.encode("gb18030")


def test_bytes_that_would_not_come_back_are_left_alone(folder: Path) -> None:
    data = b"\xfe\xff" + STRAY.encode("utf-16-be")  # written back, utf-16 has the machine's byte order
    (folder / "a.md").write_bytes(data)
    result = call("check", "--fix", "--encoding", "utf-16")
    assert result.code == 2
    assert "`a.md` cannot be written back byte for byte in UTF-16" in result.err
    assert (folder / "a.md").read_bytes() == data
    chinese = call("check", "--fix", "--encoding", "utf-16", "--lang", "zh").err
    assert "`a.md` 无法以 UTF-16 编码逐字节还原" in chinese


def test_mode_and_links_are_kept(folder: Path) -> None:
    (folder / "real").mkdir()
    target = folder / "real" / "a.md"
    target.write_text(STRAY)
    target.chmod(0o640)
    (folder / "link.md").symlink_to("real/a.md")
    assert call("check", "--fix", "link.md").code == 0
    assert (folder / "link.md").is_symlink()
    assert target.read_text() == FIXED
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(folder / "real")) == ["a.md"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_is_kept(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    os.chown(folder / "a.md", 4321, 1234)
    assert call("check", "--fix").code == 0
    status = (folder / "a.md").stat()
    assert (status.st_uid, status.st_gid) == (4321, 1234)
    assert (folder / "a.md").read_text() == FIXED


def test_a_clean_file_is_not_touched(folder: Path) -> None:
    path = folder / "a.md"
    path.write_text(FIXED)
    before = path.stat()
    call("check", "--fix")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_file_changed_meanwhile_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from zhenlint import fixing

    fix = fixing.fix

    def slow(*arguments: Any, **options: Any) -> fixing.FixResult:
        (folder / "a.md").write_text("somebody else's text\n")
        return fix(*arguments, **options)

    monkeypatch.setattr("zhenlint.fixing.fix", slow)
    for language, words in (("en", "was changed by another program"), ("zh", "被其他程序修改")):
        (folder / "a.md").write_text(STRAY)
        result = call("check", "--fix", "--lang", language)
        assert result.code == 2
        assert words in result.err
        assert (folder / "a.md").read_text() == "somebody else's text\n"


def test_a_file_that_cannot_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.md").write_text(STRAY)
    (folder / "b.md").write_text(STRAY)
    rename = os.replace

    def full(source: str, target: str) -> None:
        if target.endswith("a.md"):
            raise OSError(28, "No space left on device")
        rename(source, target)

    monkeypatch.setattr(os, "replace", full)
    for language, words in (
        ("en", "error: `a.md` cannot be written: No space left on device; it was left as it was"),
        ("zh", "错误：无法写入 `a.md`：No space left on device；文件保持原样"),
    ):
        result = call("check", "--fix", "--lang", language)
        assert result.code == 2
        assert words in result.err
    assert (folder / "a.md").read_text() == STRAY
    assert (folder / "b.md").read_text() == FIXED
    assert sorted(os.listdir(folder)) == ["a.md", "b.md"]


def test_diff_changes_nothing(folder: Path) -> None:
    (folder / "a.md").write_text("第一行\n" + STRAY)
    result = call("check", "--diff")
    assert result.code == 1
    assert result.out == (f"--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n 第一行\n-{STRAY}+{FIXED}")
    assert result.err == "Would fix 1 problem in 1 file.\n"
    assert call("check", "--diff", "--lang", "zh").err == "将会修复 1 个文件中的 1 个问题。\n"
    assert (folder / "a.md").read_text() == "第一行\n" + STRAY


def test_diff_wins_over_fix_and_takes_unsafe_fixes(folder: Path) -> None:
    (folder / "a.md").write_text(UNSAFE)
    assert call("check", "--diff", "--fix", "--select", "EN003").code == 0
    result = call("check", "--diff", "--fix", "--unsafe-fixes", "--select", "EN003")
    assert result.code == 1
    assert "+我用 Python 语言写程序。" in result.out
    assert (folder / "a.md").read_text() == UNSAFE


def test_diff_without_anything_to_change(folder: Path) -> None:
    (folder / "a.md").write_text(FIXED)
    result = call("check", "--diff")
    assert (result.code, result.out, result.err) == (0, "", "Nothing to fix in 1 file.\n")
    assert call("check", "--diff", "--lang", "zh").err == "检查了 1 个文件，没有可修复之处。\n"
    assert call("check", "--diff", "--quiet").err == ""


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + STRAY.encode().rstrip(b"\n"),
        STRAY.replace("\n", "\r\n").encode() * 3,
        (STRAY * 2).encode("gb18030"),
        ("我在折腾 thesis 的 新实验了。\u2028\x0c我在折腾 thesis 的 新实验了。\n").encode(),
    ],
    ids=["mark-and-no-line-end", "crlf", "gb18030", "odd-line-separators"],
)
def test_patch_applies_the_diff(folder: Path, content: bytes) -> None:
    encoding = "utf-8" if content.decode(errors="ignore").encode() == content else "gb18030"
    options = ("--select", "SP004", "--encoding", encoding)
    (folder / "a.md").write_bytes(content)
    diff = call("check", "--diff", *options).out_bytes
    assert call("check", "--fix", *options).code == 0
    fixed = (folder / "a.md").read_bytes()
    (folder / "a.md").write_bytes(content)
    try:
        subprocess.run(["patch", "-p0", "--binary"], input=diff, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("no patch program")
    assert (folder / "a.md").read_bytes() == fixed


def test_rules_that_undo_each_other_are_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from zhenlint import fixing

    fix = fixing.fix

    def cycling(*arguments: Any, **options: Any) -> fixing.FixResult:
        return fix(*arguments, **options)._replace(cycle=("SP001", "SP004"))

    monkeypatch.setattr("zhenlint.fixing.fix", cycling)
    (folder / "a.md").write_text(STRAY)
    assert "warning: `a.md`: the fixes of `SP001`, `SP004` undo each other" in call("check", "--fix").err
    assert "警告：`a.md`：`SP001`、`SP004` 的修复互相抵消" in call("check", "--fix", "--lang", "zh").err
    assert call("check", "--fix", "--quiet").err == ""
