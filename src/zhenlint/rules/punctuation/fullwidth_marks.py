"""The full-width points that more than one rule looks at, found in one scan of the prose."""

from __future__ import annotations

import re

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ALL

_POINTS = "，。、；：！？"
_WORTH_A_LOOK = lazy_pattern(
    rf"[{_POINTS}](?:[{_POINTS},.;…]+|(?<=[A-Za-z].)(?= ?[A-Za-z]|[\r\n\")]|”|[{ALL}]|\Z))"
)


def runs_of_points(document: Document) -> list[re.Match[str]]:
    """Points with more marks right after them: repetitions, clashes, ellipses."""
    return [match for match in document.shared(_found) if len(match[0]) > 1]


def points_beside_latin(document: Document) -> list[re.Match[str]]:
    """Single points after a Latin letter that have Latin, markup or an end after them."""
    return [match for match in document.shared(_found) if len(match[0]) == 1]


def _found(document: Document) -> list[re.Match[str]]:
    return [*document.matches(_WORTH_A_LOOK)]
