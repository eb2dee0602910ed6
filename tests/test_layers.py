"""Imports point one way: from the command line down to the source, never up."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import zhenlint

PACKAGE = Path(zhenlint.__file__).parent

LAYERS = [
    {"source", "diagnostic", "digests", "language", "lazy_pattern", "named_tuple", "package_data", "scope"}
    | {"module_finder", "stored_patterns"},
    {"characters"},
    {"settings", "markdown", "project"},
    {"spelling", "suppress", "terms"},
    {"rules"},
    {"check"},
    {"fixing", "problem"},
    {
        "api",
        "catalogue",
        "messages",
        "config",
        "database",
        "discover",
        "files",
        "gitignore",
        "patterns",
        "processors",
        "terminal",
        "user_folder",
    }
    | {"database", "rule_page"},
    {"git", "online", "setup", "tree"},
    {"packing"},
    {"drafts"},
    {"both_ends", "cache", "drafting", "finishing", "forked", "garbage", "partner", "pool"}
    | {"remembered", "shelf", "spawned"},
    {"baseline", "changes", "reporters", "runner", "vocabulary"},
    {"cli"},
    {"start"},
    {"__main__"},
]
"""From the bottom up; a module may import from its own layer and those below."""

HEIGHT = {name: height for height, names in enumerate(LAYERS) for name in names}


def _part(module: str) -> str:
    """``zhenlint.rules.links`` → ``rules``."""
    return module.split(".")[1]


def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return {name for name in names if name.startswith("zhenlint.")}


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_nothing_imports_upwards(path: Path) -> None:
    part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if part == "__init__":  # the package's public names, imported on use
        return
    upwards = {name for name in _imports(path) if HEIGHT[_part(name)] > HEIGHT[part]}
    assert not upwards
