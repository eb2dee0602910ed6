"""Tells a broken link from brackets that mean something else."""

from __future__ import annotations

from collections.abc import Callable

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.destination import Likeness, likeness, needs_angle_brackets
from zhenlint.rules.links.broken.faults import LOOSE_FAULTS, SAFE_FAULTS, SITE_FAULTS, Fault
from zhenlint.rules.links.broken.halves import Halves
from zhenlint.rules.links.broken.label import (
    closes_unmatched,
    is_other_syntax,
    is_remark,
    line_start,
    unmatched,
)
from zhenlint.rules.links.broken.tail import line_end

_ESCAPED_BRACKET = lazy_pattern(r"\\[\[\]()（）]")
_IDENTIFIER_END = lazy_pattern(r"[A-Za-z0-9_)\]]")
_ATTRIBUTE = lazy_pattern(r"[#.]\w")
_CLAUSE = lazy_pattern(r"[。；\"]")
_SITE_PAGE = lazy_pattern(r"/[^/\s]+/\S+\.mdx?(?:#\S+)?|\S+\.mdx?#\S+|#[a-z][a-z0-9]*(?:-[a-z0-9]+)+")


def is_meant(view: str, text: str, halves: Halves, fault: Fault, floor: int) -> bool:
    """Whether brackets beside a destination were meant to be a link, with this fault."""
    label, form = halves.label, halves.form
    if _ESCAPED_BRACKET.search(text, max(label.start - 2, 0), halves.tail.closing[1] + 2):
        return False
    if form.spaced and fault not in ("space", "full-width", "no-closing-bracket", "no-label-brackets"):
        return False
    if not _clear_enough(view, halves, fault):
        return False
    bracketed = label.opening[0] < label.opening[1]
    if bracketed and is_other_syntax(view, label):
        return False
    if bracketed and form.joint != "](" and is_remark(view, label):
        return False
    other = _OTHER_MEANINGS.get(fault)
    return other is None or not other(view, halves, floor)


def is_sure(view: str, halves: Halves, fault: Fault) -> bool:
    """Whether there is only one way to read what was meant."""
    label, form = halves.label, halves.form
    destination = view[halves.tail.start : halves.tail.end]
    if fault not in SAFE_FAULTS or halves.tail.likeness < Likeness.CLEAR or needs_angle_brackets(destination):
        return False
    if fault == "reversed":
        glued = label.start > 0 and _IDENTIFIER_END.match(view, label.start - 1)
        return not form.full_width and not glued
    if fault == "full-width" and form.opening == "【":
        return "（" not in form.joint
    return not (form.full_width and (form.spaced or fault != "full-width"))


def _clear_enough(view: str, halves: Halves, fault: Fault) -> bool:
    """Whether the destination is as clear as the brackets around it are vague."""
    label, tail, form = halves.label, halves.tail, halves.form
    if tail.likeness is Likeness.CLEAR:
        return True
    if tail.likeness is Likeness.SITE and (form.opening == "【" or form.spaced):
        return False
    faults = SITE_FAULTS if tail.likeness is Likeness.SITE else LOOSE_FAULTS
    intact = fault in faults or (fault == "full-width" and form.joint == "](")
    return intact and not (label.start and _IDENTIFIER_END.match(view, label.start - 1))


def _is_remark_in_lenticular(view: str, halves: Halves, floor: int) -> bool:
    """``【a sentence。】(address)``, or a blank after the brackets."""
    label = halves.label
    if halves.form.opening != "【":
        return False
    image = label.start < label.opening[0]
    return halves.form.spaced or (not image and bool(_CLAUSE.search(view, label.opening[1], label.end)))


def _is_reference(view: str, halves: Halves, floor: int) -> bool:
    """``[text][label]``, ``[[target][text]]``, ``[a.md][b.md]``."""
    label, end = halves.label, halves.tail.closing[1]
    text, destination = view[label.opening[1] : label.end], view[halves.tail.start : halves.tail.end]
    return (
        halves.form.full_width
        or destination.startswith("#")
        or view[label.start - 1 : label.start] == "["
        or view[end : end + 1] in ("[", "(", ":", "]")
        or (likeness(text) is Likeness.CLEAR and text != destination and "://" not in destination)
    )


def _is_attribute_list(view: str, halves: Halves, floor: int) -> bool:
    """``[text]{#id}``, ``[text]{.class}``."""
    return halves.form.full_width or bool(_ATTRIBUTE.match(view, halves.tail.start))


def _is_closed_remark(view: str, halves: Halves, floor: int) -> bool:
    """``[a remark (address) in brackets]``; or another parenthesis holds the destination."""
    end = halves.tail.closing[1]
    if view[end : end + 1] in ("(", "（"):
        return True
    closed = closes_unmatched(view, end, line_end(view, end), square=True)
    return closed and ")]" not in halves.form.closing


def _is_closing_of_text(view: str, halves: Halves, floor: int) -> bool:
    """``([text]address)``: the parenthesis closes one before the text; or a tag stands there."""
    start, end = halves.label.start, halves.tail.closing[1]
    if halves.joint_end < halves.tail.start or view[halves.tail.start] == "#":
        return True
    opened = bool(unmatched(view, line_start(view, start, floor), start, square=False))
    return opened and not closes_unmatched(view, end, line_end(view, end), square=False)


def _is_parenthesis(view: str, halves: Halves, floor: int) -> bool:
    """``text (address)``: only a page of the site, or an address in brackets, is no such thing."""
    destination = view[halves.tail.start : halves.tail.end]
    if "[" in halves.form.joint:
        return "://" not in destination
    return halves.form.full_width or not _SITE_PAGE.fullmatch(destination)


_OTHER_MEANINGS: dict[Fault, Callable[[str, Halves, int], bool]] = {
    "full-width": _is_remark_in_lenticular,
    "square-brackets": _is_reference,
    "braces": _is_attribute_list,
    "no-closing-bracket": _is_closed_remark,
    "no-opening-parenthesis": _is_closing_of_text,
    "no-label-brackets": _is_parenthesis,
}
"""What brackets of such a form are also used for."""
