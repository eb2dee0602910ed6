"""Whether a construct that opens can close at all."""

from __future__ import annotations

from markdown_it.ruler import StateBase


def may_close(state: StateBase, closer: str, start: int) -> bool:
    """Whether a closing string stands anywhere from ``start`` on in the text of a block or of a document.

    The search is made once a text: many openings that nothing closes cost no more than one.
    """
    last: dict[tuple[str, str], int] = state.env.setdefault("last_closers", {})
    key = (state.src, closer)
    if key not in last:
        last[key] = state.src.rfind(closer)
    return last[key] >= start


def may_close_in_line(state: StateBase, closer: str, start: int) -> bool:
    """Whether a closing string stands from ``start`` on in its line.  The search is made once a line."""
    lines: dict[tuple[str, str], tuple[int, int, int]] = state.env.setdefault("closers_in_line", {})
    key = (state.src, closer)
    begin, end, last = lines.get(key, (0, -1, -1))
    if not begin <= start <= end:
        begin, end = state.src.rfind("\n", 0, start) + 1, state.src.find("\n", start)
        end = end if end >= 0 else len(state.src)
        last = state.src.rfind(closer, begin, end)
        lines[key] = (begin, end, last)
    return last >= start
