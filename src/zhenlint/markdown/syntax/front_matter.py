"""Front matter: a YAML (``---``), TOML (``+++``) or JSON block that begins the file.

It is cut off before parsing, so that Markdown never sees it.  The values of ``title``,
``description`` and ``summary`` are prose: scalars on one line, and YAML's block scalars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple

_YAML = lazy_pattern(r"---[ \t]*(?:\r\n?|\n)(?:[^\r\n]*(?:\r\n?|\n))*?(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)")
_TOML = lazy_pattern(r"\+\+\+[ \t]*(?:\r\n?|\n)(?:[^\r\n]*(?:\r\n?|\n))*?\+\+\+[ \t]*(?=\r|\n|\Z)")
_JSON = lazy_pattern(r"\{[ \t]*(?:\r\n?|\n)(?:[^\r\n]*(?:\r\n?|\n))*?\}[ \t]*(?=\r|\n|\Z)")
_KEY = r"(?:title|description|summary)"
_ONE_LINE = lazy_pattern(
    rf"""^(?:{_KEY}[ \t]*[:=]|[ \t]*"{_KEY}"[ \t]*:)[ \t]*(?:"([^"\\\n]+)"|'([^'\n]+)'|"""
    r"""([^\s"'\[{|>&*!%@`#,][^\n#]*?))[ \t]*,?[ \t]*(?:#[^\n]*)?$""",
    re.MULTILINE,
)
_BLOCK_SCALAR = lazy_pattern(rf"^{_KEY}:[ \t]*[|>][-+\d]*[ \t]*\n((?:(?:[ \t]+[^\n]*)?\n)+)", re.MULTILINE)
_LINE = lazy_pattern(r"[^\s\n](?:[^\n]*[^\s\n])?")


class FrontMatter(NamedTuple):
    """Front matter is ``text[:end]``; ``prose`` are the spans of its values that people read."""

    end: int
    prose: tuple[tuple[int, int], ...]


def find_front_matter(text: str) -> FrontMatter | None:
    """The front matter of a text, or None."""
    for pattern in (_YAML, _TOML, _JSON):
        match = pattern.match(text)
        if match and (pattern is not _JSON or '"' in match[0]):
            return FrontMatter(match.end(), tuple(sorted(_prose(text.replace("\r", "\n"), match.end()))))
    return None


def _prose(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the values that are prose, a span a line."""
    for value in _ONE_LINE.finditer(text, 0, end):
        yield value.span(value.lastindex or 0)
    for block in _BLOCK_SCALAR.finditer(text, 0, end):
        for line in _LINE.finditer(text, *block.span(1)):
            yield line.span()
