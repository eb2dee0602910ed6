"""Names for problems that stay the same while the text around them moves."""

from __future__ import annotations

import hashlib
from collections import Counter

from zhenlint.problem import Problem
from zhenlint.source import Source


class Fingerprints:
    """Names the problems of one run.

    A name is made of path, rule, marked text and line, not of the line's number; problems alike in
    all of these are told apart by their order.
    """

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, problem: Problem, source: Source) -> str:
        """The name of a problem of a source, which must be asked for once: 64 hexadecimal digits."""
        begin, end = source.line_span(problem.line)
        line = source.text[begin:end].strip()
        alike = _digest(problem.path, problem.code, problem.text, line)
        self._seen[alike] += 1
        return alike if self._seen[alike] == 1 else _digest(alike, str(self._seen[alike]))


def _digest(*parts: str) -> str:
    lengths = (f"{len(part)}:{part}" for part in parts)  # so that no two lists of parts read the same
    return hashlib.sha256("".join(lengths).encode("utf-8", "surrogatepass")).hexdigest()
