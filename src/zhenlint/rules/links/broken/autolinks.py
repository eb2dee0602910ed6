"""Autolinks that nothing closes: ``<https://example.com``."""

from __future__ import annotations

from collections.abc import Iterator

from zhenlint.diagnostic import Edit
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.rules.links.broken.faults import BrokenLink
from zhenlint.rules.links.broken.tail import line_end

_BEFORE = lazy_pattern(r"(?<![A-Za-z0-9_(<=])<")


def open_autolinks(document: Document, view: str) -> Iterator[BrokenLink]:
    """Addresses with a scheme right after a ``<`` for which their line has no ``>``."""
    for item in document.links:
        start, end = item.start - 1, item.end
        if item.kind != "bare_url" or start < 0 or "://" not in document.text[item.start : end]:
            continue
        if _BEFORE.match(document.prose, start) and ">" not in document.text[end : line_end(view, start)]:
            edit = Edit(end, end, ">")
            yield BrokenLink("open-autolink", start, end, (edit,), document.text[item.start : end], False)
