"""What a typo may have meant, and what the errors cost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from zhenlint.spelling.candidates import _near, _near_in_python, candidates, own_candidates
from zhenlint.spelling.edits import alignment_distance, edit_cost, touch
from zhenlint.spelling.lexicon import lexicon

_WORDS = st.text("abcdestz", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("regieter", "register"),
        ("recieve", "receive"),
        ("kubenretes", "kubernetes"),
        ("egister", "register"),
        ("wregister", "register"),
        ("erceive", "receive"),
        ("Regieter".lower(), "register"),
        ("documnetaton", "documentation"),
        ("ansyc", "async"),
    ],
)
def test_the_meant_word_is_among_the_candidates(typed: str, meant: str) -> None:
    assert meant in [item.word for item in candidates(typed, lexicon())]


def test_short_words_hold_one_error() -> None:
    near = [item.word for item in candidates("wrtie", lexicon())]
    assert "write" in near
    assert "title" not in near


@pytest.mark.parametrize(
    ("typed", "meant", "cost"),
    [
        ("teh", "the", 0.6),
        ("recieve", "receive", 0.6),
        ("regieter", "register", 0.8),
        ("adress", "address", 0.5),
        ("commmit", "commit", 0.55),
        ("seperate", "separate", 0.75),
    ],
)
def test_cost_of_one_slip(typed: str, meant: str, cost: float) -> None:
    assert edit_cost(typed, meant) == pytest.approx(cost)


def test_keys_that_touch() -> None:
    assert touch("a", "q")
    assert touch("s", "e")
    assert not touch("a", "p")
    assert not touch("a", "a")


@given(_WORDS)
def test_nothing_costs_nothing(word: str) -> None:
    assert edit_cost(word, word) == 0


@given(_WORDS, _WORDS)
def test_an_error_costs_something(typed: str, meant: str) -> None:
    cost = edit_cost(typed, meant)
    assert (cost == 0) == (typed == meant)
    assert cost <= 1.55 * max(len(typed), len(meant))


def test_words_of_the_document() -> None:
    near = [item.word for item in own_candidates("frobnits", ["frobnitz", "frobnit", "other", "frob"])]
    assert near == ["frobnitz"]


@given(_WORDS, _WORDS, st.integers(0, 8))
def test_the_distance_is_rapidfuzz_s(one: str, other: str, limit: int) -> None:
    distance = OSA.distance(one, other)
    assert min(alignment_distance(one, other, limit), limit + 1) == min(distance, limit + 1)


@pytest.mark.parametrize("word", ["regieter", "recieve", "ansyc", "funciton", "enviroment", "teh"])
def test_both_searches_find_the_same(word: str) -> None:
    assert sorted(_near_in_python(word, lexicon())) == sorted(_near(word, lexicon()))
