"""The labels of a document: which are defined, and which are used."""

from __future__ import annotations

from collections.abc import Mapping

from zhenlint.markdown.document import Document
from zhenlint.markdown.pieces import Construct
from zhenlint.named_tuple import NamedTuple


class Labels(NamedTuple):
    """Definitions by normalised label, in order of their places, and the labels that something uses."""

    defined: Mapping[str, list[Construct]]
    footnotes: Mapping[str, list[Construct]]
    used: frozenset[str]
    used_footnotes: frozenset[str]


def normalised(label: str) -> str:
    """A label as CommonMark compares it: without regard to case and to the number of blanks (section 4.7)."""
    return " ".join(label.split()).casefold()


def labels(document: Document) -> Labels:
    """Gather the labels of a document, for :meth:`Document.shared`."""
    defined: dict[str, list[Construct]] = {}
    footnotes: dict[str, list[Construct]] = {}
    for item in document.definitions:
        if item.kind == "footnote_definition":
            footnotes.setdefault(normalised(item.destination), []).append(item)
        elif (label := label_of(document, item)) is not None:
            defined.setdefault(normalised(label), []).append(item)
    links = (item for item in document.links if item.kind in ("link", "image"))
    used = (label_of(document, item) for item in links) if defined else ()
    marks = (item.destination for item in document.constructs_of("footnote_reference"))
    return Labels(
        defined,
        footnotes,
        frozenset(normalised(label) for label in used if label is not None),
        frozenset(map(normalised, marks)),
    )


def label_of(document: Document, item: Construct) -> str | None:
    """The label of a reference or of a definition; None for an inline link."""
    place = document.link_parts(item).label
    return None if place is None else document.text[slice(*place)]
