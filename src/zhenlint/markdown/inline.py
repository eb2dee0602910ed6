"""markdown-it-py's inline parser, noting on every token which part of the content it came from.

Every inline rule consumes ``src[pos:state.pos]`` and pushes tokens.  The state notes where pending
text began, the parser writes the consumed range on the pushed tokens as ``token.meta["span"]``
(offsets in the block's content).  The passes that join text are off, so that an escape, an entity
and plain text stay apart, each with its own span.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType


class SpanStateInline(StateInline):
    """An inline state that remembers where its pending text began."""

    pending_start = 0

    def append_pending(self, text: str) -> None:
        if not self._pending_buffer and not self._pending:
            self.pending_start = self.pos
        self._pending_buffer.append(text)

    def pushPending(self) -> Token:
        token = super().pushPending()
        token.meta["span"] = (self.pending_start, self.pending_start + len(token.content))
        return token


class SpanParserInline(ParserInline):
    """An inline parser that writes ``meta["span"]`` on every token it makes."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = SpanStateInline(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        rules = self.ruler.getRules("")
        end = state.posMax
        if state.level >= state.md.options["maxNesting"]:
            rules = []
        tokens = state.tokens
        while state.pos < end:
            start, known = state.pos, len(tokens)
            for rule in rules:
                if rule(state, False):
                    if len(tokens) > known:
                        if state.src[start] == "\n":
                            start = _blanks_before(tokens, state.src, start)
                        _locate(tokens, known, start, state.pos)
                    break
            else:
                state.append_pending(state.src[start])
                state.pos = start + 1
        if state.pending:
            state.pushPending()


def _blanks_before(tokens: list[Token], src: str, at: int) -> int:
    """Where the spaces begin that the newline rule dropped (never inside the token before)."""
    floor = tokens[-2].meta["span"][1] if len(tokens) > 1 and "span" in tokens[-2].meta else 0
    while at > floor and src[at - 1] == " ":
        at -= 1
    return at


def _locate(tokens: list[Token], first: int, start: int, end: int) -> None:
    """Give the tokens that one rule pushed (``tokens[first:]``) their spans in [start, end)."""
    if "span" in tokens[-1].meta:  # the rule gave its tokens their spans itself
        return
    if "span" in tokens[first].meta:  # the pending text that the push flushed
        first += 1
    head = tokens[first]
    if first == len(tokens) - 1:
        head.meta["span"] = (start, end)
    elif head.type == "text":  # a run of emphasis or strikethrough delimiters, still text
        for token in tokens[first:]:
            token.meta["span"] = (start, start + len(token.content))
            start += len(token.content)
    elif head.markup == "autolink":
        head.meta["span"] = (start, start + 1)
        tokens[-2].meta["span"] = (start + 1, end - 1)
        tokens[-1].meta["span"] = (end - 1, end)
    else:  # a link: "[", what the nested call located, then "](...)"
        head.meta["span"] = (start, start + 1)
        tokens[-1].meta["span"] = (tokens[-2].meta["span"][1], end)
