"""SCOWL: English words by level, from the thousand commonest (10) to the strangest (95)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from dictionaries.gather.archives import files

_LIST = re.compile(r"/scowl/(?P<kind>[a-z0-9_-]+)\.(?P<level>\d\d)$")
_NAMES = re.compile(r"proper-names|upper")
_NUMERALS = "special-roman-numerals"


@dataclass
class Scowl:
    """The lowest level of each word in lower case: ordinary words, abbreviations, names."""

    words: dict[str, int] = field(default_factory=dict)
    abbreviations: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)

    def of_kind(self, kind: str) -> dict[str, int]:
        """The words that a kind of list holds, by the first part of its file name."""
        if "abbreviations" in kind:
            return self.abbreviations
        return self.names if _NAMES.search(kind) else self.words

    def up_to(self, level: int) -> set[str]:
        """The ordinary words of a level and below."""
        return {word for word, own in self.words.items() if own <= level}


def read_scowl(package: Path) -> Scowl:
    """The lists of Debian's package, which are in Latin-1."""
    scowl = Scowl()
    for name, content in files(package, lambda name: bool(_LIST.search(name))):
        found = _LIST.search(name)
        assert found is not None
        if found["kind"] == _NUMERALS:
            continue
        levels = scowl.of_kind(found["kind"])
        for word in content.decode("latin-1").lower().split():
            levels[word] = min(int(found["level"]), levels.get(word, 99))
    return scowl
