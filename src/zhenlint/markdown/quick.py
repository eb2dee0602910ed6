"""Inline constructs that one pattern reads: code, strong emphasis, addresses, links without syntax inside.

Nearly all are like that.  They need no state and no rule of markdown-it-py's: a content is read so from its
front on, and by the rules from the first other construct on (parsing takes 0.85 × the time).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from typing import Final

from markdown_it.common.normalize_url import validateLink
from markdown_it.token import Token

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.blocks import SPECIAL
from zhenlint.markdown.delimiters import flanks
from zhenlint.markdown.light_token import CodeToken, DelimiterToken, LightToken

STARTS: Final = {
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "highlight": "=",
    "link": "[",
    "image": "!",
    "wikilink": "[!",
    "callout": "[",
    "footnote_inline": "^",
    "footnote_ref": "[",
    "autolink": "<",
    "bare_tag": "<",
    "html_inline": "<",
    "mdx_inline": "<{",
    "entity": "&",
    "math_inline": "$",
    "math_bracket": "\\",
    "comment_inline": "%",
    "attributes": "{",
    "template": "{",
}
"""The characters with which each inline rule begins, but for those of text and line ends."""

CLOSER: Final = lazy_pattern(r"[\]>};\\]|[`$%*_~=](?<!``|\$\$|%%|\*\*|__|~~|==)")
"""What can end a construct behind the character that begins it: nothing is closed by more of the same."""

TEXT: Final = r"[^\]\\`~*_=\[!^<&$%{]"
"""A character with which nothing begins, and no label ends."""

DESTINATION: Final = r"([^\x00-\x20\x7f()<\\&]*)"
ADDRESS: Final = (
    r"(https?://[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,9}(?::[0-9]{1,5})?"
    r"(?:/[A-Za-z0-9\-._~/?#=&+:@!$,;()*']*)?)"
)
"""An address that is shown as it is written: nothing to decode but the name of a host (``xn--``)."""

_HARMLESS = frozenset("#./0123456789ABCEGHIKLMNOPQRSTUWXYZabceghiklmnopqrstuwxyz")
"""Characters with which no destination begins that markdown-it-py takes for dangerous."""

CODE = lazy_pattern(r"`([^`]+)`(?!`)")
_STRONG = lazy_pattern(rf"\*\*{TEXT}++\*\*(?!\*)")
_LINK = lazy_pattern(rf"!?\[({TEXT}*+)\]\({DESTINATION}\)")
_AUTOLINK = lazy_pattern(rf"<{ADDRESS}>")

Reader = Callable[[str, int, int, list[Token]], int]
"""Adds the tokens of a construct that begins at ``src[start]`` and ends before ``end``.

Returns where it ends; 0 if there is none, or none that is as simple.
"""


def _read_code(src: str, start: int, end: int, tokens: list[Token]) -> int:
    found = CODE.match(src, start, end)
    if found is None:
        return 0
    content, stop = found[1].replace("\n", " "), found.end()
    if content[0] == content[-1] == " " and content.strip(" "):
        content = content[1:-1]
    tokens.append(CodeToken(content, start, stop))
    return stop


def _read_strong(src: str, start: int, end: int, tokens: list[Token]) -> int:
    """A pair of ``**`` with nothing between that could pair, too, and no delimiter open before it."""
    found = _STRONG.match(src, start, end)
    if found is None:
        return 0
    stop = found.end()
    if not is_strong(src, start, stop, end):
        return 0
    tokens.append(DelimiterToken("strong_open", 1, start, start + 2))
    tokens.append(DelimiterToken("strong_close", -1, stop - 2, stop))
    return stop


def is_strong(src: str, start: int, stop: int, end: int) -> bool:
    """Whether the ``**`` at the ends of ``src[start:stop]``, a part of ``src[:end]``, open and close."""
    first, last = src[start + 2], src[stop - 3]  # beside letters and digits they do
    return (first.isalnum() or flanks(src[start - 1] if start else " ", first, "*")[0]) and (
        last.isalnum() or flanks(last, src[stop] if stop < end else " ", "*")[1]
    )


def may_lead(destination: str) -> bool:
    """What markdown-it-py's ``validateLink`` tells, in 0.1 × the time."""
    return destination[:1] in _HARMLESS or validateLink(destination)


def _read_link(src: str, start: int, end: int, tokens: list[Token]) -> int:
    found = _LINK.match(src, start, end)
    if found is None or not may_lead(found[2]):
        return 0
    opening, closing = LightToken("link_open", "a", 1), LightToken("link_close", "a", -1)
    opening.attrs["href"] = found[2]
    opening.start, opening.end = start, start + 1
    closing.start, closing.end = found.end(1), found.end()
    tokens += (opening, closing)
    return found.end()


def _read_image(src: str, start: int, end: int, tokens: list[Token]) -> int:
    found = _LINK.match(src, start, end)
    if found is None or not may_lead(found[2]):
        return 0
    token = LightToken("image", "img", 0, found[1])
    token.attrs.update(src=found[2], alt="")
    token.start, token.end = start, found.end()
    tokens.append(token)
    return found.end()


def _read_autolink(src: str, start: int, end: int, tokens: list[Token]) -> int:
    """An address in angle brackets; markdown-it-py takes it apart and puts it together (0.1 ms)."""
    found = _AUTOLINK.match(src, start, end)
    if found is None or "xn--" in found[1].lower():
        return 0
    opening, shown = LightToken("link_open", "a", 1), LightToken("text", "", 0, found[1])
    closing = LightToken("link_close", "a", -1)
    opening.attrs["href"] = found[1]
    opening.markup = closing.markup = "autolink"
    opening.info = closing.info = "auto"
    opening.start, (shown.start, shown.end), closing.end = start, found.span(1), found.end()
    opening.end, closing.start = shown.start, shown.end
    tokens += (opening, shown, closing)
    return found.end()


READERS: Final[dict[str, tuple[str, Reader]]] = {
    "backticks": ("`", _read_code),
    "emphasis": ("*", _read_strong),
    "link": ("[", _read_link),
    "image": ("!", _read_image),
    "autolink": ("<", _read_autolink),
}
"""Name of the rule → the character with which what is read for it begins, and how it is read.

``**`` is read so only where no delimiter is open.
"""


def simple_tokens(content: str) -> list[Token]:
    """The tokens of a content in which nothing follows what is read by patterns but text."""
    tokens: list[Token] = []
    read_front(content, SPECIAL.search(content), tokens, _BY_CHARACTER)
    return tokens


def read_front(
    src: str,
    found: re.Match[str] | None,
    tokens: list[Token],
    readers: Mapping[str, Reader],
    end: int = sys.maxsize,
) -> int:
    """Read what is simple from the first place on where something begins; where the rest begins.

    What begins at ``end`` or behind it is not read.
    """
    while found:
        start = found.start()
        read = readers.get(src[start])
        stop = read(src, start, len(src), tokens) if read else 0
        if not stop:
            return start
        found = SPECIAL.search(src, stop, end)
    return len(src)


_BY_CHARACTER: Final = dict(READERS.values())
