"""Finds the links that are none: every bracket before a destination, with what stands around it.

Each kind has its own module, imported where a sign of it stands: most documents have none, and the modules
take a start 2 ms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from zhenlint.markdown import marks
from zhenlint.markdown.document import Document
from zhenlint.rules.links.broken.view import literal_view
from zhenlint.rules.places import RareFirst, holds

if TYPE_CHECKING:
    from zhenlint.rules.links.broken.faults import BrokenLink

_SCHEME = r"[A-Za-z][A-Za-z0-9+.\-]*:"
_NOT_IN_PATH = rf"\s()（）\[\]<>{marks.ALL}"
_BEFORE_DESTINATION = RareFirst(
    "(（[]", rf"(<?)[ \t]*(?=(?:{_SCHEME}|[^{_NOT_IN_PATH}]*[/.#])[^\s{marks.ALL}])"
)
_RARE_BEFORE_DESTINATION = RareFirst(
    "{］】", rf"(<?)[ \t]*(?=(?:{_SCHEME}|[^{{］】{_NOT_IN_PATH}]*[/.#])[^\s{marks.ALL}])"
)
"""A bracket that a destination may follow.  No path is looked through from two brackets: the one that such a
bracket may be part of ends the look from those before it, or a line of ``{`` would take quadratic time."""

_EXCLAMATION = RareFirst("！!", rf"(?:(?<=！)|(?=[ \t]))[ \t]{{0,2}}(?={marks.OPEN})")
"""An exclamation mark that may be meant for an image's."""


def broken_links(document: Document) -> tuple[BrokenLink, ...]:
    """The broken links of a document in order of their start, none inside another."""
    found = [item for kind in _kinds(document, literal_view(document)) for item in kind]
    kept: list[BrokenLink] = []
    for item in sorted(found, key=lambda item: item.start):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return tuple(kept)


def _kinds(document: Document, view: str) -> Iterator[Iterable[BrokenLink]]:
    """The broken links of each kind of which there is a sign."""
    brackets = [
        *_BEFORE_DESTINATION.matches(view),
        *_RARE_BEFORE_DESTINATION.matches(view),
    ]
    if brackets:
        from zhenlint.rules.links.broken.joined import joined_links

        yield joined_links(document, view, brackets)
    if holds(view, "]("):
        from zhenlint.rules.links.broken.gaps import gapped_links

        yield gapped_links(document, view)
    if exclamations := _EXCLAMATION.matches(view):
        from zhenlint.rules.links.broken.images import misread_images

        yield misread_images(document, view, exclamations)
    if "<" in document.prose:
        from zhenlint.rules.links.broken.autolinks import open_autolinks

        yield open_autolinks(document, view)
