"""Obsidian's tags and block ids in text: ``#tag``, ``#标签/子标签``, ``^block-id`` at a line's end.

A tag holds letters, digits, ``_``, ``-`` and ``/`` and at least one character that is no digit
(https://help.obsidian.md/tags).  It begins a line or follows a blank, an opening bracket or markup.
"""

from __future__ import annotations

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.marks import BLOCK, OPEN

# The sign stands first, since patterns that begin with a character are searched for in 0.1 × the time.
TAG = lazy_pattern(rf"#(?<![^\s(（\[【、，,{BLOCK}{OPEN}]#)[\w/\-]*[^\W\d_][\w/\-]*")
BLOCK_ID = lazy_pattern(r"\^(?<=[ \t]\^)[A-Za-z0-9\-]+(?=[ \t]*(?:\r|\n|\Z))")


def find_tags(prose: str) -> list[tuple[int, int]]:
    """Spans of the tags in a text."""
    return [match.span() for match in TAG.finditer(prose)] if "#" in prose else []


def find_block_ids(prose: str) -> list[tuple[int, int]]:
    """Spans of the block ids in a text."""
    return [match.span() for match in BLOCK_ID.finditer(prose)] if "^" in prose else []
