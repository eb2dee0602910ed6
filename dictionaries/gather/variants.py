"""Pairs of a British and an American spelling: words that SCOWL lists for one of the two countries only.

A word that both countries write is in no pair, even if it has another spelling in one of its meanings
(``check`` and ``cheque``, ``program`` and ``programme``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dictionaries.gather.archives import files

_LIST = re.compile(r"/scowl/(?P<country>english|american|british|british_z)-words\.(?P<level>\d\d)$")
_LEVEL = 60
"""Beyond it stand words that hardly anybody writes."""

_WORD = re.compile("[a-z]{4,24}")

_DIFFERENCES = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"is(?=e|a|i)", "iz"),
        (r"ys(?=e|i)", "yz"),
        (r"our", "or"),
        (r"re(?=s?$|d$)", "er"),
        (r"(?<=[bt])r(?=ing$)", "er"),
        (r"ogu(?:e(?=s?$|d$)|(?=ing$))", "og"),
        (r"enc(?=e)", "ens"),
        (r"ll", "l"),
        (r"(?<=[^l])l(?=$|s$|ment)", "ll"),
        (r"(?<=[^l])l(?=ful)", "ll"),
        (r"ae(?=..)|oe(?=..)", "e"),
        (r"(?<=gr)ey", "ay"),
        (r"(?<=p)lough", "low"),
        (r"(?<=m)ou(?=l[dt])", "o"),
        (r"(?<=sul)ph", "f"),
        (r"(?<=s)c(?=eptic)", "k"),
        (r"(?<=jew)elle", "el"),
    )
)
"""How a British spelling becomes the American one."""

_USUAL_IN_BOTH = frozenset(("analogue", "catalogue", "dialogue", "chilli", "flyer", "traveller"))
"""British words whose other spelling is a term of technology or a name everywhere, with their plurals."""


@dataclass(frozen=True)
class Countries:
    """Words, up to a level, of both countries, and of each; ``oxford`` are British ones with ``-ize``."""

    both: frozenset[str]
    american: frozenset[str]
    british: frozenset[str]
    oxford: frozenset[str]


def read_countries(package: Path) -> Countries:
    """The lists of Debian's package of SCOWL, which are in Latin-1."""
    found: dict[str, set[str]] = {name: set() for name in ("english", "american", "british", "british_z")}
    for name, content in files(package, lambda name: bool(_LIST.search(name))):
        match = _LIST.search(name)
        assert match is not None
        # What both countries write counts on every level.
        if match["country"] == "english" or int(match["level"]) <= _LEVEL:
            found[match["country"]].update(content.decode("latin-1").split())
    return Countries(*(frozenset(words) for words in found.values()))


def pairs(countries: Countries) -> Iterator[tuple[str, str]]:
    """The British spellings, sorted, each with the American one."""
    british = (countries.british | countries.oxford) - countries.both - countries.american
    american = countries.american - countries.both - countries.british
    for word in sorted(filter(_WORD.fullmatch, british)):
        other = next((form for form in _americanized(word) if form in american), None)
        if other and word.removesuffix("s") not in _USUAL_IN_BOTH:
            yield word, other


def _americanized(word: str) -> Iterator[str]:
    for pattern, american in _DIFFERENCES:
        for match in pattern.finditer(word):
            yield word[: match.start()] + american + word[match.end() :]
