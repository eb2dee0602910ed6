"""Whether the space beside a full-width mark may go: shared by the rules that take it away.

The space stays where taking it away would change how the document renders or reads: after closing
emphasis (``**注意：** 后文`` would stop being bold), between a URL and the mark (the mark would
become part of the link), beside an operator that stands free (``（甲） + （乙）``), and before an
image, a tag, a mention, an attribute, a bullet, a stray delimiter or an emoticon.  Before a closing HTML
tag (``<b>注意： </b>``) it may go.
"""

from __future__ import annotations

from zhenlint.characters import BLANK, FULLWIDTH, OTHER_LETTER
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM, BLOCK, CLOSE, OPEN

_LINE_END = "\r\n"
_DELIMITERS = "*_~`"
"""Delimiters that stand in the text as they are: a space more or less could make markup of them."""

_OPERATOR = r"(?:[-+*/=<>~|&→←↔⇒⇔×÷≈≠≤≥—–]|->|=>|--|==|\|\||&&)"
_STAYS_APART = lazy_pattern(
    rf"[#@{{]|!\[|(?i:<(?:img|br|su[bp])\b|www\.)|{_OPERATOR} |[A-Za-z0-9._%+-]+@"
    r"|[´ˊˋ˘￣⊙╯°•๑ﾟ・｀゜Дд╥⌒∇≧]"
)
_AFTER_OPERATOR = lazy_pattern(rf" {_OPERATOR}\Z")


_GAP = lazy_pattern(
    rf" (?: ?[{FULLWIDTH})\]”\"]|(?<=[{FULLWIDTH}(\[“\"] )|(?<={OTHER_LETTER} )(?= ?{OTHER_LETTER}))"
)


def gaps(document: Document) -> list[int]:
    """Where spaces begin that may be between Han or beside full-width marks, brackets or quotation marks.

    One scan for the three rules that ask: three take thrice the time.
    """
    return document.shared(_gaps)


def _gaps(document: Document) -> list[int]:
    return [found.start() for found in document.matches(_GAP)]


def may_join_before(document: Document, at: int) -> bool:
    """Whether a full-width mark may stand directly after what ends at ``at``."""
    if at == 0:
        return False
    last = document.prose[at - 1]
    if last == ATOM:
        return document.text[at - 1] in "`$)>]}" and at not in document.shared(url_ends)
    if _AFTER_OPERATOR.search(document.prose, max(0, at - 3), at):
        return False
    if last in _DELIMITERS and document.is_literal(at - 1, at):
        return False
    return last not in BLANK + BLOCK + OPEN + _LINE_END


def may_join_after(document: Document, at: int) -> bool:
    """Whether what begins at ``at`` may stand directly after a full-width mark."""
    prose = document.prose
    if at >= len(prose) or prose[at] in BLANK + BLOCK + _LINE_END + _DELIMITERS:
        return False
    if prose[at] == CLOSE and not document.text.startswith("</", at):
        return False
    return not _STAYS_APART.match(document.text, at)


def url_ends(document: Document) -> frozenset[int]:
    """Where bare URLs end."""
    return frozenset(item.end for item in document.constructs_of("bare_url"))
