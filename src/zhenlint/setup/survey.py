"""What a project's documents show of how it writes."""

from __future__ import annotations

import os
from collections.abc import Sequence

from zhenlint.files import read
from zhenlint.markdown.document import Document
from zhenlint.messages import ZhenlintError
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules.spacing import boundaries, number_gaps
from zhenlint.source import Source, SourceError

MOST_READ = 300
"""How many documents are looked at, spread over all of them; each takes a few milliseconds."""

_ENOUGH = 20
_SHARE = 0.9
"""A way of writing is the project's own if it has so many places, and so large a share goes that way."""


class Habit(NamedTuple):
    """How often a space stands where two scripts meet, and how often none."""

    spaced: int = 0
    close: int = 0

    @property
    def style(self) -> str | None:
        """``always`` or ``never`` where nearly all places go one way; None where they do not."""
        total = self.spaced + self.close
        if total < _ENOUGH:
            return None
        if self.spaced >= _SHARE * total:
            return "always"
        return "never" if self.close >= _SHARE * total else None

    def with_more(self, spaced: int, close: int) -> Habit:
        """This and what another document has."""
        return Habit(self.spaced + spaced, self.close + close)


class Survey(NamedTuple):
    """What was seen: the number of documents there are and were read, and what is in these.

    ``dictionaries`` are lists of words that lie in the project's folder for them.
    """

    documents: int
    read: int
    latin: Habit
    numbers: Habit
    wikilinks: int
    dictionaries: tuple[str, ...]


def survey(folder: str, paths: Sequence[str]) -> Survey:
    """Look at the documents of a project; those that cannot be read are left to ``zhenlint check``."""
    latin, numbers = Habit(), Habit()
    read_count = wikilinks = 0
    for path in paths[:: max(1, -(-len(paths) // MOST_READ))]:
        try:
            document = Document.parse(Source.decode(read(path, path), path))
        except (ZhenlintError, SourceError):
            continue
        read_count += 1
        spaced = sum(1 for _ in boundaries.spaced(document))
        latin = latin.with_more(spaced, len(boundaries.missing(document, frozenset())))
        plain = [gap for gap in number_gaps.touching(document) if not gap.kind]
        apart = [gap for gap in number_gaps.apart(document) if not gap.kind]
        numbers = numbers.with_more(len(apart), len(plain))
        wikilinks += sum(1 for item in document.links if item.kind in ("wikilink", "embed"))
    return Survey(len(paths), read_count, latin, numbers, wikilinks, _dictionaries(folder))


def _dictionaries(folder: str) -> tuple[str, ...]:
    """Lists of words in a folder ``dictionaries``, ``dictionary`` or ``dict``."""
    for name in ("dictionaries", "dictionary", "dict"):
        try:
            lists = sorted(item for item in os.listdir(os.path.join(folder, name)) if item.endswith(".txt"))
        except OSError:
            continue
        if lists:
            return tuple(f"{name}/{item}" for item in lists)
    return ()
