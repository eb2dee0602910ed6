"""typos: ``typos.toml``, ``_typos.toml``, ``.typos.toml`` and ``[tool.typos]`` of ``pyproject.toml``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, Final

from zhenlint.config.toml_file import read_toml
from zhenlint.files import shown_path
from zhenlint.setup.taken import Taken, first_file, strings, table

_NAMES: Final = ("typos.toml", "_typos.toml", ".typos.toml")
_WITHOUT_LIKE: Final = ("extend-ignore-re", "extend-ignore-identifiers-re", "extend-ignore-words-re")
_VARIANTS: Final = {"en-us": "american", "en-gb": "british"}


def read(folder: str) -> Taken | None:
    """What typos was told in a folder; None if it was not.

    Raises:
        ZhenlintError: the file cannot be read.
    """
    path = first_file(folder, (*_NAMES, "pyproject.toml"))
    if path is None:
        return None
    said: dict[str, Any] = read_toml(path, shown_path(path)).table
    if path.endswith("pyproject.toml"):
        said = table(table(said.get("tool")).get("typos"))
        if not said:
            return None
    default = table(said.get("default"))
    pairs = list(_pairs(said))
    variant = _VARIANTS.get(str(default.get("locale")))
    return Taken(
        os.path.basename(path),
        words=tuple(word for word, right in pairs if word.lower() == right.lower()),
        terms={word: right for word, right in pairs if right and word.lower() != right.lower()},
        exclude=tuple(strings(table(said.get("files")).get("extend-exclude"))),
        options={"EN001": {"variant": variant}} if variant else {},
        left=tuple(f"default.{key}" for key in _WITHOUT_LIKE if default.get(key)),
    )


def _pairs(said: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Words and identifiers with what they should be, of all files and of Markdown."""
    kinds = [table(said.get("default"))]
    types = table(said.get("type"))
    kinds += [table(types[name]) for name in ("md", "markdown") if name in types]
    for kind in kinds:
        for key in ("extend-words", "extend-identifiers"):
            for word, right in table(kind.get(key)).items():
                if isinstance(right, str) and word.strip():
                    yield word.strip(), right.strip()
