"""Reads both halves of a would-be link around the bracket before its destination."""

from __future__ import annotations

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules.links.broken.faults import Form
from zhenlint.rules.links.broken.label import (
    ROUND_CLOSING,
    ROUND_OPENING,
    SQUARE_CLOSING,
    Label,
    bracketed,
    closes_unmatched,
    could_be_text,
    guessed,
    line_start,
    opened,
    unmatched,
    without_opening,
)
from zhenlint.rules.links.broken.tail import Tail, line_end, read_tail

_BLANKS = " \t\u00a0\u3000"
_STRAY_PAIR = lazy_pattern(r"!?(\[\])[^\[\]［］【】\s，。；：！？、]+\Z")


class Halves(NamedTuple):
    """A label and a destination with the brackets of both.

    The brackets between them are ``view[label.end:joint_end]``.
    """

    label: Label
    joint_end: int
    tail: Tail
    form: Form


def read_halves(view: str, at: int, joint_end: int, start: int, floor: int) -> Halves | None:
    """What the bracket at ``at`` joins, if it looks like a link at all.

    ``joint_end`` is where the bracket ends (after a ``<``), ``start`` where the destination
    begins; nothing before ``floor`` belongs to the link.
    """
    closers = {"[": "]］", "{": "}"}.get(view[at], ROUND_CLOSING + SQUARE_CLOSING)
    before = _before_blanks(view, at, floor)
    after_label = view[before - 1 : before] in tuple(SQUARE_CLOSING)
    tail = read_tail(view, start, closers, angle=view[joint_end - 1] == "<", after_label=after_label)
    label = tail and _label(view, at, floor, tail.closing[1])
    if not label or not tail:
        return None
    tail = _settle_closing(view, at, label, tail, floor)
    form = Form(
        view[slice(*label.opening)],
        view[label.end : joint_end],
        view[slice(*tail.closing)],
        "".join(view[slice(*quote)] for quote in tail.quotes or ()),
    )
    return Halves(label, joint_end, tail, form)


def _label(view: str, at: int, floor: int, link_end: int) -> Label | None:
    """The label before the bracket at ``at`` of a link that ends at ``link_end``."""
    if view[at] in SQUARE_CLOSING:
        return bracketed(view, at, floor)
    before = _before_blanks(view, at, floor)
    last = view[before - 1] if before > floor else ""
    if view[at] in ROUND_OPENING:
        if last and last in SQUARE_CLOSING:
            return bracketed(view, before - 1, floor) or _stray(view, before - 1, floor, link_end)
        return _unclosed_label(view, before, floor) or guessed(view, before, floor)
    if before < at or not last:
        return None
    if view[at] == "[" and last in ROUND_CLOSING:
        return bracketed(view, at - 1, floor, square=False)
    if view[at] == "[" and last in ROUND_OPENING:
        return guessed(view, at - 1, floor)
    return bracketed(view, at - 1, floor) if last == "]" else None


def _before_blanks(view: str, at: int, floor: int) -> int:
    """Where the blanks before ``at`` begin, three of them at most."""
    before = at
    while before > floor and at - before < 3 and view[before - 1] in _BLANKS:
        before -= 1
    return before


def _stray(view: str, closing: int, floor: int, link_end: int) -> Label | None:
    """The label before a ``]`` that closes nothing: ``[text]](``, ``[]text](`` or ``text](``."""
    if closing > floor and view[closing - 1] in SQUARE_CLOSING:
        return bracketed(view, closing - 1, floor)
    pair = _STRAY_PAIR.search(view, max(line_start(view, closing, floor), closing - 80), closing)
    if pair:
        return Label(pair.start(), pair.span(1), closing)
    return without_opening(view, closing, floor, link_end)


def _unclosed_label(view: str, end: int, floor: int) -> Label | None:
    """The label before ``end`` that has an opening bracket only, or a round closing one."""
    openings = unmatched(view, line_start(view, end, floor), end, square=True)
    if not openings:
        return None
    opening = openings[-1]
    if could_be_text(view, opening + 1, end):
        return opened(view, opening, end, floor)
    if view[end - 1] in ROUND_CLOSING and could_be_text(view, opening + 1, end - 1):
        return opened(view, opening, end - 1, floor)
    return None


def _settle_closing(view: str, at: int, label: Label, tail: Tail, floor: int) -> Tail:
    """The tail with the closing bracket that is its own.

    A bracket that closes an earlier one does not close the destination; ``[text(url)]`` and
    ``([url])`` end with one more.
    """
    start, end = tail.closing
    closing, following = view[start:end], view[end : end + 1]
    if (view[at] == "[" and view[label.end] in ROUND_OPENING and following in tuple(ROUND_CLOSING)) or (
        view[label.end : at + 1] in tuple(ROUND_OPENING)
        and label.opening[0] < label.opening[1]
        and following == "]"
        and "://" not in view[tail.start : tail.end]
    ):
        return tail._replace(closing=(start, end + 1))
    if not closing or view[at] not in ROUND_OPENING:
        return tail
    line = line_start(view, label.start, floor)
    if closing in SQUARE_CLOSING and unmatched(view, line, label.start, square=True):
        return tail._replace(closing=(start, start))
    if (
        (view[at], closing) == ("(", "）")
        and unmatched(view, line, label.start, square=False)
        and not closes_unmatched(view, end, line_end(view, end), square=False)
    ):
        return tail._replace(closing=(start, start))
    return tail
