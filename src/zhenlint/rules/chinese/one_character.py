"""The report of one character that is probably wrong, with what stands beside it."""

from __future__ import annotations

from typing import Final

from zhenlint.diagnostic import Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.rules import Context

_HAN: Final = lazy_pattern("[\u4e00-\u9fff]")


def report_of(
    document: Document, context: Context, start: int, right: str, *, likely: bool, message: str = "default"
) -> Diagnostic:
    """What is reported of a character; as a hint, without a fix, where it is not likely wrong."""
    own = document.prose[start]
    before, after = _with_neighbours(document.prose, start)
    return context.report(
        start,
        start + 1,
        message,
        edits=(Edit(start, start + 1, right),) if likely else (),
        suggestions=(right,),
        severity=None if likely else Severity.HINT,
        wrong=own,
        right=right,
        written=before + own + after,
        meant=before + right + after,
    )


def _with_neighbours(prose: str, start: int) -> tuple[str, str]:
    """The Han characters right before and after a place, empty where there is none."""
    before, after = prose[start - 1 : start], prose[start + 1 : start + 2]
    return before if _HAN.match(before) else "", after if _HAN.match(after) else ""
