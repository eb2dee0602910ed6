"""# Ellipsis in Chinese text

## What it finds

`...`, `。。。` or a single `…` in Chinese text.

## Why

The Chinese ellipsis is six dots in the space of two characters: `……`.

## Examples

```md
这就是命运... → 这就是命运……
原来是键盘不对。。。每天都要换 → 原来是键盘不对……每天都要换
系统调用、缺页异常、系统中断… → 系统调用、缺页异常、系统中断……
关系型数据库（MySQL、Oracle...） → 关系型数据库（MySQL、Oracle……）
= 说来话长……
= 遍历 1...10，用 for...of 和 ...args 展开
= 命令 `MGET` key1 key2 ... 与 f(...) 都是写法
= He said so... and left.
```

## Neighbours

| dots | owner |
| --- | --- |
| `...` `。。。` `…` after Han or a full-width mark, or at the start of a Chinese line | PU006 |
| the same after a Latin item of a Chinese list (`Java、Go...`) | PU006 |
| a space between such dots and Han after them | PU006, with the dots |
| `。。` | PU005 |
| a single `.` | PU001 |
| `..`, `1...10`, `for...of`, `...args`, `(...)`, dots between spaces | nobody: code, ranges, placeholders |
| `“另存为...”`, `**浏览…**`: a few quoted words | nobody: perhaps the name of a button, quoted exactly |
| `1，2，…，n` | nobody: in formulas three dots are right |

`………` becomes `……`; an ellipsis of twelve dots (`…………`) stands for whole paragraphs and is left.

## Sources

- GB/T 15834-2011, General rules for punctuation, section 4.11

---

# 中文省略号

## 它找什么

中文里的 `...`、`。。。` 或单个 `…`。

## 为什么

中文省略号是六个点，占两个字的位置：`……`。

## 示例

{examples}

## 相邻规则

| 点 | 归谁管 |
| --- | --- |
| 汉字或全角标点之后、中文行首的 `...` `。。。` `…` | PU006 |
| 中文列举的西文项之后（`Java、Go...`） | PU006 |
| 这些点与后面汉字之间的一个空格 | PU006，连同这些点 |
| `。。` | PU005 |
| 单个 `.` | PU001 |
| `..`、`1...10`、`for...of`、`...args`、`(...)`、两边有空格的点 | 不管：代码、范围、占位 |
| `“另存为...”`、`**浏览…**` 这样引起来的短语 | 不管：可能是按钮或菜单的原名 |
| `1，2，…，n` | 不管：公式里用三个点 |

`………` 改为 `……`；十二个点的 `…………` 表示省略段落，不管。

## 出处

- GB/T 15834-2011《标点符号用法》4.11
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from zhenlint.characters import ANY_HAN, CLOSING, CLOSING_QUOTE, LATIN, OPENING, OPENING_QUOTE, STOP
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM, BLOCK, CLOSE, MARKUP, OPEN
from zhenlint.rules import Context, rule
from zhenlint.rules.places import RareFirst
from zhenlint.rules.punctuation.mentioned_marks import speaks_of_marks
from zhenlint.rules.spacing.fullwidth_gap import may_join_after, may_join_before

_RIGHT = "……"
_DOTS = (RareFirst(".", r"(?=\.\.)\.+"), RareFirst("。", "(?=。。)。+"), RareFirst("…", "…*"))
"""One character is found faster than three, so that the others are only looked for behind it."""

_REACH = 60
_TOKEN_AFTER = lazy_pattern(rf"[{MARKUP}]*[{LATIN}{ATOM}_/\\(\[{{.+=$<>*`]")
"""What dots stand before in code: ``...args``, ``.../path``, ``f...(x)``."""

_LIST_BEFORE = lazy_pattern(
    rf"[、，][{MARKUP} ]*(?:[A-Za-z]{{2}}|{ATOM})[{LATIN}{ATOM}{MARKUP} .+#-]{{0,40}}\Z"
)
_LIST_ENDS = lazy_pattern(rf"[{MARKUP}]*(?:[\r\n{BLOCK}{CLOSING}{CLOSING_QUOTE}{STOP})]|\Z)")
_SERIES_BEFORE = lazy_pattern(rf"[{LATIN}{ATOM}%)）\]}}][{MARKUP} ]*[，、]\Z")
"""A series of numbers or formulas, ``1，2，…，n``: in formulas the ellipsis has three dots."""

_QUOTES = rf"{OPENING_QUOTE}{CLOSING_QUOTE}「」『』【】\[\]\"'"
_LABEL_BEFORE = lazy_pattern(
    rf"[{OPENING_QUOTE}「『【\[\"'{OPEN}][^{_QUOTES}{MARKUP}{BLOCK}{STOP}\r\n]{{1,24}}\Z"
)
_LABEL_ENDS = lazy_pattern(rf"[{CLOSING_QUOTE}」』】\]\"'{CLOSE}]")
"""Around what may be the name of a button or menu item, ``“另存为...”``, which has to be quoted exactly."""

_BEFORE_IN_CHINESE = STOP + CLOSING + CLOSING_QUOTE
_BEFORE_A_START = "\r\n" + BLOCK + OPENING + OPENING_QUOTE


@rule(
    "PU006",
    name="ellipsis",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    signs=("...", "。。。", "…"),
    messages={"default": ("“{dots}” in Chinese text, use “……”", "中文里的“{dots}”，应为省略号“……”")},
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report dots that stand for a Chinese ellipsis."""
    for match in chain.from_iterable(dots.matches(document.prose) for dots in _DOTS):
        dots, (start, end) = match[0], match.span()
        if dots[0] == "…" and len(dots) % 2 == 0:
            continue
        if not document.is_literal(start, end) or not _is_chinese(document, match):
            continue
        if not speaks_of_marks(document, start):
            edit = Edit(*_with_blanks(document, start, end), _RIGHT)
            yield context.report(start, end, edits=(edit,), suggestions=(_RIGHT,), dots=dots)


def _is_chinese(document: Document, match: re.Match[str]) -> bool:
    """Whether dots stand in Chinese text, by what a reader sees on both sides."""
    prose, (start, end) = document.prose, match.span()
    before = prose[max(0, start - _REACH) : start].rstrip(MARKUP)
    left = before[-1:] or BLOCK
    if left in _BEFORE_A_START:
        return bool(ANY_HAN.match(prose[end : end + 9].lstrip(OPEN)))
    if match[0][0] == "。":
        return left not in "([{ \t"
    if _SERIES_BEFORE.search(before) or _is_label(prose, start, end):
        return False
    if left in _BEFORE_IN_CHINESE or ANY_HAN.match(left):
        return not _TOKEN_AFTER.match(prose, end)
    return bool(_LIST_BEFORE.search(before) and _LIST_ENDS.match(prose, end))


def _is_label(prose: str, start: int, end: int) -> bool:
    """Whether dots end a few quoted or emphasised words without a mark among them."""
    return bool(_LABEL_ENDS.match(prose, end) and _LABEL_BEFORE.search(prose, max(0, start - _REACH), start))


def _with_blanks(document: Document, start: int, end: int) -> tuple[int, int]:
    """The dots with the one space that parts them from the text before, or from Han after them."""
    prose = document.prose
    if prose[start - 1 : start] == " " and may_join_before(document, start - 1):
        start -= 1
    if prose[end : end + 1] == " " and ANY_HAN.match(prose, end + 1) and may_join_after(document, end + 1):
        end += 1
    return start, end
