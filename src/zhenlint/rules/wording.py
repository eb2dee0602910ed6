"""The names of rules and their messages in words, without the modules of the rules.

Where nothing has changed since the last run, most of those are needed for nothing else, and take 15 ms.
"""

from __future__ import annotations

from collections.abc import Iterable

from zhenlint.language import Language
from zhenlint.rules import all_rules
from zhenlint.rules.rule import in_words
from zhenlint.rules.words import WORDS


def name_of(code: str) -> str:
    """The name of the rule with a code."""
    return WORDS[code][0] if code in WORDS else all_rules()[code].name


def words_of(code: str, message: str, arguments: Iterable[tuple[str, str]], language: Language) -> str:
    """A message of the rule with a code, as a diagnostic has it, in words."""
    messages = WORDS[code][1] if code in WORDS else all_rules()[code].messages
    return in_words(messages[message], arguments, language)
