"""The project's own dictionary: which file it is, and adding words to it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Final

from zhenlint import files
from zhenlint.config.editing import put
from zhenlint.config.layers import nearest_layer
from zhenlint.config.toml_file import place
from zhenlint.messages import ZhenlintError
from zhenlint.named_tuple import NamedTuple

_FOLDER: Final = "dictionaries"
_NAME: Final = f"{_FOLDER}/words.txt"
_CONFIGURATION: Final = "zhenlint.toml"


class OwnWords(NamedTuple):
    """A project's own dictionary: an absolute path, and the configuration file that has yet to name it.

    ``prefix`` leads to zhenlint's table in that file, ``name`` is how it will be named.
    """

    path: str
    unnamed_in: str | None = None
    prefix: tuple[str, ...] = ()
    name: str = ""

    def add(self, words: Sequence[str]) -> list[str]:
        """Add words, and name the dictionary where it is not named yet; those that are new to it.

        Raises:
            ZhenlintError: a file cannot be read or written; it is then as it was.
        """
        shown = files.shown_path(self.path)
        before = files.read(self.path, shown) if os.path.exists(self.path) else None
        try:
            text = (before or b"").decode()
        except UnicodeDecodeError as error:
            line = (before or b"")[: error.start].count(b"\n") + 1
            raise ZhenlintError("config-encoding", place=place(shown, line)) from error
        after, added = with_words(text, words)
        if before is None:
            _create(self.path, after)
        elif added:
            files.replace(self.path, shown, before, after.encode())
        if self.unnamed_in is not None:
            put(self.unnamed_in, "dictionaries", self.name, into_list=True, prefix=self.prefix)
        return added


def own_words(folder: str, configuration: str | None = None, *, isolated: bool = False) -> OwnWords:
    """The dictionary of the project that an absolute folder belongs to.

    It is the first that the nearest configuration file names; else one beside that file, which is made
    when words are added.

    Raises:
        ZhenlintError: the configuration file is wrong.
    """
    layer = None if isolated else nearest_layer(folder, configuration)
    if layer is None:
        return OwnWords(os.path.join(folder, _NAME), os.path.join(folder, _CONFIGURATION), name=_NAME)
    names = layer.keys.dictionaries
    if names:
        return OwnWords(os.path.normpath(os.path.join(layer.folder, os.path.expanduser(names[0]))))
    return OwnWords(os.path.join(layer.folder, _NAME), layer.file.path, layer.file.prefix, _NAME)


def with_words(text: str, words: Sequence[str]) -> tuple[str, list[str]]:
    """A dictionary with words put in where they belong in the order, and those that were new.

    Lines that are there stay as they are; comments stay above the word that they stand above.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.removeprefix("\ufeff").splitlines()
    added = []
    for word in words:
        held = [(_word(line), number) for number, line in enumerate(lines)]
        keys = [(_order(known), number) for known, number in held if known]
        if any(key[0] == _order(word)[0] for key, _ in keys):
            continue
        before = [number for key, number in keys if key < _order(word)]
        first = keys[0][1] if keys else len(lines)
        lines.insert(before[-1] + 1 if before else first, word)
        added.append(word)
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    return mark + "".join(line + end for line in lines), added


def _word(line: str) -> str:
    """The word of a line, without its comment."""
    return "" if line.lstrip().startswith("#") else line.split(" #")[0].split("\t#")[0].strip()


def _order(word: str) -> tuple[str, str]:
    return word.lower(), word


def _create(path: str, text: str) -> None:
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        files.write_aside(path, text.encode())
    except OSError as error:
        raise files.unwritable(files.shown_path(path), error) from error
