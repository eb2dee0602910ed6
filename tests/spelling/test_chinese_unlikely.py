"""The detector of unlikely characters: the quick test, what is seen of a character, the score."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

from zhenlint.markdown.marks import ATOM, CLOSE, OPEN
from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.doubts import KINDS, doubts
from zhenlint.spelling.chinese.ngrams import ngrams
from zhenlint.spelling.chinese.readings import Words
from zhenlint.spelling.chinese.trees import Trees
from zhenlint.spelling.chinese.unlikely import Features, detector
from zhenlint.spelling.chinese.windows import Window, surroundings

WRONG = "重启服务之后就可以解决次问题"


def test_the_quick_test_keeps_what_is_wrong() -> None:
    found = {doubt.start: doubt.alternatives for doubt in doubts().find(WRONG)}
    assert "此" in found[WRONG.index("次")]


@pytest.mark.parametrize(
    "text", ["", "a", "字", "\n", "我们可以使用这个方法。", "只有 latin 和 123", "龘靐齉", "中龘"]
)
def test_the_quick_test_lets_pass_what_is_right_or_unknown(text: str) -> None:
    assert list(doubts().find(text)) == []


def test_places_are_those_of_the_text() -> None:
    text = f"# 标题\n\n- 一些 latin 文字，𠀀，龘龘\n\n{WRONG}\n"
    assert [text[doubt.start] for doubt in doubts().find(text) if "此" in doubt.alternatives] == ["次"]


def test_what_left_to_other_rules_is_no_alternative() -> None:
    for text in ("他快速得跑过去", "这是我得电脑", "她们的电脑他们的电脑它们的", "银行帐号和账号"):
        for doubt in doubts().find(text):
            for group in ("的地得", "他她它", "帐账"):
                assert text[doubt.start] not in group or not set(group).intersection(doubt.alternatives)


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("解决次问题", ("\n\n解决", "问题\n\n")),
        ("a解，决次  问！\n题", ("A解，决", "问。\n\n")),
        (f"解{OPEN}决{OPEN}次{CLOSE}问{ATOM}{ATOM}abc", ("\n\n解决", "问A\n\n")),
        ("一二三四五次六七八九十", ("二三四五", "六七八九")),
    ],
)
def test_surroundings(prose: str, expected: tuple[str, str]) -> None:
    assert surroundings(prose, prose.index("次")) == expected


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
    assert [found.start for found in detector().unlikely(WRONG)] == [WRONG.index("次")]
    assert not list(detector().unlikely(f"{WRONG}。列出次问题。删除次问题。"))


def test_order_does_not_hang_on_hashes() -> None:
    program = (
        "from zhenlint.spelling.chinese.unlikely import detector;"
        "print([*detector().sightings('重启服务之后就可以解决次问题，下面这写例子的返回直是整数')])"
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
