"""Front matter: a YAML (``---``), TOML (``+++``) or JSON block that begins the file.

It is cut off before parsing, so that Markdown never sees it.  The values of ``title``,
``description`` and ``summary`` are prose where they are plain one-line scalars.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from zhenlint.lazy_pattern import lazy_pattern

_YAML = lazy_pattern(r"---[ \t]*(?:\r\n?|\n)(?:[^\r\n]*(?:\r\n?|\n))*?(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)")
_TOML = lazy_pattern(r"\+\+\+[ \t]*(?:\r\n?|\n)(?:[^\r\n]*(?:\r\n?|\n))*?\+\+\+[ \t]*(?=\r|\n|\Z)")
_JSON = lazy_pattern(r"\{[ \t]*(?:\r\n?|\n)(?:[^\r\n]*(?:\r\n?|\n))*?\}[ \t]*(?=\r|\n|\Z)")
_PROSE_VALUE = lazy_pattern(
    r"""^(?:title|description|summary)[ \t]*[:=][ \t]*(?:"([^"\\\r\n]+)"|'([^'\r\n]+)'|"""
    r"""([^\s"'\[{|>&*!%@`#][^\r\n#]*?))[ \t]*(?:\#[^\r\n]*)?$""",
    re.MULTILINE,
)


class FrontMatter(NamedTuple):
    """Front matter is ``text[:end]``; ``prose`` are the spans of its values that people read."""

    end: int
    prose: tuple[tuple[int, int], ...]


def find_front_matter(text: str) -> FrontMatter | None:
    """The front matter of a text, or None."""
    for pattern in (_YAML, _TOML, _JSON):
        match = pattern.match(text)
        if match and (pattern is not _JSON or '"' in match[0]):
            values = _PROSE_VALUE.finditer(text.replace("\r", "\n"), 0, match.end())
            return FrontMatter(match.end(), tuple(value.span(value.lastindex or 0) for value in values))
    return None
