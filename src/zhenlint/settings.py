"""What a check depends on besides the text: resolved, immutable, made of plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from zhenlint.diagnostic import Severity


class Settings(NamedTuple):
    """The resolved configuration of one file.

    ``select`` of None means the rules that are on by default.  Code lists hold codes, prefixes of
    codes or ``ALL``.  ``rule_options`` maps a code to its options by key, already validated.
    ``words`` are accepted spellings, lower-case.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    terms: Mapping[str, str] = {}
    rule_options: Mapping[str, Mapping[str, Any]] = {}
    severity: Mapping[str, Severity] = {}

    def enables(self, code: str, *, default: bool) -> bool:
        """Whether a rule runs.  The longest matching prefix decides; ``ignore`` wins a tie."""
        selected = _match(code, self.select) if self.select is not None else int(default) - 1
        selected = max(selected, _match(code, self.extend_select))
        return selected >= 0 and selected > _match(code, self.ignore)


def _match(code: str, selectors: tuple[str, ...]) -> int:
    """Length of the longest selector that is a prefix of ``code``; 0 for ALL, -1 for none."""
    lengths = [
        0 if item == "ALL" else len(item) for item in selectors if item == "ALL" or code.startswith(item)
    ]
    return max(lengths, default=-1)
