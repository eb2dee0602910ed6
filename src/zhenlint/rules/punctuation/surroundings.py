"""What a reader sees on either side of a half-width mark.

Markup, brackets, quotation marks and `!?` are stepped over; what stands there is told as one
letter, so that a rule can speak of pairs: ``H`` Han or full-width punctuation, ``L`` Latin, ``D`` a
digit, ``C`` a code span, formula or other atom, ``U`` a bare URL, ``S`` another sign, ``-`` nothing:
an end of the line or block.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from zhenlint.characters import ANY_HAN, CLOSING_QUOTE, FULLWIDTH, LETTER, OPENING_QUOTE
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM, BLOCK, CLOSE, MARKUP
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules.spacing.fullwidth_gap import url_ends

_REACH = 100
_LONGEST_LINK = 2000
SIGHT: Final = _LONGEST_LINK + _REACH + 1
"""How far from a mark nothing counts any more."""

_STEPPED_OVER = MARKUP + " “”‘’\"'()[]!?！？"
_ENDS_BEFORE = lazy_pattern(rf".*[。！？；\r\n{BLOCK}]", re.DOTALL)
"""Up to the last end of a sentence or line; matched from the left, for that is found in one go."""

_LINE_AFTER = lazy_pattern(rf"[^\r\n{BLOCK}]*+")
_PHRASE_BEFORE = lazy_pattern(rf"[^{FULLWIDTH}{OPENING_QUOTE}{CLOSING_QUOTE}{MARKUP}()\[\]\",:;]*+\Z")
_CHINESE_MARKS = FULLWIDTH + "…—"
_LETTER = lazy_pattern(rf"[{LETTER}]")
_LATIN_WORD = lazy_pattern(rf"[{LETTER}]++")
_JOINING = lazy_pattern(
    rf"(?<![{LETTER}'’.-])(?:an?|the|of|in|on|at|by|for|from|to|with|as|is|are|was|were|and|or|but|so|that|which)"
    rf"(?![{LETTER}'’.-])"
)
"""Articles, prepositions and the like; not those that begin with a capital, as names do."""


class Surroundings(NamedTuple):
    """A half-width mark and what stands around it.

    ``left`` and ``right`` are the kinds of what a reader sees; ``before`` and ``after`` the very
    next characters, empty at an end of the text.  ``clause`` is the line before the mark, back to
    the last full stop, ``following`` the line after it, both to a hundred characters.
    """

    left: str
    right: str
    before: str
    after: str
    clause: str
    following: str

    @property
    def phrase(self) -> str:
        """The end of the clause that no mark, bracket, quotation mark or markup interrupts."""
        return _text(_PHRASE_BEFORE.search(self.clause.rstrip(_STEPPED_OVER)))

    @property
    def han(self) -> int:
        """How many Han characters the clause holds."""
        return len(ANY_HAN.findall(self.clause))


def is_english_sentence(text: str) -> bool:
    """Whether a text has words that hold English sentences together, and no fewer words than Han."""
    words = len(_LATIN_WORD.findall(text))
    return words >= 4 and words >= len(ANY_HAN.findall(text)) and joining_words(text) >= 2


def joining_words(text: str) -> int:
    """How many words of a text are articles, prepositions and the like."""
    return len(_JOINING.findall(text))


def mostly_english(text: str) -> bool:
    """Whether Latin words outnumber Han characters two to one."""
    words = len(_LATIN_WORD.findall(text))
    return words >= 4 and words >= 2 * len(ANY_HAN.findall(text))


def surroundings(document: Document, at: int) -> Surroundings:
    """Look around the mark at an offset."""
    prose = document.prose
    text_end, closing = _before_closing(prose, at)
    first = max(0, text_end - _REACH)
    ends = _ENDS_BEFORE.match(prose, first, text_end)
    text = prose[ends.end() if ends else first : text_end]
    following = _text(_LINE_AFTER.match(prose, at + 1, at + 1 + _REACH))
    seen_before, seen_after = text.rstrip(_STEPPED_OVER), following.lstrip(_STEPPED_OVER)
    start = text_end - len(text)
    left = _kind(seen_before[-1:] or prose[start - 1 : start])
    if left == "C" and start + len(seen_before) in document.shared(url_ends):
        left = "U"
    return Surroundings(
        left if seen_before or left == "H" else "-",
        _kind(seen_after[:1]),
        prose[at - 1 : at],
        prose[at + 1 : at + 2],
        text + closing,
        following,
    )


def _before_closing(prose: str, at: int) -> tuple[int, str]:
    """Where the text ends before markup that closes at an offset, and that markup in short.

    A link's destination may be longer than the stretch that is looked at.
    """
    if prose[at - 1 : at] not in (CLOSE, " "):
        return at, ""
    tail = prose[max(0, at - _LONGEST_LINK) : at]
    text = tail.rstrip(CLOSE + " ")
    dropped = tail[len(text) :]
    return at - len(dropped), (CLOSE if CLOSE in dropped else "") + (" " if dropped.endswith(" ") else "")


def _text(found: re.Match[str] | None) -> str:
    return found[0] if found else ""


@cache
def _kind(character: str) -> str:
    if not character:
        return "-"
    if character in _CHINESE_MARKS or ANY_HAN.match(character):
        return "H"
    if _LETTER.match(character):
        return "L"
    return "C" if character == ATOM else "D" if character in "0123456789%°℃" else "S"
