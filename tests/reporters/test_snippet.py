"""The source line with carets: cut to width, under the exact characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhenlint.reporters.snippet import snippet
from zhenlint.terminal import UNSAFE, escape, width


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "offset", "length"),
    [
        ("我在 thesis 的 新实验", 11, 12, "我在 thesis 的 新实验", 14, 1),
        ("regieter now", 0, 8, "regieter now", 0, 8),
        ("中文,标点", 2, 3, "中文,标点", 4, 1),
        ("a\tb错字", 3, 5, "a    b错字", 6, 4),
        ("空", 1, 1, "空", 2, 1),
        ("", 0, 0, "", 0, 1),
        ("👩‍👩‍👧 家 了", 6, 7, "👩‍👩‍👧 家 了", 3, 2),
        ("e\u0301 x", 2, 3, "e\u0301 x", 1, 1),
        ("❤️ x", 3, 4, "❤️ x", 3, 1),
        ("零\u200b宽", 1, 2, "零\\u200b宽", 2, 6),
        ("a\x1b[31mb", 1, 2, "a\\x1b[31mb", 1, 4),
        ("a\u202eb", 1, 2, "a\\u202eb", 1, 6),
        ("a\u200db", 1, 2, "a\u200db", 1, 1),
        ("全角　空格", 2, 3, "全角　空格", 4, 2),
    ],
)
def test_carets_stand_under_the_characters(
    line: str, start: int, end: int, shown: str, offset: int, length: int
) -> None:
    assert snippet(line, start, end, 80) == (shown, offset, length)


def test_a_long_line_is_cut_on_both_sides() -> None:
    line = "很长的一行字，" * 50 + "错" + "后面还有很多，" * 50
    shown = snippet(line, 350, 351, 40)
    assert width(shown.line) in {39, 40}
    assert shown.line.startswith("…")
    assert shown.line.endswith("…")
    assert shown.line[_index_of_cell(shown.line, shown.offset)] == "错"
    assert 15 <= shown.offset <= 25


def test_a_long_line_is_cut_on_one_side_where_that_is_enough() -> None:
    line = "错" + "后面还有很多，" * 50
    shown = snippet(line, 0, 1, 40)
    assert shown.line.startswith("错")
    assert shown.line.endswith("…")
    assert width(shown.line) in {38, 39, 40}
    shown = snippet(line[::-1], 350, 351, 40)
    assert shown.line.startswith("…")
    assert shown.line.endswith("错")


def test_what_is_longer_than_the_line_is_cut_itself() -> None:
    shown = snippet("前" + "长" * 200 + "后", 1, 201, 40)
    assert width(shown.line) <= 40
    assert shown.offset + shown.length <= 40
    assert shown.line.endswith("…")


def test_a_cut_does_not_begin_with_a_combining_mark() -> None:
    line = "e\u0301" * 100 + "x"
    shown = snippet(line, 200, 201, 40)
    assert shown.line.startswith("…e\u0301")


def _index_of_cell(text: str, cell: int) -> int:
    return next(index for index in range(len(text)) if width(text[:index]) == cell)


_TEXT = st.text(
    st.one_of(
        st.sampled_from("中文，。a b\t\u200b\u200d\u0301\ufe0f👩❤\x1b\x9b\u202e\u2028　"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=300,
)


@given(_TEXT, st.integers(0, 300), st.integers(0, 20), st.integers(40, 120))
def test_a_snippet_fits_and_is_harmless(line: str, start: int, length: int, cells: int) -> None:
    start = min(start, len(line))
    shown = snippet(line, start, min(start + length, len(line)), cells)
    assert width(shown.line) <= cells
    assert not UNSAFE.search(shown.line)
    assert shown.length >= 1
    assert 0 <= shown.offset <= width(shown.line)


@given(_TEXT)
def test_escaping_leaves_one_harmless_line(text: str) -> None:
    shown = escape(text)
    assert not UNSAFE.search(shown)
    assert "\n" not in shown
    assert escape(shown) == shown
