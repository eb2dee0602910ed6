"""Counts of words: how often texts use them, and in how many texts they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

WORD = re.compile(r"(?<![\w./@#$\\-])[A-Za-z]{2,24}(?![\w/@(]|\.\w)")
"""A word that stands free: no part of an identifier, a path, an address, a version or an option."""

IDENTIFIER = re.compile(r"[a-z]{2,}[A-Z]")
"""The beginning of a camelCase identifier, which counts as no word; ``iPhone`` does."""


@dataclass
class Counts:
    """Of words in lower case: their uses, the texts and the sources they stand in, the names they are in.

    A source is a package of documents or a registry; names are those of popular packages and of commands.
    """

    uses: Counter[str] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)

    def add_source(self, texts: Iterable[str]) -> None:
        """Count the documents of a package, or the summaries of a registry's packages."""
        here: set[str] = set()
        for text in texts:
            words = [word.lower() for word in WORD.findall(text) if not IDENTIFIER.match(word)]
            self.uses.update(words)
            self.texts.update(set(words))
            here.update(words)
        self.sources.update(here)

    def add_names(self, names: Iterable[str]) -> None:
        """Count the pieces of names, of three letters and more."""
        for name in names:
            self.names.update({piece.lower() for piece in re.findall("[A-Za-z]{3,24}", name)})


def read_counts(path: Path) -> Counts:
    """Counts from a file of five fields: word, uses, texts, sources, names."""
    counts = Counts()
    for line in path.read_text(encoding="utf-8").splitlines():
        word, *numbers = line.split("\t")
        for counter, number in zip(_counters(counts), numbers, strict=True):
            if number != "0":
                counter[word] = int(number)
    return counts


def counts_text(counts: Counts, words: Iterable[str]) -> str:
    """The file that ``read_counts`` reads, of these words."""
    rows = ([word, *(str(counter[word]) for counter in _counters(counts))] for word in sorted(words))
    return "".join("\t".join(row) + "\n" for row in rows)


def _counters(counts: Counts) -> tuple[Counter[str], ...]:
    return counts.uses, counts.texts, counts.sources, counts.names
