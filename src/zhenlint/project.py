"""What all documents of a run say together: the facts that rules gathered from each of them.

A rule that needs other documents works in two phases.  First it gathers facts from one document
alone: plain values, small, of which nothing refers to the text but offsets.  When all documents were
seen it judges each by the facts of all (:func:`zhenlint.rules.project_rule`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

Facts = Mapping[str, Any]
"""What the rules gathered from one document, by the code of the rule."""

T = TypeVar("T")


class Project:
    """The facts of the documents of a run.  Their order never matters."""

    def __init__(self, documents: Iterable[Facts]) -> None:
        self._documents = tuple(documents)
        self._shared: dict[Callable[[Project], Any], Any] = {}

    def facts(self, code: str) -> Sequence[Any]:
        """What the rule with a code gathered from each document in which it found anything."""
        return [facts[code] for facts in self._documents if code in facts]

    def shared(self, function: Callable[[Project], T]) -> T:
        """``function(self)``, computed once for all documents."""
        if function not in self._shared:
            self._shared[function] = function(self)
        value: T = self._shared[function]
        return value
