"""The detector of unlikely characters: the quick test, what is seen of a character, the score."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictionaries.chinese_near_misses import near_miss_file, near_misses_of
from dictionaries.trees import packed
from zhenlint.markdown.marks import ATOM, BLOCK, CLOSE, OPEN
from zhenlint.package_data import read_data
from zhenlint.spelling.chinese.character_lines import CharacterLines
from zhenlint.spelling.chinese.features import FEATURES, Glance
from zhenlint.spelling.chinese.glance import Glancer
from zhenlint.spelling.chinese.near_misses import (
    FILE,
    MANY,
    NearMisses,
    is_near_miss,
    near_misses,
)
from zhenlint.spelling.chinese.ngrams import ngrams
from zhenlint.spelling.chinese.readings import Words
from zhenlint.spelling.chinese.runs import Places, han_runs
from zhenlint.spelling.chinese.slips import Slips, lines_of, slips
from zhenlint.spelling.chinese.symbols import REACH, Symbols
from zhenlint.spelling.chinese.trees import Trees
from zhenlint.spelling.chinese.unlikely import detector
from zhenlint.spelling.chinese.windows import Window

RULES = Path(__file__).parents[2] / "docs" / "rules"
WRONG = "我们先来看下面这写例子"


def doubtful(text: str) -> list[str]:
    """The characters of a text that the quick test takes for doubtful."""
    runs = han_runs(text).text
    return [runs[place] for place, _, _ in near_misses().among(runs)]


def test_the_quick_test_keeps_what_is_wrong() -> None:
    assert "写" in doubtful(WRONG)


@pytest.mark.parametrize(
    "text", ["", "a", "字", "\n", "我们可以使用这个方法。", "只有 latin 和 123", "龘靐齉", "中龘"]
)
def test_the_quick_test_lets_pass_what_is_right_or_unknown(text: str) -> None:
    assert doubtful(text) == []


def test_all_pairs_find_what_is_found_by_halves() -> None:
    pages = [path.read_text(encoding="utf-8") for path in sorted(RULES.glob("*.zh-CN.md"))]
    texts = [han_runs(page[:MANY] + WRONG).text for page in pages]
    by_all = NearMisses()
    by_all.knows_many = True
    found = [by_all.among(text) for text in texts]
    alone = [NearMisses() for _ in texts]
    assert found == [near.among(text) for near, text in zip(alone, texts, strict=True)]
    assert not any(near.knows_many for near in alone)
    assert found == [by_all.among(text, Places(frozenset(by_all.pairs), text)) for text in texts]
    assert all(found)


def test_many_characters_are_looked_through_for_all_pairs() -> None:
    near = NearMisses()
    assert 0 < len(near.numbers(han_runs(WRONG * 100).text) or ()) < 10
    assert near.numbers(han_runs("我们" * MANY).text) is None
    assert sorted(near.pairs) == list(near.pairs)


def test_near_misses_are_such_by_the_counts_and_the_slips() -> None:
    level, common = ngrams().level, "些件的一是不用以在有数"
    near = near_misses()
    for wrong in "写寸敢因做名该讲":
        for meant in slips().meant(wrong):
            for one in common:
                for written, right, place in (
                    (wrong + one, meant + one, 0),
                    (one + wrong, one + meant, 1),
                ):
                    found = near.among(written)
                    assert found or not is_near_miss(level(written), level(right))
                    for other in [other for start, other, which in found if start == which == place]:
                        pair = other + one if place == 0 else one + other
                        assert is_near_miss(level(written), level(pair))


def test_near_misses_of_a_few_counts(tmp_path: Path) -> None:
    levels = {"些例": 30, "这些": 40, "写例": 3, "再往": 26, "看的": 25}
    slips = {"写些": 4, "在再": 1, "到看": 1, "地的": 9}
    (tmp_path / FILE).write_bytes(near_miss_file(near_misses_of(levels, slips)))
    near = NearMisses(tmp_path)
    assert near.among("这写例子") == [(1, "些", 0), (1, "些", 1)]
    assert near.among("在往\n在\n往") == [(0, "再", 0)]
    assert near.among("到的") == near.among("看地") == near.among("再往") == near.among("") == []


def test_slips_are_those_that_were_counted() -> None:
    assert slips().meant("写")["些"] >= 1
    assert slips().meant("龘") == {}
    lines = lines_of({"写些": 4, "写学": 1, "在再": 9})
    assert lines == {"写": "些4 学1", "在": "再9"}
    assert Slips(lambda one: lines.get(one, "")).meant("写") == {"些": 4, "学": 1}


def test_lines_of_characters_are_found(tmp_path: Path) -> None:
    path = tmp_path / "lines.tsv"
    path.write_text("一\t1\n二\t22\n", encoding="utf-8")
    lines = CharacterLines(path)
    assert [lines.of(one) for one in "一二三一"] == ["1", "22", "", "1"]


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
    runs = han_runs(prose)
    before, character, after = Symbols(runs).around(runs.text.index("次"))
    assert character == "次"
    assert (before, after) == expected


@given(st.text(alphabet=f"的一字中文a ，。\n\u3000{OPEN}{CLOSE}{ATOM}{BLOCK}"))
def test_symbols_know_where_they_stand(prose: str) -> None:
    runs = han_runs(prose)
    symbols = Symbols(runs)
    at = 0
    for run in runs.runs:
        places = [symbols.place(place, prose) for place in range(at, at + len(run))]
        assert "".join(prose[place] for place in places) == run
        assert places == sorted(places)
        for place in range(at, at + len(run)):
            before, character, after = symbols.around(place)
            assert character == runs.text[place]
            assert len(before) == len(after) == REACH
        at += len(run) + 1


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
    words = Words(lambda text: [word for word in sorted(counts) if text.startswith(word)], counts.get)
    reading = words.reading("解决", "此", "问题")
    assert reading.alone == 1
    assert reading.word == pytest.approx(math.log(1))
    inside = words.reading("解", "决", "问题")
    assert inside.alone == 0
    assert inside.word == pytest.approx(math.log(400))
    assert inside.likelihood > words.reading("解", "题", "问题").likelihood


def test_trees_are_summed(tmp_path: Path) -> None:
    path = tmp_path / "score.trees"
    trees = [[0, 1.5, -1.0, [1, 0, 0.25, 2]], 0.5]
    path.write_bytes(packed(json.dumps({"features": ["a", "b"], "trees": trees})))
    score = Trees(path, ("a", "b"))
    for features, total in (((1.5, 9), -0.5), ((2, 0), 0.75), ((2, 1), 2.5)):
        probability = 1 / (1 + math.exp(-total))
        assert score.probability(features) == pytest.approx(probability)
        for least in (0.1, 0.4, 0.6, 0.9):
            expected = pytest.approx(probability) if probability >= least else 0
            assert score.probability(features, least) == expected
    with pytest.raises(ValueError, match="other features"):
        Trees(path, ("b", "a"))


def test_a_sighting_tells_what_may_be_meant() -> None:
    (sighting,) = detector().sightings(WRONG)
    assert (WRONG[sighting.start], sighting.meant) == ("写", "些")
    assert sighting.closer.margin > 6
    assert sighting.glance.edges == 0
    assert len(sighting.features) == len(FEATURES)


def test_a_glance_is_weighed_by_what_it_sees() -> None:
    lines = read_data("chinese-unlikely-glance.tsv").splitlines()
    assert [line.partition("\t")[0] for line in lines] == [*Glance._fields, "total"]
    around = Symbols(han_runs(WRONG)).around(WRONG.index("写"))
    known = Slips({"写": "些4"}.__getitem__)
    seen = Glancer(ngrams(), lambda: known, lambda one: 7).glance(around, "些")
    assert seen
    meant, numbers = seen
    glance = Glance._make(numbers)
    assert meant == "些"
    assert glance.gain > 20
    assert (glance.own_single, glance.edges, glance.again) == (7, 0, 0)
    assert glance.slips == glance.own_slips == pytest.approx(math.log(5))
    for total, expected in ((-glance.gain, seen), (-glance.gain - 1, None)):
        weights = [1.0, *[0.0] * (len(numbers) - 1), float(total)]
        weighing = Glancer(ngrams(), lambda: known, lambda one: 7, partial(tuple, weights))
        assert weighing.glance(around, "些") == expected


def test_order_does_not_hang_on_hashes() -> None:
    program = (
        "from zhenlint.spelling.chinese.unlikely import detector;"
        "print([*detector().sightings('我们先来看下面这写例子，把结果保寸到文件里')])"
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
