"""What all documents of a run say together: the facts that rules gathered from each of them.

A rule that needs other documents works in two phases.  First it gathers facts from one document
alone: plain values, small, of which nothing refers to the text but offsets.  When all documents were
seen it judges each by the facts of all (:func:`zhenlint.rules.project_rule`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from zhenlint.named_tuple import NamedTuple

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


class Answer(NamedTuple):
    """What came of asking for an address.

    ``status`` is the server's HTTP status, 0 if it gave none; ``fault`` then says why.  ``at`` is the
    address that was asked last, after redirects.  ``moved_to`` is where the page lies for good, by
    permanent redirects, empty if it lies where it lay.
    """

    status: int
    fault: str = ""
    at: str = ""
    moved_to: str = ""


class Web(Protocol):
    """The servers that documents link to, as they answered in this run."""

    def answer(self, address: str) -> Answer | None:
        """What came of asking for an address; None if it was not asked for."""


class Project:
    """The facts of the documents of a run by their paths; the order of documents never matters.

    ``tree`` is None where the documents lie nowhere, as texts in memory do, ``web`` where no server is
    asked.  ``whole`` is whether they are all that lies in the folders which were asked for, not a few named
    files.
    """

    def __init__(
        self,
        documents: Mapping[str, Facts],
        tree: Tree | None = None,
        web: Web | None = None,
        *,
        whole: bool = False,
    ) -> None:
        self._documents = documents
        self.tree = tree
        self.web = web
        self.whole = whole
        self._shared: dict[Callable[[Project], Any], Any] = {}

    def facts(self, code: str) -> Iterator[Any]:
        """What the rule with a code gathered from each document in which it found anything."""
        return (facts[code] for facts in self._documents.values() if code in facts)

    def facts_of(self, path: str, code: str) -> Any:
        """What the rule with a code gathered from one document; None if that is not known."""
        return self._documents.get(path, {}).get(code)

    def shared(self, function: Callable[[Project], T]) -> T:
        """``function(self)``, computed once for all documents."""
        if function not in self._shared:
            self._shared[function] = function(self)
        value: T = self._shared[function]
        return value
