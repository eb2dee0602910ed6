"""What is Han, told in three ways that have to agree."""

from __future__ import annotations

import re
import sys

from zhenlint.characters import HAN, NOT_LATIN, OTHER_LETTER, is_han

EXACT = re.compile(f"[{HAN}]")


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
