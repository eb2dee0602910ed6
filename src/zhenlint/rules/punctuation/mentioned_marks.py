"""Whether a line speaks of punctuation marks or of character widths, so that it has to show them."""

from __future__ import annotations

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document

_TOPIC = lazy_pattern(
    r"标点|[逗句顿分冒叹问点省略引]号|感叹号|半角|全角|全形|宽字符|[Ff]ull-?width|[Hh]alf-?width|[Pp]unctuation"
)


def speaks_of_marks(document: Document, at: int) -> bool:
    """Whether the line at an offset has punctuation or character widths for its subject."""
    text = document.text
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return bool(_TOPIC.search(text, start, end if end >= 0 else len(text)))
