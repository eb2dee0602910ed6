"""A JSON array that is written element by element, one a line."""

from __future__ import annotations

from collections.abc import Iterable


class JsonArray:
    """Puts commas between elements; ``[`` and ``]`` stand around what :meth:`add` returns."""

    def __init__(self) -> None:
        self._separator = "\n  "

    def add(self, elements: Iterable[str]) -> str:
        """The next elements, each a JSON text."""
        parts = []
        for element in elements:
            parts.append(self._separator + element)
            self._separator = ",\n  "
        return "".join(parts)

    def close(self) -> str:
        """The end of the array."""
        return "]" if self._separator == "\n  " else "\n]"
