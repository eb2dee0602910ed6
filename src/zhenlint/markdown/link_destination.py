"""Link destinations (CommonMark 0.31.2, section 6.3), read by patterns instead of character by character."""

from __future__ import annotations

from markdown_it.common.utils import unescapeAll

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple

_DEEPEST = 32
"""How deep parentheses may be nested: markdown-it's own limit."""

_ANGLED = lazy_pattern(r"<((?:[^<>\n\\]|\\[\s\S])*+)>")
_PLAIN = r"[^\x00-\x20\x7f\\()]*+"
_TOO_DEEP = lazy_pattern(rf"(?:{_PLAIN}\(){{{_DEEPEST + 1}}}")
_PART = lazy_pattern(r"[^\x00-\x20\x7f\\()]+|\\(?! )[\s\S]|\\\Z|[()]")


class Destination(NamedTuple):
    """What markdown-it-py's link rules ask for."""

    ok: bool
    pos: int
    str: str


_NONE = Destination(False, 0, "")


def parse_link_destination(text: str, start: int, end: int) -> Destination:
    """The destination that begins at ``start``, as ``markdown_it.helpers.parseLinkDestination``.

    Many that are never closed (``[a](b[a](b``) each fail at one match and take 0.25 × the time; ordinary
    ones take as long as before.
    """
    if text.startswith("<", start):
        angled = _ANGLED.match(text, start, end)
        return Destination(True, angled.end(), unescapeAll(angled[1])) if angled else _NONE
    if _TOO_DEEP.match(text, start, end):
        return _NONE
    depth, at = 0, start
    while part := _PART.match(text, at, end):
        if part[0] == "(":
            depth += 1
            if depth > _DEEPEST:
                return _NONE
        elif part[0] == ")":
            if not depth:
                break
            depth -= 1
        at = part.end()
    if at == start or depth:
        return _NONE
    return Destination(True, at, unescapeAll(text[start:at]))
