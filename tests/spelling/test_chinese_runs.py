"""What stands twice in a row in a text of runs, pairs, and what is between runs, against plain searches."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from zhenlint.spelling.chinese.doubled_units import LONGEST, DoubledUnits
from zhenlint.spelling.chinese.runs import Gaps, Places, han_runs, pair_numbers, pair_of

RUNS = st.lists(st.text("如果一丁丂", min_size=2, max_size=24))
"""Of the last three characters two have a byte 0, and two the same lower byte as another."""


@given(RUNS)
@example(["如果如果如果", "如果"])
@example(["一一一", "一一"])
def test_units_are_those_of_the_regular_expression(runs: list[str]) -> None:
    text = "\n".join(runs)
    pattern = re.compile(rf"([^\n]{{1,{LONGEST}}})\1")
    assert DoubledUnits(text).within_lines() == [match[1] for match in pattern.finditer(text)]


@given(RUNS)
@example(["如果", "如果一如果", "果如果", "如果"])
def test_lines_that_are_alike(runs: list[str]) -> None:
    expected, end = [], -1
    for first, second in pairwise(runs):
        end += len(first) + 1
        short = min(len(first), len(second)) <= LONGEST
        if short and (first.endswith(second) or second.startswith(first)):
            expected.append(end)
    assert DoubledUnits("\n".join(runs)).alike_lines() == expected


@given(st.text("如果一a，\n", max_size=60), st.data())
def test_gaps_are_what_stands_between_runs(prose: str, data: st.DataObject) -> None:
    runs = han_runs(prose)
    parts = re.split("([如果一]{2,})", prose)
    assert (runs.whole, runs.runs, runs.text) == (prose, parts[1::2], "\n".join(parts[1::2]))
    gaps = Gaps(runs)
    starts = [sum(map(len, runs.runs[:index])) + index for index in range(len(runs.runs))]
    for index in data.draw(st.permutations(range(len(runs.runs)))):
        run = gaps.run_at(starts[index] + 1)
        assert run == (starts[index], runs.runs[index], len("".join(parts[: 2 * index + 1])))
        before, earlier = gaps.before(run)
        after, later = gaps.after(run)
        assert (before, after) == (parts[2 * index], parts[2 * index + 2])
        assert earlier == (gaps.run_at(starts[index - 1]) if index else None)
        assert later == (gaps.run_at(starts[index + 1]) if index + 1 < len(starts) else None)


@given(st.lists(st.text("如果一丁丂", max_size=5)), st.integers(0, 400))
@example(["如果如果", "果如"], 254)
def test_places_are_those_of_the_pairs(runs: list[str], times: int) -> None:
    text = "\n".join(runs + ["一如"] * times)
    wanted = frozenset(pair_numbers("如果果如一一丁一"))
    places = Places(wanted, text)
    expected = {
        number: [at for at in range(len(text)) if text.startswith(pair_of(number), at)] for number in wanted
    }
    assert dict(places) == {number: found for number, found in expected.items() if found}
    for most in range(3):
        rare = {
            (number, pair_of(number)): found for number, found in expected.items() if 0 < len(found) <= most
        }
        assert {(number, pair): found for number, pair, found in places.rare(wanted, most)} == rare
        assert not list(places.rare(frozenset(), most))
    for number in places:
        for word in ("如果", "果如果", "一如果", "丁一丁"):
            if pair_of(number) in word:
                assert places.times(word, number) >= text.count(word)
                assert bool(places.times(word, number)) is (word in text)
