"""markdown-it-py's inline parser, noting on every token which part of the content it came from.

Every inline rule consumes ``src[pos:state.pos]`` and pushes tokens; the parser writes the consumed range on
them as ``start`` and ``end`` (offsets in the block's content).  A rule that knows the places of its tokens
gives them as ``token.meta["span"]``.  Text and line ends make no tokens: they are
what lies between.
"""

from __future__ import annotations

import re
from typing import Final, cast

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from zhenlint.markdown.delimiters import pair
from zhenlint.markdown.light_token import EscapeToken, LightToken
from zhenlint.markdown.quick import CLOSER, READERS, STARTS, read_front
from zhenlint.markdown.span_state import SpanStateInline

ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A backslash escape (CommonMark 0.31.2, section 2.4)."""


class SpanParserInline(ParserInline):
    """An inline parser that writes on every token where it comes from.

    It asks only the rules that can begin with the next character and steps over the text before it,
    where markdown-it-py asks every rule at every ASCII punctuation mark (8.4 MB of Chinese documentation
    parse in 0.88 × the time).
    """

    def __init__(self, rules: ParserInline) -> None:
        """Take over the rules of a configured parser."""
        super().__init__()
        self.ruler = rules.ruler
        by_name = zip(rules.ruler.get_active_rules(), rules.ruler.getRules(""), strict=True)
        self._rules: dict[str, list[RuleFuncInlineType]] = {}
        for name, rule in by_name:
            for char in STARTS.get(name, ""):
                self._rules.setdefault(char, []).append(rule)
        starts = re.escape("".join(self._rules))
        self._readers = dict(READERS[name] for name in rules.ruler.get_active_rules() if name in READERS)
        self.reads_autolinks = "<" in self._readers
        # Text and escapes; what a backslash makes of ")" and "]" may close a formula.
        self.is_escaped_text = re.compile(rf"(?:[^{starts}]++|\\[!-(*-/:-@\[\\^-`{{-~])*+").fullmatch
        self._find = re.compile(f"[{starts}]").search
        # The link rule looks for "]" while it skips over a label.
        self._find_in_label = re.compile(rf"[{starts}\]]").search

    def has_syntax(self, src: str) -> bool:
        """Whether there may be more than text and escapes: what opens something, and what closes it."""
        found = self._find(src)
        if found is None:
            return False
        start = found.start()
        if src[start] == "\\":
            return not self.is_escaped_text(src)
        return CLOSER.search(src, start + 1) is not None

    def children(self, src: str, md: MarkdownIt, env: EnvType) -> list[Token]:
        """The tokens of a content; none where it holds text and escapes only."""
        found = self._find(src)
        if found is None or (src[found.start()] == "\\" and self.is_escaped_text(src)):
            return []
        return self._read(src, found, md, env, [])

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        if self.is_escaped_text(src):
            tokens += [EscapeToken(escape[1], escape.start()) for escape in ESCAPE.finditer(src)]
            return tokens
        return self._read(src, self._find(src), md, env, tokens)

    def _read(
        self, src: str, found: re.Match[str] | None, md: MarkdownIt, env: EnvType, tokens: list[Token]
    ) -> list[Token]:
        """Add the tokens of a content in which something may begin at ``found``."""
        rest = read_front(src, found, tokens, self._readers)
        if rest < len(src) and (src[rest] == "\\" or CLOSER.search(src, rest + 1)):
            self._read_rest(src, rest, md, env, tokens)
        return tokens

    def read_from(self, src: str, rest: int, md: MarkdownIt, env: EnvType) -> list[Token]:
        """The tokens of a content of which nothing is simple that begins at ``rest``, but all before it."""
        tokens: list[Token] = []
        if found := self._find(src, 0, rest):
            read_front(src, found, tokens, self._readers, rest)
        self._read_rest(src, rest, md, env, tokens)
        return tokens

    def _read_rest(self, src: str, rest: int, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        state = SpanStateInline(src, md, env, tokens)
        state.pos = rest
        self.tokenize(state)
        pair(state)

    def tokenize(self, state: StateInline) -> None:
        state = cast(SpanStateInline, state)
        src, end, find, rules = state.src, state.posMax, self._find, self._rules
        tokens = cast("list[LightToken]", state.tokens)
        readers = self._readers.copy()
        deep = state.level >= state.md.options["maxNesting"]
        at = end if deep else state.pos
        while at < end and (found := find(src, at, end)):
            state.pos = start = found.start()
            known, char = len(tokens), src[start]
            read = readers.get(char)
            if read and (char != "*" or not state.runs):
                if stop := read(src, start, end, state.tokens):
                    at = stop
                    continue
                del readers[char]  # what comes is not simple either, or there may be no end of it
            for rule in () if char in "[!" and start > state.last_bracket else rules[char]:
                if rule(state, False):
                    at, made = state.pos, len(tokens) - known
                    if made == 1:
                        tokens[known].start, tokens[known].end = start, at
                    elif made:
                        _locate(tokens[known:], start, at, state.label_end)
                    break
            else:
                at = start + 1
        state.pos = state.label_end = end

    def skipToken(self, state: StateInline) -> None:
        start, cache = state.pos, state.cache
        if start in cache:
            state.pos = cache[start]
            return
        if state.level >= state.md.options["maxNesting"]:
            state.pos = state.posMax  # as upstream: too deep, give the rest of the block up
        else:
            found = self._find_in_label(state.src, start, state.posMax)
            stop = found.start() if found else state.posMax
            state.pos = stop if stop > start else self._skip(cast(SpanStateInline, state), start)
        cache[start] = state.pos

    def _skip(self, state: SpanStateInline, start: int) -> int:
        """Where the construct ends that begins at ``start``; the next character if none does."""
        char = state.src[start]
        if char in "[!" and start > state.last_bracket:
            return start + 1
        for rule in self._rules.get(char, ()):
            state.level += 1
            found = rule(state, True)
            state.level -= 1
            if found:
                return state.pos
        return start + 1


def _locate(tokens: list[LightToken], start: int, end: int, label_end: int) -> None:
    """Give the tokens that one rule pushed for a pair of brackets their places in [start, end)."""
    head, last = tokens[0], tokens[-1]
    if "span" in last.meta:  # the rule knows better
        for token in tokens:
            token.start, token.end = token.meta["span"]
        return
    head.start, head.end = start, start + 1
    if head.markup == "autolink":
        tokens[-2].start, tokens[-2].end = start + 1, end - 1
        label_end = end - 1
    last.start, last.end = label_end, end  # of a link: "](...)" behind its label
