"""What zhenlint says of itself, in English and Chinese: errors, warnings, summaries, labels.

Code names a message by key and gives its arguments as a :class:`Phrase`; words in a language are
made only where something is printed.  Rules keep their own messages (:mod:`zhenlint.rules`), the
command line its help texts beside each option (:mod:`zhenlint.cli`).
"""

from __future__ import annotations

from typing import TypeAlias

from zhenlint.catalogue import CATALOGUE
from zhenlint.language import Language
from zhenlint.named_tuple import NamedTuple


class Phrase(NamedTuple):
    """A message of the catalogue with its arguments.

    An argument may be a phrase itself, or a tuple of names, which are listed each as a code span.
    """

    key: str
    arguments: tuple[tuple[str, Argument], ...] = ()

    def words(self, language: Language) -> str:
        """The message in a language."""
        english, chinese = CATALOGUE[self.key]
        values = {name: _words(value, language) for name, value in self.arguments}
        return (chinese if language == "zh" else english).format_map(values)

    @property
    def path(self) -> str:
        """The path that the message is about; empty if it names none."""
        for name, value in self.arguments:
            if isinstance(value, Phrase) and value.path:
                return value.path
            if name == "path":
                return str(value)
        return ""


Argument: TypeAlias = str | int | tuple[str, ...] | Phrase


def _words(value: Argument, language: Language) -> str | int:
    """An argument in a language."""
    if isinstance(value, Phrase):
        return value.words(language)
    if isinstance(value, tuple):
        return ("、" if language == "zh" else ", ").join(f"`{name}`" for name in value)
    return value


def phrase(key: str, /, **arguments: Argument) -> Phrase:
    """A message by key."""
    return Phrase(key, tuple(arguments.items()))


def counted(noun: str, count: int) -> Phrase:
    """A number with its noun: ``1 file``, ``2 files``; nouns are keys of the catalogue before ``.one``."""
    return phrase(f"{noun}.one" if count == 1 else f"{noun}.many", count=count)


NOTHING = Phrase("nothing")
"""The empty phrase, for an argument that has nothing to say."""


class ZhenlintError(Exception):
    """Something went wrong that the user can put right; its phrase names the cause and the remedy."""

    def __init__(self, key: str, /, **arguments: Argument) -> None:
        super().__init__(key)
        self.phrase = phrase(key, **arguments)


def nearest(word: str, known: list[str]) -> str | None:
    """The known word that a mistyped one most likely means, letter case aside."""
    from difflib import get_close_matches

    folded = {item.lower(): item for item in known}
    close = get_close_matches(word.lower(), list(folded), n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def remedy(word: str, known: list[str], otherwise: Phrase = NOTHING) -> Phrase:
    """What to say after an unknown word: the nearest known one, or ``otherwise``."""
    close = nearest(word, known)
    return phrase("did-you-mean", nearest=close) if close else otherwise
