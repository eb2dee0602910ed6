"""The data files that come with the package, built from ``dictionaries/``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).parent / "data"
"""The folder in which they lie."""


def read_data(name: str) -> str:
    """The text of a data file."""
    return (DATA / name).read_text(encoding="utf-8")
