"""A parsed file: one text, one prose view of the same length, and what stands where.

A rule matches patterns on :attr:`Document.prose`.  Prose characters stand there as they are in the
text; everything else is one of the marks of :mod:`zhenlint.markdown.marks`; line ends stay.  So an
offset in the prose is an offset in the text, and nothing has to be mapped back.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import unquote

from zhenlint.markdown import marks
from zhenlint.markdown.blocks import Block
from zhenlint.markdown.link_parts import LinkParts, link_parts
from zhenlint.markdown.pieces import BY_PLACE, Construct
from zhenlint.markdown.slug import slugs
from zhenlint.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

T = TypeVar("T")

_WORTH_PASSING_OVER = 200
"""A pattern looks at so many characters in the time that it takes to begin anew behind them."""

_START: Callable[[Block], int] = itemgetter(Block._fields.index("start"))
_LINK_KINDS = ("link", "image", "autolink", "bare_url", "wikilink", "embed")
_WITH_PROSE = frozenset(("front_matter", "html_block"))
_WITH_INNER_TEXT = frozenset(("link", "image", "wikilink", "footnote", "footnote_definition"))


class Document:
    """A source, parsed.  All offsets are code points of ``text``, the source's; nothing in it changes."""

    def __init__(
        self,
        source: Source,
        prose: str,
        blocks: tuple[Block, ...],
        constructs: tuple[Construct, ...],
        tokens: list[Token],
    ) -> None:
        self.source = source
        self.text = source.text
        self.prose = prose
        self.blocks = blocks
        self.constructs = constructs
        self.tokens = tokens
        self._shared: dict[Callable[[Document], Any], Any] = {}

    @classmethod
    def parse(cls, source: Source) -> Document:
        """Parse a source.  Any text is a Markdown document, so this does not fail.

        The parser is imported here: a run in which nothing has changed does without, which saves it 35 ms.
        """
        from zhenlint.markdown.builder import build

        return cls(source, *build(source))

    def matches(self, pattern: re.Pattern[str], at: int = 0) -> Iterator[re.Match[str]]:
        """The matches of a pattern in the prose from ``at`` on, blocks of code passed over.

        They are a third of a manual.  For patterns that match no line of nothing but ``marks.BLOCK``, nor
        pass over one.
        """
        return chain.from_iterable(
            pattern.finditer(self.prose, max(at, start), end) for start, end in self.stretches if end > at
        )

    @cached_property
    def stretches(self) -> list[tuple[int, int]]:
        """The prose without the longer blocks of code, but for their first and last characters."""
        found, at = [], 0
        for block in self.constructs_of("fenced_code", "indented_code"):
            if block.end - block.start > _WORTH_PASSING_OVER:
                found.append((at, block.start + 1))
                at = block.end - 1
        return [*found, (at, len(self.prose))]

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        """The blocks that are headings."""
        return tuple([block for block in self.blocks if block[0] == "heading"])  # 0.6 × the time of a name

    @cached_property
    def heading_texts(self) -> tuple[str, ...]:
        """What a reader sees of the headings, in their order."""
        return tuple(block.reading.strip() for block in self.headings)

    @cached_property
    def heading_slugs(self) -> tuple[str, ...]:
        """The fragment identifiers that GitHub gives the headings, in their order."""
        return tuple(slugs(self.heading_texts))

    def constructs_of(self, *kinds: str) -> list[Construct]:
        """The constructs of some kinds, in order of their start; found without a look at all others."""
        found = [item for kind in kinds for item in self._by_kind.get(kind, ())]
        if len(kinds) > 1:
            found.sort(key=BY_PLACE)
        return found

    @cached_property
    def _by_kind(self) -> dict[str, list[Construct]]:
        found: defaultdict[str, list[Construct]] = defaultdict(list)
        for item in self.constructs:
            found[item.kind].append(item)
        return found

    @cached_property
    def links(self) -> tuple[Construct, ...]:
        """Links, images, autolinks, bare URLs, wikilinks and embeds, in order of their start."""
        return tuple(self.constructs_of(*_LINK_KINDS))

    @cached_property
    def linked_headings(self) -> frozenset[str]:
        """The slugs of headings to which links of this document lead."""
        fragments = [link.destination[1:] for link in self.links if link.destination.startswith("#")]
        if not fragments:
            return frozenset()
        return frozenset(map(unquote, fragments)).intersection(self.heading_slugs)

    @cached_property
    def definitions(self) -> tuple[Construct, ...]:
        """The definitions of references and footnotes, in order of their start."""
        return tuple(self.constructs_of("definition", "footnote_definition"))

    def link_parts(self, link: Construct) -> LinkParts:
        """Where the destination, title and label of a link or definition stand."""
        return link_parts(self.text, link)

    def has_in_code(self, word: str) -> bool:
        """Whether a lower-case Latin word stands in code, HTML, math, URLs and link destinations.

        Fragments of this document are no source of words: they are made of its headings.
        """
        sought = word.encode()
        if _has_word(self._code, sought):
            return True
        return any(
            _has_word(code, sought) and not _has_word(prose, sought) for code, prose in self._code_with_prose
        )

    @cached_property
    def ascii_prose(self) -> bytes:
        """The prose with a byte for each code point, ``?`` for what is not ASCII."""
        return self.prose.encode("ascii", "replace")

    @cached_property
    def lower_text(self) -> bytes:
        """The text with a byte for each code point, ASCII letters in lower case, ``?`` for what is not ASCII.

        Words are sought in it: to make it takes a third of what ``str.lower`` does.
        """
        return _lower(self.text)

    @cached_property
    def _code(self) -> bytes:
        """All that holds code and no prose, in lower case."""
        text = self.text
        return _lower("\n".join([text[start:end] for start, end in self._code_spans(with_prose=False)]))

    @cached_property
    def _code_with_prose(self) -> list[tuple[bytes, bytes]]:
        """What holds code and prose, and its prose, in lower case."""
        return [
            (_lower(self.text[start:end]), self.ascii_prose[start:end].lower())
            for start, end in self._code_spans(with_prose=True)
        ]

    def _code_spans(self, *, with_prose: bool) -> list[tuple[int, int]]:
        """Where the code of the constructs stands that are a source of such words."""
        return [
            (item.inner_end if kind in _WITH_INNER_TEXT else item.start, item.end)
            for kind, items in self._by_kind.items()
            if (kind in _WITH_PROSE) == with_prose
            for item in items
            if not item.destination.startswith("#")
        ]

    @cached_property
    def block_starts(self) -> list[int]:
        """Where the blocks begin, in order."""
        return list(map(_START, self.blocks))

    def block_at(self, offset: int) -> Block | None:
        """The block whose extent holds an offset, or None outside prose."""
        index = bisect_right(self.block_starts, offset) - 1
        if index >= 0 and offset < self.blocks[index].end:
            return self.blocks[index]
        return None

    def blocks_within(self, item: Construct) -> tuple[Block, ...]:
        """The blocks that begin inside a construct."""
        starts = self.block_starts
        return self.blocks[bisect_left(starts, item.start) : bisect_left(starts, item.end)]

    def is_literal(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` is prose that stands in the source as it reads.

        Only such stretches may be edited: not marks, not entities, not what a backslash escapes.
        """
        escaped = start > 0 and self.prose[start - 1] == marks.OPEN and self.text[start - 1] == "\\"
        return self.prose[start:end] == self.text[start:end] and not (escaped and end > start)

    def shared(self, function: Callable[[Document], T]) -> T:
        """``function(self)``, computed once for all the rules that ask."""
        if function not in self._shared:
            self._shared[function] = function(self)
        value: T = self._shared[function]
        return value


def word_places(text: bytes, word: bytes) -> Iterator[int]:
    """Where a word stands in a text, both lower-case, with no ASCII letter beside it."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (_is_letter(text[start - 1 : start]) or _is_letter(text[end : end + 1])):
            yield start
        start = text.find(word, start + 1)


def _has_word(text: bytes, word: bytes) -> bool:
    return next(word_places(text, word), None) is not None


def _is_letter(char: bytes) -> bool:
    return b"a" <= char <= b"z"


def _lower(text: str) -> bytes:
    return text.encode("ascii", "replace").lower()
