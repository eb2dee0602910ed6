"""How often people were seen to put one character for another.

``chinese-slips.tsv`` has a line for each wrong character: behind a tab those that were meant, each followed
by how often, with blanks between them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from itertools import groupby
from operator import itemgetter

from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.character_lines import CharacterLines


class Slips:
    """Which characters are put for which; ``line`` tells what the data's line for a character holds."""

    def __init__(self, line: Callable[[str], str]) -> None:
        self._line = line
        self._known: dict[str, dict[str, int]] = {}

    def meant(self, wrong: str) -> Mapping[str, int]:
        """What was meant where a character was wrong, and how often."""
        found = self._known.get(wrong)
        if found is None:
            items = self._line(wrong).split()
            found = self._known[wrong] = {item[0]: int(item[1:]) for item in items}
        return found


def lines_of(counts: Mapping[str, int]) -> dict[str, str]:
    """What the lines hold, by character, for counted pairs of a wrong character and the one meant."""
    return {
        wrong: " ".join(f"{pair[1]}{counts[pair]}" for pair in pairs)
        for wrong, pairs in groupby(sorted(counts), key=itemgetter(0))
    }


@cache
def slips() -> Slips:
    """The slips that come with the package."""
    return Slips(CharacterLines(DATA / "chinese-slips.tsv").of)
