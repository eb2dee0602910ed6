"""What speaks against judging a Chinese word: another script, talk about the word, the configuration."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.settings import Settings
from zhenlint.spelling.chinese.confused_words import confused_words
from zhenlint.spelling.chinese.mistyped import mistyped_pairs, slips
from zhenlint.spelling.chinese.near_misses import near_misses
from zhenlint.spelling.chinese.runs import HanRuns, Places, han_runs, without_markup
from zhenlint.spelling.chinese.variants import variants

if TYPE_CHECKING:
    from zhenlint.spelling.chinese.function_words import Slip

_TALK: Final = lazy_pattern(
    "错别字|别字|错字|误写|误作|误用|误读|笔误|写成|写错|写作|错写|打成|打错|拼错|手误|应为|应作|应该是|应是"
    "|而不是|而非|不是|混用|混淆|辨析|正确写法|正确的写法|改为|改成|纠正|更正|勘误|->|=>|[→⇒➜⟶×✗✘❌√✓✔✅]"
)
"""What a line has that speaks of a word and does not use it."""

QUOTES: Final = frozenset("“”‘’「」『』\"'`（）()【】")
_WORD: Final = 12
"""The longest confused word is shorter."""

_FAR: Final = 1_000
"""What is further away in a line says nothing of a word."""

_NEAR: Final = 12
"""How far from each other a wrong word and the right one stand that are set side by side."""


def runs_of(document: Document) -> HanRuns:
    """The runs of Han characters of a document, for :meth:`Document.shared`."""
    return han_runs(document.prose)


def places_of(document: Document) -> Places:
    """The places of the pairs by which ZH001, ZH002 and ZH005 know what may be wrong, and maybe of others.

    To read the pairs off a text takes longer than most else that these rules do, so they are read together.
    """
    return document.shared(_places_of)


def _places_of(document: Document) -> Places:
    return _places_in(document.shared(runs_of))


def _places_in(runs: HanRuns) -> Places:
    text = runs.text
    near = near_misses().numbers(text)
    return Places(_all_pairs() if near is None else _listed_pairs() | near, text)


def function_word_slips_of(document: Document) -> list[Slip]:
    """The function words of a document that are written for others, for :meth:`Document.shared`."""
    from zhenlint.spelling.chinese.function_words import function_words

    return list(function_words().slips(document.prose))


@cache
def _listed_pairs() -> frozenset[int]:
    return frozenset().union(*_lists())


@cache
def _all_pairs() -> frozenset[int]:
    return frozenset().union(near_misses().pairs, *_lists())  # at once: 2 ms less than a union of unions


def _lists() -> tuple[Iterable[int], ...]:
    return confused_words().pairs, variants().pairs, mistyped_pairs().numbers()


def line_of(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the line that holds ``text[start:end]`` begins, and the line; of a very long one what is near.

    A line of megabytes would otherwise be read whole for each word in it.
    """
    first, last = max(0, start - _FAR), min(len(text), end + _FAR)
    begin = text.rfind("\n", first, start) + 1
    stop = text.find("\n", end, last)
    return begin or first, text[begin or first : last if stop < 0 else stop]


def is_foreign(document: Document, start: int, end: int) -> bool:
    """Whether a place stands in a line of Traditional Chinese or Japanese."""
    from zhenlint.spelling.chinese.script import is_simplified  # asked of what is found only

    return not is_simplified(line_of(document.prose, start, end)[1])


def is_talked_about(document: Document, start: int, end: int, right: tuple[str, ...]) -> bool:
    """Whether a text speaks of the wrong word at a place: ``既使`` 应为 ``即使``, ``登陆/登录``."""
    begin, line = line_of(document.text, start, end)
    first, last = start - begin, end - begin
    near = line[max(0, first - _NEAR) : last + _NEAR]
    beside = any(word in near.replace(line[first:last], "", 1) for word in right)
    quoted = line[first - 1 : first] in QUOTES and line[last : last + 1] in QUOTES
    if not (_TALK.search(line) or quoted):
        return beside and _is_listed(near)
    return quoted or beside or any(word in without_markup(line) for word in right)


def _is_listed(near: str) -> bool:
    """Whether a text has what separates two words that are set against each other."""
    return any(mark in near for mark in "/、|｜vs")


def is_accepted(text: str, start: int, end: int, settings: Settings) -> bool:
    """Whether the configuration accepts a word that holds ``text[start:end]``."""
    if not (settings.words or settings.terms):
        return False
    accepted = (*settings.words, *settings.terms.values())
    return any(_holds(text, start, end, word) for word in accepted)


def _holds(text: str, start: int, end: int, word: str) -> bool:
    """Whether a word that stands in a text covers ``text[start:end]``."""
    place = word.find(text[start:end])
    return place >= 0 and text.startswith(word, start - place)


def is_in_confused_word(document: Document, start: int, end: int) -> bool:
    """Whether a place belongs to a confused word, which ZH001 reports."""
    begin = max(0, start - _WORD)
    near = document.prose[begin : end + _WORD]
    found = confused_words().sightings(near, han_runs(near))
    return any(word.start < end - begin and start - begin < word.end for word in found)


def is_in_slip(document: Document, start: int, end: int) -> bool:
    """Whether a place belongs to a slip that its neighbours give away, which ZH001 reports, too."""
    begin = max(0, start - _WORD)
    near = document.prose[begin : end + _WORD]
    runs = han_runs(near)
    found = slips(near, runs, _places_in(runs))
    return any(slip.start < end - begin and start - begin < slip.end for slip in found)
