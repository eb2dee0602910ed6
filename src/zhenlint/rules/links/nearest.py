"""What was probably meant by a name that is not there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Final

_MOST_COMPARED: Final = 200
"""How many names are compared with one that is not there; each takes 20 microseconds."""


def nearest(name: str, known: Iterable[str], likeness: float = 0.75) -> str | None:
    """The known name that sounds like another, else the one most like it.

    Only the first names are looked at, and only likeness from ``likeness`` (0 … 1) on counts.
    """
    from difflib import get_close_matches  # rarely needed, and 1 ms at the start

    candidates = list(islice(known, _MOST_COMPARED))
    same = same_sound(name, by_sound(candidates))
    return same or next(iter(get_close_matches(name, candidates, n=1, cutoff=likeness)), None)


def by_sound(names: Iterable[str]) -> Mapping[str, str]:
    """The first of the names by each way to write it in pinyin; names without Han are left out."""
    from zhenlint.spelling.chinese.pinyin import has_sound, sounds  # rarely needed, and reads a file

    found: dict[str, str] = {}
    for name in names:
        if has_sound(name):
            for sound in sounds(name):
                found.setdefault(sound, name)
    return found


def same_sound(name: str, sounding: Mapping[str, str]) -> str | None:
    """The name that sounds like another: ``计算机`` for ``jisuanji`` and ``记算机``."""
    if not sounding:  # then no readings are needed, which take 2 ms to read
        return None
    from zhenlint.spelling.chinese.pinyin import sounds

    return next((sounding[sound] for sound in sorted(sounds(name)) if sound in sounding), None)
