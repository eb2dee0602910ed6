"""Where an invisible character is right: in emoji, in scripts that need it, to keep markup apart.

A joiner or variation selector shapes the emoji, ideograph or letter before it (UTS #51; UTS #37;
Unicode 16, section 23.2 and 23.4).  Writers also put a zero-width space where Markdown would see
markup or a mention, or where a cell or paragraph must not be empty.
"""

from __future__ import annotations

import unicodedata

from zhenlint.characters import ANY_HAN, BLANK
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM, BLOCK, CLOSE, OPEN
from zhenlint.rules.characters.suspects import Mentions

_JOINED_SCRIPT = lazy_pattern(
    "[\u0590-\u10ff\u1100-\u11ff\u1200-\u1cff\ua800-\uabff\ud7b0-\ud7ff\ufb1d-\ufdcf\ufdf0-\ufdff"
    "\ufe70-\ufefc\U00010800-\U00011fff]"
)
"""Hebrew to Vedic, old Hangul: scripts whose spelling uses joiners, fillers or zero-width spaces."""

_RIGHT_TO_LEFT = lazy_pattern(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
)
_REVERSING = lazy_pattern("[\u200f\u061c\u202b\u202e\u2067]")
_LINE_END = "\r\n"
_DELIMITERS = "*_~`"
_STARTS_MARKUP = "@#{<[$|" + _DELIMITERS
_MARKER = lazy_pattern(r"[ \t]*(?:[-+*>#|~`=_<:]|\d{1,9}[.)])")
_MARKER_BEFORE = lazy_pattern(rf"(?:\A|[\r\n{BLOCK}])(?:[-+*]|\d{{1,9}}[.)]|#{{1,6}})\Z")
_THIN = "\u2006\u2009\u200a\u202f"
_WIDE = "\u2000\u2001\u2002\u2003"
_BESIDE_THIN = "—–-/…×÷±=<>«»‹›·"
_UNIT_AFTER = lazy_pattern(r"[\dA-Za-z%‰°℃℉µμΩ€$]")


def in_joined_script(prose: str, start: int, end: int) -> bool:
    """Whether a character at [start, end) stands beside a letter of a script that joins."""
    return bool(_JOINED_SCRIPT.match(prose, max(0, start - 1)) or _JOINED_SCRIPT.match(prose, end))


def joins_emoji(prose: str, start: int, end: int) -> bool:
    """Whether a zero-width joiner stands between two emoji."""
    return end < len(prose) and _is_symbol(prose[start - 1 : start]) and _is_symbol(prose[end])


def _is_symbol(char: str) -> bool:
    return char == ATOM or char == "\ufe0f" or unicodedata.category(char or " ")[0] == "S"


def selects_variant(char: str, before: str) -> bool:
    """Whether a variation selector or tag follows a character that may have one."""
    if before in ATOM + CLOSE and before:
        return True
    category = unicodedata.category(before or " ")
    if char in "\ufe0e\ufe0f":
        return category[0] in "SPN" or before == "ℹ"
    if "\ufe00" <= char <= "\ufe0d":
        return category[0] not in "ZC" and not before.isascii()
    if char >= "\U000e0100":
        return bool(ANY_HAN.match(before))
    if char >= "\U000e0000":
        return before == "🏴"
    return "\u1800" <= before <= "\u18af"


def keeps_markup_apart(document: Document, start: int, end: int) -> bool:
    """Whether a zero-width character keeps a delimiter, mention or tag from being taken for one.

    ``@`` and ``#`` before a word, literal delimiters on either side, and the place between a point
    and emphasis, where without it the delimiter would not open or close (CommonMark 0.31.2, 6.2).
    """
    before, after = document.prose[start - 1 : start], document.prose[end : end + 1]
    if (before and before in _STARTS_MARKUP) or (after and after in _DELIMITERS + "{"):
        return True
    if before == OPEN and document.text[start - 1] in _DELIMITERS:
        return after == CLOSE or unicodedata.category(after or " ")[0] == "P"
    if after == CLOSE and document.text[end] in _DELIMITERS:
        return unicodedata.category(before or " ")[0] == "P"
    return False


def hides_markup(prose: str, start: int, end: int) -> bool:
    """Whether without the character Markdown would see a block marker or a link in the text."""
    if at_line_start(prose, start):
        return bool(_MARKER.match(prose, end))
    if prose[start - 1] == "]" and prose[end : end + 1] in ("(", "[", ":"):
        return True
    return bool(_MARKER_BEFORE.search(prose, max(0, start - 12), start))


def is_alone(prose: str, start: int, end: int) -> bool:
    """Whether nothing else stands in the line or cell: a placeholder for an empty one."""
    return at_line_start(prose, start) and at_line_end(prose, end)


def at_line_start(prose: str, start: int) -> bool:
    """Whether only blanks stand between the beginning of the line and ``start``."""
    before = prose[max(0, start - 40) : start].rstrip(BLANK)
    return before[-1:] in _LINE_END + BLOCK


def at_line_end(prose: str, end: int) -> bool:
    """Whether only blanks stand between ``end`` and the end of the line."""
    after = prose[end : end + 40].lstrip(BLANK)
    return after[:1] in _LINE_END + BLOCK


def is_typographic_space(prose: str, start: int, end: int) -> bool:
    """Whether an odd space does what it is for: indent, make columns, set a number or dash apart."""
    if prose[start] in _WIDE:
        return end - start > 1 or at_line_start(prose, start)
    before, after = prose[start - 1 : start], prose[end : end + 1]
    if prose[start] not in _THIN:
        return False
    if before.isdecimal() and _UNIT_AFTER.match(after):
        return True
    return any(char and char in _BESIDE_THIN for char in (before, after))


def separates_han(prose: str, start: int, end: int) -> bool:
    """Whether a wide space stands between Han, where it may be a separator as U+3000 is."""
    return prose[start] in _WIDE and bool(ANY_HAN.match(prose, start - 1) and ANY_HAN.match(prose, end))


def right_to_left(document: Document) -> Mentions:
    """Where letters are written from right to left."""
    return Mentions(document, _RIGHT_TO_LEFT)


def reversing(document: Document) -> Mentions:
    """Where controls turn the order of characters round."""
    return Mentions(document, _REVERSING)
