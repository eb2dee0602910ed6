"""The state of markdown-it-py's inline parser without tokens for text and for delimiters.

Text costs nothing: it is what lies between the tokens, each of which tells which part of the content it came
from.  A delimiter becomes a token only if it pairs.
"""

from __future__ import annotations

from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from zhenlint.markdown.light_token import LightToken
from zhenlint.named_tuple import NamedTuple


class DelimiterRun(NamedTuple):
    """A run of marks in ``content[start:stop]`` that may open or close emphasis and the like.

    ``size`` is how many marks make one delimiter: two of ``~~`` and ``==``, else one.
    """

    mark: str
    start: int
    stop: int
    size: int
    opens: bool
    closes: bool


class SpanDelimiter:
    """One delimiter of a run.

    ``start`` is its offset in the content, ``run`` the length of the run that it is of (0 where CommonMark's
    rule of three does not hold), ``partner`` the index of the delimiter that closes it, -1 if none does.
    """

    __slots__ = ("closes", "mark", "opens", "partner", "run", "start")

    def __init__(self, mark: str, start: int, run: int, opens: bool, closes: bool) -> None:
        self.mark = mark
        self.start = start
        self.run = run
        self.opens = opens
        self.closes = closes
        self.partner = -1


class SpanStateInline(StateInline):
    """An inline state that keeps delimiters by their place and no text."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        # Not the base's: it sets as much again for the text and the delimiters that are not kept.
        self.src, self.md, self.env, self.tokens = src, md, env, tokens
        self.pos, self.posMax = 0, len(src)
        self.level = self.linkLevel = 0
        self.cache: dict[int, int] = {}
        self.backticks: dict[int, int] = {}
        self.backticksScanned = False
        self._html_terminators: dict[str, int] | None = None
        self.runs: list[DelimiterRun] = []
        self.all_runs = [self.runs]
        self.last_closers: dict[str, int] = {}
        self.label_end = 0
        self._outer_runs: list[list[DelimiterRun]] = []
        # No link, image or footnote begins behind it.
        self.last_bracket = src.rfind("]")

    def append_pending(self, text: str) -> None:
        """Do nothing: text is what lies between the tokens."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = LightToken(ttype, tag, nesting)
        if nesting < 0:
            self.level -= 1
            self.runs = self._outer_runs.pop()
        elif nesting > 0:  # delimiters inside a link pair with one another only
            self.level += 1
            self._outer_runs.append(self.runs)
            self.runs = []
            self.all_runs.append(self.runs)
        self.tokens.append(token)
        return token
