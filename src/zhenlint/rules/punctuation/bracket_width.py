"""# Width of brackets

## What it finds

Round brackets whose width does not suit what they hold: half-width around Chinese (`(中文)`) or
full-width around plain English (`（English）`). Calls, formulas, emoticons and numbers in brackets
are left alone; a pair of two widths belongs to PU004.

## Why

Full-width brackets bring the blank that Chinese typesetting expects around them; half-width ones
keep English together. Which to use is a matter of house style, so the rule is off unless you
select it.

## Examples

```md
消息队列 (中间件) 很常用 → 消息队列（中间件）很常用
这是消息(message，即消息)的意思 → 这是消息（message，即消息）的意思
一个标量（scalar）表示单独的数 → 一个标量 (scalar) 表示单独的数
= 调用 foo.bar(参数) 后，复杂度是 O(n)，见（1）
= 张量（即 tensor）和标量 (scalar)
```

## Options

- `style`: `"mixed"` (default) goes by what the brackets hold; `"half"` and `"full"` want one width
  in all Chinese text; `"consistent"` wants the width that the document uses most.

The fix takes away the spaces outside full-width brackets and sets half-width ones apart from words.

## Sources

- GB/T 15834-2011, General rules for punctuation, section 4.9
- Chinese Copywriting Guidelines (sparanoid), full-width and half-width

---

# 括号的宽度

## 它找什么

宽度与内容不相称的圆括号：半角括号里是中文（`(中文)`），或全角括号里是纯英文（`（English）`）。
函数调用、算式、表情和括号里的数字不动；左右宽度不同的一对归 PU004。

## 为什么

全角括号自带中文排版需要的空白，半角括号适合英文。用哪一种是体例问题，所以这条规则默认不开，
要自己选上。

## 示例

{examples}

## 选项

- `style`：`"mixed"`（默认）看括号里的内容；`"half"` 和 `"full"` 要求中文里只用一种宽度；
  `"consistent"` 要求与文档里多数括号一致。

修正时去掉全角括号外侧的空格，给半角括号和外侧的词语之间加空格。

## 出处

- GB/T 15834-2011《标点符号用法》4.9
- 《中文文案排版指北》（sparanoid）：全角和半角
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from zhenlint.characters import ANY_HAN, CLOSING_QUOTE, FULLWIDTH, LATIN, LETTER, OPENING_QUOTE, OTHER_LETTER
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM, BLOCK, CLOSE, OPEN
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import Context, rule
from zhenlint.rules.punctuation.pairs import PARTNER, Mark, marks_by_block
from zhenlint.rules.punctuation.surroundings import mostly_english
from zhenlint.rules.spacing.fullwidth_gap import may_join_after, may_join_before, url_ends

_LONGEST = 300
_REACH = 40
_LINE_BEFORE = lazy_pattern(rf"\A.*[\r\n{BLOCK}]", re.DOTALL)
_LINE_AFTER = lazy_pattern(rf"[\r\n{BLOCK}].*", re.DOTALL)
_WORD_BEFORE = lazy_pattern(r"[A-Za-z_$][A-Za-z0-9_.$]*\Z")
_NAME = lazy_pattern(r"(?!(?:COUNT|SUM|AVG|MAX|MIN|IF)\Z)(?:[A-Z][a-z]*|[A-Z0-9]+)")
"""A word that a parenthesis may explain without a space: not the name of a function, of SQL least of all."""

_IDENTIFIER = lazy_pattern(r"[a-z$][a-z0-9]*[A-Z_$]|[A-Za-z0-9]*[_$]")
_ACRONYM = lazy_pattern(r"[A-Z][A-Z0-9]*")
_OPERATOR_BEFORE = lazy_pattern(r"[-+*/^%=<>&|!,\[{.$@#\\~] ?\Z|\]\Z")
_OPERATOR_AFTER = lazy_pattern(r" ?[-+*/^%=<>&|\[{$\\~]|[.:;,]?[A-Za-z_(\[{]|\?")
_CODE_INSIDE = lazy_pattern(r"[=;{}<>$|\\&\[\]_^*#@~]|\"|::|->")
_CHINESE_INSIDE = lazy_pattern(rf"[{FULLWIDTH}{OPENING_QUOTE}{CLOSING_QUOTE}…—～·×→￥]")
_LATIN_WORD = lazy_pattern(rf"[{LETTER}]{{2}}")
_CHINESE = lazy_pattern(rf"{OTHER_LETTER}|[{FULLWIDTH}]")
_WORD_BESIDE = lazy_pattern(rf"[{LATIN}]|[^\W_]")


class Options(NamedTuple):
    """Options of PU009: which brackets take which width."""

    style: Literal["mixed", "half", "full", "consistent"] = "mixed"


class _Pair(NamedTuple):
    """A pair of brackets of one width, and whether it holds Han."""

    start: int
    end: int
    full: bool
    chinese: bool


@rule(
    "PU009",
    name="bracket-width",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    default=False,
    options=Options,
    messages={
        "full": ("half-width brackets here, use “（）”", "这里的半角括号应为“（）”"),
        "half": ("full-width brackets here, use “()”", "这里的全角括号应为“()”"),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report pairs of brackets of the width that the style does not want."""
    style = context.options.style
    pairs = [pair for _, marks in marks_by_block(document) for pair in _pairs(document.prose, marks)]
    if style == "mixed":
        wrong = [pair for pair in pairs if pair.full != pair.chinese and _is_text(document, pair)]
        wrong = [pair for pair in wrong if pair.chinese or _is_plain_english(document.prose, pair)]
    else:
        pairs = [pair for pair in pairs if _is_text(document, pair)]
        surplus = sum(1 if pair.full else -1 for pair in pairs)
        wanted = {"full": True, "half": False}.get(style, surplus > 0)
        wrong = [pair for pair in pairs if pair.full != wanted and (style != "consistent" or surplus)]
    for pair in wrong:
        yield _report(document, context, pair, not pair.full)


def _pairs(prose: str, marks: list[Mark]) -> Iterator[_Pair]:
    """The pairs of one width among the marks of a block, inner ones first."""
    stack: list[Mark] = []
    for mark in marks:
        if mark.character in "（(":
            stack.append(mark)
        elif mark.character in "）)" and stack:
            start, opener, _ = stack.pop()
            if PARTNER[opener] == mark.character and mark.at - start <= _LONGEST:
                yield _Pair(start, mark.at, opener == "（", bool(ANY_HAN.search(prose, start, mark.at)))


def _is_text(document: Document, pair: _Pair) -> bool:
    """Whether a pair encloses words, and no arguments, formula, face or number; half-width, in Chinese.

    Full-width brackets are typed for text only, whatever stands around them.
    """
    prose = document.prose
    inside = prose[pair.start + 1 : pair.end]
    if not (pair.chinese or _LATIN_WORD.search(inside)):
        return False
    if not all(document.is_literal(at, at + 1) for at in (pair.start, pair.end)):
        return False
    if prose[pair.start - 1 : pair.start] == "]":
        return False
    if pair.full:
        return True
    before = _LINE_BEFORE.sub("", prose[max(0, pair.start - _REACH) : pair.start])
    after = _LINE_AFTER.sub("", prose[pair.end + 1 : pair.end + 1 + _REACH])
    return not mostly_english(before + after) and _is_no_code(document, pair, before, after)


def _is_no_code(document: Document, pair: _Pair, before: str, after: str) -> bool:
    """Whether a half-width pair holds no arguments, operands or program text."""
    inside = document.prose[pair.start + 1 : pair.end]
    if _OPERATOR_BEFORE.search(before) or _OPERATOR_AFTER.match(after) or _CODE_INSIDE.search(inside):
        return False
    if {pair.start, pair.end} & document.shared(url_ends):
        return False
    word = _WORD_BEFORE.search(before)
    if word and (document.has_in_code(word[0].lower()) or not _NAME.fullmatch(word[0])):
        return False
    return pair.chinese or _stands_in_chinese(before, after)


def _stands_in_chinese(before: str, after: str) -> bool:
    """Whether Han or a full-width mark stands near on one of the two sides."""
    return bool(_CHINESE.search(before[-20:] + after[:20]))


def _is_plain_english(prose: str, pair: _Pair) -> bool:
    inside = prose[pair.start + 1 : pair.end]
    return ATOM not in inside and not _CHINESE_INSIDE.search(inside) and inside.isprintable()


def _report(document: Document, context: Context, pair: _Pair, full: bool) -> Diagnostic:
    edits = _widened(document, pair) if full else _narrowed(document.prose, pair)
    right = "（）" if full else "()"
    return context.report(
        pair.start, pair.end + 1, "full" if full else "half", edits=edits, suggestions=(right,)
    )


def _widened(document: Document, pair: _Pair) -> tuple[Edit, Edit]:
    """Full-width brackets, which want no space outside."""
    start, end = pair.start, pair.end + 1
    if document.prose[start - 1 : start] == " " and may_join_before(document, start - 1):
        start -= 1
    if document.prose[end : end + 1] == " " and may_join_after(document, end + 1):
        end += 1
    return Edit(start, pair.start + 1, "（"), Edit(pair.end, end, "）")


def _narrowed(prose: str, pair: _Pair) -> tuple[Edit, Edit]:
    """Half-width brackets, set apart from the words outside."""
    before, after = prose[pair.start - 1 : pair.start], prose[pair.end + 1 : pair.end + 2]
    word = _WORD_BEFORE.search(prose, max(0, pair.start - _REACH), pair.start)
    call = word and _takes_arguments(word[0], prose[pair.start + 1 : pair.end])
    opener = " (" if not call and (before in (ATOM, CLOSE) or _WORD_BESIDE.match(before)) else "("
    closer = ") " if after in (ATOM, OPEN) or _WORD_BESIDE.match(after) else ")"
    return Edit(pair.start, pair.start + 1, opener), Edit(pair.end, pair.end + 1, closer)


def _takes_arguments(word: str, inside: str) -> bool:
    """Whether a word before brackets is likely a function's name and not one that they explain."""
    if _NAME.fullmatch(word):
        return False
    return bool(_IDENTIFIER.match(word)) or not (ANY_HAN.search(inside) or _ACRONYM.fullmatch(inside))
