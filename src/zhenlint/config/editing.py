"""Naming something in a configuration file for the user: one value is put in, everything else stays."""

from __future__ import annotations

import os
from typing import Any

from zhenlint import files
from zhenlint.config.toml_file import read_toml


def put(path: str, key: str, value: str, *, into_list: bool = False, prefix: tuple[str, ...] = ()) -> None:
    """Set a key of a configuration file, or add a value to the list that it holds; a missing file is made.

    ``prefix`` leads to zhenlint's table.  Comments, order and line ends stay as they are.

    Raises:
        ZhenlintError: the file is wrong or cannot be written; it is then as it was.
    """
    from tomlkit import dumps, parse

    shown = files.shown_path(path)
    if not os.path.exists(path):
        content = dumps({key: [value] if into_list else value}).encode()
        try:
            files.write_aside(path, content)
        except OSError as error:
            raise files.unwritable(shown, error) from error
        return
    before = files.read(path, shown)
    text = read_toml(path, shown).text
    document = parse(text)
    table: Any = document
    for part in prefix:
        table = table[part]
    if into_list and key in table:
        table[key].append(value)
    else:
        table[key] = [value] if into_list else value
    after = dumps(document)
    if "\r\n" in text:
        after = after.replace("\r\n", "\n").replace("\n", "\r\n")
    mark = before[: len(before) - len(text.encode())]
    files.replace(path, shown, before, mark + after.encode())
