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
