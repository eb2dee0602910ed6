"""Every test has an empty folder of its own for documents, one for the memory, and no proxy."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.calls import call
from tests.online.server import Server, running

CONFIGURATION = """\
[rules.LK015]
timeout = 10.0
retries = 1
delay = 0.0
allow-private = ["127.0.0.1"]
"""

Check = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a configuration that lets the test's server be asked."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("ZHENLINT_CACHE_DIR", str(tmp_path / "cache"))
    documents = tmp_path / "documents"
    documents.mkdir()
    monkeypatch.chdir(documents)
    (documents / "zhenlint.toml").write_text(CONFIGURATION, encoding="utf-8")
    return documents


@pytest.fixture
def server() -> Iterator[Server]:
    """The server that misbehaves."""
    with running() as made:
        yield made


@pytest.fixture
def check(folder: Path) -> Check:
    """Checks a document of addresses, one a line: the lines of the report, without the path."""

    def run(*addresses: str, options: tuple[str, ...] = ("--hints",)) -> list[str]:
        text = "\n\n".join(f"见 [页面]({address})" for address in addresses)
        (folder / "a.md").write_text(text + "\n", encoding="utf-8")
        found = call("check", "--select", "LK015", "--online", *options, "a.md")
        return [line.removeprefix("a.md:") for line in found.out.splitlines()]

    return run
