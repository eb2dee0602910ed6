"""From broken links to the diagnostics of the rules that name them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from zhenlint.diagnostic import Applicability, Diagnostic
from zhenlint.markdown.document import Document
from zhenlint.rules import Context
from zhenlint.rules.links.broken.finder import broken_links

if TYPE_CHECKING:
    from zhenlint.rules.links.broken.faults import BrokenLink


def reports(document: Document, context: Context) -> Iterator[Diagnostic]:
    """The diagnostics of one rule: the broken links whose fault is one of its messages."""
    for link in document.shared(broken_links):
        if link.fault in context.rule.messages:
            yield context.report(
                link.start,
                link.end,
                link.fault,
                edits=link.edits,
                applicability=Applicability.SAFE if link.sure else Applicability.UNSAFE,
                creates=link.destination,
                suggestions=(repaired(document, link),),
            )


def repaired(document: Document, link: BrokenLink) -> str:
    """The text of a broken link after its repair."""
    parts: list[str] = []
    at = link.start
    for edit in link.edits:
        parts += (document.text[at : edit.start], edit.content)
        at = edit.end
    return "".join((*parts, document.text[at : link.end]))
