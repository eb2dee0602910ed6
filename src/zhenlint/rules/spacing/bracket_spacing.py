"""# A space just inside brackets or quotation marks

## What it finds

Spaces just inside half-width brackets `( )` and `[ ]` or quotation marks `“ ”` and `" "` in prose.

## Why

A bracket or quotation mark belongs to the text that it encloses; a space on its inside sets the two
apart, and at a line's end leaves the mark alone on the next line.

Left alone are brackets of code and formulas (`[ -f a ]`, `f( x )`, `( a + b )`), blanks to be filled
in (`( )`, `( A )`), emoticons, and marks whose partner is not found in the same paragraph.

## Examples

```md
选择器 ( Selector ) 的概念 → 选择器 (Selector) 的概念
基本数据类型( `byte`、`short`)的包装类 → 基本数据类型(`byte`、`short`)的包装类
这是一种“ 强内存模型 ”的假象 → 这是一种“强内存模型”的假象
不满足 " 提交版本必须更大 " 的策略 → 不满足 "提交版本必须更大" 的策略
= 可以使用 if [ -f a ] 判断，也可以用 f( x ) 判断
= 正确的一项是 ( A )，佩服 ( ⊙o⊙ )
```

## Options

- `brackets`: what is wanted between Han and the outside of half-width brackets around words
  (`你好 [世界]`): `any` (default), `always` a space, or `never`.
- `quotes`: the same for quotation marks (`说 “中文” 时`).

## Neighbours

| left | right | owner |
| --- | --- | --- |
| half-width bracket or quotation mark | the text in it, and the reverse | SP006 |
| full-width bracket or mark | anything, and the reverse | SP003 |
| half-width `, . : ; ! ?` | closing mark | PU001 |
| Han | opening bracket or quotation mark, and what follows a closing one | SP006 by option, else nobody |

Only plain spaces, at most two, are taken away.

## Sources

- The Chicago Manual of Style, 17th edition, 6.95: parentheses
- Requirements for Chinese Text Layout (W3C CLREQ), punctuation marks

---

# 括号或引号内侧的空格

## 它找什么

正文里半角括号 `( )`、`[ ]` 和引号 `“ ”`、`" "` 内侧的空格。

## 为什么

括号和引号属于它们括住的文字；内侧留空格就把两者拆开了，换行时还会让标点孤零零地落到下一行。

以下情形不报告：代码和算式里的括号（`[ -f a ]`、`f( x )`、`( a + b )`），留给人填写的空（`( )`、
`( A )`），颜文字，以及在同一段里找不到另一半的括号和引号。

## 示例

{examples}

## 选项

- `brackets`：汉字与括着文字的半角括号之间（括号外侧，`你好 [世界]`）：`any`（默认）随作者，
  `always` 要空格，`never` 不要。
- `quotes`：引号外侧，同上（`说 “中文” 时`）。

## 相邻规则

| 左 | 右 | 归谁管 |
| --- | --- | --- |
| 半角括号或引号 | 里面的文字（反之亦然） | SP006 |
| 全角括号或标点 | 任何字符（反之亦然） | SP003 |
| 半角 `, . : ; ! ?` | 右括号、右引号 | PU001 |
| 汉字 | 左括号、左引号，以及右括号、右引号之后 | 按选项归 SP006，默认不管 |

只去掉普通空格，最多两个。

## 出处

- 《芝加哥格式手册》第 17 版 6.95 节：圆括号
- 《中文排版需求》（W3C CLREQ）：标点符号
"""

from __future__ import annotations

from collections.abc import Iterator

from zhenlint.characters import ANY_HAN, BLANK, FULLWIDTH, LATIN, LETTER, OTHER_LETTER
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM, BLOCK
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import Context, rule
from zhenlint.rules.spacing.fullwidth_gap import gaps, may_join_after, may_join_before
from zhenlint.rules.spacing.outside_pairs import BRACKETS, QUOTES, Outside, outside_gaps
from zhenlint.rules.spacing.pairs import partner

_GAP = lazy_pattern(r" (?:(?<=[(\[“\"] ) ?|(?<!  ) ?(?=[)\]”\"]))(?! )")
_OPENING = '([“"'
_CLOSING = ')]”"'
_OWNED_BY_OTHERS = FULLWIDTH + BLANK + BLOCK + "\r\n,.:;!?()[]“”\"'‘’"
"""What stands on the inner side of a gap that is another rule's, or nobody's."""

_LONGEST = 500
"""How many characters two marks may enclose."""

_WORD = lazy_pattern(rf"{OTHER_LETTER}|[{LETTER}]{{2,}}|[0-9]{{2,}}|{ATOM}")
_CHOICE = lazy_pattern(r"[A-H]{1,8}|[TFxX√×✓✔]|\.{2,}|…+")
_FORMULA = lazy_pattern(r"[=+*<>|&$\\^{}]|(?<![\w])-|/ | /")
_EMOTICON = lazy_pattern(r"[⊙´｀`ˊˋ▽△□дД・•﹏╯╰≧≦＾^￣◕●◡ω°゜ﾟ╥﹃＿]")
_IN_A_CALL = lazy_pattern(rf"[{LATIN}_.\]]\Z")


class Options(NamedTuple):
    """``brackets``, ``quotes``: what is wanted between Han and the outside of these."""

    brackets: Outside = "any"
    quotes: Outside = "any"


@rule(
    "SP006",
    name="bracket-spacing",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    options=Options,
    messages={
        "default": ("a space just inside {mark}", "{mark} 内侧有多余的空格"),
        "missing": ("no space outside {mark}", "{mark} 外侧缺少空格"),
        "unwanted": ("a space outside {mark}", "{mark} 外侧有多余的空格"),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report spaces at brackets and quotation marks: inside, and outside as the options ask."""
    yield from _inside(document, context)
    for marks, wanted in ((BRACKETS, context.options.brackets), (QUOTES, context.options.quotes)):
        for gap in outside_gaps(document, marks, wanted):
            if _is_prose(document.prose, gap.opening, gap.closing):
                missing = gap.start == gap.end
                start, end = (gap.mark, gap.mark + 1) if missing else (gap.start, gap.end)
                yield context.report(
                    start,
                    end,
                    "missing" if missing else "unwanted",
                    edits=(Edit(gap.start, gap.end, " " if missing else ""),),
                    mark=document.prose[gap.mark],
                )


def _inside(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report spaces on the inner side of brackets and quotation marks."""
    prose = document.prose
    for place in gaps(document):
        gap = _GAP.match(prose, place, len(prose) - 1) if place else None
        if gap is None:
            continue
        start, end = gap.span()
        for at, marks in ((start - 1, _OPENING), (end, _CLOSING)):
            if prose[at] in marks and _unwanted(document, start, end, at):
                yield context.report(start, end, edits=(Edit(start, end, ""),), mark=prose[at])
                break


def _unwanted(document: Document, start: int, end: int, mark: int) -> bool:
    """Whether the gap [start, end) at a mark is on the mark's inner side, in prose, and may go."""
    prose, opens = document.prose, mark < start
    inner = prose[end] if opens else prose[start - 1]
    if inner in _OWNED_BY_OTHERS or not document.is_literal(start, end):
        return False
    other = partner(document, mark)
    if other is None or (other > mark) != opens:
        return False
    if not (may_join_after(document, end) if opens else may_join_before(document, start)):
        return False
    return _is_prose(prose, min(mark, other), max(mark, other))


def _is_prose(prose: str, first: int, last: int) -> bool:
    """Whether words stand between two marks: no code, formula, choice or emoticon."""
    if last - first > _LONGEST:
        return False
    content = prose[first + 1 : last].strip(" ")
    if not _WORD.search(content) or _CHOICE.fullmatch(content) or _EMOTICON.search(content):
        return False
    if ANY_HAN.search(content):
        return True
    if prose[first] == "[" or _FORMULA.search(content):
        return False
    return not _IN_A_CALL.search(prose, max(0, first - 1), first)
