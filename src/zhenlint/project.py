"""What all documents of a run say together: the facts that rules gathered from each of them.

A rule that needs other documents works in two phases.  First it gathers facts from one document
alone: plain values, small, of which nothing refers to the text but offsets.  When all documents were
seen it judges each by the facts of all (:func:`zhenlint.rules.project_rule`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

Facts = Mapping[str, Any]
"""What the rules gathered from one document, by the code of the rule."""

T = TypeVar("T")


class Tree(Protocol):
    """The files beside the documents, asked by paths as the documents have them, with ``/``."""

    def holds(self, path: str) -> bool:
        """Whether there is a file or folder of exactly this path, the case of letters included."""

    def names(self, folder: str) -> Sequence[str]:
        """The names of what lies in a folder; none if there is no such folder."""

    def files(self, folder: str) -> Sequence[str] | None:
        """The paths of all files below a folder; None if they are too many to look through."""


class Project:
    """The facts of the documents of a run by their paths; the order of documents never matters.

    ``tree`` is None where the documents lie nowhere, as texts in memory do.
    """

    def __init__(self, documents: Mapping[str, Facts], tree: Tree | None = None) -> None:
        self._documents = documents
        self.tree = tree
        self._shared: dict[Callable[[Project], Any], Any] = {}

    def facts(self, code: str) -> Sequence[Any]:
        """What the rule with a code gathered from each document in which it found anything."""
        return [facts[code] for facts in self._documents.values() if code in facts]

    def facts_of(self, path: str, code: str) -> Any:
        """What the rule with a code gathered from one document; None if that is not known."""
        return self._documents.get(path, {}).get(code)

    def shared(self, function: Callable[[Project], T]) -> T:
        """``function(self)``, computed once for all documents."""
        if function not in self._shared:
            self._shared[function] = function(self)
        value: T = self._shared[function]
        return value
