"""The engine ``neural``: the symbols it reads, the pairs it doubts, the character model, what it reports."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhenlint.markdown.marks import ATOM, BLOCK, CLOSE, OPEN
from zhenlint.spelling.chinese.cloze import BATCH, REACH, Cloze, cloze
from zhenlint.spelling.chinese.cloze_symbols import gap, symbols


@pytest.mark.parametrize(
    ("prose", "read"),
    [
        ("在 Redis_6 里", "在W里"),
        ("第 1,024.5 个", "第0个"),
        (f"用{ATOM}{ATOM} {ATOM}吧。", "用␣吧。"),
        (f"一{OPEN}二{CLOSE}三", "一二三"),
        (f"一\n{BLOCK}{BLOCK}\n\n二", "一\n二"),
        ("C++ 的", "W++的"),
    ],
)
def test_a_prose_view_is_read_by_symbols(prose: str, read: str) -> None:
    assert symbols(prose) == read


def test_a_gap_is_what_stands_around_a_place() -> None:
    assert gap("我在这里", 1, 2) == ("我", "这里")
    assert gap("我", 0, 1) == ("", "")


def likelihood(before: str, character: str, after: str) -> float:
    """How likely a character is between two texts."""
    return float(cloze().likelihoods([before], [after])[0][cloze().number(character)])


@pytest.mark.parametrize(
    ("before", "right", "wrong", "after"),
    [
        ("我", "在", "再", "这里先道个歉，"),
        ("请先保存文件，然后", "再", "在", "重新启动服务"),
        ("这个函数返回的", "是", "时", "一个对象"),
        ("我们", "已", "己", "经实现了这个功能"),
    ],
)
def test_the_model_prefers_what_fits(before: str, right: str, wrong: str, after: str) -> None:
    assert likelihood(before, right, after) > likelihood(before, wrong, after) + 3


def test_the_likelihoods_of_all_symbols_sum_up_to_one() -> None:
    rows = cloze().likelihoods(["我们", "", "数据"], ["使用", "", "库"])
    assert np.exp(rows).sum(1) == pytest.approx([1, 1, 1], abs=1e-3)


@given(
    st.lists(
        st.tuples(st.text("我们在再用\n␣W", max_size=30), st.text("的是时。0", max_size=30)),
        min_size=1,
        max_size=5,
    )
)
def test_a_gap_is_judged_alike_alone_and_among_others(gaps: list[tuple[str, str]]) -> None:
    together = cloze().likelihoods([one for one, _ in gaps], [other for _, other in gaps])
    for row, (before, after) in zip(together, gaps, strict=True):
        assert cloze().likelihoods([before], [after])[0] == pytest.approx(row, abs=1e-3)


def test_what_is_out_of_reach_changes_nothing() -> None:
    far = likelihood("远" * 9 + "近" * REACH, "的", "近" * REACH + "远")
    assert far == pytest.approx(likelihood("近" * REACH, "的", "近" * REACH), abs=1e-4)


def test_more_gaps_than_are_read_at_once() -> None:
    rows = cloze().likelihoods(["我"] * (2 * BATCH + 1), ["们"] * (2 * BATCH + 1))
    assert len(rows) == 2 * BATCH + 1
    assert rows[-1] == pytest.approx(rows[0], abs=1e-3)


def test_a_symbol_that_is_not_known_is_the_first() -> None:
    assert cloze().number("龘") == 0
    assert math.isfinite(likelihood("龘", "的", "龘"))


def test_the_reader_agrees_with_the_network_that_was_trained() -> None:
    torch = pytest.importorskip("torch")
    from benchmarks.cloze_network import PLACES
    from benchmarks.cloze_network import Cloze as Network
    from benchmarks.train_cloze import written

    torch.manual_seed(1)
    known = "\ufffd\ufffe\n我们在这里"
    network = Network(len(known))
    network.rounding = True
    line = torch.randint(2, len(known), (1, 2 * REACH + 1))
    assert line.shape[1] <= PLACES
    text = "".join(known[number] for number in line[0])
    with torch.no_grad():
        expected = network(line)[0, REACH - 1].log_softmax(-1).numpy()
    model = Cloze(written(network, known))
    found = model.likelihoods([text[:REACH]], [text[REACH + 1 :]])[0]
    assert found == pytest.approx(expected, abs=0.02)
