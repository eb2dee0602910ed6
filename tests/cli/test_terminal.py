"""What changes on a terminal: format, colour, width."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.calls import STRAY, on_terminal, spawn
from zhenlint import terminal
from zhenlint.terminal import escape, width

LONG = "这是一段很长的话，" * 20 + STRAY


def test_full_and_coloured_on_a_terminal(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    code, shown = on_terminal("check")
    assert code == 1
    assert "\x1b[1;33mSP004\x1b[0m" in shown
    assert "1 | \x1b[0m我在折腾 thesis 的 新实验了。\n" in shown
    assert shown.endswith("Found 1 problem in 1 file (1 fixable with --fix).\n")


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ((), {"NO_COLOR": "1"}, False),
        ((), {"NO_COLOR": ""}, True),
        ((), {"TERM": "dumb"}, False),
        ((), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
    ],
)
def test_colour_on_a_terminal(
    folder: Path, arguments: tuple[str, ...], environment: dict[str, str], coloured: bool
) -> None:
    (folder / "a.md").write_text(STRAY)
    _, shown = on_terminal("check", *arguments, environment=environment)
    assert ("\x1b[" in shown) == coloured
    assert "1 | " in shown


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "always"), {}, True),
    ],
)
def test_colour_in_a_pipe(
    folder: Path, arguments: tuple[str, ...], environment: dict[str, str], coloured: bool
) -> None:
    (folder / "a.md").write_text(STRAY)
    shown = spawn("check", *arguments, environment=environment).stdout.decode()
    assert ("\x1b[" in shown) == coloured
    assert "SP004" in shown


def test_long_lines_are_cut_to_the_terminal(folder: Path) -> None:
    (folder / "a.md").write_text(LONG)
    _, shown = on_terminal("check", "--color", "never")
    source, carets = (line for line in shown.splitlines() if line.startswith(("1 | ", "  | ")))
    assert 70 <= width(source) <= 80
    assert carets.index("^") == width(source[: source.index(" 新实验")])


def test_help_fits_the_terminal() -> None:
    for arguments in (("--help",), ("check", "--help"), ("--lang", "zh", "check", "-h"), ("rule", "-h")):
        code, shown = on_terminal(*arguments)
        assert code == 0
        assert max(width(line) for line in shown.splitlines()) <= 80


def test_rule_pages_fit_the_terminal(folder: Path) -> None:
    _, shown = on_terminal("--lang", "zh", "rule", "SP004", environment={"NO_COLOR": "1"})
    prose = [line for line in shown.splitlines() if not line.startswith(("    ", "http"))]
    assert "# SP004" not in shown
    assert prose[0].startswith("SP004 ")
    assert "```" not in shown
    assert max(width(line) for line in prose) <= 80


def test_diff_on_a_terminal_is_coloured_and_harmless(folder: Path) -> None:
    (folder / "a.md").write_text("我在折腾 thesis 的 新实验了\x1b[2J。\n")
    _, shown = on_terminal("check", "--diff")
    assert "\x1b[31m-我在折腾" in shown
    assert "\x1b[2J" not in shown
    assert escape("\x1b[2J") in shown


def test_nothing_that_must_be_escaped_is_printable() -> None:
    patterns = (terminal.UNSAFE, terminal._INVISIBLE)
    escaped = [char for char in map(chr, range(sys.maxunicode + 1)) if any(p.match(char) for p in patterns)]
    assert len(escaped) > 100
    assert not any(char.isprintable() for char in escaped)
