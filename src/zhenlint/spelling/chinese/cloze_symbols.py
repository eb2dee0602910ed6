"""The symbols by which the character model reads a prose view.

A Han character and a punctuation mark stand for themselves, a Latin word is ``W``, a number ``0``, a line end
or what is no prose a line end, code and what else is rendered one ``␣``; blanks and markup are nothing.
"""

from __future__ import annotations

from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.marks import ATOM, BLOCK, MARKUP
from zhenlint.spelling.chinese.ngrams import LINE_END

NEAR: Final = 96
"""So far to each side a prose view is read: enough for the symbols that the model takes."""

_SYMBOLS: Final = lazy_pattern(
    "(?P<han>[\u3400-\u9fff\uf900-\ufaff])|(?P<W>[A-Za-z][A-Za-z0-9_-]*)|(?P<N>[0-9]+(?:[.,][0-9]+)*)"
    rf"|(?P<line>[\n{BLOCK}][\n{BLOCK}\s]*)|(?P<atom>[␣{ATOM}](?:\s*[␣{ATOM}])*)|[^\s{MARKUP}{BLOCK}]"
)
_NAMES: Final = {"W": "W", "N": "0", "line": LINE_END, "atom": "␣"}


def symbols(text: str) -> str:
    """The symbols of a piece of a prose view, in order."""
    return "".join(_NAMES.get(match.lastgroup or "") or match.group() for match in _SYMBOLS.finditer(text))


def gap(prose: str, start: int, end: int) -> tuple[str, str]:
    """The symbols before and behind a place of a prose view."""
    return symbols(prose[max(0, start - NEAR) : start]), symbols(prose[end : end + NEAR])
