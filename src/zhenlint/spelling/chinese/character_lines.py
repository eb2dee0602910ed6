"""Small tables by character, searched as they lie in the file: few of their lines are ever asked for."""

from __future__ import annotations

from pathlib import Path


class CharacterLines:
    """The lines of a file, each a character, a tab, and what is known of it."""

    def __init__(self, path: Path) -> None:
        self._text = "\n" + path.read_text(encoding="utf-8")
        self._known: dict[str, str] = {}

    def of(self, character: str) -> str:
        """What is known of a character, empty where it has no line."""
        found = self._known.get(character)
        if found is None:
            start = self._text.find(f"\n{character}\t") + 3
            found = "" if start < 3 else self._text[start : self._text.index("\n", start)]
            self._known[character] = found
        return found
