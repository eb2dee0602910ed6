"""What wikilinks may lead to: the files of a vault, by names as people write them."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property

from zhenlint.rules.links.nearest import by_sound

_NOTES = (".md", ".markdown", ".mdx")


def folded(name: str) -> str:
    """A name without what does not count: the case of letters; blanks, hyphens and underscores are one."""
    name = unicodedata.normalize("NFC", name).casefold()
    return name.replace("-", " ").replace("_", " ").strip()


class Vault:
    """The files below a folder, found by the ends of their paths; notes without their extension as well.

    ``aliases`` are other names of notes: (alias, path).
    """

    def __init__(self, files: Iterable[str], aliases: Iterable[tuple[str, str]]) -> None:
        self._by_name: dict[str, list[str]] = {}
        self.names: list[str] = []
        for path in files:
            stem, extension = posixpath.splitext(path)
            is_note = extension.lower() in _NOTES
            for known in (path, stem) if is_note else (path,):
                self._by_name.setdefault(folded(posixpath.basename(known)), []).append(path)
            self.names.append(posixpath.basename(stem if is_note else path))
        for alias, path in aliases:
            self._by_name.setdefault(folded(alias), []).append(path)
            self.names.append(alias)

    @cached_property
    def sounding(self) -> Mapping[str, str]:
        """The names by the ways to write them in pinyin."""
        return by_sound(self.names)

    def find(self, document: str, name: str) -> list[str]:
        """The files that a name may mean in a document, those whose path ends with it."""
        if name.startswith(("./", "../")):
            name = posixpath.normpath(posixpath.join(posixpath.dirname(document), name))
        wanted = folded(name.lstrip("/"))
        found = self._by_name.get(posixpath.basename(wanted), [])
        if "/" not in wanted:
            return found
        return [path for path in found if _ends_with(folded(path), wanted)]


def _ends_with(path: str, wanted: str) -> bool:
    stem = posixpath.splitext(path)[0]
    return any(f"/{known}".endswith(f"/{wanted}") for known in (path, stem))
