"""Where English sentences begin."""

from __future__ import annotations

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.marks import BLOCK, MARKUP

_REACH = 160
"""How many characters are looked at before a word."""

_SENTENCE_END = lazy_pattern(rf"(?:^|[.!?:;…。！？：；\n{BLOCK}])[\s{MARKUP}\"“‘'(（]*$")


def begins_sentence(prose: str, start: int) -> bool:
    """Whether the word at a place is a sentence's first one."""
    return bool(_SENTENCE_END.search(prose[max(0, start - _REACH) : start]))
