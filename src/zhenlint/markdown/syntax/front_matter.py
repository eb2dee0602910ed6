"""Front matter: a YAML (``---``), TOML (``+++``) or JSON block that begins the file.

It is cut off before parsing, so that Markdown never sees it.  The values of ``title``,
``description`` and ``summary`` are prose: scalars on one line, and YAML's block scalars.

Where something was put above YAML, no generator takes it for front matter any more, but it is still no
prose.  It is known by its form: keys and items without empty lines between two lines ``---``, above
everything that may enclose an example of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple

_END = r"(?:\r\n?+|\n)"
"""A line end, taken whole: each one that may also be read as two doubles the time of a search that fails."""

_YAML = lazy_pattern(rf"---[ \t]*{_END}(?:[^\r\n]*{_END})*?(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)")
_TOML = lazy_pattern(rf"\+\+\+[ \t]*{_END}(?:[^\r\n]*{_END})*?\+\+\+[ \t]*(?=\r|\n|\Z)")
_JSON = lazy_pattern(rf"\{{[ \t]*{_END}(?:[^\r\n]*{_END})*?\}}[ \t]*(?=\r|\n|\Z)")
_NAME = r"[A-Za-z_][\w.\\-]*[ \t]*:"
_BELOW = lazy_pattern(
    rf"^---[ \t]*{_END}(?P<inside>{_NAME}(?:[ \t][^\r\n]*)?{_END}"
    rf"(?:(?:{_NAME}(?=[ \t\r\n])|[ \t]+(?=[^\s])|-[ \t])[^\r\n]*{_END})*"
    rf"(?:[ \t]*{_END})?---[ \t]*)(?=\r|\n|\Z)",
    re.MULTILINE,
)
"""The opening line stays to Markdown: below a paragraph it makes a heading of it."""

_OPENING = lazy_pattern(r"^[ \t>*+-]*(?:```|~~~)|<(?:!--|[a-zA-Z])|\$\$|%%", re.MULTILINE)

_KEY = r"(?:title|description|summary)"
_ONE_LINE = lazy_pattern(
    rf"""\n(?:{_KEY}[ \t]*[:=]|[ \t]*"{_KEY}"[ \t]*:)[ \t]*(?:"([^"\\\n]+)"|'([^'\n]+)'|"""
    r"""([^\s"'\[{|>&*!%@`#,](?:[^\s#,]++|[^\S\n]|,)*?))[ \t]*,?[ \t]*(?:#[^\n]*)?$""",
    re.MULTILINE,
)
"""Behind a line end, which is searched for in 0.3 × the time that the beginning of a line takes.

A value ends where a word does: to look for its end behind each character took thrice the time.
"""

_BLOCK_SCALAR = lazy_pattern(rf"^{_KEY}:[ \t]*[|>][-+\d]*[ \t]*\n((?:(?:[ \t]+[^\n]*)?\n)+)", re.MULTILINE)
_LINE = lazy_pattern(r"[^\s\n](?:[^\n]*[^\s\n])?")


class FrontMatter(NamedTuple):
    """Front matter is ``text[start:end]``; ``prose`` are the spans of its values that people read.

    It begins the text, unless something was put above it.
    """

    start: int
    end: int
    prose: tuple[tuple[int, int], ...]


def find_front_matter(text: str) -> FrontMatter | None:
    """The front matter of a text, or None."""
    for pattern in (_YAML, _TOML, _JSON):
        match = pattern.match(text)
        if match and (pattern is not _JSON or '"' in match[0]):
            return _front_matter(text, match.start(), match.end())
    # Asked first, since it takes 0.1 × the time: what is searched for at line beginnings is slow.
    may_be_below = text.startswith("---") or "\n---" in text or "\r---" in text
    below = _BELOW.search(text) if may_be_below else None
    if below is None or _OPENING.search(text, 0, below.start()):
        return None
    return _front_matter(text, below.start("inside"), below.end())


def _front_matter(text: str, start: int, end: int) -> FrontMatter:
    return FrontMatter(start, end, tuple(sorted(_prose(text[:end].replace("\r", "\n"), start))))


def _prose(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Spans of the values that are prose, a span a line."""
    for value in _ONE_LINE.finditer(text, max(0, start - 1)):
        yield value.span(value.lastindex or 0)
    for block in _BLOCK_SCALAR.finditer(text, start):
        for line in _LINE.finditer(text, *block.span(1)):
            yield line.span()
