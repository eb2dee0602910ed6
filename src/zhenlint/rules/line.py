"""The line around a place, for rules that judge a place by its line."""

from __future__ import annotations

from typing import Final

REACH: Final = 1_000
"""How far a line is looked at: a file may be one line of megabytes, with something to judge everywhere."""


def line_start(text: str, at: int) -> int:
    """Where the line of an offset begins, no further away than :data:`REACH`."""
    floor = max(0, at - REACH)
    return max(text.rfind("\n", floor, at) + 1, floor)


def line_around(text: str, start: int, end: int, ends: str = "\n") -> tuple[int, int]:
    """Where the line of ``text[start:end]`` begins and ends, no further away than :data:`REACH`.

    ``ends`` are the characters between which a line lies; they are no part of it.
    """
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    begin = start - len(before) + max(map(before.rfind, ends)) + 1
    return begin, end + min((at for at in map(after.find, ends) if at >= 0), default=len(after))
