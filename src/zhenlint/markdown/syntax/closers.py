"""Whether a construct that opens in a line can close at all."""

from __future__ import annotations

from markdown_it.rules_inline import StateInline


def may_close(state: StateInline, closer: str, start: int) -> bool:
    """Whether a closing string stands anywhere from ``start`` on in the block.

    The search is made once a block: many openings that nothing closes cost no more than one.
    """
    last: dict[tuple[str, str], int] = state.env.setdefault("last_closers", {})
    key = (state.src, closer)
    if key not in last:
        last[key] = state.src.rfind(closer)
    return last[key] >= start
