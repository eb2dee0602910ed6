"""zhenlint: a checker for Chinese-English Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zhenlint.api import check_text, fix_text
    from zhenlint.diagnostic import Edit, Fix
    from zhenlint.problem import Problem
    from zhenlint.settings import Settings

__version__ = "0.1.0"

__all__ = ["Edit", "Fix", "Problem", "Settings", "check_text", "fix_text"]

_HOMES = {
    "check_text": "zhenlint.api",
    "fix_text": "zhenlint.api",
    "Edit": "zhenlint.diagnostic",
    "Fix": "zhenlint.diagnostic",
    "Problem": "zhenlint.problem",
    "Settings": "zhenlint.settings",
}


def __getattr__(name: str) -> Any:
    """Import a public name on first use, so that ``import zhenlint`` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)
