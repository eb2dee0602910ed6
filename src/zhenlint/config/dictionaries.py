"""Dictionaries: files of words that are right, one a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zhenlint import files
from zhenlint.config.toml_file import TomlFile, place
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.messages import ZhenlintError

_COMMENT = lazy_pattern(r"(?:^|\s)#.*")
"""A comment begins with ``#`` at the line's start or after a blank, so that ``C#`` is a word."""

_NO_WORD = lazy_pattern(r"[\x00-\x1f\x7f\ufffd]|\s(?:=|->|→)\s|[,，、;；]\s*\S")
"""What no word has: control characters, among them tabs, and what separates words in a list or table."""


def read_words(file: TomlFile, names: Sequence[str]) -> Iterator[str]:
    """The words, lower-case, of dictionaries named in a configuration file, relative to its folder.

    Raises:
        ZhenlintError: a dictionary is missing, unreadable, not UTF-8 or has a line that is no word.
    """
    for name in names:
        yield from words_of(file.at_item(name).path_of("dictionaries", name))


def words_of(path: str) -> Iterator[str]:
    """The words, lower-case, of one dictionary.

    Raises:
        ZhenlintError: it is unreadable, not UTF-8 or has a line that is no word; the phrase names the line.
    """
    shown = files.shown_path(path)
    data = files.read(path, shown)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = place(shown, data[: error.start].count(b"\n") + 1)
        raise ZhenlintError("config-encoding", place=where) from error
    for number, line in enumerate(text.splitlines(), start=1):
        if word := _COMMENT.sub("", line).strip():
            if not is_word(word):
                raise ZhenlintError("dictionary-bad-line", place=place(shown, number), text=word)
            yield word.lower()


def is_word(text: str) -> bool:
    """Whether a line of a dictionary can be a word."""
    return bool(text) and text[0] != "#" and not _NO_WORD.search(text)
