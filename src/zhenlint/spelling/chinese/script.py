"""Which lines are written in simplified Chinese, the only script whose words are judged here."""

from __future__ import annotations

from functools import cache
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.package_data import DATA

_ENOUGH: Final = 2
"""How many characters of another script make a line one of another language."""

_KANA: Final = lazy_pattern("[\u3041-\u3096\u30a1-\u30fa]")


def is_simplified(line: str) -> bool:
    """Whether a line holds neither Traditional Chinese nor Japanese, single quoted characters aside."""
    traditional = _traditional()
    return sum(map(traditional.__contains__, line)) < _ENOUGH and not _KANA.search(line)


@cache
def _traditional() -> frozenset[str]:
    """The characters that only Traditional Chinese has."""
    characters, _, _ = (DATA / "traditional-only.txt").read_text(encoding="utf-8").partition("\n")
    return frozenset(characters)
