"""A TOML file with the lines of its keys, which tomllib does not tell."""

from __future__ import annotations

import os
from typing import Any

from zhenlint import files
from zhenlint.messages import Phrase, ZhenlintError, phrase
from zhenlint.named_tuple import NamedTuple


class TomlFile(NamedTuple):
    """A parsed TOML file.  ``table`` is the part that is zhenlint's, ``prefix`` the keys that lead there.

    ``item`` is the item of a list that is spoken of, if one is.
    """

    path: str
    shown: str
    text: str
    table: dict[str, Any]
    prefix: tuple[str, ...] = ()
    item: str | None = None

    def place(self, *keys: str) -> Phrase:
        """The file, and the line where the keys, or an item of their list, stand if it can be told."""
        from zhenlint.config.toml_lines import line_of, line_of_item

        line = line_of(self.text, self.prefix + keys)
        if line and self.item:
            line = line_of_item(self.text, line, self.item)
        return place(self.shown, line)

    def at_item(self, item: object) -> TomlFile:
        """The file, an item of a list being spoken of."""
        return self._replace(item=f'"{item}"' if isinstance(item, str) else str(item))

    def path_of(self, key: str, name: str) -> str:
        """The path of a file that stands under a key, relative to this file's folder.

        Raises:
            ZhenlintError: there is no such file, or it is a folder.
        """
        path = os.path.normpath(os.path.join(os.path.dirname(self.path), os.path.expanduser(name)))
        if not os.path.exists(path):
            raise ZhenlintError("config-missing-file", place=self.place(key), key=key, file=name)
        if os.path.isdir(path):
            raise ZhenlintError("config-folder", place=self.place(key), key=key, file=name)
        return path


def place(shown: str, line: int | None = None) -> Phrase:
    """A file and perhaps a line of it, for a message."""
    if line is None:
        return phrase("config-place", path=shown)
    return phrase("config-place-line", path=shown, line=line)


def read_toml(path: str, shown: str) -> TomlFile:
    """Read and parse a TOML file.

    Raises:
        ZhenlintError: it cannot be read or is not valid TOML; the phrase names the line.
    """
    import tomllib

    data = files.read(path, shown)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ZhenlintError("config-encoding", place=place(shown, line)) from error
    try:
        return TomlFile(path, shown, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        from zhenlint.config.toml_lines import detail_and_line

        detail, line = detail_and_line(str(error), text)
        raise ZhenlintError("config-syntax", place=place(shown, line), detail=detail) from error
    except RecursionError as error:
        raise ZhenlintError("config-too-deep", place=place(shown)) from error
