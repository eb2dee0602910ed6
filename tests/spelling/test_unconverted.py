"""Pinyin left in Chinese text: what it is read as, and when it is pinyin."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhenlint.package_data import read_data
from zhenlint.rules.chinese.unlikely_character import _SYLLABLES
from zhenlint.spelling.chinese.unconverted import NAMES, converter

READINGS = dict(line.split("\t") for line in read_data("syllables.tsv").splitlines())
HAN = st.text(st.sampled_from("我们的是在不这有个文件目录数据可以使用了一，。a \n"), max_size=12)


@pytest.mark.parametrize(
    ("before", "word", "after", "meant"),
    [
        ("请打开这个文件", "de", "目录", "的"),
        ("请打开这个文件 ", "de", " 目录", "的"),
        ("把结果保存", "dao", "文件里", "到"),
        ("我们 ", "keyi", " 使用这个方法", "可以"),
        ("我们 ", "can", " 使用这个方法", None),
        ("我们 ", "git", " 使用这个方法", None),
        ("我们可以看到", "tamen", "的数据", None),
        ("我们可以看到", "women", "的数据", None),
        ("不 ", "zzz", " 不", None),
    ],
)
def test_what_is_meant(before: str, word: str, after: str, meant: str | None) -> None:
    assert converter().meant(before, word, after) == meant


@given(HAN, st.lists(st.sampled_from(sorted(READINGS)), min_size=1, max_size=3), HAN)
def test_what_is_read_sounds_like_what_is_written(before: str, syllables: list[str], after: str) -> None:
    word = "".join(syllables)
    _, characters = converter().likeliest(before, word, after)
    assert not characters or word in {"".join(way) for way in _ways(characters)}


def _ways(characters: str) -> list[list[str]]:
    """All ways to say some characters."""
    ways: list[list[str]] = [[]]
    for character in characters:
        said = [syllable for syllable, others in READINGS.items() if character in others]
        ways = [[*way, syllable] for way in ways for syllable in said]
    return ways


def test_the_pattern_lets_syllables_pass() -> None:
    passed = {syllable for syllable in READINGS if _SYLLABLES.fullmatch(syllable)}
    assert set(READINGS) - passed == {"hng", "lo", "m", "n", "ng", "o"}  # interjections, and 咯


@pytest.mark.parametrize("word", ["git", "java", "python", "docker", "redis", "linux", "http", "spring"])
def test_most_words_are_told_apart_by_the_pattern(word: str) -> None:
    assert not _SYLLABLES.fullmatch(word)


@pytest.mark.parametrize(
    ("text", "loaded"), [("我们使用 git 管理代码", False), ("请打开这个文件 de 目录", True)]
)
def test_nothing_is_loaded_for_other_words(text: str, loaded: bool) -> None:
    program = (
        "import sys; from zhenlint import check_text, Settings;"
        f"check_text({text!r}, settings=Settings(select=('ZH002',)));"
        "print('zhenlint.rules.chinese.unconverted_pinyin' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == str(loaded)


def test_names_are_syllables() -> None:
    assert set(READINGS) >= NAMES
