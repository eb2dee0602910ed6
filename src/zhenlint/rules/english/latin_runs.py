"""The Latin words of a document's prose, counted once for all the rules of this family."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document

_RUN = lazy_pattern(r"[A-Za-z]{2,}")


def latin_runs(document: Document) -> Mapping[str, int]:
    """Runs of two ASCII letters and more with their uses, as they are written."""
    return document.shared(_count)


def _count(document: Document) -> Mapping[str, int]:
    return Counter(_RUN.findall(document.prose))
