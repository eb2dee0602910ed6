"""zhlint: ``.zhlintrc`` (JSON) and ``.zhlintignore``.

Keys as of zhlint 0.8 (``spaceBetweenMixedwidthContent``) and those of its versions before.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Final

from zhenlint.setup.taken import Taken, first_file, ignore_patterns, read_json, table

_OFF_BY_FALSE: Final[Mapping[tuple[str, ...], str]] = {
    ("noSpaceBetweenFullwidthContent", "noSpaceBetweenFullWidth", "noSpaceBetweenFullwidthLetters"): "SP004",
    ("noSpaceAfterFullwidthPauseOrStop", "noSpaceAfterFullwidthPunctuation"): "SP003",
    ("noSpaceInsideBracket",): "SP006",
    ("spaceAfterHalfwidthPauseOrStop", "spaceAfterHalfwidthPunctuation"): "PU010",
    ("noSinglePair",): "PU004",
}
"""Switches, by all their names, and the rule that is off where one is false."""

_MIXED: Final = ("spaceBetweenMixedwidthContent", "spaceBetweenMixedwidthLetters")
_CODE: Final = "spaceOutsideCode"
_STYLES: Final = {True: "always", False: "never"}
_WITHOUT_LIKE: Final = (
    "halfwidthPunctuation",
    "adjustedFullwidthPunctuation",
    "unifiedPunctuation",
    "skipZhUnits",
    "skipAbbrs",
    "skipPureWestern",
)


def read(folder: str) -> Taken | None:
    """What zhlint was told in a folder; None if it was not.

    Raises:
        ZhenlintError: the file cannot be read.
    """
    path = first_file(folder, (".zhlintrc", ".zhlintrc.json"))
    exclude = ignore_patterns(folder, ".zhlintignore")
    if path is None:
        return Taken(".zhlintignore", exclude=exclude) if exclude else None
    said = read_json(path)
    rules = table(said.get("rules"))
    ignore = [
        code for names, code in _OFF_BY_FALSE.items() if any(rules.get(name) is False for name in names)
    ]
    if rules.get("fullwidthPunctuation") == "":
        ignore.append("PU001")
    left = [f"rules.{name}" for name in _WITHOUT_LIKE if name in rules]
    left += [name for name in ("hyperParsers", "caseIgnores") if said.get(name)]
    if os.path.isfile(os.path.join(folder, ".zhlintcaseignore")):
        left.append(".zhlintcaseignore")
    return Taken(
        os.path.basename(path),
        ignore=tuple(ignore),
        exclude=exclude,
        options=_options(rules),
        left=tuple(left),
    )


def _options(rules: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """The options of SP001: beside words, beside code."""
    found = {}
    mixed = next((rules[name] for name in _MIXED if isinstance(rules.get(name), bool)), None)
    if mixed is not None:
        found["style"] = _STYLES[mixed]
    if isinstance(rules.get(_CODE), bool):
        found["code"] = _STYLES[rules[_CODE]]
    return {"SP001": found} if found else {}
