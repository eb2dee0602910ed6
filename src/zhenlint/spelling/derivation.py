"""Whether an unknown word can be made of known ones: ``resharding``, ``loggable``, ``quicklist``."""

from __future__ import annotations

from typing import Final

from zhenlint.spelling.lexicon import Lexicon

COMMON: Final = 3.6
"""Zipf frequency from which a word is common enough to be a part of new words."""

_PREFIXES = (
    "un re pre sub super micro multi non anti auto inter over under de dis co hyper meta pseudo semi "
    "trans ultra cyber bio geo nano mega poly tele mono mis out up down post proto counter self cross"
)
_SUFFIXES = (
    "er ers or able ible ish less ness ify ized izer izers ization izing ise ised ly like wise ful ism "
    "ist ists ing ings ed d s es ity ities al ally ic ably ware ster esque ation ations base ee ees set"
)
_STEM = 4
"""Letters that the rest of a derived word must have."""

_PART = 3
"""Letters that each half of a compound must have."""


def has_prefix(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a prefix before a known word: ``resharding``."""
    stems = (word[len(prefix) :] for prefix in _PREFIXES.split() if word.startswith(prefix))
    return any(
        lexicon.frequency(stem) >= COMMON or (len(stem) > _STEM and lexicon.knows(stem))
        for stem in stems
        if len(stem) >= _STEM
    )


def has_suffix(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a common word, its ``e`` perhaps dropped, and a suffix: ``loggable``."""
    stems = (word[: -len(suffix)] for suffix in _SUFFIXES.split() if word.endswith(suffix))
    return any(
        max(lexicon.frequency(stem), lexicon.frequency(stem + "e")) >= COMMON
        for stem in stems
        if len(stem) >= _STEM
    )


def is_plural(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a known word with ``s`` or ``es``."""
    return word.endswith("s") and (
        lexicon.knows(word[:-1]) or (word.endswith("es") and lexicon.knows(word[:-2]))
    )


def is_compound(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is two common words written as one: ``quicklist``."""
    return any(
        lexicon.frequency(word[:cut]) >= COMMON and lexicon.frequency(word[cut:]) >= COMMON
        for cut in range(_PART, len(word) - _PART + 1)
    )
