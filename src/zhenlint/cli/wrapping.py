"""Breaking paragraphs of mixed Chinese and English into lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.terminal import width

_OPENERS = "（《「『【〈“‘(["
_CLOSERS = "，。、：；！？）》」』】〉”’,.;:!?)]"
_UNIT = lazy_pattern(
    rf" +|[{re.escape(_OPENERS)}]*(?:`[^`]*`|[^\s\u2e80-\uffef`]+|\S)[{re.escape(_CLOSERS)}]*"
)
"""What a line is broken between: blanks, Latin words, code spans, single Han with their punctuation."""

_HAN_LINE_END = lazy_pattern("(?<=[\u2e80-\uffef])\n(?=[\u2e80-\uffef])")


def wrap(text: str, cells: int) -> Iterator[str]:
    """A paragraph as lines of at most ``cells`` cells; Han may be broken anywhere but before a closer."""
    line = blank = ""
    for unit in _UNIT.findall(_HAN_LINE_END.sub("", text).replace("\n", " ")):
        if unit.isspace():
            blank = " "
        elif line and width(line + blank + unit) > cells:
            yield line
            line, blank = unit, ""
        else:
            line, blank = (line + blank if line else "") + unit, ""
    if line:
        yield line
