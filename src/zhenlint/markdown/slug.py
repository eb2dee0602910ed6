"""GitHub's slugs: the fragment identifiers of headings.

Lower case, characters other than letters, marks, digits, connectors, hyphens and spaces dropped, spaces
turned into hyphens, the second of two equal ones numbered ``-1`` (github-slugger 2.0, html-pipeline).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_KEPT = frozenset(("Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nd", "Nl", "Pc"))


class _Slug(dict[int, str]):
    """What becomes of each character; the next time that takes a third of the time."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = char == "-" or unicodedata.category(char) in _KEPT
        self[code] = made = "-" if char == " " else char if kept else ""
        return made


_SLUG = _Slug()


def slug(heading: str) -> str:
    """The slug of one heading's text, before duplicates are numbered."""
    return heading.lower().translate(_SLUG)


def slugs(headings: Iterable[str]) -> list[str]:
    """The slugs of a document's headings in order, duplicates numbered."""
    seen: dict[str, int] = {}
    found = []
    for heading in headings:
        base = candidate = slug(heading)
        while candidate in seen:
            seen[base] += 1
            candidate = f"{base}-{seen[base]}"
        seen[candidate] = 0
        found.append(candidate)
    return found
