"""The second phase of a run: one file judged among all, and the fixes that had to wait for that."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from zhenlint import files
from zhenlint.check import Report, conclude, judged
from zhenlint.diagnostic import Applicability, Diagnostic, Severity
from zhenlint.drafts import (
    Draft,
    FileResult,
    Mode,
    Task,
    Text,
    cycle_warning,
    decode,
    digest_of,
    draft,
    guarded,
    read_text,
)
from zhenlint.messages import ZhenlintError, phrase
from zhenlint.problem import problems
from zhenlint.project import Project
from zhenlint.rules import enabled_rules

if TYPE_CHECKING:
    from zhenlint.packing import Packed


def finish(task: Task, begun: Draft, project: Project, mode: Mode) -> FileResult:
    """The result of a file whose draft is there; where that fails, its result all the same."""
    return guarded(lambda: _concluded(task, begun, project, mode), task.shown)


def _concluded(task: Task, begun: Draft, project: Project, mode: Mode) -> FileResult:
    result = _conclude(task, begun, project, mode)
    return result._replace(foreign=_foreign_lines(task, mode)) if mode.statistics else result


def _foreign_lines(task: Task, mode: Mode) -> int:
    """How many lines of a file the rules for Chinese words pass over because of their script."""
    if not any(item.rule.code.startswith("ZH") for item in enabled_rules(task.settings)):
        return 0
    from zhenlint.markdown.document import Document
    from zhenlint.spelling.chinese.script import is_simplified

    prose = Document.parse(read_text(task.read(), task, mode).source).prose
    return sum(not is_simplified(line) for line in prose.split("\n"))


def _conclude(task: Task, begun: Draft, project: Project, mode: Mode) -> FileResult:
    """The second phase: what the others bring to light, the fixes for it, the problems in words."""
    said = begun.said
    plain = not (mode.texts or mode.fix or task.limits)
    if plain and not isinstance(said, Report) and said.silencing() is None:
        return _told(task, said, begun.digest, project, mode)
    diagnostics = conclude(begun.report, task.settings, project)
    text = begun.text
    if text is None:
        if not diagnostics:
            return FileResult(task.shown)
        data = task.read()
        if digest_of(data) != begun.digest:  # changed in the meantime
            return _conclude(task, draft(data, task, mode, keep=True), project, mode)
        text = read_text(data, task, mode)
    if text.scope:
        admits = text.scope.admits
        diagnostics = [item for item in diagnostics if admits(item.code, item.start, item.end)]
    if _is_fixed_now(task, begun, diagnostics, mode):
        from zhenlint.fixing import fix

        fixed = fix(text.source, task.settings, unsafe=mode.unsafe, project=project, scope=text.scope)
        diagnostics, warning = fixed.remaining, cycle_warning(fixed, task) or text.warning
        text = text._replace(source=fixed.source, applied=text.applied + fixed.applied, warning=warning)
    if text.applied:
        _put_in_place(task, text, mode)
    if mode.write and task.content is not None and _offers(diagnostics, mode):
        text = text._replace(warning=phrase("staged-not-fixed", path=task.shown))
    shown = [item for item in diagnostics if mode.hints or item.severity is not Severity.HINT]
    found = tuple(problems(text.source, shown, mode.language))
    return FileResult(task.shown, found, text.source, text.original, text.applied, warning=text.warning)


def _told(task: Task, said: Packed, digest: bytes, project: Project, mode: Mode) -> FileResult:
    """The second phase where no text is wanted: the places of what the first found are known already.

    To read 430 files again, and to find the places again, took a quarter of a run in which nothing changed.
    """
    new = [
        item
        for item in judged(said.facts, task.settings, project)
        if mode.hints or item.severity is not Severity.HINT
    ]
    found = said.problems_in(mode.language, hints=mode.hints)
    if new:
        data = task.read()
        if digest_of(data) != digest:  # changed in the meantime
            return _conclude(task, draft(data, task, mode, keep=True), project, mode)
        source = decode(data, task.shown, mode.encoding)
        both = (*found, *problems(source, set(new), mode.language))
        found = tuple(sorted(both, key=lambda problem: (problem.start, problem.end, problem.code)))
    return FileResult(task.shown, found)


def _is_fixed_now(task: Task, begun: Draft, diagnostics: Iterable[Diagnostic], mode: Mode) -> bool:
    """Whether fixes are left for the second phase: unsafe ones, and those of the silencing comments.

    Whether a comment silences anything is known only now that all documents are.
    """
    late = mode.unsafe or begun.report.silencing is not None
    return late and task.is_fixed(mode) and _offers(diagnostics, mode)


def _offers(diagnostics: Iterable[Diagnostic], mode: Mode) -> bool:
    """Whether a run with fixes would put one of the diagnostics right."""
    return any(
        item.fix is not None
        and item.severity is not Severity.HINT
        and (mode.unsafe or item.fix.applicability is Applicability.SAFE)
        for item in diagnostics
    )


def _put_in_place(task: Task, text: Text, mode: Mode) -> None:
    """Write the fixed text if that is wanted.

    Raises:
        ZhenlintError: the file would not be what it was where nothing was fixed, or it cannot be written.
    """
    if not _reversible(text):
        raise ZhenlintError("not-reversible", path=task.shown, encoding=mode.encoding.upper())
    if mode.write:
        files.replace(task.path, task.shown, text.data, text.source.encode())


def _reversible(text: Text) -> bool:
    """Whether the encoding gives back the very bytes that were read, and can hold the fixed text."""
    try:
        text.source.encode()
        return text.original.encode() == text.data
    except UnicodeEncodeError:
        return False
