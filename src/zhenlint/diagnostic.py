"""What a rule says: plain values, all places being code point offsets of the source's text.

They are named tuples, not dataclasses, because a frozen dataclass takes ten times as long to define
(0.6 ms) and every start of the program pays for it.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from zhenlint.named_tuple import NamedTuple


class Severity(StrEnum):
    """How much a diagnostic weighs; only errors and warnings make a run fail."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Applicability(StrEnum):
    """Whether a fix may be applied unseen.

    A safe fix never changes what a reader understands, nor how the document renders apart from
    the flagged characters.  Every other fix is unsafe.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(NamedTuple):
    """Put ``content`` in place of ``text[start:end]``; an insertion where start equals end."""

    start: int
    end: int
    content: str


class Fix(NamedTuple):
    """Edits that are applied together or not at all.

    ``creates`` is the destination of the link that the fix brings into being; the structure of
    the document may change by that link and by nothing else.  ``replaces`` is the destination that
    links had which now lead to ``creates``.  ``reshapes`` are the kinds of tokens (``strong``,
    ``heading``: names of markdown-it's types) that may come or go as well.
    """

    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.SAFE
    creates: str | None = None
    reshapes: tuple[str, ...] = ()
    replaces: str | None = None


_FixValues = tuple[tuple[Edit, ...], Applicability, str | None, tuple[str, ...], str | None]
as_fix: Callable[[_FixValues], Fix] = partial(tuple.__new__, Fix)
"""``Fix(*values)`` in half the time."""


class Diagnostic(NamedTuple):
    """One finding of one rule on ``text[start:end]``.

    ``message`` is a key of the rule's messages and ``arguments`` fill it; words in a language are
    made of them only for a reader (:mod:`zhenlint.problem`).
    """

    code: str
    start: int
    end: int
    severity: Severity
    message: str
    arguments: tuple[tuple[str, str], ...] = ()
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Diagnostics of one document are ordered by place, then by code."""
        return (self.start, self.end, self.code)


_DiagnosticValues = tuple[
    str, int, int, Severity, str, tuple[tuple[str, str], ...], tuple[str, ...], Fix | None
]
as_diagnostic: Callable[[_DiagnosticValues], Diagnostic] = partial(tuple.__new__, Diagnostic)
"""``Diagnostic(*values)`` in half the time."""
