"""What holds for one call of the command line, and speaking to the person who made it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from zhenlint.language import LANGUAGES, Language, system_language
from zhenlint.messages import Phrase, phrase
from zhenlint.named_tuple import NamedTuple
from zhenlint.terminal import ColourChoice, Paint, defused, escape, wants_colour


class Session(NamedTuple):
    """One call: the language of its help and messages, and whether ``--lang`` asked for it."""

    language: Language
    asked: bool

    @classmethod
    def begin(cls, asked: Language | None) -> Session:
        """A session in the language asked for, else that of the locale."""
        return cls(asked or system_language(), asked is not None)


def open_missing_streams() -> None:
    """Let standard streams that the caller has closed lead to nowhere.

    Otherwise the next file that is opened would take a stream's place, and be written by whoever holds it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - open for good


def requested_language(arguments: Sequence[str]) -> Language | None:
    """The value of ``--lang``, found before anything is parsed, so that help and errors can use it."""
    for number, argument in enumerate(arguments):
        if argument == "--lang" or argument.startswith("--lang="):
            value = argument.partition("=")[2] or "".join(arguments[number + 1 : number + 2])
            return next((language for language in LANGUAGES if language == value), None)
    return None


def tell(label: str, message: Phrase, language: Language, colour: ColourChoice = "auto") -> None:
    """One line on standard error: ``error: …`` or ``warning: …``."""
    paint = Paint(wants_colour(colour, sys.stderr))
    style = label.removeprefix("label-")
    heading = paint(style, phrase(label).words(language))
    print(heading + defused(escape(message.words(language))), file=sys.stderr)
