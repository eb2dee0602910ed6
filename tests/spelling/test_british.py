"""Spellings of two countries."""

from __future__ import annotations

import pytest

from zhenlint.spelling.british import spellings, strange_ones


def test_each_spelling_leads_to_the_other() -> None:
    table = spellings()
    assert len(table) > 4000
    for word, (country, other, oxford) in table.items():
        assert table[other].other == word or table[table[other].other].other == other
        assert table[other].country != country
        assert table[other].oxford == oxford


@pytest.mark.parametrize("word", ["program", "programme", "check", "tire", "practise", "licence", "dialog"])
def test_words_of_both_countries_are_in_no_pair(word: str) -> None:
    assert word not in spellings()


@pytest.mark.parametrize(
    ("text", "variant", "strange"),
    [
        ("", "consistent", ""),
        ("colour colour color", "consistent", "color"),
        ("color color colour", "consistent", "colour"),
        ("colour color", "consistent", "color"),
        ("colour organize", "consistent", ""),
        ("colour organise organise organize", "consistent", "organize"),
        ("colour organise organize organize", "consistent", "organise"),
        ("organize organize organise", "consistent", "organise"),
        ("organise color", "consistent", "color"),
        ("color color organise", "consistent", "organise"),
        ("analyse analyze analyze", "consistent", "analyse"),
        ("colour color organise organize", "american", "colour organise"),
        ("colour color organise organize", "british", "color"),
    ],
)
def test_what_is_strange(text: str, variant: str, strange: str) -> None:
    assert strange_ones(text.split(), variant) == set(strange.split())
