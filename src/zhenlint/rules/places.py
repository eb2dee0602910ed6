"""Where in a text something stands, found by its characters.

A pattern looks at each character of a text for 3 ns; to find one character takes a tenth of that.
"""

from __future__ import annotations

import re
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern

_MANY: Final = 16
"""Where more than one character in so many is looked for, a pattern is faster."""

_WORTH_PATTERNS: Final = 50_000
"""So many characters are looked at in the time that it takes to get a pattern for each first character.

From then on those take 0.3 × the time: what begins with one character is searched for as fast as that.
"""


def holds(text: str, piece: str) -> bool:
    """Whether a text holds a piece of text; most that are rare have a rare character."""
    return all(map(text.__contains__, piece)) and piece in text


class Held(dict[str, bool]):
    """Whether a text holds pieces of text, each looked for when it is first asked."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __missing__(self, piece: str) -> bool:
        self[piece] = found = holds(self._text, piece)
        return found


class RareFirst:
    """A pattern that begins with one of a few rare characters and goes on with none of them."""

    def __init__(self, characters: str, rest: str) -> None:
        self._characters = characters
        self._pattern = lazy_pattern(f"[{re.escape(characters)}]{rest}")
        self._by_character = [(first, lazy_pattern(re.escape(first) + rest)) for first in characters]
        self._looked_at = 0

    def matches(self, text: str) -> list[re.Match[str]]:
        """All matches in a text, in order."""
        self._looked_at += len(text)
        if self._looked_at < _WORTH_PATTERNS:
            return self._at_places(text)
        found = [
            match
            for character, pattern in self._by_character
            if character in text
            for match in pattern.finditer(text)
        ]
        found.sort(key=_start)
        return found

    def _at_places(self, text: str) -> list[re.Match[str]]:
        places: list[int] = []
        most = len(text) // _MANY
        for character in self._characters:
            at = text.find(character)
            while at >= 0:
                places.append(at)
                if len(places) > most:
                    return list(self._pattern.finditer(text))
                at = text.find(character, at + 1)
        return [found for at in sorted(places) if (found := self._pattern.match(text, at))]


def _start(match: re.Match[str]) -> int:
    return match.start()
