"""Dictionaries: files of words that are right, one a line."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from zhenlint import files
from zhenlint.config.toml_file import TomlFile, place
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.messages import ZhenlintError

_COMMENT = lazy_pattern(r"(?:^|\s)#.*")
"""A comment begins with ``#`` at the line's start or after a blank, so that ``C#`` is a word."""


def read_words(file: TomlFile, names: Sequence[str]) -> Iterator[str]:
    """The words, lower-case, of dictionaries named in a configuration file, relative to its folder.

    Raises:
        ZhenlintError: a dictionary is missing, unreadable or not UTF-8.
    """
    for name in names:
        path = os.path.join(os.path.dirname(file.path), os.path.expanduser(name))
        if not os.path.exists(path):
            raise ZhenlintError(
                "config-missing-file", place=file.place("dictionaries"), key="dictionaries", file=name
            )
        data = files.read(path, files.shown_path(path))
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            where = place(files.shown_path(path), data[: error.start].count(b"\n") + 1)
            raise ZhenlintError("config-encoding", place=where) from error
        for line in text.splitlines():
            if word := _COMMENT.sub("", line).strip():
                yield word.lower()
