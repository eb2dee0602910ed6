"""AutoCorrect: ``.autocorrectrc`` (YAML or JSON) and ``.autocorrectignore``.

Keys as of AutoCorrect 2.13: rules are 0 (off), 1 (error) or 2 (warning), words of its spelling check
``wrong = right`` or a word alone.
"""

from __future__ import annotations

import os
from typing import Final

from zhenlint.setup.taken import Taken, first_file, ignore_patterns, read_yaml, strings, table

_NAMES: Final = (".autocorrectrc", ".autocorrectrc.yml", ".autocorrectrc.yaml", ".autocorrectrc.json")
_RULES: Final = {
    "space-word": ("SP001", "SP002"),
    "fullwidth": ("PU001",),
    "halfwidth-word": ("PU003",),
    "halfwidth-punctuation": ("PU002",),
    "no-space-fullwidth": ("SP003",),
}
"""Rules that have a like here; it is off where they are."""

_BESIDE: Final = {"space-backticks": "code", "space-dollar": "math"}
"""Rules that are an option of SP001 here."""


def read(folder: str) -> Taken | None:
    """What AutoCorrect was told in a folder; None if it was not.

    Raises:
        ZhenlintError: the file cannot be read.
    """
    path = first_file(folder, _NAMES)
    exclude = ignore_patterns(folder, ".autocorrectignore")
    if path is None:
        return Taken(".autocorrectignore", exclude=exclude) if exclude else None
    said = read_yaml(path)  # which reads JSON as well
    rules = table(said.get("rules"))
    off = [name for name, weight in rules.items() if weight == 0]
    spelling = strings(table(said.get("spellcheck")).get("words"))
    pairs = [word.split("=", 1) for word in spelling if "=" in word]
    beside = {key: "any" if name in off else "always" for name, key in _BESIDE.items() if name in rules}
    unlike = {"space-punctuation", "space-bracket", "space-dash", "no-space-fullwidth-quote"}
    left = [f"rules.{name}" for name in off if name in unlike]
    left += [key for key in ("textRules", "fileTypes", "context") if said.get(key)]
    return Taken(
        os.path.basename(path),
        words=tuple(word for word in spelling if "=" not in word),
        terms={wrong.strip(): right.strip() for wrong, right in pairs if wrong.strip() and right.strip()},
        ignore=tuple(code for name in off for code in _RULES.get(str(name), ())),
        exclude=exclude,
        options={"SP001": beside} if beside else {},
        left=tuple(left),
    )
