"""What a check depends on besides the text: resolved, immutable, made of plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal, TypeAlias

from zhenlint.diagnostic import Severity
from zhenlint.named_tuple import NamedTuple

ONLINE_RULE: Final = "LK015"
"""The rule that asks servers."""


class EngineError(Exception):
    """An engine that the settings ask for cannot work; ``reason`` names a message, ``arguments`` fill it."""

    def __init__(self, reason: str, **arguments: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.arguments = arguments


class Pycorrector(NamedTuple):
    """pycorrector as the engine for Chinese: the name of its class, where its model lies, if it has one."""

    kind: str
    model: str = ""


Engine: TypeAlias = "Literal['builtin', 'neural'] | Pycorrector"
"""What finds unlikely Chinese characters: counts, a neural model that comes with them, or pycorrector."""

Choice = tuple[tuple[str, ...] | None, tuple[str, ...], tuple[str, ...]]
"""A choice of rules: ``select``, ``extend_select``, ``ignore``."""


class Settings(NamedTuple):
    """The resolved configuration of one file.

    ``select`` of None means the rules that are on by default.  Code lists hold codes, prefixes of
    codes or ``ALL``.  ``rule_options`` maps a code to its options by key, already validated.
    ``words`` are accepted spellings, lower-case.
    ``configured`` are ``select``, ``extend_select`` and ``ignore`` as the files have them, where the command
    line chooses otherwise.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    terms: Mapping[str, str] = {}
    rule_options: Mapping[str, Mapping[str, Any]] = {}
    severity: Mapping[str, Severity] = {}
    engine: Engine = "builtin"
    configured: Choice | None = None

    def enables(self, code: str, *, default: bool) -> bool:
        """Whether a rule runs.  The longest matching prefix decides; ``ignore`` wins a tie."""
        selected = _match(code, self.select) if self.select is not None else int(default) - 1
        selected = max(selected, _match(code, self.extend_select))
        return selected >= 0 and selected > _match(code, self.ignore)

    def sets_aside(self, code: str, *, default: bool) -> bool:
        """Whether the files have a rule on that the command line leaves out of this run."""
        if self.configured is None or self.enables(code, default=default):
            return False
        select, extend_select, ignore = self.configured
        files = self._replace(select=select, extend_select=extend_select, ignore=ignore)
        return files.enables(code, default=default)


def _match(code: str, selectors: tuple[str, ...]) -> int:
    """Length of the longest selector that is a prefix of ``code``; 0 for ALL, -1 for none."""
    lengths = [
        0 if item == "ALL" else len(item) for item in selectors if item == "ALL" or code.startswith(item)
    ]
    return max(lengths, default=-1)
