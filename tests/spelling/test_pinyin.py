"""Names by their sounds."""

from __future__ import annotations

import pytest

from zhenlint.spelling.chinese.pinyin import has_sound, sounds


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("计算机", {"jisuanji"}),
        ("音乐", {"yinle", "yinyue"}),
        ("Go 语言-入门.v2", {"goyuyanrumenv2"}),
        ("绿色", {"lvse", "luse", "lvshai"}),
        ("lüse", {"lvse"}),
        ("", {""}),
        ("㐀字", {"㐀zi"}),
        ("字" * 31, set()),
    ],
)
def test_ways_to_write_a_name(name: str, ways: set[str]) -> None:
    assert ways <= sounds(name)
    assert bool(ways) == bool(sounds(name))


def test_many_readings_are_cut_short() -> None:
    assert len(sounds("乐" * 20)) <= 32


def test_one_character_is_too_little() -> None:
    assert has_sound("计算")
    assert not has_sound("计")
    assert not has_sound("jisuanji")
