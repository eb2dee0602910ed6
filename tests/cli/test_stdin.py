"""``zhenlint check -``: one document on standard input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calls import FIXED, PROBLEM, STRAY, UNSAFE, call, spawn


def test_a_document_on_standard_input_is_checked() -> None:
    result = call("check", "-", stdin=STRAY)
    assert (result.code, result.out) == (1, "-:" + PROBLEM)
    assert call("check", "-", stdin=FIXED).code == 0
    assert call("check", "-", stdin="").code == 0


def test_its_place_gives_path_and_configuration(folder: Path) -> None:
    (folder / "notes").mkdir()
    (folder / "notes" / "zhenlint.toml").write_text('[per-file-ignores]\n"draft*" = ["SP004"]\n')
    assert call("check", "-", "--stdin-filename", "notes/draft.md", stdin=STRAY).code == 0
    result = call("check", "-", "--stdin-filename", "notes/a.md", "--output-format", "json", stdin=STRAY)
    assert json.loads(result.out)[0]["path"] == "notes/a.md"
    assert not (folder / "notes" / "a.md").exists()


def test_fixing_writes_the_document_and_nothing_else() -> None:
    result = call("check", "-", "--fix", stdin=STRAY + "\n" + UNSAFE)
    assert (result.code, result.out) == (0, FIXED + "\n" + UNSAFE)
    assert "-:3:4: EN003 `python` is written `Python`\n" in result.err
    assert "Fixed 1 problem in 1 file.\n" in result.err


def test_fixing_for_programs_keeps_standard_error_readable() -> None:
    result = call("check", "-", "--fix", "--output-format", "json", stdin=STRAY + "\n" + UNSAFE)
    assert result.out == FIXED + "\n" + UNSAFE
    assert json.loads(result.err)[0]["code"] == "EN003"


@pytest.mark.parametrize("document", ["\ufeff{}\r\n第二行", "{}\r", ""], ids=["mark-and-crlf", "cr", "empty"])
def test_fixing_keeps_every_other_byte(document: str) -> None:
    before, after = (document.replace("{}", line.rstrip("\n")) for line in (STRAY, FIXED))
    result = call("check", "-", "--fix", "--quiet", stdin=before.encode())
    assert (result.code, result.out_bytes) == (0, after.encode())


@pytest.mark.parametrize(
    ("stdin", "words"),
    [(b"\x89PNG\0\0", "binary data"), (STRAY.encode("gb18030"), "GB18030")],
    ids=["binary", "gbk"],
)
def test_fixing_what_cannot_be_read_writes_nothing(stdin: bytes, words: str) -> None:
    result = call("check", "-", "--fix", stdin=stdin)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert call("check", "-", stdin=stdin).code == 2


def test_fixing_with_a_wrong_configuration_writes_nothing(folder: Path) -> None:
    (folder / "zhenlint.toml").write_text("nonsense = 1\n")
    result = call("check", "-", "--fix", stdin=STRAY)
    assert (result.code, result.out) == (2, "")
    assert "unknown key `nonsense`" in result.err


def test_diff_of_standard_input() -> None:
    result = call("check", "-", "--diff", "--stdin-filename", "a.md", stdin=STRAY)
    assert result.code == 1
    assert result.out == f"--- a.md\n+++ a.md\n@@ -1 +1 @@\n-{STRAY}+{FIXED}"


def test_report_of_fixing_can_go_to_a_file(folder: Path) -> None:
    result = call("check", "-", "--fix", "-o", "left.txt", "--quiet", stdin=UNSAFE)
    assert (result.out, result.err) == (UNSAFE, "")
    assert "EN003" in (folder / "left.txt").read_text()


def test_a_real_process_passes_bytes_through() -> None:
    result = spawn("check", "-", "--fix", "--quiet", stdin=b"\xef\xbb\xbf" + STRAY.encode() + b"\r\n\x0c")
    assert result.returncode == 0
    assert result.stdout == b"\xef\xbb\xbf" + FIXED.encode() + b"\r\n\x0c"
