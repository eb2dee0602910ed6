"""What is expected of this process: a few texts, or so many that it pays to know a list of words as a whole.

Lists are searched word by word until so much was looked at that all of a list is worth knowing.  A run over
many files knows beforehand that it will come to that: each process of one over 430 files takes 10 ms less.
"""

from __future__ import annotations

_many = False


def expect_many() -> None:
    """Have the lists that are read from now on be known as a whole."""
    global _many
    _many = True


def many_expected() -> bool:
    """Whether many texts are expected."""
    return _many
