"""Choosing, applying and guarding fixes.

A round checks the text, takes every fix that does not touch another, applies them, and parses the
result.  If the structure of the document changed, or a link lost the heading that it leads to, the
round is undone and its fixes are tried one by one; a fix that is guilty by itself is dropped.  Rounds
go on until nothing is left to do, at most :data:`MAX_ROUNDS`.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from typing import TYPE_CHECKING

from zhenlint.check import Report, conclude, examine
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from zhenlint.markdown.document import Document
from zhenlint.markdown.skeleton import (
    Part,
    count_links,
    first_difference,
    skeleton,
    without_kinds,
    without_link,
    without_links,
)
from zhenlint.named_tuple import NamedTuple
from zhenlint.project import Project
from zhenlint.settings import Settings
from zhenlint.source import Source

if TYPE_CHECKING:
    from zhenlint.scope import Scope

MAX_ROUNDS = 10


class FixResult(NamedTuple):
    """A fixed source, how many fixes went into it, and what its check still finds.

    ``dropped`` counts fixes that were left out because they would have changed the structure; what
    they were to put right is among the ``remaining``, without a fix.
    ``cycle`` names the rules whose fixes undo each other, which is a fault of theirs; the text is
    then the one before they began to.  ``report`` is what the fixed document says by itself, ``scope``
    the one that was asked for, in the fixed text.
    """

    source: Source
    applied: int
    dropped: int
    remaining: list[Diagnostic]
    report: Report
    cycle: tuple[str, ...] = ()
    scope: Scope | None = None


_Identity = tuple[str, str, str]


class _Candidate(NamedTuple):
    """A fix and the code of the rule that offers it."""

    code: str
    fix: Fix

    @property
    def start(self) -> int:
        return self.fix.edits[0].start

    @property
    def end(self) -> int:
        return self.fix.edits[-1].end


def fix(
    source: Source,
    settings: Settings,
    *,
    unsafe: bool = False,
    project: Project | None = None,
    scope: Scope | None = None,
    final: bool = True,
) -> FixResult:
    """Apply the safe fixes of a source, with ``unsafe`` all of them.  Nothing is written.

    Without a ``project`` the document is judged by itself; ``final`` is false where a judgement among the
    others follows (:func:`zhenlint.check.conclude`).  With a ``scope``, what lies outside of it is neither
    fixed nor among the remaining.
    """
    document = Document.parse(source)
    history: dict[str, set[str]] = {}  # text of each round, and the rules that changed it
    refused: set[_Identity] = set()
    applied = considered = 0
    cycle: set[str] = set()
    for _ in range(MAX_ROUNDS):
        report, remaining = _judge(document, settings, project, refused, scope, final)
        candidates = _choose(document, remaining, unsafe)
        history[document.text] = {item.code for item in candidates}
        fixed, done, dropped = _apply_guarded(document, candidates)
        refused.update(_identity(document, item) for item in dropped)
        if done and fixed.text in history:
            texts = list(history)
            cycle = set().union(*(history[text] for text in texts[texts.index(fixed.text) :]))
        if refused and not (done or dropped) and applied > considered:
            refused.clear()  # what would have broken the text may not break what has become of it
            considered = applied
            continue
        if cycle or not (done or dropped):
            break
        document, applied = fixed, applied + len(done)
        scope = scope and scope.after(_edits(done))
    else:
        report, remaining = _judge(document, settings, project, refused, scope, final)
    return FixResult(document.source, applied, len(refused), remaining, report, tuple(sorted(cycle)), scope)


def _judge(
    document: Document,
    settings: Settings,
    project: Project | None,
    refused: Container[_Identity],
    scope: Scope | None,
    final: bool,
) -> tuple[Report, list[Diagnostic]]:
    """What a document says by itself and what a check finds; nothing is promised that was left out."""
    report = examine(document, settings)
    report = report._replace(diagnostics=tuple(_promises_kept(document, report.diagnostics, refused)))
    found = _promises_kept(document, conclude(report, settings, project, final=final), refused)
    if scope:
        found = [item for item in found if scope.admits(item.code, item.start, item.end)]
    return report, found


def _promises_kept(
    document: Document, diagnostics: Iterable[Diagnostic], refused: Container[_Identity]
) -> list[Diagnostic]:
    """The diagnostics, those whose fix was left out without it."""
    return [
        item._replace(fix=None)
        if item.fix and _identity(document, _Candidate(item.code, item.fix)) in refused
        else item
        for item in diagnostics
    ]


def _choose(document: Document, diagnostics: Iterable[Diagnostic], unsafe: bool) -> list[_Candidate]:
    """The fixes of one round: in source order, none touching another, all on plain prose.

    A hint is not sure enough to be applied with the rest.
    Where two fixes overlap or insert at one point, the one that begins first stands, of two that
    begin together the shorter, then the one of the lower code; the other waits for the next round.
    """
    wanted = [
        _Candidate(item.code, item.fix)
        for item in diagnostics
        if item.fix
        and item.severity is not Severity.HINT
        and (unsafe or item.fix.applicability is Applicability.SAFE)
    ]
    chosen: list[_Candidate] = []
    taken_to = -1
    for candidate in sorted(wanted, key=lambda item: (item.start, item.end, item.code)):
        if candidate.start > taken_to and _permitted(document, candidate.fix):
            chosen.append(candidate)
            taken_to = candidate.end
    return chosen


def _permitted(document: Document, candidate: Fix) -> bool:
    """Whether every edit replaces plain prose; a fix that creates or reshapes may also move marks."""
    if candidate.creates is not None or candidate.reshapes:
        return True
    return all(document.is_literal(edit.start, edit.end) for edit in candidate.edits)


def _identity(document: Document, candidate: _Candidate) -> _Identity:
    """A fix, known again in later rounds although offsets have moved, by what stands around it."""
    text = document.text
    before = text[max(0, candidate.start - 20) : candidate.start]
    content = "\0".join(edit.content for edit in candidate.fix.edits)
    return (before, text[candidate.start : candidate.end + 20], candidate.code + content)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits applied; they are in order and do not overlap."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.content)
        at = edit.end
    return "".join((*parts, text[at:]))


def apply_fixes(document: Document, fixes: Iterable[Fix]) -> tuple[Document, int]:
    """Apply fixes that do not touch one another, so that the structure holds; how many were applied."""
    candidates = [_Candidate("", item) for item in fixes if _permitted(document, item)]
    fixed, done, _ = _apply_guarded(document, sorted(candidates, key=lambda item: item.start))
    return fixed, len(done)


def _edits(candidates: Iterable[_Candidate]) -> list[Edit]:
    return [edit for candidate in candidates for edit in candidate.fix.edits]


def _applied(document: Document, candidates: Iterable[_Candidate]) -> Document:
    return Document.parse(document.source.with_text(apply_edits(document.text, _edits(candidates))))


def _apply_guarded(
    document: Document, candidates: list[_Candidate]
) -> tuple[Document, list[_Candidate], list[_Candidate]]:
    """Apply fixes so that the structure holds: the new document, those applied in order, those dropped.

    If all together change it, halves are tried, down to the single fix that is guilty.
    """
    before = skeleton(document.tokens)
    fixed = document
    good: list[_Candidate] = []
    bad: list[_Candidate] = []
    queue = [candidates] if candidates else []
    while queue:
        batch = queue.pop(0)
        trial = sorted(good + batch, key=lambda item: item.start)
        trial_document = _applied(document, trial)
        anchored = document.linked_headings <= trial_document.linked_headings
        if anchored and _keeps(before, trial_document, trial):
            good, fixed = trial, trial_document
        elif len(batch) == 1:
            bad += batch
        else:
            middle = len(batch) // 2
            queue[:0] = [batch[:middle], batch[middle:]]
    return fixed, good, bad


def _keeps(before: list[Part], document: Document, candidates: Collection[_Candidate]) -> bool:
    """Whether a document's structure is the one before, but for what the fixes create or reshape.

    Where as many links led to a fix's destination before, it turned one of them into another kind:
    a link into an image, an autolink into a link.
    """
    after = skeleton(document.tokens)
    reshaped = {kind for candidate in candidates for kind in candidate.fix.reshapes}
    if reshaped:
        before, after = without_kinds(before, reshaped), without_kinds(after, reshaped)
    redirects = [item.fix for item in candidates if item.fix.replaces is not None]
    if redirects:
        ways = {way for item in redirects for way in (item.replaces, item.creates) if way is not None}
        if count_links(before, ways) != count_links(after, ways):
            return False
        before, after = without_links(before, ways), without_links(after, ways)
    for candidate in candidates:
        destination = candidate.fix.creates
        if destination is not None and candidate.fix.replaces is None:
            changed = first_difference(before, after)
            turned = count_links(before, {destination}) == count_links(after, {destination})
            shorter = without_link(after, destination, changed)
            if len(shorter) == len(after):
                return False
            before, after = without_link(before, destination, changed) if turned else before, shorter
    return after == before
