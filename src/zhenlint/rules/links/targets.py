"""Where a document's links lead if they lead to other files or to places in one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Literal
from urllib.parse import unquote

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.destination import DOCUMENT_EXTENSIONS
from zhenlint.markdown.document import Document
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules.links.addresses import fault_of

_ELSEWHERE = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.\-]*:|//|\\\\")
"""A scheme, a host or a share: the target is no file beside the document."""

TEMPLATE = lazy_pattern(r"\{\{|\{%|<%|\$\{|%\{")
"""What a template language makes of a destination is not known."""

_OTHER_EXTENSIONS = "json|ya?ml|toml|py|js|ts|java|go|rs|c|h|cpp|sh|sql"
LOCAL_FILE = lazy_pattern(rf"[^*]*[^/*]\.(?i:(?!x?html?\Z)(?:{DOCUMENT_EXTENSIONS}|{_OTHER_EXTENSIONS}))")
"""A path that names a file; ``*.md`` names many."""


SiteName = Literal["none", "vitepress", "hugo"]
"""What makes a site of the documents."""


class Target(NamedTuple):
    """A local destination on ``text[start:end]``, its path and fragment decoded.

    An empty ``path`` means the document itself; ``image`` whether it is an image's.
    """

    start: int
    end: int
    path: str
    fragment: str
    image: bool


def local_targets(document: Document) -> list[Target]:
    """The local destinations of inline links, images and definitions, for :meth:`Document.shared`."""
    return list(_local_targets(document))


def _local_targets(document: Document) -> Iterator[Target]:
    for item in (*document.links, *document.definitions):
        if item.kind not in ("link", "image", "definition") or not item.destination:
            continue
        if _ELSEWHERE.match(item.destination) or TEMPLATE.search(item.destination):
            continue
        fault = fault_of(item.destination)
        if fault and fault.name != "no-scheme":
            continue
        place = document.link_parts(item).destination
        if place is not None:  # else a reference: its definition says where it leads
            path, _, fragment = item.destination.partition("#")
            path = unquote(path.partition("?")[0])
            yield Target(*place, path, unquote(fragment), item.kind == "image")


def resolved(document_path: str, path: str) -> str:
    """The path of a local target, as seen from where the document's own path is seen."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(document_path), path))
