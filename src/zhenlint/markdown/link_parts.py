"""Where the destination, the title and the label of a link stand in the source."""

from __future__ import annotations

import re

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.pieces import Construct
from zhenlint.named_tuple import NamedTuple

# The parser has already found the link, so the patterns only tell its parts apart
# (CommonMark 0.31.2, sections 4.7 and 6.3).  A container's prefix may stand at each line's start.
# Only ASCII blanks and control characters end a destination.
_GAP = r"(?:[ \t]|(?:\r\n?|\n)[ \t>]*+)*+"
_DESTINATION = r"(?:<(?P<angled>(?:\\.|[^<>\\\r\n])*)>|(?P<bare>(?:\\.|[^\x00-\x20\x7f\\])*?))"
_TITLE = (
    r"(?:\"(?P<double>(?:\\[\s\S]|[^\"\\])*)\"|'(?P<single>(?:\\[\s\S]|[^'\\])*)'"
    r"|\((?P<round>(?:\\[\s\S]|[^()\\])*)\))"
)
_TARGET = rf"{_GAP}{_DESTINATION}(?:{_GAP}(?<=[\s>]){_TITLE})?"
_INLINE = lazy_pattern(rf"\]\({_TARGET}{_GAP}\)")
_PLAIN = lazy_pattern(r"\]\(([^\s\x00-\x20\x7f\\<>()\"']+)\)")
"""A destination that stands for itself and nothing else, as nearly all do (0.3 × the time)."""

_REFERENCE = lazy_pattern(r"\]\[(?P<label>[^\[\]]*)\]")
_CONTAINERS = r"(?:[ \t>]|(?:[-+*]|[0-9]{1,9}[.)])[ \t])*+"
_DEFINITION = lazy_pattern(rf"{_CONTAINERS}\[(?P<label>(?:\\.|[^\[\]\\])+)\]:{_TARGET}[ \t]*(?:\r|\n|\Z)")

Extent = tuple[int, int]


class LinkParts(NamedTuple):
    """Extents of a link's parts in the text; None for a part that it does not have.

    ``title`` is without its quotation marks, ``label`` that of a reference or a definition.
    """

    destination: Extent | None = None
    title: Extent | None = None
    label: Extent | None = None


def link_parts(text: str, link: Construct) -> LinkParts:
    """The parts of a link, image, autolink, bare URL, wikilink, embed or definition."""
    if link.kind in ("autolink", "bare_url"):
        return LinkParts(destination=(link.inner_start, link.inner_end))
    if link.kind in ("wikilink", "embed"):
        start = text.index("[[", link.start) + 2
        return LinkParts(destination=(start, start + len(link.destination)))
    if link.kind == "definition":
        return _parts(_DEFINITION.match(text, link.start, link.end))
    if plain := _PLAIN.fullmatch(text, link.inner_end, link.end):
        return LinkParts(destination=plain.span(1))
    tail = _INLINE.fullmatch(text, link.inner_end, link.end)
    tail = tail or _REFERENCE.fullmatch(text, link.inner_end, link.end)
    if tail is None or tail.groupdict().get("label") == "":  # a shortcut or collapsed reference
        return LinkParts(label=(link.inner_start, link.inner_end))
    return _parts(tail)


def _parts(match: re.Match[str] | None) -> LinkParts:
    """The parts that the named groups of a match hold."""
    spans = (
        {name: match.span(name) for name, value in match.groupdict().items() if value is not None}
        if match
        else {}
    )
    title = spans.get("double") or spans.get("single") or spans.get("round")
    return LinkParts(spans.get("angled") or spans.get("bare"), title, spans.get("label"))
