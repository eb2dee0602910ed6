"""What is expected of this process: a few texts, or so many that it pays to know a list of words as a whole.

Lists are searched word by word until so much was looked at that all of a list is worth knowing.  A run over
many files knows beforehand that it will come to that: each process of one over 430 files takes 17 ms less.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

_many = False


@contextmanager
def expecting_many() -> Iterator[None]:
    """A time in which lists are known as a whole from the first word on."""
    global _many
    before, _many = _many, True
    try:
        yield
    finally:
        _many = before


def many_expected() -> bool:
    """Whether many texts are expected."""
    return _many
