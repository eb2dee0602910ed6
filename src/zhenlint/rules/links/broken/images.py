"""Links that were meant to be images: a full-width ``！``, or a blank after the ``!``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from zhenlint.diagnostic import Edit
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown import marks
from zhenlint.markdown.document import Document
from zhenlint.rules.links.broken.faults import BrokenLink, Fault

_PICTURE = lazy_pattern(r"\.(?:png|jpe?g|gif|svg|webp|bmp|ico|avif)(?:[?#]|\Z)", re.IGNORECASE)


def misread_images(
    document: Document, view: str, exclamations: Iterable[re.Match[str]]
) -> Iterator[BrokenLink]:
    """Links right after an exclamation mark that begins a line and leads to a picture.

    After other text the exclamation mark may be that of a sentence, unless the link has no text.
    """
    links = {item.start: item for item in document.links if item.kind == "link"}
    for mark in exclamations:
        link = links.get(mark.end())
        if link is None or document.text[link.start] != "[":
            continue
        fault: Fault = "full-width-image" if mark[0][0] == "！" else "image-space"
        picture = bool(_PICTURE.search(link.destination))
        textless = link.inner_start == link.inner_end
        if (_begins_line(view, mark.start()) and (picture or fault == "full-width-image")) or textless:
            edit = Edit(mark.start(), mark.end(), "!")
            yield BrokenLink(fault, mark.start(), link.end, (edit,), link.destination, picture or textless)


def _begins_line(view: str, at: int) -> bool:
    """Whether only blanks and block markup stand before ``at`` on its line."""
    while at and view[at - 1] in " \t":
        at -= 1
    return not at or view[at - 1] in "\r\n" + marks.BLOCK
