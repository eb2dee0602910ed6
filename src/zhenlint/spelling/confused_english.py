"""Words that are right elsewhere and certainly wrong beside some others: ``pubic key``, ``rather then``."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.marks import BLOCK
from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import DATA

_BLANK = rf"(?: |[ \t]*+\r?\n[ \t{BLOCK}]*+)"
_REACH = 60
"""How far around a word its neighbours are sought."""

_NUMBER = "#"
"""Stands in the table for any number."""

_ENOUGH = 50
"""How many reports of a confusion have to have been read, none of them wrong, before it is certain."""


class Confusion(NamedTuple):
    """A wrong word, the right one, and the words before and behind that make it certain, separated by blanks.

    Where both are given one of each has to be there.  ``read`` tells how many reports were read.
    """

    wrong: str
    right: str
    before: str
    after: str
    read: str

    @property
    def trigger(self) -> str:
        """A run of letters that stands wherever the wrong word does."""
        return self.wrong if self.wrong.isalpha() else self.after


class Confused(NamedTuple):
    """A confused word at ``prose[start:end]``, what is meant, whether enough was read to be certain of it."""

    start: int
    end: int
    meant: str
    is_certain: bool


def confusions(prose: str, runs: Container[str]) -> Iterator[Confused]:
    """Where words of a prose view are confused; in no order.

    ``runs`` are the view's runs of letters.
    """
    table = confusion_table()
    for written in filter(runs.__contains__, table):
        for entry in table[written]:
            yield from _around(prose, written, entry)


def _around(prose: str, written: str, entry: Confusion) -> Iterator[Confused]:
    """Where a trigger stands in a confusion; a search of the whole text for the latter takes far longer."""
    pattern = pattern_of(entry)
    place = prose.find(written)
    while place >= 0:
        for match in pattern.finditer(prose, max(0, place - _REACH), place + _REACH):
            if match.start() <= place < match.end():
                start, end = match.span("wrong")
                right = entry.right if prose[start].islower() else entry.right.capitalize()
                yield Confused(start, end, right, int(entry.read) >= _ENOUGH)
        place = prose.find(written, place + len(written))


@cache
def confusion_table() -> Mapping[str, Sequence[Confusion]]:
    """All confusions by their triggers."""
    """The confusions by their triggers, as they are written in a sentence and at its beginning."""
    table: dict[str, list[Confusion]] = {}
    for line in (DATA / "english-confused-in-context.tsv").read_text(encoding="utf-8").splitlines():
        entry = Confusion(*line.split("\t"))
        for written in (entry.trigger, entry.trigger.capitalize()):
            table.setdefault(written, []).append(entry)
    return table


@cache
def pattern_of(entry: Confusion) -> re.Pattern[str]:
    """Finds a confusion; its group ``wrong`` is the wrong word."""
    before = rf"(?:{_any(entry.before)}){_BLANK}" if entry.before else ""
    after = rf"{_BLANK}(?:{_any(entry.after)})" if entry.after else ""
    wrong = re.escape(entry.wrong).replace("'", "['’]")
    return lazy_pattern(
        rf"(?i)(?<![\w.'’/@#-]){before}(?P<wrong>{wrong}){after}(?![\w/@(-]|['’.][\w])", re.ASCII
    )


def _any(words: str) -> str:
    return "|".join("[0-9]++" if word == _NUMBER else re.escape(word) for word in words.split())
