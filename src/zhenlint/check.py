"""The core: one source in, its diagnostics out.  It reads no file, prints nothing, keeps nothing."""

from __future__ import annotations

from zhenlint.diagnostic import Diagnostic
from zhenlint.markdown.document import Document
from zhenlint.rules import enabled_rules
from zhenlint.settings import Settings
from zhenlint.source import Source


def check(source: Source, settings: Settings) -> list[Diagnostic]:
    """All diagnostics of one source, in order of place, then code."""
    return check_document(Document.parse(source), settings)


def check_document(document: Document, settings: Settings) -> list[Diagnostic]:
    """All diagnostics of a parsed document, in order of place, then code."""
    found: list[Diagnostic] = []
    for context in enabled_rules(settings):
        found.extend(context.rule.check(document, context))
    return sorted(set(found), key=lambda diagnostic: diagnostic.sort_key)
