"""Function words written for each other: what is seen of them, what is judged, what is let pass."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictionaries.chinese_function_words import CHINESE, read_pairs
from zhenlint.markdown.marks import ATOM, BLOCK, CLOSE, OPEN
from zhenlint.spelling.chinese.function_word_features import (
    LEVELS,
    REACH,
    beside,
    features,
    glance,
    levels,
    window,
)
from zhenlint.spelling.chinese.function_word_judge import FAR
from zhenlint.spelling.chinese.function_words import LEAST, MANY, NEVER, FunctionWords, function_words
from zhenlint.spelling.chinese.ngrams import ngrams
from zhenlint.spelling.expectation import expecting_many

ROWS = [
    line.split("\t")
    for line in (CHINESE / "function-words.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
WORDS = "".join(sorted({word for row in ROWS for word in row[0]}))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[1]}{row[2]}")
def test_a_slip_is_found_and_what_is_right_is_not(row: list[str]) -> None:
    wrong, _, right = row[-1].partition(" → ")
    (slip,) = function_words().slips(wrong)
    assert (wrong[slip.start], slip.meant, slip.likely) == (row[1], row[2], True)
    assert wrong[: slip.start] + slip.meant + wrong[slip.start + 1 :] == right
    assert not list(function_words().slips(right))


def test_the_list_is_in_order() -> None:
    for words, own, meant, report, hint, *_ in ROWS:
        assert {own, meant} == set(words)
        assert float(report) > float(hint)
    assert len({tuple(row[1:3]) for row in ROWS}) == len(ROWS)
    assert [pair.words for pair in read_pairs()] == list(dict.fromkeys(row[0] for row in ROWS))


@pytest.mark.parametrize(
    ("prose", "seen"),
    [
        ("我在家", "我|家"),
        (f"用 foo-bar 2.0 在{OPEN}家{CLOSE}里", "用A|家里"),
        (f"前一行\n- {ATOM}，在（这里）", "A，|“这里“"),
        (f"说{BLOCK}在家\n下一行", "|家"),
    ],
)
def test_a_window_shows_the_symbols_of_the_line(prose: str, seen: str) -> None:
    before, _, after = seen.partition("|")
    around = window(prose, prose.index("在"))
    assert around == before.rjust(REACH, "\n") + "\n" + after.ljust(REACH, "\n")


@pytest.mark.parametrize("prose", ["我们先安装依赖，然后在执行下面的命令。", "然后说在，又说", "在"])
def test_what_is_seen_at_a_glance_is_among_the_features(prose: str) -> None:
    at = prose.index("在")
    assert set(glance(beside(prose, at))) < features(window(prose, at))


def test_at_a_glance_what_vanishes_is_no_han() -> None:
    assert beside("然后 在A上", 3) == "后A\nA上"


@pytest.mark.parametrize("wrong", ["可以轻松的处理它们，", "让我们在来看看这个例子，", "在家，"])
def test_many_texts_are_searched_as_few_are(wrong: str) -> None:
    few, many = FunctionWords(), FunctionWords()
    list(many.slips("。" * MANY))
    assert list(few.slips(wrong * 2)) == list(many.slips(wrong * 2))


@given(st.text(st.sampled_from(WORDS + "我们先让来看一个例子轻松快地重新。，\n a"), max_size=60))
def test_no_word_is_passed_over_beside_what_speaks_for_a_slip(prose: str) -> None:
    words = function_words()
    with expecting_many():
        found = words._places(prose)
    worth_a_look = [
        at
        for at, word in enumerate(prose)
        for item in words._directions.get(word, ())
        if item.before.get(prose[at - 1 : at], NEVER) + item.behind.get(prose[at + 1 : at + 2], NEVER)
        >= LEAST
    ]
    assert set(worth_a_look) <= set(found) <= set(words._places(prose))


def test_what_the_trees_weigh() -> None:
    around = window("我们先安装依赖，然后在执行下面的命令。", 10)
    values = levels(1.5, around, "在", "再", ngrams().level)
    seen = dict(zip(LEVELS, values, strict=True))
    assert seen["margin"] == 1.5
    assert seen["first-10"] == ngrams().level("后在")
    assert seen["second0+1+2"] == ngrams().level("再执行")
    assert seen["不 next"] == ngrams().level("不执行")


@given(st.text(st.sampled_from(WORDS + "执行好简单的。，\n a" + OPEN + CLOSE + ATOM + BLOCK), max_size=60))
def test_any_text_can_be_judged(prose: str) -> None:
    slips = list(function_words().slips(prose))
    assert [slip.start for slip in slips] == sorted({slip.start for slip in slips})
    assert all(prose[slip.start] != slip.meant and slip.meant in WORDS for slip in slips)
    assert all(len(window(prose, at)) == 2 * REACH + 1 for at in range(len(prose)))


def test_what_is_repeated_is_meant() -> None:
    once = "让我们在来看一个例子。"
    assert list(function_words().slips(once))
    assert not list(function_words().slips(once * 3))


def test_a_word_that_is_a_part_of_another_is_left_alone() -> None:
    assert not list(function_words().slips("本章介绍了异地多活，使地图保持简单，不见得会更好，有的放矢。"))


def test_the_judge_is_loaded_for_what_may_be_wrong_only() -> None:
    code = (
        "import sys, zhenlint\n"
        "judge = 'zhenlint.spelling.chinese.function_word_judge'\n"
        "zhenlint.check_text('# 标题\\n\\n我们的代码在这里，它很简单。\\n')\n"
        "assert judge not in sys.modules\n"
        "zhenlint.check_text('让我们在来看一个例子。\\n')\n"
        "assert judge in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parent)


def test_little_is_read_around_a_word() -> None:
    read: list[int] = []

    class Counted(str):
        __slots__ = ()

        def count(self, text: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]
            last = len(self) if end is None else min(end, len(self))
            read.append(last - start)
            return super().count(text, start, last)

    assert not list(function_words().slips(Counted("让我们在来看一个例子。\n\n" * 3_000)))
    assert len(read) >= 3_000
    assert max(read) <= 2 * FAR
