"""Fixing within a scope: only lines that count change, and what is left alone stays as it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhenlint.check import check
from zhenlint.diagnostic import Edit
from zhenlint.fixing import apply_edits, fix
from zhenlint.scope import Limits, Scope
from zhenlint.settings import Settings
from zhenlint.source import Source

LINES = ["在GitHub上写了Python程序。", "我在折腾 thesis 的 新实验了。", "肺癌,希望。", "没有问题。", ""]

SETTINGS = Settings(select=("SP", "PU"), rule_options={"SP001": {"style": "always"}})


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=12), st.data())
def test_only_lines_that_count_change(lines: list[str], data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.integers(1, len(lines))))
    text = "\n".join(lines) + "\n"
    limits = Limits(tuple((number, number) for number in sorted(chosen)))
    result = fix(Source("a.md", text), SETTINGS, scope=limits.scope(text))
    fixed = result.source.text.split("\n")
    assert [line for number, line in enumerate(fixed[:-1], 1) if number not in chosen] == [
        line for number, line in enumerate(lines, 1) if number not in chosen
    ]
    assert {result.source.position(item.start).line for item in result.remaining} <= chosen
    whole = fix(Source("a.md", text), SETTINGS).source.text.split("\n")
    assert all(fixed[number - 1] == whole[number - 1] for number in chosen)


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8), st.data())
def test_what_is_left_alone_stays(lines: list[str], data: st.DataObject) -> None:
    source = Source("a.md", "\n".join(lines) + "\n")
    found = check(source, SETTINGS)
    kept = data.draw(st.sets(st.sampled_from(found))) if found else set()
    spared = frozenset((item.code, item.start, item.end) for item in kept)
    result = fix(source, SETTINGS, scope=Limits(None, spared).scope(source.text))
    assert result.applied == len(found) - len(kept)
    assert result.remaining == []
    assert len(check(result.source, SETTINGS)) == len(kept)


@given(st.text("ab", max_size=12), st.data())
def test_places_follow_edits(text: str, data: st.DataObject) -> None:
    offsets = st.integers(0, len(text))
    start, end = sorted((data.draw(offsets), data.draw(offsets)))
    cuts = sorted(data.draw(st.sets(offsets, max_size=6)))
    outside = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if b <= start or a >= end]
    edits = [Edit(a, b, data.draw(st.text("xyz", max_size=2))) for a, b in outside]
    scope = Scope(((start, end),), frozenset({("SP001", start, end)})).after(edits)
    assert scope.spans
    ((first, last),) = scope.spans
    ((_, place, place_end),) = scope.spared
    assert (first, last) == (place, place_end)
    assert apply_edits(text, edits)[first:last] == text[start:end]


def test_what_is_put_in_at_the_edges() -> None:
    scope = Scope(((2, 4),)).after([Edit(2, 2, "xx"), Edit(4, 4, "y")])
    assert scope.spans == ((2, 6),)
    assert Scope(((2, 4),)).after([Edit(1, 3, "x")]).spans == ((1, 3),)
    assert Scope(((2, 4),)).after([Edit(3, 5, "xyz")]).spans == ((2, 6),)


def test_lines_are_counted_as_git_counts_them() -> None:
    text = "a\rb\r\nc\nd"
    assert Limits(((1, 1),)).scope(text).spans == ((0, 5),)
    assert Limits(((2, 3), (9, 9))).scope(text).spans == ((5, 9),)
    assert Limits(()).is_empty
    assert Limits().scope(text).spans is None


def test_a_place_between_two_characters_is_on_the_line_of_the_second() -> None:
    assert Scope(((2, 4),)).admits("SP001", 2, 2)
    assert not Scope(((0, 2),)).admits("SP001", 2, 2)
