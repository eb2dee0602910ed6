"""What a document says about silencing, as plain values; all offsets are code points of its text."""

from __future__ import annotations

from typing import Final

from zhenlint.diagnostic import Edit
from zhenlint.named_tuple import NamedTuple

DISABLE: Final = "disable"
ENABLE: Final = "enable"
NEXT_LINE: Final = "disable-next-line"
LINE: Final = "disable-line"
FILE: Final = "disable-file"
COMMANDS: Final = (DISABLE, ENABLE, NEXT_LINE, LINE, FILE)

COMMENT_TOKENS: Final = ("html_inline", "html_block", "mdx_inline", "mdx_block")
"""The types of tokens that go when a comment is taken out."""

ALL: Final = "ALL"
OWN: Final = "ZL"
"""The family of rules about the tool itself."""


class Selector(NamedTuple):
    """A code or prefix as written, where it stands, and the edit that takes it out of its comment."""

    text: str
    start: int
    end: int
    cut: Edit | None = None

    def covers(self, code: str) -> bool:
        """Whether the selector speaks of a rule."""
        return selects(self.text, code)


def selects(selector: str, code: str) -> bool:
    """Whether a selector speaks of a rule; the tool's own rules have to be named."""
    return not code.startswith(OWN) if selector == ALL else code.startswith(selector)


class Directive(NamedTuple):
    """A comment ``text[start:end]``.  It names ``selectors``, one of ``ALL`` where it names none.

    ``disable`` and ``enable`` hold from ``first`` on, the others on ``text[first:last]``.  ``whole`` is the
    edit that takes the comment out, with its line if nothing else stands on it.
    """

    command: str
    start: int
    end: int
    selectors: tuple[Selector, ...]
    first: int
    last: int
    whole: Edit


class Fault(NamedTuple):
    """A word ``text[start:end]`` that means nothing, and what could stand there.

    ``kind`` is ``command``, ``key``, ``list`` or ``value``; ``edit`` takes it out, None in front matter.
    """

    kind: str
    text: str
    start: int
    end: int
    known: tuple[str, ...]
    edit: Edit | None = None


class Silencing(NamedTuple):
    """All that a document says: its comments in order, and its front matter.

    ``off`` is ``zhenlint: false``.  ``words`` are accepted, lower-case.
    """

    directives: tuple[Directive, ...] = ()
    faults: tuple[Fault, ...] = ()
    off: bool = False
    ignored: tuple[Selector, ...] = ()
    words: tuple[str, ...] = ()
