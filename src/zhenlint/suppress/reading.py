"""Finding the silencing comments of a document and reading them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from zhenlint.diagnostic import Edit
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.pieces import Construct
from zhenlint.source import Source
from zhenlint.suppress.directive import (
    ALL,
    COMMANDS,
    FILE,
    LINE,
    NEXT_LINE,
    Directive,
    Fault,
    Selector,
    Silencing,
)
from zhenlint.suppress.front_matter import read_front_matter
from zhenlint.suppress.removal import is_blank, removal

_HTML = (lazy_pattern(r"<!--\s*(?=zhenlint)"), "-->", ("html_inline", "html_block"))
_MDX = (lazy_pattern(r"\{\s*/\*\s*(?=zhenlint)"), "*/", ("mdx",))
"""How a comment opens and closes, and the constructs in which it is one."""

_MDX_CLOSE = lazy_pattern(r"\*/\s*\}")
_COMMAND = lazy_pattern(r"zhenlint-([A-Za-z-]+)")
_LOOSE = lazy_pattern(r"zhenlint(?:\s*[:：]\s*|[ \t_]+)((?:disable|enable|ignore)[A-Za-z_-]*)(?=\s|$)")
"""A command without its hyphen."""

_CODES = lazy_pattern(r"(?:[\s,，、]|(?:[A-Za-z]{2}[0-9]+|[A-Z]{2}|ALL)(?![A-Za-z0-9]))*")
_SELECTOR = lazy_pattern(r"[^\s,，、>]+")
"""A word of the list of codes; in a quotation a line of it begins with ``>``."""

_MOST_CUT = 64
"""Of longer lists no fix takes a code out: the edits would take memory by the square of their length."""


def read(document: Document) -> Silencing | None:
    """What a document says about silencing; None if it says nothing."""
    silencing = read_front_matter(document.text, _front_matter_end(document))
    directives: list[Directive] = []
    faults = [*silencing.faults]
    for block, start, body, body_end, end in _comments(document):
        found = _directive(document.source, block, start, body, body_end, end)
        if isinstance(found, Directive):
            directives.append(found)
        elif found:
            faults.append(found)
    said = silencing._replace(directives=tuple(directives), faults=tuple(faults))
    return said if said != Silencing() else None


def _front_matter_end(document: Document) -> int:
    first = document.constructs[0] if document.constructs else None
    return first.end if first and first.kind == "front_matter" else 0


def _comments(document: Document) -> Iterator[tuple[Construct, int, int, int, int]]:
    """The comments that begin with the tool's name: construct, start, body's start and end, end."""
    text = document.text
    opening, closer, kinds = _MDX if document.source.path.lower().endswith(".mdx") else _HTML
    around = [item for item in document.constructs if item.kind in kinds]
    starts = [item.start for item in around]
    end = 0
    for match in opening.finditer(text):
        start, body = match.span()
        if start < end:
            continue
        body_end = text.find(closer, body)
        if body_end < 0:
            return
        closing = _MDX_CLOSE.match(text, body_end) if closer == "*/" else None
        end = closing.end() if closing else body_end + len(closer)
        index = bisect_right(starts, start) - 1
        if index >= 0 and end <= around[index].end:
            yield around[index], start, body, body_end, end


def _directive(
    source: Source, block: Construct, start: int, body: int, body_end: int, end: int
) -> Directive | Fault | None:
    """The command of one comment, the fault if it is none, None if it was not meant as one."""
    text = source.text
    match = _COMMAND.match(text, body, body_end)
    if match and match[1] in COMMANDS:
        first, last = _stretch(source, match[1], start, end)
        selectors = _selectors(text, match.end(), body_end)
        return Directive(match[1], start, end, selectors, first, last, removal(source, block, start, end))
    match = match or _LOOSE.match(text, body, body_end)
    if match is None or not _is_meant(match[1], text[match.end() : body_end]):
        return None
    whole = removal(source, block, start, end)
    return Fault("command", match[0], body, match.end(), COMMANDS, whole)


def _is_meant(name: str, rest: str) -> bool:
    """Whether an unknown word after the tool's name was meant as a command: codes follow, or nothing."""
    return (not rest or rest[0].isspace()) and _CODES.fullmatch(rest) is not None


def _selectors(text: str, start: int, end: int) -> tuple[Selector, ...]:
    """The codes of a comment, each with the edit that rewrites the list without it."""
    words = [match.span() for match in _SELECTOR.finditer(text, start, end)]
    if not words:
        return (Selector(ALL, start, start),)
    if len(words) > _MOST_CUT:
        return tuple(Selector(text[first:last], first, last) for first, last in words)
    found = []
    for number, (first, last) in enumerate(words):
        if number:
            before, after = text[words[0][0] : words[number - 1][1]], text[last : words[-1][1]]
        else:
            before, after = "", text[words[min(1, len(words) - 1)][0] : words[-1][1]]
        cut = Edit(words[0][0], words[-1][1], before + after)
        found.append(Selector(text[first:last], first, last, cut))
    return tuple(found)


def _stretch(source: Source, command: str, start: int, end: int) -> tuple[int, int]:
    """What a comment covers: its line, the next one, the whole file, or all from its end on."""
    if command not in (LINE, NEXT_LINE):
        return 0 if command == FILE else end, len(source.text) + 1
    first, last = source.position(start).line, source.position(end).line
    if command == NEXT_LINE:
        first = last + 1
        while first <= len(source.line_starts) and is_blank(source, first):
            first += 1
        last = first
    starts = (*source.line_starts, len(source.text) + 1, len(source.text) + 1)
    return starts[min(first, len(starts) - 1) - 1], starts[min(last, len(starts) - 1)]
