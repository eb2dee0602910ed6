"""The line around a place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhenlint.rules.line import REACH, line_around, line_start


def test_lies_between_line_ends() -> None:
    text = "甲\n乙丙丁\n戊"
    assert line_around(text, 3, 4) == (2, 5)
    assert line_around(text, 0, 1) == (0, 1)
    assert line_around(text, 6, 7) == (6, 7)


def test_lies_between_other_marks_where_asked() -> None:
    assert line_around("a|b c|d", 3, 4, "\n|") == (2, 5)


def test_is_looked_at_only_so_far() -> None:
    text = "甲" * 5 * REACH
    assert line_around(text, 2 * REACH, 2 * REACH + 1) == (REACH, 3 * REACH + 1)


@given(st.text("甲乙\n", max_size=40), st.integers(0, 40), st.sampled_from((1, REACH)))
def test_begins_where_the_line_around_begins(text: str, at: int, times: int) -> None:
    text, at = text * times, min(at, len(text)) * times
    assert line_start(text, at) == line_around(text, at, at)[0]
