"""Links around a link, which CommonMark leaves as text, and links pasted as a destination."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from zhenlint.diagnostic import Edit
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.destination import Likeness, likeness
from zhenlint.markdown.document import Document
from zhenlint.markdown.pieces import Construct
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules.links.broken.view import literal_view
from zhenlint.rules.places import holds

_LINK = lazy_pattern(r"!?\[[^\[\]]*\]\(([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\)")
_JOINT = lazy_pattern(r"\]\([ \t]*")


class Nested(NamedTuple):
    """A link in another on ``text[start:end]``, and how both become one, if that is known.

    ``destination`` is where the one link leads; ``replaced`` what the parser took for its destination.
    """

    kind: str
    start: int
    end: int
    destination: str = ""
    replaced: str = ""
    edits: tuple[Edit, ...] = ()


def nested_links(document: Document) -> Iterator[Nested]:
    """All such links of a document, in no order."""
    links = [item for item in document.links if item.kind == "link"]
    yield from _pasted(document)
    if links:
        yield from _autolinks(document)
        if holds(document.prose, "]("):
            yield from _around(document, links)


def _pasted(document: Document) -> Iterator[Nested]:
    """``[text]([text](url))``, whose destination the parser takes as it stands."""
    for item in document.links:
        link = _LINK.fullmatch(item.destination) if item.destination[:1] in ("[", "!") else None
        place = document.link_parts(item).destination if link else None
        if link and place and document.text[slice(*place)] == item.destination:
            start, end = place
            edits = (Edit(start, start + link.start(1), ""), Edit(start + link.end(1), end, ""))
            yield Nested("pasted", item.start, item.end, link[1], item.destination, edits)


def _autolinks(document: Document) -> Iterator[Nested]:
    """``[<url>](url)``."""
    outer: Construct | None = None
    for item in document.links:
        if item.kind == "link":
            outer = item
        elif item.kind == "autolink" and outer and item.end <= outer.inner_end:
            yield Nested("autolink", outer.start, outer.end)


def _around(document: Document, links: list[Construct]) -> Iterator[Nested]:
    """``[a [b](url) c](url)``, ``[a]([b](url))``."""
    from zhenlint.rules.links.broken.label import bracketed, is_other_syntax  # rarely needed
    from zhenlint.rules.links.broken.meeting import REACH
    from zhenlint.rules.links.broken.tail import closer, line_end

    view = literal_view(document)
    starts = {item.start: item for item in links if document.text[item.start] == "["}
    for joint in _JOINT.finditer(view):
        block = document.block_at(joint.start())
        floor = max(block.start, joint.start() - REACH) if block else 0
        label = bracketed(view, joint.start(), floor) if block else None
        if not label or view[slice(*label.opening)] != "[" or is_other_syntax(view, label):
            continue
        pasted = starts.get(joint.end())
        if pasted and view[pasted.end : pasted.end + 1] == ")":
            leads_to = pasted.destination
            edits = _unpasted(document, pasted)
            yield Nested("pasted", label.start, pasted.end + 1, leads_to, leads_to, edits)
            continue
        close = closer(view, joint.end(), line_end(view, joint.end()), ")")
        first = bisect_left(links, label.opening[1], key=lambda item: item.start)
        inner = links[first] if first < len(links) else None
        if close is None or inner is None or inner.end > label.end or label.start < label.opening[0]:
            continue
        destination = view[joint.end() : close]
        if likeness(destination) >= Likeness.SITE:
            whole = (inner.start, inner.end) == (label.opening[1], label.end)
            same = whole and inner.destination == destination
            flat = (Edit(label.start, label.opening[1], ""), Edit(label.end, close + 1, ""))
            yield Nested("nested", label.start, close + 1, destination, destination, flat if same else ())


def _unpasted(document: Document, pasted: Construct) -> tuple[Edit, ...]:
    """What leaves only the destination of a link that was pasted for one; nothing of a reference."""
    if document.text[pasted.inner_end : pasted.inner_end + 2] != "](":
        return ()
    return (Edit(pasted.start, pasted.inner_end + 2, ""), Edit(pasted.end - 1, pasted.end, ""))
