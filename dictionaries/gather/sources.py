"""The packages that words come from, and how they are fetched: with the registries' own clients."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar


class SourceError(Exception):
    """A package that cannot be had, or is not the one that ``sources.toml`` tells of."""


@dataclass(frozen=True)
class Source:
    """A published package: where it comes from, which file it is exactly, what its words are used for."""

    KINDS: ClassVar = ("debian", "npm", "pypi")
    USES: ClassVar = ("scowl", "english", "jargon", "frequencies", "documentation", "characters")

    name: str
    kind: str
    version: str
    sha256: str
    licence: str
    address: str
    use: str

    def command(self) -> list[str]:
        """The client's command that puts the package's file into the current folder."""
        if self.kind == "debian":
            return ["apt-get", "download", f"{self.name}={self.version}"]
        if self.kind == "npm":
            return ["npm", "pack", "--silent", f"{self.name}@{self.version}"]
        return [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            f"{self.name}=={self.version}",
        ]


def read_sources(path: Path) -> list[Source]:
    """The packages of a TOML file, in its order.  Raises SourceError on what is no package."""
    tables = tomllib.loads(path.read_text(encoding="utf-8")).get("source", [])
    try:
        sources = [Source(**table) for table in tables]
    except TypeError as error:
        raise SourceError(f"{path.name}: {error}") from error
    for source in sources:
        if source.kind not in Source.KINDS or source.use not in Source.USES:
            raise SourceError(f"{path.name}: {source.name}: unknown kind or use")
    return sources


def fetch(source: Source, folder: Path) -> Path:
    """The package's file in a folder of packages, fetched if it is not there.  Raises SourceError."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in _named_like(source, folder):
        if _sha256(path) == source.sha256:
            return path
    with tempfile.TemporaryDirectory(dir=folder) as place:
        _run(source, Path(place))
        files = list(Path(place).iterdir())
        if len(files) != 1:
            raise SourceError(f"{source.name}: {len(files)} files instead of one")
        actual = _sha256(files[0])
        if actual != source.sha256:
            raise SourceError(f"{source.name} {source.version}: SHA-256 {actual}, not {source.sha256}")
        return files[0].rename(folder / files[0].name)


def _named_like(source: Source, folder: Path) -> list[Path]:
    """Files that may be the package: each client names them after the package and the version."""
    start = source.name.lstrip("@").replace("/", "-")
    return sorted(path for path in folder.glob(f"{start}[-_]*") if path.is_file())


def _run(source: Source, folder: Path) -> None:
    command = source.command()
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except OSError as error:
        raise SourceError(f"{source.name}: {command[0]}: {error.strerror}") from error
    if done.returncode:
        raise SourceError(f"{source.name} {source.version}: {' '.join(command)}: {done.stderr.strip()}")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
