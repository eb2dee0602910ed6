"""The garbage collector while documents are checked one after the other.

They leave no cycles behind, so it does not run by itself (:func:`gc.disable`).  What an error leaves is
looked for when much has been kept since it was last.  Nearly all of that are words that are remembered, 100
objects a document: to look through them after each portion took 12 of 3,300 ms.
"""

from __future__ import annotations

import gc
from typing import Final

_MUCH: Final = 100_000
"""Objects that were made and not given back: those of a few documents of 20 KB."""


def tidy() -> None:
    """Have the collector look at what came since it last did, if that is much."""
    if gc.get_count()[0] > _MUCH:
        gc.collect(0)
