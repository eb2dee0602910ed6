"""The counts of sequences of symbols, packed and as the detector asks them."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from dictionaries.chinese_ngrams import data_files, pack, unpack
from zhenlint.spelling.chinese.character_lines import CharacterLines
from zhenlint.spelling.chinese.near_misses import NearMisses
from zhenlint.spelling.chinese.ngrams import LOGS, NGrams, ngrams, symbol

CHINESE = Path(__file__).parent.parent.parent / "dictionaries" / "chinese"


@pytest.mark.parametrize("gram", ["的", "继续", "数据库", "如果我们", "\n我们", "，但是", "A的"])
def test_common(gram: str) -> None:
    assert ngrams().level(gram) > 20


@pytest.mark.parametrize("gram", ["", "继绪", "数居库", "的的的的", "abc", "继续继续继"])
def test_not_counted(gram: str) -> None:
    assert ngrams().level(gram) == 0


def test_a_common_word_outweighs_a_rare_one() -> None:
    assert ngrams().level("再往") > ngrams().level("在往") > 0


def test_levels_from_a_place_are_those_of_the_ngrams() -> None:
    counts = ngrams()
    for text in ("数据库的", "再往前", "如", "，但是在", "继绪"):
        assert counts.levels_from(text) == [counts.level(text[:end]) for end in range(1, len(text) + 1)]


def test_three_levels_double_a_count() -> None:
    assert LOGS[0] < LOGS[1] == 0
    assert LOGS[7] == pytest.approx(2 * LOGS[4])


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("我们", "我们"),
        ("。！?…", "。。。。"),
        ("，、：:", "，，，，"),
        ("（》”—", "““““"),
        ("\r\n", "\n\n"),
        ("a1𠀀☃", "AAAA"),
    ],
)
def test_symbols(characters: str, expected: str) -> None:
    assert "".join(map(symbol, characters)) == expected


def test_packed_counts_come_back() -> None:
    grams = [{0: 5, 3: 60}, {0: 1, 4096: 7, 4096 * 4095 + 4095: 63}, {}, {4096**3: 12}]
    symbols = "\n" + "".join(chr(0x4E00 + number) for number in range(4095))
    back_symbols, back = unpack(pack(symbols, grams))
    assert back_symbols == symbols
    assert back[0] == {"\n": 5, symbols[3]: 60}
    assert back[1] == {"\n\n": 1, symbols[1] + "\n": 7, symbols[4095] * 2: 63}
    assert back[2] == {}
    assert back[3] == {symbols[1] + "\n\n\n": 12}


def test_damaged_counts_are_no_counts() -> None:
    with pytest.raises(lzma.LZMAError):
        unpack((CHINESE / "ngram-counts.xz").read_bytes()[:-100] + bytes(100))


def test_built_counts_are_asked_from_any_folder(tmp_path: Path) -> None:
    symbols = "\nA。，“〇在再往"
    grams = [{6: 40, 7: 35, 8: 20}, {7 << 12 | 8: 26}, {}, {}]
    (tmp_path / "ngram-counts.xz").write_bytes(pack(symbols, grams))
    (tmp_path / "slips.tsv").write_text("在再\t9\n", encoding="utf-8")
    for name, content in data_files(tmp_path).items():
        (tmp_path / name).write_bytes(content)
    counts = NGrams(tmp_path)
    assert (counts.level("再往"), counts.level("在往"), counts.level("在")) == (26, 0, 40)
    assert NearMisses(tmp_path).among("在往") == [(0, "再", 0)]
    assert CharacterLines(tmp_path / "chinese-slips.tsv").of("在") == "再9"


def test_the_committed_counts_are_the_same_in_the_package() -> None:
    _, grams = unpack((CHINESE / "ngram-counts.xz").read_bytes())
    counts = ngrams()
    assert [len(part) for part in grams] == [4091, 208_210, 514_195, 176_105]
    for part in grams:
        assert all(counts.level(gram) == level for gram, level in list(part.items())[::500])
