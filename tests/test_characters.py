"""What is Han, told in three ways that have to agree."""

from __future__ import annotations

import re
import sys

from hypothesis import given
from hypothesis import strategies as st

from zhenlint.characters import ANY_HAN, HAN, NOT_LATIN, OTHER_LETTER, _AnyHan, is_han

EXACT = re.compile(f"[{HAN}]")
_NEAR = st.sampled_from("aZ9é中々〇，。ー豈㐀𠀀カ한\ufdd0\ufdd1 \n")
TEXTS = st.text(st.one_of(_NEAR, st.characters(exclude_categories=["Cs"])), max_size=12)


def _is(pattern: str, character: str) -> bool:
    return re.fullmatch(pattern, character) is not None


def test_every_character_is_han_or_not() -> None:
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    han = set(EXACT.findall("".join(every)))
    assert {character for character in every if is_han(character)} == han
    assert not is_han("")
    assert all(_is(NOT_LATIN, character) for character in han)
    assert all(_is(OTHER_LETTER, character) for character in han if character.isalnum())
    assert not any(_is(OTHER_LETTER, character) for character in every[:0x250])


@given(TEXTS, st.integers(0, 12), st.integers(0, 12))
def test_a_han_character_is_found_before_and_after_the_set_is_compiled(
    text: str, pos: int, endpos: int
) -> None:
    any_han = _AnyHan()
    for _ in range(2):
        assert _span(any_han.match(text, pos, endpos)) == _span(EXACT.match(text, pos, endpos))
        assert _span(any_han.search(text, pos, endpos)) == _span(EXACT.search(text, pos, endpos))
        assert any_han.findall(text, pos, endpos) == EXACT.findall(text, pos, endpos)
        any_han.compiled()


def test_the_set_is_compiled_when_it_is_worth_it() -> None:
    any_han = _AnyHan()
    assert len(any_han.findall("中a" * 3_000)) == 3_000
    assert "match" not in vars(any_han)
    assert len(any_han.findall("中a" * 3_000)) == 3_000
    assert any_han.match("中").group() == "中"  # type: ignore[union-attr]
    assert "match" in vars(any_han)
    assert ANY_HAN.sub("-", "一a二") == "-a-"


def _span(found: re.Match[str] | None) -> tuple[int, int] | None:
    return found and found.span()
