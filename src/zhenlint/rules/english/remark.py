"""What EN001 says of a word that is in the dictionary."""

from __future__ import annotations

from zhenlint.named_tuple import NamedTuple


class Remark(NamedTuple):
    """A word at ``text[start:end]``, which message it gets, and what it should be."""

    start: int
    end: int
    message: str
    word: str
    suggestion: str
