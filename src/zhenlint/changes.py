"""Which lines of which files changed since a revision of git, or are staged for the next commit."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from typing import Final

from zhenlint.files import shown_path
from zhenlint.git import Repository, home
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.messages import ZhenlintError
from zhenlint.named_tuple import NamedTuple
from zhenlint.scope import Limits, Lines

WHOLE: Final[Lines] = ((1, sys.maxsize),)
"""All lines, of a file that git does not know or takes for binary."""

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb'\\(?:([0-7]{3})|(["\\abfnrtv]))')
_ESCAPED = dict(zip(b'"\\abfnrtv', b'"\\\a\b\f\n\r\t\v', strict=True))
_RECORD = lazy_pattern(r"(\d+|-)\t(\d+|-)\t(.*)", re.DOTALL)


class Part(NamedTuple):
    """What of a file counts; ``content`` stands for what is on disk where that is another."""

    limits: Limits
    content: bytes | None = None


class _Tree(NamedTuple):
    """What is known of one working tree, by paths below its top folder.

    ``changed`` are the lines of changed files, ``known`` the files of the index, ``contents`` what is staged
    of files that differ from it.
    """

    changed: Mapping[str, Lines]
    known: frozenset[str]
    contents: Mapping[str, bytes] = {}


class Changes:
    """What changed since ``revision``, or is staged if that is None.

    A revision is one of the repository of the current folder.  Counted is what changed since the last
    commit that the current branch shares with it, the working tree included; files that git does not know
    changed as a whole.  In a submodule it is the commit that the outer repository has for it.
    """

    def __init__(self, revision: str | None) -> None:
        self._revision = revision
        self._home = home()
        self._repositories: dict[str, Repository | None] = {}
        self._tops: dict[str, Repository] = {}
        self._trees: dict[str, _Tree] = {}
        if self._home is not None:
            self._tops[self._home.top] = self._home

    def part(self, path: str) -> Part | None:
        """What counts of a file, an absolute path; None where it is not in the index that is asked for.

        Raises:
            ZhenlintError: there is no repository, or git cannot tell.
        """
        real = os.path.realpath(path)
        repository = self._repository_of(os.path.dirname(real))
        if repository is not None:
            tree = self._tree(repository)
            name = os.path.relpath(real, repository.top).replace(os.sep, "/")
            if name in tree.known:
                return Part(Limits(tree.changed.get(name, ())), tree.contents.get(name))
        elif self._home is None:
            raise ZhenlintError("git-no-repository", path=shown_path(path))
        return Part(Limits(WHOLE)) if self._revision is not None else None

    def only_staged(self) -> Iterator[str]:
        """The absolute paths of files with staged lines that the working tree does not hold any more."""
        if self._home is not None:
            for name in sorted(self._tree(self._home).changed):
                path = os.path.join(self._home.top, name)
                if not os.path.lexists(path):
                    yield path

    def _repository_of(self, folder: str) -> Repository | None:
        """The repository whose working tree a real folder is in."""
        if folder not in self._repositories:
            parent = os.path.dirname(folder)
            if folder in self._tops or os.path.exists(os.path.join(folder, ".git")):
                self._repositories[folder] = self._repository(folder)
            else:
                self._repositories[folder] = self._repository_of(parent) if parent != folder else None
        return self._repositories[folder]

    def _repository(self, top: str) -> Repository:
        return self._tops.setdefault(top, Repository(top, is_home=False))

    def _tree(self, repository: Repository) -> _Tree:
        if repository.top not in self._trees:
            found = self._staged(repository) if self._revision is None else self._since(repository)
            self._trees[repository.top] = found
        return self._trees[repository.top]

    def _since(self, repository: Repository) -> _Tree:
        base = self._base(repository)
        known = frozenset(repository.index())
        if not base:
            return _Tree(dict.fromkeys(known, WHOLE), known)
        return _Tree(changed_lines(repository.diff(base)), known)

    def _base(self, repository: Repository) -> str:
        """The commit that changes are counted from; empty for a submodule that is new since then."""
        assert self._revision is not None
        outer = "" if repository.is_home else repository.superproject
        if not outer:
            return repository.fork(repository.commit(self._revision))
        outside = self._repository(os.path.realpath(outer))
        base = self._base(outside)
        name = os.path.relpath(repository.top, outside.top).replace(os.sep, "/")
        recorded = outside.recorded(base, name) if base else ""
        return recorded and repository.fork(repository.commit(recorded))

    def _staged(self, repository: Repository) -> _Tree:
        """What is staged; nothing of a submodule, as it is no part of the next commit but by its name."""
        index = repository.index()
        if not repository.is_home and repository.superproject:
            return _Tree({}, frozenset(index))
        differ = repository.names("diff", "--name-only", "-z", "--no-relative", "--ignore-submodules=all")
        held = {path: index[path] for path in differ if index.get(path)}
        contents = dict(zip(held, repository.contents(list(held.values())), strict=True))
        return _Tree(changed_lines(repository.diff("--cached")), frozenset(index), contents)


def changed_lines(diff: bytes) -> dict[str, Lines]:
    """The new and changed lines of each file in a diff of :meth:`Repository.diff`."""
    records, _, patch = diff.partition(b"\0\0")
    changed: dict[str, list[tuple[int, int]]] = {}
    only_renamed = set()
    name, similar, content = "", b"", 0
    for line in patch.split(b"\n"):
        if content and not line.startswith(b"\\"):  # "\ No newline at end of file" counts for nothing
            content -= 1
        elif line.startswith(b"+++ "):
            name = _name(line[4:]).removeprefix("b/")
        elif hunk := _HUNK.match(line):
            removed, first, added = (int(number or 1) for number in hunk.groups())
            content = removed + added
            if added:
                changed.setdefault(name, []).append((first, first + added - 1))
        elif line.startswith(b"similarity index "):
            similar = line
        elif line.startswith(b"rename to ") and similar.endswith(b" 100%"):
            only_renamed.add(_name(line[10:]))
    binary = dict.fromkeys(set(_binary_files(records)) - only_renamed, WHOLE)
    return {**{path: tuple(ranges) for path, ranges in changed.items()}, **binary}


def _binary_files(records: bytes) -> Iterator[str]:
    """The paths without a count of lines; of a renamed file the record has both paths behind it."""
    parts = iter(os.fsdecode(records).split("\0"))
    for part in parts:
        if record := _RECORD.match(part):
            path = record[3] or (next(parts, ""), next(parts, ""))[1]
            if record[1] == "-":
                yield path


def _name(header: bytes) -> str:
    """The path in a header, which git quotes like a string in C, and ends with a tab if it has blanks."""
    path = header.removesuffix(b"\t")
    return os.fsdecode(_ESCAPE.sub(_unescaped, path[1:-1]) if path.startswith(b'"') else path)


def _unescaped(match: re.Match[bytes]) -> bytes:
    return bytes((int(match[1], 8) if match[1] else _ESCAPED[match[2][0]],))
