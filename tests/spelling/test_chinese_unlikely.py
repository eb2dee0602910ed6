"""The detector of unlikely characters: the quick test, what is seen of a character, the score."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from bisect import bisect_right
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhenlint.markdown.marks import ATOM, BLOCK, CLOSE, OPEN
from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.doubts import KINDS, doubts
from zhenlint.spelling.chinese.features import Features
from zhenlint.spelling.chinese.neighbours import SHORT
from zhenlint.spelling.chinese.ngrams import ngrams
from zhenlint.spelling.chinese.readings import Words
from zhenlint.spelling.chinese.runs import han_runs
from zhenlint.spelling.chinese.symbols import Symbols
from zhenlint.spelling.chinese.trees import Trees
from zhenlint.spelling.chinese.unlikely import detector
from zhenlint.spelling.chinese.windows import Window

RULES = Path(__file__).parents[2] / "docs" / "rules"
WRONG = "重启服务之后就可以解决次问题"


def doubts_in(text: str) -> dict[int, str]:
    """The alternatives of the characters in doubt of a text, by their place."""
    symbols = Symbols(han_runs(text))
    return {symbols.place(doubt.start, text): "".join(doubt.alternatives) for doubt in doubts().find(symbols)}


def test_the_quick_test_keeps_what_is_wrong() -> None:
    assert "此" in doubts_in(WRONG)[WRONG.index("次")]


@pytest.mark.parametrize(
    "text", ["", "a", "字", "\n", "我们可以使用这个方法。", "只有 latin 和 123", "龘靐齉", "中龘"]
)
def test_the_quick_test_lets_pass_what_is_right_or_unknown(text: str) -> None:
    assert doubts_in(text) == {}


def test_places_are_those_of_the_text() -> None:
    text = f"# 标题\n\n- 一些 latin 文字，𠀀，龘龘\n\n{WRONG}\n"
    assert [text[place] for place, found in doubts_in(text).items() if "此" in found] == ["次"]


def test_what_is_left_to_other_rules_is_no_alternative() -> None:
    for text in ("他快速得跑过去", "这是我得电脑", "她们的电脑他们的电脑它们的", "银行帐号和账号"):
        for place, found in doubts_in(text).items():
            for group in ("的地得", "他她它", "帐账"):
                assert text[place] not in group or not set(group).intersection(found)


def test_pairs_have_their_marks() -> None:
    level, marks = ngrams().level, doubts().marks("可以解决此问题\n\n龘")
    assert [mark >> 2 for mark in marks[:6]] == [
        bisect_right((11, 18, 24, 30), level(pair))
        for pair in ("可以", "以解", "解决", "决此", "此问", "问题")
    ]
    assert marks[8] == 0


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("解决次问题", ("\n\n解决", "问题\n\n")),
        ("a b解题，决次问！\n题", ("解题，决", "问。\n\n")),
        (f"b解{OPEN}决{OPEN}次{CLOSE}问题{ATOM}{ATOM}abc", ("\nA解决", "问题A\n")),
        ("一二三四五次六七八九十", ("二三四五", "六七八九")),
        (f"第一行。\n{BLOCK}{BLOCK}解决次问", ("\n\n解决", "问\n\n\n")),
    ],
)
def test_symbols_around_a_place(prose: str, expected: tuple[str, str]) -> None:
    symbols = Symbols(han_runs(prose))
    assert symbols.around(symbols.text.index("次")) == expected


@given(st.text(alphabet=f"的一字中文a ，。\n\u3000{OPEN}{CLOSE}{ATOM}{BLOCK}"))
def test_symbols_know_where_they_stand(prose: str) -> None:
    runs = han_runs(prose)
    symbols = Symbols(runs)
    at = 0
    for run in runs.runs:
        at = symbols.text.index(run, at)
        places = [symbols.place(place, prose) for place in range(at, at + len(run))]
        assert "".join(prose[place] for place in places) == run
        assert places == sorted(places)
        at += len(run)


def test_a_window_knows_the_ngrams_that_hold_its_place() -> None:
    window, level = Window(ngrams(), "\n可以解决", "此", "问题\n\n"), ngrams().level
    assert window.pair(0) == level("决此")
    assert window.pair(1) == level("此问")
    assert window.trigrams() == (level("解决此"), level("决此问"), level("此问题"))
    grams = ("以解决此", "解决此问", "决此问题", "此问题\n")
    assert window.best4 == max(map(level, grams)) > 0


def test_a_likelier_text_has_a_greater_likelihood() -> None:
    after = "问题\n\n"
    tail = [ngrams().levels_from(after[at : at + 4]) for at in range(3)]
    right, wrong = (Window(ngrams(), "可以解决", one, after).likelihood(tail) for one in "此次")
    assert wrong < right < 0


def test_a_reading_is_the_likeliest_cut() -> None:
    counts = {"解决": 400, "问题": 900, "此": 300, "此问": 1, "决": 20, "解": 20, "问": 30, "题": 9}
    words = Words(counts.get)
    reading = words.reading("解决", "此", "问题")
    assert reading.alone == 1
    assert reading.word == pytest.approx(math.log(1))
    inside = words.reading("解", "决", "问题")
    assert inside.alone == 0
    assert inside.word == pytest.approx(math.log(400))
    assert inside.likelihood > words.reading("解", "题", "问题").likelihood


def test_trees_are_summed(tmp_path: Path) -> None:
    path = tmp_path / "score.json"
    trees = [[0, 1.5, -1.0, [1, 0, 0.25, 2]], 0.5]
    path.write_text(json.dumps({"features": ["a", "b"], "trees": trees}), encoding="utf-8")
    score = Trees(path, ("a", "b"))
    for features, total in (((1.5, 9), -0.5), ((2, 0), 0.75), ((2, 1), 2.5)):
        probability = 1 / (1 + math.exp(-total))
        assert score.probability(features) == pytest.approx(probability)
        for least in (0.1, 0.4, 0.6, 0.9):
            expected = pytest.approx(probability) if probability >= least else 0
            assert score.probability(features, least) == expected
    with pytest.raises(ValueError, match="other features"):
        Trees(path, ("b", "a"))


def test_a_sighting_has_the_likeliest_alternative() -> None:
    (sighting,) = detector().sightings(WRONG)
    assert (WRONG[sighting.start], sighting.alternative) == ("次", "此")
    assert sighting.features.margin > 6
    assert sighting.features.edges == 0
    assert len(sighting.features) == len(Features._fields)


def test_a_pair_that_is_written_again_and_again_is_meant() -> None:
    again = f"{WRONG}。列出次问题。删除次问题。"
    assert [found.start for found in detector().unlikely(WRONG, han_runs(WRONG))] == [WRONG.index("次")]
    assert not list(detector().unlikely(again, han_runs(again)))


def test_order_does_not_hang_on_hashes() -> None:
    program = (
        "from zhenlint.spelling.chinese.unlikely import detector;"
        "print([*detector().sightings('重启服务之后就可以解决次问题，把下面这写例子保寸到文件里')])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


def test_neither_numpy_nor_jieba_is_imported() -> None:
    program = (
        "import sys; from zhenlint import check_text, Settings;"
        f"print(len(check_text({WRONG!r}, settings=Settings(select=('ZH002',)))));"
        "print({'jieba', 'numpy', 'lightgbm'} & set(sys.modules))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines() == ["1", "set()"]


def test_candidates_are_sorted_and_like_one_another_once() -> None:
    lines = (DATA / "chinese-candidates.tsv").read_text(encoding="utf-8").splitlines()
    characters = [line[0] for line in lines]
    assert characters == sorted(set(characters))
    for line in lines:
        character, *kinds = line.split("\t")
        others = "".join(kinds)
        assert len(kinds) == KINDS
        assert len(set(others)) == len(others)
        assert character not in others


def test_long_and_short_texts_have_the_same_marks_but_for_few_rare_pairs() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in sorted(RULES.glob("*.zh-CN.md")))
    text = Symbols(han_runs(pages)).text
    assert len(text) > SHORT
    long = doubts().marks(text)
    lines = [line + "\n\n" for line in text.split("\n\n")]
    short = b"".join(doubts().marks(line) for line in lines)
    both = zip(text, long, short, strict=False)
    differing = [(one, two) for symbol, one, two in both if one != two and symbol != "\n"]
    assert all(one > two for one, two in differing)
    assert len(differing) < len(text) / 50
