"""The core: one source in, its diagnostics out.  It reads no file, prints nothing, keeps nothing.

It works in two phases, so that a document can be judged by what others say: :func:`examine` looks at
one document alone, :func:`conclude` adds what the rules say that need the facts of all.
"""

from __future__ import annotations

from bisect import bisect_left

from zhenlint.diagnostic import Diagnostic
from zhenlint.markdown.document import Document
from zhenlint.markdown.slug import slug
from zhenlint.named_tuple import NamedTuple
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
    if document.linked_headings:
        found = [_without_harm(document, diagnostic) for diagnostic in found]
    return Report(document.source.path, tuple(found), facts)


def _without_harm(document: Document, diagnostic: Diagnostic) -> Diagnostic:
    """The diagnostic, without its fix where that would take a heading's anchor from a link."""
    if diagnostic.fix is None:
        return diagnostic
    edits = diagnostic.fix.edits
    block = document.block_at(edits[0].start)
    if block is None or block.kind != "heading":
        return diagnostic
    number = bisect_left(document.headings, block.start, key=lambda heading: heading.start)
    anchor = document.heading_slugs[number]
    changed = any(slug(document.text[edit.start : edit.end]) != slug(edit.content) for edit in edits)
    return diagnostic._replace(fix=None) if changed and anchor in document.linked_headings else diagnostic


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
