"""The pieces of a document's blocks, and the constructs in it that are not plain prose."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from operator import itemgetter

from zhenlint.named_tuple import NamedTuple


class Kind(StrEnum):
    """What a piece of a block's source is."""

    TEXT = "text"
    ESCAPE = "escape"
    ENTITY = "entity"
    BREAK = "break"
    OPEN = "open"
    CLOSE = "close"
    CODE_SPAN = "code_span"
    MATH = "math"
    HTML = "html"
    ATTRIBUTE = "attribute"
    QUIET = "quiet"
    AUTOLINK = "autolink"
    IMAGE = "image"
    OTHER = "other"


class Piece(NamedTuple):
    """``text[start:end]`` of the source, and the characters a reader sees of it.

    ``HTML`` is (part of) a tag that shows something itself, such as ``<br>``; ``ATTRIBUTE`` the
    value of its ``alt`` or ``title``; ``QUIET`` text inside an element such as ``<kbd>`` whose
    content is not prose; ``OTHER`` what Markdown's dialects add: footnote marks, wikilink targets,
    template tags, attribute lists.
    """

    kind: Kind
    content: str
    start: int
    end: int


as_piece: Callable[[tuple[Kind, str, int, int]], Piece] = partial(tuple.__new__, Piece)
"""``Piece(*values)`` in half the time: many thousands are made for a document."""


class Construct(NamedTuple):
    """A construct that is not plain prose, with its extent in the text.

    ``kind`` of blocks: ``front_matter``, ``fenced_code``, ``indented_code``, ``html_block``,
    ``math_block``, ``comment``, ``template``, ``container_fence``, ``container_block``, ``mdx``,
    ``definition`` (of a reference), ``footnote_definition`` (with the footnote's blocks) and ``lost``
    (a block whose place was not found; it is left alone).
    ``kind`` in a line: ``code_span``, ``math_inline``, ``html_inline``, ``link``, ``image``,
    ``autolink``, ``bare_url``, ``wikilink``, ``embed``, ``footnote_reference``, ``footnote``,
    ``comment``, ``template``, ``attributes``, ``role``, ``callout``, ``mdx``, ``tag``, ``block_id``.

    ``inner_start`` and ``inner_end`` bound a link's text or an image's alternative text.
    ``destination`` is where a link leads, a footnote's label, a wikilink's target or the id in an
    attribute list.
    """

    kind: str
    start: int
    end: int
    inner_start: int
    inner_end: int
    destination: str = ""


as_construct: Callable[[tuple[str, int, int, int, int, str]], Construct] = partial(tuple.__new__, Construct)
"""``Construct(*values)`` in half the time."""

BY_PLACE = itemgetter(Construct._fields.index("start"), Construct._fields.index("end"))
"""The key by which constructs are sorted."""
