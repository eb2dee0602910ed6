"""What the counts and the character model know of a character beside another that may be meant.

It is weighed by trees; levels are of counts, three double them, and likelihoods are natural logarithms.
"""

from __future__ import annotations

from typing import Final

from zhenlint.named_tuple import NamedTuple
from zhenlint.spelling.chinese.features import Closer, Glance, Observer
from zhenlint.spelling.chinese.glance import Around, Glancer

MOST_TRIGRAM: Final = 20
"""The level (80 uses) that the best trigram of a character in doubt has at most."""

LEAST_GAIN: Final = 6
"""By how many levels the other's trigrams are commoner at least, summed."""


class Modelled(NamedTuple):
    """What the character model tells; ``own`` is the character as it stands, ``other`` what may be meant."""

    margin: float
    """How much likelier the other is."""

    own: float
    other: float
    """How likely each is."""

    best: float
    """How much likelier the likeliest symbol of all is than the other."""


FEATURES_AT_FIRST: Final = tuple(name for name in Glance._fields if name != "ahead") + Closer._fields
"""The names of what is weighed before the model is asked, in order."""

FEATURES: Final = FEATURES_AT_FIRST + tuple(f"model_{name}" for name in Modelled._fields)
"""The names of all that is weighed in the end."""


def counted(
    glancer: Glancer, observer: Observer, text: str, at: int, around: Around, other: str
) -> tuple[float, ...] | None:
    """The values of :data:`FEATURES_AT_FIRST` for a place of a text of runs.

    None where a trigram of the character is common, or little is gained by the other.
    """
    owns = glancer.trigrams(around, around[1])
    if max(owns) > MOST_TRIGRAM:
        return None
    others = glancer.trigrams(around, other)
    gain = sum(others) - sum(owns)
    if gain < LEAST_GAIN:
        return None
    return (gain, *glancer.seen(around, other, owns, others), *observer.closer(text, at, around, other))
