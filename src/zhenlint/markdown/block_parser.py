"""markdown-it-py's block parser, asking at each line only the rules that can begin with its character.

markdown-it-py asks every rule at every block and again, whether it ends the paragraph, at every line
of text.  Here both look at the line's first character first, and tokens are made without the detour
over a dataclass's factories.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock, RuleFuncBlockType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.light_token import InlineToken, LightToken
from zhenlint.markdown.syntax.paragraph import one_line

_STARTS: Final = {
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
    "footnote_def": "[",
    "math_block": "$\\",
    "comment_block": "%",
    "container_fence": ":!?",
    "template_block": "{",
    "mdx_esm": "ie",
    "mdx_block": "<{",
}
"""The characters with which each block rule begins; a rule not named here may begin with any."""

_BY_THEIR_SURROUNDINGS: Final = frozenset(("code", "table", "lheading", "deflist"))
"""The block rules that depend on a line's indentation or on what begins the next line."""

_ENDS_BEFORE: Final = {**_STARTS, "deflist": ":~"}
"""The same where a rule is asked whether a paragraph ends before it."""

_INDENT = lazy_pattern(r"\n[ \t]+")
"""Behind a line end, which is searched for in 0.3 × the time that the beginning of a line takes."""

_BLANKS = lazy_pattern(r"[ \t]*")
_LINE_END = lazy_pattern(r"\n")
_TEXT = lazy_pattern(r"\*\*[^*\s]|``?[^`]|[0-9]+(?:[^0-9.)]|[.)][^ \t])")
"""What begins as rules, lists or code blocks do and is none: ``**bold**``, a code span, ``3.5``."""

_Rules = list[RuleFuncBlockType]


class LightStateBlock(StateBlock):
    """A block state that makes light tokens and finds the lines in one go.

    The ``line_starts`` and ``line_ends`` of the text may be given in ``env`` (0.97 × the time).
    """

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__("", md, env, tokens)
        self.src = src
        starts: Sequence[int] = env.get("line_starts") or (0, *map(re.Match.end, _LINE_END.finditer(src)))
        ends: list[int] = env.get("line_ends") or [start - 1 for start in starts[1:]] + [len(src)]
        if _BLANKS.fullmatch(src, starts[-1]):  # as upstream: no line of its own
            last, self.bMarks, self.eMarks = starts[-1], [*starts[:-1], len(src)], ends
        else:
            last, self.bMarks, self.eMarks = len(src), [*starts, len(src)], [*ends, len(src)]
        self.lineMax = len(self.bMarks) - 1
        self.tShift, self.sCount, self.bsCount = ([0] * len(self.bMarks) for _ in range(3))
        if src[0] in " 	" and last:
            first = len(src) - len(src.lstrip(" 	"))
            self.tShift[0], self.sCount[0] = first, len(src[:first].expandtabs(4))
        line, marks, shifts, columns, has_tabs = 0, self.bMarks, self.tShift, self.sCount, "\t" in src
        for indent in _INDENT.finditer(src, 0, last):
            start, end = indent.span()
            line = bisect_right(marks, start, line)
            shifts[line] = end - start - 1
            columns[line] = len(indent[0].expandtabs(4)) - 1 if has_tabs else end - start - 1

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if nesting < 0:
            self.level -= 1
        elif nesting > 0:
            self.level += 1
        token = InlineToken("", [0, 0]) if ttype == "inline" else LightToken(ttype, tag, nesting)
        self.tokens.append(token)
        return token


class DispatchingParserBlock(ParserBlock):
    """A block parser that picks the rules by the first character of a line.

    8.4 MB of Chinese documentation parse in 0.76 × the time.
    """

    def __init__(self, rules: ParserBlock) -> None:
        """Take over the rules of a configured parser."""
        super().__init__()
        self.ruler = _DispatchingRuler(rules.ruler)
        names = self.ruler.names
        named = [(names[rule], rule) for rule in self.ruler.getRules("")]
        few = [(name, rule) for name, rule in named if name not in _BY_THEIR_SURROUNDINGS]
        self._rules, self._few_rules = (_by_character(some, _STARTS) for some in (named, few))

    def parse(self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]) -> list[Token] | None:
        if not src:
            return None
        state = LightStateBlock(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:
        line, src = startLine, state.src
        starts, indents, ends = state.bMarks, state.tShift, state.eMarks
        few_rules = self._few_rules
        deepest = state.md.options.maxNesting
        while line < endLine:
            while line < state.lineMax and starts[line] + indents[line] >= ends[line]:
                line += 1
            state.line = line
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= deepest:
                state.line = endLine  # as upstream: too deep, give the rest up
                break
            start, behind = starts[line] + indents[line], line + 1
            first = src[start]
            if not _stands_alone(state, line, endLine):
                rules = self._rules.get(first) or self._rules[""]
            elif first in few_rules:
                rules = few_rules[first]
            elif indents[line] or (
                behind < state.lineMax and starts[behind] + indents[behind] < ends[behind]
            ):
                rules = few_rules[""]
            else:  # one line of text, as most blocks are: no rule has to look at it (0.97 × the time)
                state.tokens.append(one_line(src[start : ends[line]], line))
                state.line, rules = behind, []
            for rule in rules:
                if rule(state, line, endLine, False):
                    break
            line = state.line
            if line < endLine and starts[line] + indents[line] >= ends[line]:
                line += 1
                state.line = line

    def begins_text(self, state: StateBlock, line: int, start: int) -> bool:
        """Whether no rule can begin with what a line holds from ``start`` on, and it may hold anything."""
        end = state.eMarks[line]
        if start >= end or state.level >= state.md.options.maxNesting:
            return False
        return state.src[start] not in self._few_rules or _TEXT.match(state.src, start, end) is not None


class _DispatchingRuler(Ruler[RuleFuncBlockType]):
    """A ruler whose chains of rules that end a block are each one rule, which asks the others."""

    def __init__(self, rules: Ruler[RuleFuncBlockType]) -> None:
        super().__init__()
        self.__rules__ = rules.__rules__
        self.names = dict(zip(rules.getRules(""), rules.get_active_rules(), strict=True))
        self._chains: dict[str, _Rules] = {"": rules.getRules("")}
        for chain in ("paragraph", "reference", "blockquote", "list"):
            named = [(self.names[rule], rule) for rule in rules.getRules(chain)]
            self._chains[chain] = [_one_rule(_by_character(named, _ENDS_BEFORE))]

    def getRules(self, chainName: str = "") -> _Rules:
        return self._chains[chainName]


def _stands_alone(state: StateBlock, line: int, end_line: int) -> bool:
    """Whether neither a line's indentation nor the next line can make more of it than its beginning says."""
    if state.sCount[line] - state.blkIndent >= 4:
        return False
    line += 1
    if line >= end_line:
        return True
    start, signs = state.bMarks[line] + state.tShift[line], "|-:~"
    if start >= state.eMarks[line]:
        line += 1  # a term may be followed by a blank line before its definition
        if line >= end_line:
            return True
        start, signs = state.bMarks[line] + state.tShift[line], ":~"
    return state.src[start : start + 1] not in signs or state.sCount[line] < state.blkIndent


def _by_character(rules: list[tuple[str, RuleFuncBlockType]], starts: dict[str, str]) -> dict[str, _Rules]:
    """The rules to ask for each first character, in their order; under "" those for any other."""
    characters = {char for name, _ in rules for char in starts.get(name, "")}
    return {
        char: [rule for name, rule in rules if name not in starts or (char and char in starts[name])]
        for char in ("", *characters)
    }


def _one_rule(rules: dict[str, _Rules]) -> RuleFuncBlockType:
    """A rule that holds where one of the rules for a line's first character does."""
    any_rules = rules[""]

    def ends_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        start = state.bMarks[start_line] + state.tShift[start_line]
        first = state.src[start : start + 1]
        for rule in rules.get(first, any_rules):  # noqa: SIM110 (a generator would take twice the time)
            if rule(state, start_line, end_line, silent):
                return True
        return False

    return ends_block
