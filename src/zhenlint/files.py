"""Reading files and putting new content in their place, whole or not at all."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from zhenlint.messages import ZhenlintError


def shown_path(path: str) -> str:
    """An absolute path as people are told it: relative to the current folder if inside it, with ``/``."""
    here = os.getcwd()
    if path == here:
        return "."
    below = os.path.join(here, "")
    return (path[len(below) :] if path.startswith(below) else path).replace(os.sep, "/")


def read(path: str, shown: str) -> bytes:
    """A regular file's bytes; a pipe is refused, never waited for.

    Raises:
        ZhenlintError: there is no such file, it is no file, or it cannot be read.
    """
    try:
        mode = os.stat(path).st_mode
        if stat.S_ISDIR(mode):
            raise ZhenlintError("is-a-folder", path=shown)
        if not stat.S_ISREG(mode):
            raise ZhenlintError("not-a-file", path=shown)
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise unreadable(path, shown, error) from error


def unreadable(path: str, shown: str, error: OSError) -> ZhenlintError:
    """Why a path cannot be read, for a person."""
    if isinstance(error, PermissionError):
        return ZhenlintError("permission-denied", path=shown)
    if not isinstance(error, FileNotFoundError):
        return ZhenlintError("unreadable", path=shown, detail=error.strerror or str(error))
    if os.path.islink(path):
        return ZhenlintError("dangling-link", path=shown, target=os.readlink(path))
    return ZhenlintError("missing-path", path=shown)


def replace(path: str, shown: str, before: bytes, after: bytes) -> None:
    """Put ``after`` in place of a file that still holds ``before``, in one step.

    Symbolic links stay and their target changes; the mode and, where permitted, the owner are kept.

    Raises:
        ZhenlintError: the file changed meanwhile or cannot be written; it is then as it was.
    """
    target = os.path.realpath(path)
    try:
        if read(target, shown) != before:
            raise ZhenlintError("changed-meanwhile", path=shown)
        if not os.access(target, os.W_OK):
            raise ZhenlintError("write-denied", path=shown)
        write_aside(target, after, os.stat(target))
    except OSError as error:
        raise unwritable(shown, error) from error


def unwritable(shown: str, error: OSError) -> ZhenlintError:
    """Why a path cannot be written, for a person."""
    if isinstance(error, PermissionError):
        return ZhenlintError("write-denied", path=shown)
    if isinstance(error, IsADirectoryError):
        return ZhenlintError("is-a-folder", path=shown)
    if isinstance(error, (NotADirectoryError, FileExistsError)):
        return ZhenlintError("below-a-file", path=shown)
    return ZhenlintError("unwritable", path=shown, detail=error.strerror or str(error))


def write_aside(target: str, content: bytes, like: os.stat_result | None = None) -> None:
    """Write a file beside its place and rename it there, so that nobody ever sees half of it.

    ``like`` gives the mode and the owner; without it the file gets those of any new file.
    """
    import tempfile

    folder, name = os.path.split(target)
    handle, aside = tempfile.mkstemp(prefix=f".{name[:40]}.", suffix=".tmp", dir=folder or ".")
    try:
        with open(handle, "wb") as file:
            file.write(content)
        _give_attributes(aside, like)
        os.replace(aside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(aside)
        raise


def _give_attributes(path: str, like: os.stat_result | None) -> None:
    if like is None:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(path, 0o666 & ~mask)
        return
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(path, like.st_uid, like.st_gid)
    os.chmod(path, stat.S_IMODE(like.st_mode))
