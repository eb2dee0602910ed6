"""Repeated words are found as a search of the whole text for any repeated word finds them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from zhenlint.markdown.document import Document
from zhenlint.rules.english.repetitions import _TWICE, NAME, PLAIN, repetitions
from zhenlint.source import Source

_PIECES = ("the", "The", "a", "A", "of", "Redis", "redis", "in", "other", "中", ".", "-", "**", "3")
_TEXTS = st.lists(st.sampled_from((*_PIECES, " ", " ", " ", "\n"))).map("".join)


@given(_TEXTS)
def test_a_search_word_by_word_finds_the_same(text: str) -> None:
    document = Document.parse(Source("a.md", text))
    found = {match.span() for match in repetitions(document)}
    sought = {
        match.span()
        for match in _TWICE.finditer(document.prose)
        if match["second"] in PLAIN or _is_name(match)
    }
    assert sought <= found


def _is_name(match: re.Match[str]) -> bool:
    name = match["second"]
    return match[0] == f"{name} {name}" and NAME.fullmatch(name) is not None


def test_the_second_of_three_does_not_count_again() -> None:
    document = Document.parse(Source("a.md", "of the the the the."))
    assert [match.span() for match in repetitions(document)] == [(3, 10), (11, 18)]
