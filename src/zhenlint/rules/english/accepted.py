"""The words that a configuration declares right, with their plurals."""

from __future__ import annotations

from collections.abc import Callable

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.settings import Settings

_WORD = lazy_pattern(r"[A-Za-z]{2,}")


def accepted_words(settings: Settings) -> Callable[[str], bool]:
    """Tells whether a lower-case word, or the word it is the plural of, is accepted by the settings."""
    words = settings.words | {
        word.lower() for term in settings.terms.values() for word in _WORD.findall(term)
    }

    def accepts(word: str) -> bool:
        singular = {word.removesuffix("s"), word.removesuffix("es")}
        if word.endswith("ies"):
            singular.add(word[:-3] + "y")
        return word in words or not words.isdisjoint(singular)

    return accepts
