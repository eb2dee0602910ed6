"""The words that a person always wants accepted: which file they are in, and what it says."""

from __future__ import annotations

import os

from zhenlint.user_folder import user_folder


def user_words_path() -> str:
    """Where the words lie that a person always wants accepted: ``words.txt`` in the user's folder."""
    return os.path.join(user_folder("config"), "words.txt")


def user_words() -> frozenset[str]:
    """The user's own words; none where there is no such file.

    Raises:
        ZhenlintError: the file is there but cannot be used.
    """
    path = user_words_path()
    if not os.path.exists(path):
        return frozenset()
    from zhenlint.config.dictionaries import words_of

    return frozenset(words_of(path))
