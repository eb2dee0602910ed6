"""The Markdown of rule pages, set for reading on a terminal: headings, paragraphs, lists, tables, fences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from zhenlint.cli.table import table
from zhenlint.cli.wrapping import wrap
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.terminal import Paint

_FENCE = lazy_pattern(r"^```[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ITEM = lazy_pattern(r"^- (.+(?:\n +.+)*)", re.MULTILINE)
_CODE = lazy_pattern(r"`[^`]+`")
_STRONG = lazy_pattern(r"\*\*(.+?)\*\*")
_CELL = lazy_pattern(r"\s*\|\s*")


def render(text: str, cells: int, paint: Paint) -> str:
    """A page as lines of at most ``cells`` cells; tables and examples keep their own width."""
    parts: list[str] = []
    at = 0
    for fence in _FENCE.finditer(text):
        parts += _prose(text[at : fence.start()], cells, paint)
        parts.append("\n".join("    " + _example(line, paint) for line in fence[1].splitlines()))
        at = fence.end()
    parts += _prose(text[at:], cells, paint)
    return "\n\n".join(parts) + "\n"


def _prose(text: str, cells: int, paint: Paint) -> Iterator[str]:
    """The blocks between fences."""
    for filled, lines in groupby(text.split("\n"), key=lambda line: bool(line.strip())):
        block = "\n".join(lines)
        if not filled:
            continue
        if block.startswith("#"):
            yield paint("bold", block.lstrip("# "))
        elif block.startswith("|"):
            yield _table(block, paint)
        elif block.startswith("- "):
            items = [re.sub(r"\n +", "\n", item) for item in _ITEM.findall(block)]
            yield "\n".join(_hanging(item, cells, paint) for item in items)
        else:
            yield _inline("\n".join(wrap(block, cells)), paint)


def _hanging(item: str, cells: int, paint: Paint) -> str:
    return "- " + _inline("\n  ".join(wrap(item, cells - 2)), paint)


def _inline(text: str, paint: Paint) -> str:
    """Code spans and strong text in colour; without colour they keep their marks."""
    if not paint.on:
        return text
    strong = _STRONG.sub(lambda match: paint("bold", match[1]), text)
    return _CODE.sub(lambda match: paint("code", match[0]), strong)


def _table(block: str, paint: Paint) -> str:
    rows = [_CELL.split(line.strip().strip("|").strip()) for line in block.split("\n")]
    return table(rows[0], [[_inline(cell, paint) for cell in row] for row in rows[2:]], paint).rstrip("\n")


def _example(line: str, paint: Paint) -> str:
    """One example: wrong → right, ``=`` right as it is, ``!`` reported without a fix."""
    wrong, arrow, right = line.partition(" → ")
    if arrow:
        return f"{paint('wrong', wrong)} → {paint('right', right)}"
    return paint({"=": "right", "!": "wrong"}.get(line[:1], "dim"), line)
