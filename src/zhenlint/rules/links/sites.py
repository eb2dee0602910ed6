"""Where site generators find the files that links name in ways of their own.

VitePress makes the page ``guide/a.html`` of ``guide/a.md``; links name it with ``.md``, ``.html`` or
neither, from its own folder or from the site's.  Hugo looks documents up for its shortcodes ``ref`` and
``relref``: beside the document, from ``content``, else anywhere by name.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.named_tuple import NamedTuple
from zhenlint.project import Tree
from zhenlint.rules.links.targets import SiteName, Target

_REF = lazy_pattern(r"\{\{[<%]\s*(?:rel)?ref\s+(?:path\s*=\s*)?([\"`])([^\"`#{}]*)(#[^\"`{}]*)?\1(?=[\s>%])")
_PAGE = lazy_pattern(r"(?:.*/)?[^./*]*(?:\.html)?")
"""A path to a page: a folder, or a name without an extension or with that of the page."""

_SETTINGS = ".vitepress"
_ASSETS = "public"
_CONTENT = "content"
_STATIC = ("static", "assets")


class Site(NamedTuple):
    """The generator of a site and the folder of its documents; empty: where the generator has it."""

    name: SiteName = "none"
    root: str = ""

    def names_page(self, target: Target) -> bool:
        """Whether a target without a document's extension is a page that a document must give."""
        return self.name == "vitepress" and bool(target.path and _PAGE.fullmatch(target.path))

    def places(self, document: str, path: str, tree: Tree) -> list[str] | None:
        """The paths of files that a link's path may mean; None if that cannot be told."""
        folder = posixpath.dirname(document)
        if path.startswith("/"):
            root = self._root(folder, tree)
            if root is None:
                return None
            folder, path = root, path.lstrip("/")
            if self.name == "hugo":
                kept = (root, *(posixpath.join(posixpath.dirname(root), other) for other in _STATIC))
                return [posixpath.join(other, path) for other in kept]
        place = posixpath.normpath(posixpath.join(folder, path))
        if self.name != "vitepress":
            return [place]
        assets = [posixpath.join(folder, _ASSETS, path)]
        if not _PAGE.fullmatch(path):
            return [place, *assets]
        if _is_dynamic(posixpath.dirname(place), tree):
            return None
        stem = place.removesuffix(".html")
        pages = [posixpath.normpath(stem + page) for page in (".md", "/index.md", "/README.md")]
        return [*pages, place, *assets] if path.endswith(".html") else [*pages, *assets]

    def _root(self, folder: str, tree: Tree) -> str | None:
        """The folder at which paths begin that start with a slash; None if it is not known."""
        if self.root:
            return self.root
        above = folder
        while not self._is_root(above, tree):
            if above in ("", "/"):
                return None
            above = posixpath.dirname(above)
        return above

    def _is_root(self, folder: str, tree: Tree) -> bool:
        """Whether a generator takes a folder above a document for that of the site's documents."""
        if self.name == "vitepress":
            return tree.holds(posixpath.join(folder, _SETTINGS))
        return self.name == "hugo" and posixpath.basename(folder) == _CONTENT

    def referred(self, document: str, path: str, tree: Tree) -> list[str] | None:
        """The documents that Hugo's ``ref`` finds for a path; None if that cannot be told."""
        if not path:
            return [document]
        folder = posixpath.dirname(document)
        content = self._root(folder, tree)
        if content is None:
            return None
        names = [path] if posixpath.splitext(path)[1] else [f"{path}.md", path]
        folder = content if path.startswith("/") else folder
        places = [posixpath.normpath(posixpath.join(folder, name.lstrip("/"))) for name in names]
        places += [f"{place}/{page}" for place in places for page in ("index.md", "_index.md")]
        found = [place for place in places if tree.holds(place)] or _translations(places[0], tree)
        if found:
            return found
        files = tree.files(content)
        if files is None:
            return None
        ends = [f"/{name.lstrip('/')}{page}" for name in names for page in ("", "/index.md", "/_index.md")]
        return [file for file in files if f"/{file}".endswith(tuple(ends))]


def references(document: Document) -> Iterator[Target]:
    """The documents that Hugo's shortcodes ``ref`` and ``relref`` name."""
    for item in document.constructs:
        found = _REF.match(document.text, item.start, item.end) if item.kind == "template" else None
        if found:
            yield Target(found.start(2), found.end(2), unquote(found[2]), (found[3] or "#")[1:], False)


def _is_dynamic(folder: str, tree: Tree) -> bool:
    """Whether a folder's pages are made of data, as ``[id].md`` is."""
    return any(name.startswith("[") for name in tree.names(folder))


def _translations(place: str, tree: Tree) -> list[str]:
    """The same document in other languages: ``a.zh.md`` for ``a.md``."""
    folder, name = posixpath.split(place)
    stem, extension = posixpath.splitext(name)
    return [
        posixpath.join(folder, other)
        for other in tree.names(folder)
        if other.startswith(f"{stem}.") and other.endswith(extension)
    ]
