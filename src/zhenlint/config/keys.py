"""The keys of a configuration file.

This is their one definition: a file is validated against these annotations
(:mod:`zhenlint.config.values`).  A key is written with ``-`` where a field has ``_``, and ``class_`` is
the key ``class``; None and empty mean that the file does not speak of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NewType

from zhenlint.diagnostic import Severity
from zhenlint.language import Language
from zhenlint.named_tuple import NamedTuple

Selector = NewType("Selector", str)
"""A rule's code, a prefix of one, or ``ALL``."""

Code = NewType("Code", str)
"""A rule's code."""

Pattern = NewType("Pattern", str)
"""A gitignore pattern, relative to the configuration file."""

Word = NewType("Word", str)
"""A string that is not empty."""

RuleOptions = NewType("RuleOptions", Mapping[str, Any])
"""The options of the rule under whose code they stand."""


class PycorrectorKeys(NamedTuple):
    """What a file says of pycorrector: which of its classes, and where its model lies."""

    class_: Literal["Corrector", "ConfusionCorrector", "MacBertCorrector"] | None = None
    model: Word | None = None


class EngineKeys(NamedTuple):
    """What a file says of the engines."""

    chinese: Literal["builtin", "neural", "pycorrector"] | None = None
    pycorrector: PycorrectorKeys = PycorrectorKeys()


class Keys(NamedTuple):
    """What one configuration file says."""

    extend: Word | None = None
    select: tuple[Selector, ...] | None = None
    extend_select: tuple[Selector, ...] = ()
    ignore: tuple[Selector, ...] = ()
    exclude: tuple[Pattern, ...] = ()
    respect_gitignore: bool | None = None
    dictionaries: tuple[Word, ...] = ()
    lang: Language | None = None
    baseline: Word | None = None
    per_file_ignores: Mapping[Pattern, tuple[Selector, ...]] = {}
    terms: Mapping[Word, Word] = {}
    rules: Mapping[Code, RuleOptions] = {}
    severity: Mapping[Code, Severity] = {}
    engines: EngineKeys = EngineKeys()
