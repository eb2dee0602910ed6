"""The text in which broken links are looked for."""

from __future__ import annotations

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown import marks
from zhenlint.markdown.document import Document

_ESCAPE = lazy_pattern(marks.OPEN + r"[!-/:-@\[-`{-~]")
_ENTITY = lazy_pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def literal_view(document: Document) -> str:
    """The prose with addresses and entities readable again.

    Escaped characters and blocks that are no Markdown are marks.  What the parser took for a link,
    code, math or HTML stays a mark, so that every bracket in the view is one that a reader sees.
    """
    shown = [
        (item.start, item.end, document.text[item.start : item.end])
        for item in document.constructs_of("bare_url", "autolink", "tag")
    ]
    shown += [
        (*entity.span(), entity[0])
        for entity in _ENTITY.finditer(document.text)
        if document.prose[entity.start()] == marks.ATOM
    ]
    hidden = [
        (escape.start(), escape.end(), marks.ATOM * 2)
        for escape in _ESCAPE.finditer(document.prose)
        if document.text[escape.start()] == "\\"
    ]
    hidden += [
        (block.start, block.end, marks.BLOCK * (block.end - block.start))
        for item in document.constructs_of("front_matter", "html_block")
        for block in document.blocks_within(item)
    ]
    parts: list[str] = []
    at = 0
    for start, end, content in sorted(shown + hidden):
        if start >= at:
            parts += (document.prose[at:start], content)
            at = end
    return "".join((*parts, document.prose[at:]))
