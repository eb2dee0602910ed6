"""The files inside a package: a wheel (zip), an npm package (tar) or a Debian package (ar around a tar)."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

Wanted = Callable[[str], bool]
"""Whether the file of a name is wanted; a trailing ``.gz`` is cut off before."""

_MAGIC = b"!<arch>\n"
_HEADER = 60
"""Bytes of a member's header in an ar archive: its name stands in 0–16, its size in 48–58."""


def files(package: Path, wanted: Wanted) -> Iterator[tuple[str, bytes]]:
    """Name and content of the wanted files, in the package's order; ``.gz`` files are unpacked."""
    for name, read in _members(package):
        plain = name.removesuffix(".gz")
        if wanted(plain):
            content = read()
            yield plain, gzip.decompress(content) if name != plain else content


def _members(package: Path) -> Iterator[tuple[str, Callable[[], bytes]]]:
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as archive:
            for name in archive.namelist():
                yield name, lambda name=name: archive.read(name)  # type: ignore[misc]
    elif package.suffix == ".deb":
        with package.open("rb") as file:
            yield from _tar_members(io.BytesIO(_data_of_deb(file)))
    else:
        with package.open("rb") as file:
            yield from _tar_members(file)


def _tar_members(file: IO[bytes]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    with tarfile.open(fileobj=file) as archive:
        for member in archive:
            if member.isfile():
                extracted = archive.extractfile(member)
                assert extracted is not None
                yield member.name, extracted.read


def _data_of_deb(file: IO[bytes]) -> bytes:
    """The tar archive of a Debian package's files: the ar member ``data.tar`` with some suffix."""
    if file.read(len(_MAGIC)) != _MAGIC:
        raise ValueError("not a Debian package")
    while header := file.read(_HEADER):
        size = int(header[48:58])
        if header.startswith(b"data.tar"):
            return file.read(size)
        file.seek(size + size % 2, io.SEEK_CUR)
    raise ValueError("a Debian package without data")
