"""Words that are spelled in one way in British and in another in American English.

Of words such as ``organise`` the American spelling, ``organize``, is that of the Oxford dictionaries as well:
it says nothing of the country, and a British text may keep to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import DATA

AMERICAN: Final = "american"
BRITISH: Final = "british"


class Spelling(NamedTuple):
    """A word as one country spells it, lower-case: the country, the other one's spelling.

    ``oxford`` where the two are as ``organise`` and ``organize``.
    """

    country: str
    other: str
    oxford: bool


@cache
def spellings() -> Mapping[str, Spelling]:
    """The words that the two countries spell differently."""
    lines = (DATA / "english-british-american.tsv").read_text(encoding="utf-8").splitlines()
    found = {}
    for british, american in (line.split("\t") for line in lines):
        oxford = any(
            british[:at] + "iz" + british[at + 2 :] == american
            for at in range(len(british))
            if british[at : at + 2] == "is"
        )
        found[british] = Spelling(BRITISH, american, oxford)
        found[american] = Spelling(AMERICAN, british, oxford)
    return found


def strange_ones(uses: Iterable[str], variant: str) -> frozenset[str]:
    """The words that a text spells otherwise than is wanted.

    ``uses``: the words that are in :func:`spellings`, in the order of the text, each as often as it stands
    there.  ``variant``: :data:`AMERICAN`, :data:`BRITISH` (with ``-ise`` or ``-ize``), or any other word for
    what the text mostly has; of two that are level, for the one that it begins with.
    """
    table, used = spellings(), list(uses)
    found = [table[word] for word in used]
    telling = [item.country for item in found if not (item.oxford and item.country == AMERICAN)]
    country = variant if variant in (AMERICAN, BRITISH) else _commonest(telling)
    wanted = {False: {country}, True: {country}}
    if variant == BRITISH:
        wanted[True] = {AMERICAN, BRITISH}
    elif country != AMERICAN:
        wanted[True] = {_commonest([item.country for item in found if item.oxford])}
    return frozenset(word for word in used if table[word].country not in wanted[table[word].oxford])


def _commonest(countries: Sequence[str]) -> str:
    """The country that is named most often, of two that are level the first; none of none."""
    return max(countries, key=countries.count, default="")
