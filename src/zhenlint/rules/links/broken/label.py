"""The first half of a broken link: its text, the brackets around it, an image's ``!``."""

from __future__ import annotations

import re
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown import marks
from zhenlint.named_tuple import NamedTuple

SQUARE_OPENING: Final = "[［【"
SQUARE_CLOSING: Final = "]］】"
ROUND_OPENING: Final = "(（"
ROUND_CLOSING: Final = ")）"

_SQUARE = lazy_pattern(r"[\[\]［］【】]")
_ROUND = lazy_pattern(r"[()（）]")
_NOT_A_LABEL = lazy_pattern(r"[\^!].*|\[.*\]", re.DOTALL)
_REMARK = lazy_pattern(r"\s*(?:\d+(?:[,，、]\s*\d+)*|\d+[-~–]\d+|[xX]|)\s*")
_SENTENCE_END = lazy_pattern(r"[。！？；;]")
_WORD = rf"[^\s，。；：！？、,;:!?“”‘’「」《》()（）\[\]【】{marks.ALL}]+"
_LAST_WORDS = lazy_pattern(
    rf"(?:“[^”\r\n]+”|「[^」\r\n]+」|《[^》\r\n]+》|{marks.ATOM}+|[A-Za-z]+://[!-~]+|"
    r"(?<![A-Za-z0-9])(?:[A-Za-z0-9][A-Za-z0-9_.+&'\-]* )*[A-Za-z0-9][A-Za-z0-9_.+&'\-]*|"
    rf"{_WORD}(?:\([^()\r\n]*\)|（[^（）\r\n]*）)?)\Z"
)
_PHRASE = lazy_pattern(rf"[^，。；：！？、,;:!?()（）\[\]【】{marks.ALL}]{{1,40}}")
_TITLE = lazy_pattern(rf"[^，。；、\[\]【】{marks.BLOCK}{marks.CLOSE}]{{0,100}}")
_NOTHING_ELSE = lazy_pattern(rf"[ \t。.]*(?=[\r\n{marks.BLOCK}]|\Z)")


class Label(NamedTuple):
    """Where a link's text stands in the view.

    ``opening`` is the bracket before it, empty (start equals end) where there is none; ``start``
    is that of the whole link, with an image's exclamation mark.
    """

    start: int
    opening: tuple[int, int]
    end: int


def line_start(view: str, at: int, floor: int) -> int:
    """Where the line of ``at`` begins, not before ``floor``; a table cell is a line."""
    start = max(view.rfind("\n", floor, at), view.rfind("\r", floor, at), view.rfind(marks.BLOCK, floor, at))
    return max(start + 1, floor)


def unmatched(view: str, start: int, end: int, *, square: bool) -> list[int]:
    """Opening brackets of ``view[start:end]`` that nothing in it closes."""
    stack: list[int] = []
    opening = SQUARE_OPENING if square else ROUND_OPENING
    for match in (_SQUARE if square else _ROUND).finditer(view, start, end):
        if match[0] in opening:
            stack.append(match.start())
        elif stack:
            stack.pop()
    return stack


def closes_unmatched(view: str, start: int, end: int, *, square: bool) -> bool:
    """Whether ``view[start:end]`` closes a bracket that it does not open."""
    depth = 0
    opening = SQUARE_OPENING if square else ROUND_OPENING
    for match in (_SQUARE if square else _ROUND).finditer(view, start, end):
        depth += 1 if match[0] in opening else -1
        if depth < 0:
            return True
    return False


def bracketed(view: str, closing: int, floor: int, *, square: bool = True) -> Label | None:
    """The label that the bracket at ``closing`` closes."""
    openings = unmatched(view, floor, closing, square=square)
    return opened(view, openings[-1], closing, floor) if openings else None


def opened(view: str, opening: int, end: int, floor: int) -> Label:
    """The label that begins at the bracket ``opening`` and ends at ``end``."""
    bang = opening > floor and view[opening - 1] in "!！"
    return Label(opening - bang, (opening, opening + 1), end)


def guessed(view: str, end: int, floor: int) -> Label | None:
    """The label before ``end`` that no bracket opens: its last words."""
    words = _LAST_WORDS.search(view, max(line_start(view, end, floor), end - 80), end)
    if not words:
        return None
    bang = words.start() > floor and view[words.start() - 1] == "!"
    return Label(words.start() - bang, (words.start(), words.start()), end)


def without_opening(view: str, end: int, floor: int, link_end: int) -> Label | None:
    """The label that ``]`` closes at ``end`` and no bracket opens.

    That is the whole line if it begins with an image's exclamation mark, if the link ends it, or
    if it is a short phrase; else its last words.
    """
    start = line_start(view, end, floor)
    while view[start] in " \t":
        start += 1
    bang = view[start] in "!！"
    alone = bang or _NOTHING_ELSE.match(view, link_end)
    if (_TITLE if alone else _PHRASE).fullmatch(view, start + bang, end) and start < end:
        return Label(start, (start + bang, start + bang), end)
    return guessed(view, end, floor)


def is_remark(view: str, label: Label) -> bool:
    """Whether brackets hold a citation or a check box, or nothing: ``[1]``, ``[2, 3]``, ``[x]``, ``[ ]``.

    An image may well have no text.
    """
    return bool(_REMARK.fullmatch(view, label.opening[1], label.end)) and label.start == label.opening[0]


def is_other_syntax(view: str, label: Label) -> bool:
    """Whether brackets belong to a footnote, a callout or a wikilink."""
    return bool(_NOT_A_LABEL.fullmatch(view, label.opening[1], label.end))


def could_be_text(view: str, start: int, end: int) -> bool:
    """Whether a text that is not closed can be a label: short, one sentence, brackets balanced."""
    return (
        end - start <= 80
        and not _SENTENCE_END.search(view, start, end - 1)
        and not unmatched(view, start, end, square=False)
        and not closes_unmatched(view, start, end, square=False)
    )
