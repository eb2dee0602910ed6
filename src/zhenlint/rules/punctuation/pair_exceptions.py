"""Marks that look like half a pair and are none: list marks, emoticons, primes, code, marks spoken of."""

from __future__ import annotations

from typing import Final

from zhenlint.characters import ANY_HAN, LATIN
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ALL, BLOCK, MARKUP
from zhenlint.rules.punctuation.pairs import OPENERS, PARTNER, Mark

_REACH = 60
_BLANK = " \u00a0\u3000\t\r\n"
_LIST_MARK = lazy_pattern(
    rf"(?:^|[^\w（(]|[^\W{LATIN}_])(?:[0-9]{{1,3}}|[a-zA-Z]|[ivxIVX]{{1,4}}|[一二三四五六七八九十]{{1,3}}|[①-⑳])[{MARKUP}]*\Z"
)
"""Before a closing bracket: the number or letter of an item."""

_EMOTICON_MOUTH = lazy_pattern(r"(?:[:;=：；][-'^oO]?|[\^>][_oO.]?[\^<]|[TQ]_[TQ]|[-\^]_[-\^]|233+|[xX]D)\Z")
_FACE: Final = "□▽￣ω╯╰･´｀｡⌒∀∇≧≦Дツ๑•ᴗˊˋ◡♡Ò꒳⊙٩ง︶╥∩ノヾ゜✪㉨дㅂ"
_MENTION = lazy_pattern(r"(?:括号|引号|书名号|符号|字符|标点|左|右)[：:]? ?\Z")
_CODE_BEFORE = lazy_pattern(r"[A-Za-z0-9_$]\Z")
_CODE = lazy_pattern(r"[=;{}<>$|\\&\[\]_^*+]|->|\.\.\.|::")
_AFTER_LINK_TEXT = lazy_pattern(r"\] ?[!-~]*\Z")
"""Before a bracket of a broken link, which the link rules speak of."""

_INTERVAL_OPENED = lazy_pattern(r"\[[^\[\]()（）]*\Z")
_INTERVAL_CLOSED = lazy_pattern(r"[(（][^\[\]()（）]*\]")


def is_weak(document: Document, mark: Mark) -> bool:
    """Whether a round closing bracket may be a list mark's or an emoticon's."""
    if mark.character not in ")）":
        return False
    before = document.prose[max(0, mark.at - 10) : mark.at].rpartition("\n")[2].rpartition(BLOCK)[2]
    return bool(_LIST_MARK.search(before) or _EMOTICON_MOUTH.search(before))


def stands_alone(document: Document, mark: Mark, start: int, end: int) -> bool:
    """Whether an unpaired mark of the block ``start`` to ``end`` is there on purpose or hard to judge."""
    prose, at = document.prose, mark.at
    if not document.is_literal(at, at + 1):
        return True
    before = prose[max(start, at - _REACH) : at]
    after = prose[at + 1 : min(end, at + 1 + _REACH)]
    if _is_spoken_of(mark, before, after) or _partner_is_hidden(document, mark, start, end):
        return True
    if any(character in _FACE for character in before[-6:] + after[:6]):
        return True
    if mark.character in "()（）" and _AFTER_LINK_TEXT.search(before):
        return True
    if mark.character in "()":
        return _is_code_or_formula(mark, before, after) or not _beside_han(before, after)
    if mark.character in "（）":
        return bool(_EMOTICON_MOUTH.search(before))
    return _is_no_quotation_mark(mark, before, after) or _is_block_marker(mark, before)


def reads_as_text(prose: str, opener: Mark, closer: Mark) -> bool:
    """Whether what a pair of two widths holds is text: no face, and no destination of a broken link."""
    if prose[opener.at - 1 : opener.at] == "]":
        return False
    inside = prose[opener.at + 1 : min(closer.at, opener.at + _REACH)]
    if any(character in _FACE for character in inside):
        return False
    return any(character.isalnum() for character in inside)


def _is_spoken_of(mark: Mark, before: str, after: str) -> bool:
    """Whether the text speaks of the mark itself: quoted, or with nothing to enclose."""
    first, last = after.lstrip(MARKUP)[:1], before.rstrip(MARKUP)[-1:]
    if _MENTION.search(before) and (not first or first in _BLANK + "、，。”’'\"和或"):
        return True
    if mark.character in OPENERS:
        if first and first in "”’」』" and last.isalnum():
            return False  # what is spoken of stands alone in its quotation marks
        return not first or first in "、，。；”’'\"」』》）)\r\n" or (first in _BLANK and last in _BLANK)
    return not last or last in "、“‘'\"「『《（(" or (first in _BLANK and last in _BLANK and bool(first))


def _partner_is_hidden(document: Document, mark: Mark, start: int, end: int) -> bool:
    """Whether the partner stands in a URL, code span or formula of the block."""
    opens = mark.character in OPENERS
    low, high = (mark.at, end) if opens else (start, mark.at)
    partner = PARTNER[mark.character]
    hidden = [
        character
        for character, shown in zip(document.text[low:high], document.prose[low:high], strict=True)
        if shown in ALL
    ]
    return hidden.count(partner) > hidden.count(mark.character)


def _is_code_or_formula(mark: Mark, before: str, after: str) -> bool:
    if mark.character == "(":
        if _INTERVAL_CLOSED.match("(" + after) or _EMOTICON_MOUTH.search(before):
            return True
        return bool(_CODE_BEFORE.search(before)) and not ANY_HAN.search(after[:4])
    return bool(_INTERVAL_OPENED.search(before) or _CODE.search(before[-25:] + after[:3]))


def _beside_han(before: str, after: str) -> bool:
    return len(ANY_HAN.findall(before[-30:] + after[:30])) >= 2


def _is_no_quotation_mark(mark: Mark, before: str, after: str) -> bool:
    """Whether a quotation mark is a prime (``27”``), an apostrophe or stands in English text."""
    if mark.character in "”’" and before[-1:].isdigit():
        return True
    if mark.character not in "‘’":
        return False
    beside = (before[-1:] + after[:1]) if mark.character == "’" else after[:1]
    return any(character.isascii() for character in beside) or not ANY_HAN.search(before[-10:] + after[:10])


def _is_block_marker(mark: Mark, before: str) -> bool:
    """Whether a ``》`` begins a line: a block quotation's marker typed in full width."""
    return mark.character == "》" and not before.rpartition("\n")[2].strip(_BLANK + ALL)
