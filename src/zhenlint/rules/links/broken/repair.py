"""The edits that turn a broken link into the one that was meant."""

from __future__ import annotations

from zhenlint.diagnostic import Edit
from zhenlint.markdown.destination import needs_angle_brackets
from zhenlint.rules.links.broken.halves import Halves


def repair(view: str, halves: Halves) -> tuple[Edit, ...]:
    """Put ``[``, ``](``, straight quotes and ``)`` where they belong; the rest stays as it stands."""
    label, tail = halves.label, halves.tail
    wrapped = not tail.angled and needs_angle_brackets(view[tail.start : tail.end])
    angled = tail.angled or wrapped
    places = [
        (label.start, label.opening[0], "!" if label.start < label.opening[0] else ""),
        (*label.opening, "["),
        (label.end, halves.joint_end, "](<" if angled else "]("),
    ]
    apart = wrapped and tail.closing[0] > tail.end
    if apart:
        places.append((tail.end, tail.end, ">"))
    if tail.quotes:
        places += [(*quote, mark) for quote, mark in zip(tail.quotes, _straight(view, halves), strict=True)]
    closing = _blanks_kept(view, tail.closing, ">)" if angled and not apart else ")")
    edits = [_least(view, *place) for place in (*places, closing)]
    return tuple(edit for edit in edits if view[edit.start : edit.end] != edit.content)


def _straight(view: str, halves: Halves) -> tuple[str, str]:
    """The quotes that the title should have."""
    opening, closing = (view[slice(*quote)] for quote in halves.tail.quotes or ())
    mark = opening if opening in ("'", '"') and closing in ("", opening) else '"'
    return mark, mark


def _blanks_kept(view: str, closing: tuple[int, int], right: str) -> tuple[int, int, str]:
    """The closing brackets ``>  )`` stay as they are."""
    start, end = closing
    return (start, start, "") if "".join(view[start:end].split()) == right else (start, end, right)


def _least(view: str, start: int, end: int, content: str) -> Edit:
    """The edit with what both texts begin and end with left alone."""
    while start < end and content and view[start] == content[0]:
        start, content = start + 1, content[1:]
    while start < end and content and view[end - 1] == content[-1]:
        end, content = end - 1, content[:-1]
    return Edit(start, end, content)
