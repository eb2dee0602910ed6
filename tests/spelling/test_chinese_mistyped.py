"""Slips that rare pairs of characters give away: the list, and how what it lists is judged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import train_mistyped
from zhenlint.markdown.marks import CLOSE, OPEN
from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.mistyped import ORDERS, mistyped_pairs, slips, undone
from zhenlint.spelling.chinese.runs import Places, han_runs, without_markup

PAIRS, EDITS = (DATA / "chinese-mistyped-pairs.txt").read_bytes().decode("utf-16-le").split("\n")
NUMBERS = frozenset(mistyped_pairs().numbers())
LISTED = [(PAIRS[at : at + 2], EDITS[at : at + 2]) for at in range(0, len(PAIRS), 2)]


def found_in(prose: str) -> list[tuple[str, str]]:
    runs = han_runs(prose)
    near = Places(NUMBERS, runs.text)
    found = list(slips(prose, runs, near))
    assert all(without_markup(prose[slip.start : slip.end]) == slip.wrong for slip in found)
    return [(slip.wrong, slip.right) for slip in found]


def test_the_list_is_what_the_counts_make() -> None:
    assert train_mistyped.PAIRS.read_text(encoding="utf-8") == train_mistyped.rows()


def test_every_pair_is_found_with_all_that_undoes_it() -> None:
    assert sorted(LISTED) == LISTED
    for pair, edit in LISTED[::40]:
        assert (0, edit) in mistyped_pairs().among(Places(NUMBERS, pair))
        assert edit[0] in "01" or edit in (2 * order for order in ORDERS)


@pytest.mark.parametrize(
    ("prose", "wrong", "right"),
    [
        ("双击桌面上的快捷式方。", "快捷式方", "快捷方式"),
        ("也就是我们通常说所的数据。", "说所", "所说"),
        ("这样就形成了恶性循还。", "恶性循还", "恶性循环"),
        ("如果该问题因该可以解决。", "因该", "应该"),
        ("最后，我么可以使用它。", "我么", "我们"),
    ],
)
def test_slips_are_found(prose: str, wrong: str, right: str) -> None:
    assert found_in(prose) == [(wrong, right)]


@pytest.mark.parametrize(
    "prose",
    [
        "双击桌面上的快捷方式。",
        "该方法可让您以可想象的任何方式使用。",
        "如例 5-2 所示，在 IDEA 里用 GUI 管理。",
        "一个万一有个意外怎么办，要是手动做呢。",
        "他叫我么么，我么么你；我么么她，我么么他。",
    ],
)
def test_what_may_be_meant_is_left_alone(prose: str) -> None:
    assert found_in(prose) == []


def test_markup_that_vanishes_is_no_edge() -> None:
    assert found_in(f"双击快捷{OPEN}式{CLOSE}方。") == [("快捷式方", "快捷方式")]


@pytest.mark.parametrize(
    ("edit", "outcome"),
    [("0丁", "甲丁丙戊"), ("1丁", "甲乙丁戊"), ("==", "甲丙乙戊"), ("<<", "乙甲丙戊"), (">>", "甲乙戊丙")],
)
def test_a_slip_is_undone(edit: str, outcome: str) -> None:
    assert undone("甲乙丙戊", 1, edit) == outcome


@given(
    st.lists(st.sampled_from([pair for pair, _ in LISTED] + list("的一，a。\n")), max_size=12).map("".join)
)
def test_anything_is_judged(prose: str) -> None:
    for wrong, right in found_in(prose):
        assert wrong != right
        assert len(wrong) == len(right)
