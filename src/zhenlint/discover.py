"""Which files a run checks: paths from the command line, folders walked with ignores and excludes."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from typing import TYPE_CHECKING

from zhenlint.config import Configuration, Configurations
from zhenlint.files import shown_path, unreadable
from zhenlint.messages import Phrase, ZhenlintError, phrase
from zhenlint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from zhenlint.patterns import Patterns

SUFFIXES = (".md", ".markdown", ".mdx", ".mdown", ".qmd", ".Rmd")
"""The names by which Markdown is known in a folder, letter case aside; a named file may have any."""

_SUFFIXES = tuple(suffix.lower() for suffix in SUFFIXES)

ALWAYS_EXCLUDED = frozenset(
    {
        ".bzr", ".direnv", ".eggs", ".git", ".git-rewrite", ".hg", ".ipynb_checkpoints", ".jj",
        ".mypy_cache", ".nox", ".obsidian", ".pants.d", ".pyenv", ".pytest_cache", ".pytype", ".ruff_cache",
        ".svn", ".tox", ".trash", ".venv", ".vscode", "__pycache__", "__pypackages__", "_build",
        "bower_components", "buck-out", "node_modules", "site-packages", "venv",
    }
)  # fmt: skip
"""Folders that are never walked into (ruff's list, without ``build`` and ``dist``, which hold prose
about building as often as output; with those of Obsidian and bower)."""


class MarkdownFile(NamedTuple):
    """A file to check: its absolute path, the path people are told, and its configuration."""

    path: str
    shown: str
    configuration: Configuration


class Discovery(NamedTuple):
    """What was found: files in order of the shown path, failures and warnings in order of asking."""

    files: list[MarkdownFile]
    failures: list[ZhenlintError]
    warnings: list[Phrase]


def discover(
    paths: Sequence[str], configurations: Configurations, *, force_exclude: bool = False
) -> Discovery:
    """The Markdown files that paths stand for, each once.

    A named file or folder is always taken, with ``force_exclude`` only if nothing excludes it.  In a
    folder, files are taken by suffix; symbolic links to folders are not followed, and one that leads to a
    file found anyway is left out.
    """
    search = _Search(configurations)
    for path in paths:
        if not (force_exclude and path and is_excluded(os.path.abspath(path), configurations)):
            search.add(os.path.abspath(path) if path else "")
    return search.result()


def is_excluded(path: str, configurations: Configurations) -> bool:
    """Whether an absolute path would be left out of a walk through its project.

    A file whose configuration is wrong is not; that is told when it is checked.
    """
    from zhenlint.gitignore import patterns_over  # here and below: one named file asks for no patterns
    from zhenlint.patterns import excluded

    try:
        configuration = configurations.of_folder(os.path.dirname(path))
    except ZhenlintError:
        return False
    ignores = patterns_over(path) if configuration.respect_gitignore else ()
    steps = [path]
    top = _top(path, configuration)
    while len(os.path.dirname(steps[-1])) > len(top):
        steps.append(os.path.dirname(steps[-1]))
    for step in reversed(steps):
        folder = step != path or os.path.isdir(path)
        over = tuple(item for item in ignores if step.startswith(os.path.join(item.root, "")))
        if folder and os.path.basename(step) in ALWAYS_EXCLUDED:
            return True
        if any(excluded(stack, step, folder=folder) for stack in (over, configuration.exclude)):
            return True
    return False


def _top(path: str, configuration: Configuration) -> str:
    """The outermost folder whose project a path belongs to: of its repository or its configuration."""
    from zhenlint.gitignore import repository_root

    folders = [layer.folder for layer in configuration.layers[-1:]]
    root = repository_root(path)
    above_path = [item for item in (*folders, root) if item and path.startswith(os.path.join(item, ""))]
    return min(above_path, key=len, default=os.path.dirname(path))


class _Search:
    """Gathers the files of one run."""

    def __init__(self, configurations: Configurations) -> None:
        self._configurations = configurations
        self._files: dict[str, MarkdownFile] = {}
        self._links: dict[str, MarkdownFile] = {}
        self._outcome = Discovery([], [], [])

    def add(self, path: str) -> None:
        """Take a path of the command line: a file as it is, a folder with what is in it."""
        if os.path.isdir(path):
            from zhenlint.gitignore import above

            failures = len(self._outcome.failures)
            if not self._walk(path, above(path), path) and failures == len(self._outcome.failures):
                shown, suffixes = shown_path(path), " ".join(SUFFIXES)
                self._outcome.warnings.append(phrase("no-markdown", path=shown, suffixes=suffixes))
        elif self._is_readable_file(path):
            self._take(path, self._files)

    def result(self) -> Discovery:
        """Everything found, sorted."""
        real = {os.path.realpath(path) for path in self._files} if self._links else set()
        for path, file in self._links.items():
            target = os.path.realpath(path)
            if target not in real:
                real.add(target)
                self._files.setdefault(path, file)
        return self._outcome._replace(files=sorted(self._files.values(), key=lambda file: file.shown))

    def _walk(self, folder: str, ignores: tuple[Patterns, ...], top: str) -> int:
        """Take the Markdown files of a folder and the folders in it: how many there are."""
        from zhenlint.gitignore import ignore_file_of
        from zhenlint.patterns import excluded

        configuration = self._configuration(folder)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self._fail(unreadable(folder, shown_path(folder), error))
            return 0
        ignores += ignore_file_of(folder)
        exclude = tuple(patterns.inside(top) for patterns in configuration.exclude) if configuration else ()
        respected = ignores if configuration is None or configuration.respect_gitignore else ()
        count = 0
        for entry in entries:
            inner = entry.is_dir(follow_symlinks=False)
            if not (_may_enter(entry) if inner else _is_markdown(entry)):
                continue
            if any(excluded(stack, entry.path, folder=inner) for stack in (respected, exclude)):
                continue
            if inner:
                count += self._walk(entry.path, ignores, top)
            else:
                count += 1
                self._take_entry(entry)
        return count

    def _take_entry(self, entry: os.DirEntry[str]) -> None:
        if entry.is_file(follow_symlinks=False):
            self._take(entry.path, self._files)
        elif self._is_readable_file(entry.path):
            self._take(entry.path, self._links)

    def _take(self, path: str, into: dict[str, MarkdownFile]) -> None:
        configuration = self._configuration(os.path.dirname(path))
        if configuration:
            into[path] = MarkdownFile(path, shown_path(path), configuration)

    def _configuration(self, folder: str) -> Configuration | None:
        """The configuration of a folder; a wrong one is told once and its files are left unchecked."""
        try:
            return self._configurations.of_folder(folder)
        except ZhenlintError as failure:
            self._fail(failure)
            return None

    def _is_readable_file(self, path: str) -> bool:
        try:
            if stat.S_ISREG(os.stat(path).st_mode):
                return True
            self._fail(ZhenlintError("not-a-file", path=shown_path(path)))
        except OSError as error:
            self._fail(unreadable(path, shown_path(path), error))
        return False

    def _fail(self, failure: ZhenlintError) -> None:
        if failure not in self._outcome.failures:
            self._outcome.failures.append(failure)


def _may_enter(folder: os.DirEntry[str]) -> bool:
    return folder.name not in ALWAYS_EXCLUDED


def _is_markdown(entry: os.DirEntry[str]) -> bool:
    """Whether a name says Markdown and is no folder behind a link."""
    return entry.name.lower().endswith(_SUFFIXES) and not (entry.is_symlink() and os.path.isdir(entry.path))
