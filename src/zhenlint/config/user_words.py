"""The words that a person always wants accepted: which file they are in, and what it says."""

from __future__ import annotations

import os
import sys


def user_words_path() -> str:
    """Where the words lie that a person always wants accepted: ``words.txt`` in the user's folder.

    On Linux the folder is told as the XDG Base Directory Specification says, which spares every start the
    15 ms of importing platformdirs; elsewhere platformdirs knows.
    """
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        above = os.environ.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")
        return os.path.join(above, "zhenlint", "words.txt")
    import platformdirs

    return os.path.join(platformdirs.user_config_dir("zhenlint", appauthor=False), "words.txt")


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
