"""The detector of unlikely characters: the quick test, what is seen of a character, the score."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhenlint.markdown.marks import ATOM, BLOCK, CLOSE, OPEN
from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.features import FEATURES
from zhenlint.spelling.chinese.near_misses import MANY, NearMisses, near_misses, read_lines
from zhenlint.spelling.chinese.ngrams import ngrams
from zhenlint.spelling.chinese.readings import Words
from zhenlint.spelling.chinese.runs import han_runs
from zhenlint.spelling.chinese.symbols import REACH, Symbols
from zhenlint.spelling.chinese.trees import Trees
from zhenlint.spelling.chinese.unlikely import detector
from zhenlint.spelling.chinese.windows import Window

RULES = Path(__file__).parents[2] / "docs" / "rules"
WRONG = "我们先来看下面这写例子"


def near_misses_in(text: str) -> list[tuple[str, str]]:
    """The near misses of a text: the character that may be wrong, and what may be meant."""
    return [(miss.pair[miss.place], miss.meant) for miss in near_misses().among(han_runs(text).text)]


def test_the_quick_test_keeps_what_is_wrong() -> None:
    assert ("写", "些") in near_misses_in(WRONG)


@pytest.mark.parametrize(
    "text", ["", "a", "字", "\n", "我们可以使用这个方法。", "只有 latin 和 123", "龘靐齉", "中龘"]
)
def test_the_quick_test_lets_pass_what_is_right_or_unknown(text: str) -> None:
    assert near_misses_in(text) == []


def test_a_set_of_pairs_finds_what_the_lines_find() -> None:
    pages = [path.read_text(encoding="utf-8") for path in sorted(RULES.glob("*.zh-CN.md"))]
    texts = [han_runs(page + WRONG).text for page in pages] * 4
    lines = read_lines(DATA / "chinese-near-misses.txt")
    assert sum(map(len, texts[1:])) > MANY
    by_set = NearMisses(lines)
    found = [by_set.among(text) for text in texts]
    assert found == [NearMisses(lines).among(text) for text in texts]
    assert all(found)


def test_near_misses_are_sorted_and_never_left_to_other_rules() -> None:
    lines = read_lines(DATA / "chinese-near-misses.txt")
    assert [line[0] for line in lines] == sorted({line[0] for line in lines})
    for line in lines:
        one, firsts, first_meant, seconds, second_meant = line.split("\t")
        assert len(one) == 1
        assert len(set(firsts + seconds)) == len(firsts + seconds) > 0
        assert len(firsts + seconds) == len(first_meant + second_meant)
        pairs = [(one, meant) for meant in first_meant] + list(zip(seconds, second_meant, strict=True))
        for wrong, meant in pairs:
            assert wrong != meant
            assert not any(wrong in group and meant in group for group in ("的地得", "他她它", "帐账"))


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


def test_a_sighting_tells_what_may_be_meant() -> None:
    (sighting,) = detector().sightings(WRONG)
    assert (WRONG[sighting.start], sighting.meant) == ("写", "些")
    assert sighting.closer.margin > 6
    assert sighting.glance.edges == 0
    assert len(sighting.features) == len(FEATURES)


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
