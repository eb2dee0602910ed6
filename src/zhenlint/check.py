"""The core: one source in, its diagnostics out.  It reads no file, prints nothing, keeps nothing.

It works in two phases, so that a document can be judged by what others say: :func:`examine` looks at
one document alone, :func:`conclude` adds what the rules say that need the facts of all.
"""

from __future__ import annotations

from typing import NamedTuple

from zhenlint.diagnostic import Diagnostic
from zhenlint.markdown.document import Document
from zhenlint.project import Facts, Project
from zhenlint.rules import enabled_rules
from zhenlint.settings import Settings
from zhenlint.source import Source


class Report(NamedTuple):
    """What a document says by itself: diagnostics in no order, and facts for the rules that need others.

    ``path`` is that of the document's source.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...]
    facts: Facts


def check(source: Source, settings: Settings) -> list[Diagnostic]:
    """All diagnostics of one source by itself, in order of place, then code."""
    return check_document(Document.parse(source), settings)


def check_document(
    document: Document, settings: Settings, project: Project | None = None
) -> list[Diagnostic]:
    """All diagnostics of a parsed document, in order of place, then code.

    Without a ``project`` the document is judged by itself.
    """
    return conclude(examine(document, settings), settings, project)


def examine(document: Document, settings: Settings) -> Report:
    """The first phase: look at one document alone."""
    found: list[Diagnostic] = []
    facts = {}
    for context in enabled_rules(settings):
        rule = context.rule
        if rule.check:
            found.extend(rule.check(document, context))
        gathered = rule.gather(document, context) if rule.gather else None
        if gathered is not None:
            facts[rule.code] = gathered
    return Report(document.source.path, tuple(found), facts)


def conclude(report: Report, settings: Settings, project: Project | None = None) -> list[Diagnostic]:
    """The second phase: all diagnostics of a document among others, in order of place, then code.

    Without a ``project`` the document is judged by itself.
    """
    project = project or Project({report.path: report.facts})
    found = set(report.diagnostics)
    for context in enabled_rules(settings):
        rule = context.rule
        if rule.judge and rule.code in report.facts:
            found.update(rule.judge(report.facts[rule.code], project, context))
    return sorted(found, key=lambda diagnostic: diagnostic.sort_key)
