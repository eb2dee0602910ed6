"""Choosing, applying and guarding fixes.

A round checks the text, takes every fix that does not touch another, applies them, and parses the
result.  If the structure of the document changed, the round is undone and its fixes are tried one
by one; a fix that changes the structure by itself is dropped.  Rounds go on until nothing is left
to do, at most :data:`MAX_ROUNDS`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zhenlint.check import check_document
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Fix
from zhenlint.markdown.document import Document
from zhenlint.markdown.skeleton import Part, skeleton, without_link
from zhenlint.settings import Settings
from zhenlint.source import Source

MAX_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class FixResult:
    """A fixed source, how many fixes went into it, and what its check still finds.

    ``dropped`` counts fixes that were left out because they would have changed the structure.
    """

    source: Source
    applied: int
    dropped: int
    remaining: list[Diagnostic]


def fix(source: Source, settings: Settings, *, unsafe: bool = False) -> FixResult:
    """Apply the safe fixes of a source, with ``unsafe`` all of them.  Nothing is written."""
    document = Document.parse(source)
    seen = {source.text}
    refused: set[tuple[str, str, str]] = set()
    applied = 0
    for _ in range(MAX_ROUNDS):
        remaining = check_document(document, settings)
        fixes = [
            item for item in _choose(document, remaining, unsafe) if _identity(document, item) not in refused
        ]
        fixed, done, dropped = _apply_guarded(document, fixes)
        refused.update(_identity(document, item) for item in dropped)
        if fixed is document or fixed.text in seen:
            return FixResult(document.source, applied, len(refused), remaining)
        seen.add(fixed.text)
        document, applied = fixed, applied + done
    return FixResult(document.source, applied, len(refused), check_document(document, settings))


def _choose(document: Document, diagnostics: Iterable[Diagnostic], unsafe: bool) -> list[Fix]:
    """The fixes of one round: in source order, none touching another, all on plain prose.

    Where two fixes overlap or insert at one point the earlier diagnostic's stands, by (start, end,
    code); the other waits for the next round.
    """
    chosen: list[Fix] = []
    taken_to = -1
    wanted = [
        item.fix
        for item in diagnostics
        if item.fix and (unsafe or item.fix.applicability is Applicability.SAFE)
    ]
    for candidate in sorted(wanted, key=lambda item: item.edits[0]):
        if candidate.edits[0].start > taken_to and _permitted(document, candidate):
            chosen.append(candidate)
            taken_to = candidate.edits[-1].end
    return chosen


def _permitted(document: Document, candidate: Fix) -> bool:
    """Whether every edit replaces plain prose; a fix that creates a link may also move marks."""
    if candidate.creates is not None:
        return True
    return all(document.is_literal(edit.start, edit.end) for edit in candidate.edits)


def _identity(document: Document, item: Fix) -> tuple[str, str, str]:
    """A fix, known again in later rounds although offsets have moved: what stands around it."""
    start, end = item.edits[0].start, item.edits[-1].end
    text = document.text
    return (
        text[max(0, start - 20) : start],
        text[start : end + 20],
        "".join(edit.content for edit in item.edits),
    )


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits applied; they are in order and do not overlap."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.content)
        at = edit.end
    return "".join((*parts, text[at:]))


def _applied(document: Document, fixes: Iterable[Fix]) -> Document:
    edits = [edit for item in fixes for edit in item.edits]
    return Document.parse(document.source.with_text(apply_edits(document.text, edits)))


def _apply_guarded(document: Document, fixes: list[Fix]) -> tuple[Document, int, list[Fix]]:
    """Apply fixes so that the structure holds: the new document, how many, and those dropped.

    If all together change it, halves are tried, down to the single fix that is guilty.
    """
    if not fixes:
        return document, 0, []
    before = skeleton(document.tokens)
    good: list[Fix] = []
    bad: list[Fix] = []
    queue = [fixes]
    while queue:
        batch = queue.pop(0)
        trial = sorted(good + batch, key=lambda item: item.edits[0])
        if _keeps(before, _applied(document, trial), trial):
            good = trial
        elif len(batch) == 1:
            bad += batch
        else:
            middle = len(batch) // 2
            queue[:0] = [batch[:middle], batch[middle:]]
    return (_applied(document, good) if good else document), len(good), bad


def _keeps(before: list[Part], document: Document, fixes: Iterable[Fix]) -> bool:
    """Whether a document's structure is the one before, but for the links that the fixes create."""
    after = skeleton(document.tokens)
    for item in fixes:
        if item.creates is not None:
            shorter = without_link(after, item.creates)
            if len(shorter) == len(after):
                return False
            after = shorter
    return after == before
