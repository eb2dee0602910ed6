"""ZH002 for pinyin that an input method left in Chinese text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from zhenlint.diagnostic import Diagnostic, Edit
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.rules import Context
from zhenlint.rules.chinese.surroundings import is_accepted, is_foreign, is_talked_about, line_of
from zhenlint.spelling.chinese.runs import without_markup

if TYPE_CHECKING:
    import re

_LATIN: Final = lazy_pattern("[A-Za-z]+")

_TALK: Final = lazy_pattern("拼音|读音|音节|声母|韵母|声调|发音|注音|读作|读成|念作|念成|pinyin|Pinyin")
"""What a line has that speaks of sounds."""

_REPEATED: Final = 3
"""A word that a document has so often belongs to its vocabulary."""

_MANY: Final = 200
"""A document that has more words that may be pinyin is about it, or made to be slow."""


def unconverted_pinyin(
    words: Iterable[re.Match[str]], document: Document, context: Context
) -> Iterator[Diagnostic]:
    """Those of some words between Han characters that are pinyin, with the characters that are meant."""
    places: dict[str, list[tuple[int, int]]] = {}
    for word in words:
        places.setdefault(word[0], []).append(word.span())
    rare = [place for found in places.values() if len(found) < _REPEATED for place in found]
    for start, end in rare if len(rare) <= _MANY else ():
        right = _meant(document.prose, start, end)
        if right and _counts(document, context, start, end, right):
            yield _report(document, context, start, end, right)


def _meant(prose: str, start: int, end: int) -> str | None:
    from zhenlint.spelling.chinese.unconverted import NEAR, converter

    before, after = prose[max(0, start - NEAR) : start], prose[end : end + NEAR]
    return converter().meant(without_markup(before), prose[start:end], without_markup(after))


def _counts(document: Document, context: Context, start: int, end: int, right: str) -> bool:
    """Whether the place may be judged, and nothing speaks for what is written."""
    if not document.is_literal(start - 1, end + 1) or is_foreign(document, start, end):
        return False
    if is_talked_about(document, start, end, (right,)) or _TALK.search(line_of(document.text, start, end)[1]):
        return False
    if document.shared(_vocabulary)[document.prose[start:end]] >= _REPEATED:
        return False
    return not is_accepted(document.prose, start, end, context.settings)


def _vocabulary(document: Document) -> Counter[str]:
    """How often a document has each Latin word, code included."""
    return Counter(_LATIN.findall(document.text))


def _report(document: Document, context: Context, start: int, end: int, right: str) -> Diagnostic:
    """The report, with a fix that leaves no blank beside the characters."""
    prose = document.prose
    first, last = start - prose.startswith(" ", start - 1), end + prose.startswith(" ", end)
    return context.report(
        start,
        end,
        "pinyin",
        edits=(Edit(first, last, right),),
        suggestions=(right,),
        wrong=prose[start:end],
        right=right,
        written=prose[first - 1 : last + 1],
        meant=prose[first - 1] + right + prose[last],
    )
