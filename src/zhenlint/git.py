"""Asking git: its repositories, their revisions, diffs and the index.  Nothing in them is changed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from zhenlint.files import shown_path
from zhenlint.messages import ZhenlintError, phrase

_OF_ONE_REPOSITORY: Final = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CONFIG", "GIT_CONFIG_COUNT",
    "GIT_CONFIG_PARAMETERS", "GIT_DIR", "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX", "GIT_NO_REPLACE_OBJECTS", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
)  # fmt: skip
"""Variables that speak of one repository (``git rev-parse --local-env-vars``); a hook sets some."""

_OF_DIFFS: Final = ("GIT_DIFF_OPTS", "GIT_EXTERNAL_DIFF")
"""Variables that change what a diff looks like; the first beats ``-U0``."""

_DIFF: Final = (
    "diff", "-z", "--numstat", "--patch", "-U0", "--inter-hunk-context=0", "--find-renames",
    "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--ignore-submodules=all",
    "--src-prefix=a/", "--dst-prefix=b/",
)  # fmt: skip
"""A diff that no configuration changes: records with the count of lines, then the patch."""


class Repository:
    """The working tree of a repository, from its top folder, a real path.

    ``is_home`` where it is the one of the current folder, to which the variables that a hook sets belong.
    """

    def __init__(self, top: str, *, is_home: bool) -> None:
        self.top = top
        self.is_home = is_home
        self._environment = _environment(keep_repository=is_home)

    def ask(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """What a git command prints.

        Raises:
            ZhenlintError: it fails, or git is not there.
        """
        result = _run(arguments, self.top, self._environment, stdin)
        if result.returncode:
            raise ZhenlintError("git-failed", path=shown_path(self.top), detail=_reason(result.stderr))
        return result.stdout

    def try_to_ask(self, *arguments: str) -> str:
        """What a git command prints, without its line end; empty if it fails."""
        result = _run(arguments, self.top, self._environment)
        return "" if result.returncode else os.fsdecode(result.stdout).rstrip("\r\n")

    @cached_property
    def superproject(self) -> str:
        """The top folder of the repository that this one is a submodule of; empty if there is none."""
        return self.try_to_ask("rev-parse", "--show-superproject-working-tree")

    def commit(self, revision: str) -> str:
        """The name of the commit that a revision stands for.

        Raises:
            ZhenlintError: there is none, perhaps because the clone is shallow.
        """
        is_one = not revision.startswith(("-", "^"))
        name = is_one and self.try_to_ask("rev-parse", "--verify", "--quiet", revision + "^{commit}")
        if not name:
            shallow = self.try_to_ask("rev-parse", "--is-shallow-repository") == "true"
            hint = phrase("git-shallow") if shallow else phrase("git-list-revisions")
            place = shown_path(self.top)
            raise ZhenlintError("git-unknown-revision", revision=revision, path=place, remedy=hint)
        return name

    def fork(self, commit: str) -> str:
        """The last commit that the current branch shares with another; that itself where they share none."""
        return self.try_to_ask("merge-base", "HEAD", commit) or commit

    def recorded(self, commit: str, path: str) -> str:
        """The commit of the submodule at a path below the top folder, in a commit; empty if it has none."""
        entry = self.ask("ls-tree", "-z", commit, "--", path).decode("ascii", "replace")
        mode, _, rest = entry.partition(" ")
        return rest.split()[1] if mode == "160000" else ""

    def diff(self, *arguments: str) -> bytes:
        """A diff without context, in the form of :data:`_DIFF`."""
        return self.ask(*_DIFF, *arguments, "--")

    def names(self, *arguments: str) -> list[str]:
        """The paths below the top folder that a command lists with ``-z``."""
        return [os.fsdecode(name) for name in self.ask(*arguments).split(b"\0") if name]

    def index(self) -> Mapping[str, str]:
        """The files of the index, each with the name of its content; empty for one that is in conflict."""
        found = {}
        for entry in self.names("ls-files", "--stage", "-z"):
            facts, path = entry.split("\t", 1)
            mode, name, stage = facts.split()
            found[path] = name if stage == "0" and mode.startswith("100") else ""
        return found

    def contents(self, names: Sequence[str]) -> Iterator[bytes]:
        """The contents that names stand for, in the same order."""
        rest = memoryview(
            self.ask("cat-file", "--batch", stdin="".join(f"{name}\n" for name in names).encode())
        )
        for _ in names:
            head, size = _header(rest)
            yield bytes(rest[head : head + size])
            rest = rest[head + size + 1 :]


def home() -> Repository | None:
    """The repository of the current folder; None where it is in none.

    Raises:
        ZhenlintError: git is not there, or does not want to read the repository.
    """
    here = os.getcwd()
    result = _run(("rev-parse", "--show-toplevel"), here, _environment(keep_repository=True))
    if result.returncode == 0:
        return Repository(os.path.realpath(os.fsdecode(result.stdout).rstrip("\r\n")), is_home=True)
    if b"not a git repository" in result.stderr:
        return None
    raise ZhenlintError("git-failed", path=shown_path(here), detail=_reason(result.stderr))


def _header(output: memoryview) -> tuple[int, int]:
    """Where an object of ``cat-file --batch`` begins, and its size."""
    line = bytes(output[:200]).split(b"\n", 1)[0]
    return len(line) + 1, int(line.split()[2])


def _environment(*, keep_repository: bool) -> dict[str, str]:
    """The variables for git: in English, and not in the way of a git command that runs meanwhile."""
    left_out = {*_OF_DIFFS, *(() if keep_repository else _OF_ONE_REPOSITORY)}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**kept, "LC_ALL": "C", "LANGUAGE": "C", "GIT_OPTIONAL_LOCKS": "0"}


def _run(
    arguments: Sequence[str], folder: str, environment: Mapping[str, str], stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", *arguments], cwd=folder, env=environment, input=stdin, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise ZhenlintError("git-missing") from error
    except OSError as error:
        detail = error.strerror or str(error)
        raise ZhenlintError("git-failed", path=shown_path(folder), detail=detail) from error


def _reason(stderr: bytes) -> str:
    """The first line of what git complains of."""
    lines = [line for line in stderr.decode("utf-8", "replace").splitlines() if line.strip()]
    told = next((line for line in lines if line.startswith(("fatal: ", "error: "))), (lines or [""])[0])
    return told.partition(": ")[2] or told or "?"
