"""cspell: its JSON and YAML files (https://cspell.org/configuration)."""

from __future__ import annotations

import os
from typing import Any, Final

from zhenlint.setup.taken import Taken, first_file, read_json, read_yaml, strings, table

_NAMES: Final = (
    "cspell.json",
    ".cspell.json",
    "cSpell.json",
    ".cSpell.json",
    "cspell.config.json",
    "cspell.config.yaml",
    "cspell.config.yml",
    "cspell.yaml",
    "cspell.yml",
    ".vscode/cspell.json",
    ".vscode/cSpell.json",
)
_WITHOUT_LIKE: Final = (
    "flagWords",
    "ignoreRegExpList",
    "includeRegExpList",
    "patterns",
    "languageSettings",
    "overrides",
    "import",
    "suggestWords",
)


def read(folder: str) -> Taken | None:
    """What cspell was told in a folder; None if it was not.

    Raises:
        ZhenlintError: the file cannot be read.
    """
    path = first_file(folder, _NAMES)
    if path is None:
        return None
    said = read_yaml(path) if path.endswith((".yaml", ".yml")) else read_json(path)
    words = [*strings(said.get("words")), *strings(said.get("ignoreWords")), *strings(said.get("userWords"))]
    language = said.get("language")
    variant = {"en-US": "american", "en-GB": "british"}.get(language) if isinstance(language, str) else None
    return Taken(
        os.path.relpath(path, folder).replace(os.sep, "/"),
        words=tuple(word.strip("*+~") for word in words if not word.startswith("!")),
        exclude=tuple(strings(said.get("ignorePaths"))),
        dictionaries=tuple(_dictionaries(said, folder, os.path.dirname(path))),
        options={"EN001": {"variant": variant}} if variant else {},
        left=tuple(key for key in _WITHOUT_LIKE if said.get(key)),
    )


def _dictionaries(said: dict[str, Any], folder: str, base: str) -> list[str]:
    """The word lists of the project's own that it names, relative to the project."""
    definitions = said.get("dictionaryDefinitions")
    found = []
    for item in map(table, definitions if isinstance(definitions, list) else ()):
        name = item.get("path")
        if isinstance(name, str) and name.endswith(".txt") and os.path.isfile(os.path.join(base, name)):
            found.append(os.path.relpath(os.path.join(base, name), folder).replace(os.sep, "/"))
    return found
