"""Words in which Han and Latin letters meet without a space: ``T恤``, ``卡拉OK``, ``X射线``.

They come from ``dictionaries/spacing/han-latin-words.txt`` and from the words that the settings
accept.  A word is split at its Latin part, so that one look-up of a Latin run in the text tells
which Han could stand before and after it.
"""

from __future__ import annotations

from functools import cache

from zhenlint.characters import LATIN
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.package_data import read_data

_RUN = lazy_pattern(f"[{LATIN}]+")


def in_known_word(prose: str, start: int, end: int, accepted: frozenset[str]) -> bool:
    """Whether the Latin run ``prose[start:end]`` belongs to a known word.

    ``accepted`` are further words that are right, lower-case.
    """
    run = prose[start:end].lower()
    around = _shipped().get(run, ()) + _accepted(accepted).get(run, ())
    return any(prose.endswith(before, 0, start) and prose.startswith(after, end) for before, after in around)


@cache
def _shipped() -> dict[str, tuple[tuple[str, str], ...]]:
    lines = read_data("han-latin-words.txt").splitlines()
    return _by_run(frozenset(line for line in lines if not line.startswith("#")))


@cache
def _accepted(words: frozenset[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    return _by_run(words)


def _by_run(words: frozenset[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Words by their Latin part, lower-case: pairs of the Han before it and the Han after it."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for word in sorted(words):
        runs = _RUN.findall(word)
        if len(runs) == 1 and len(runs[0]) < len(word):
            before, after = word.split(runs[0])
            run = runs[0].lower()
            found[run] = (*found.get(run, ()), (before, after))
    return found
