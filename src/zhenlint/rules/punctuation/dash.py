"""# Dash

## What it finds

A dash that is not the Chinese one in Chinese text: two hyphens (`--`), a single em dash (`—`), with
or without spaces. Options, decrements, arrows, ranges of numbers and rules of hyphens are left
alone.

## Why

The Chinese dash is two em dashes long, `——`, takes no spaces and does not break between its
halves. Many writers keep the English dash, so the rule is off unless you select it.

## Examples

```md
这很简单 -- 只要一步 → 这很简单——只要一步
这很简单 — 只要一步 → 这很简单——只要一步
这很简单--只要一步 → 这很简单——只要一步
= 加上 --help 参数，写 i-- 的时候，2010—2020 年
= 这很简单——只要一步
= This is easy — 简单 — and it needs one step only.
```

A single `—` that links a term (`执行—观察—修正`) is left alone. The fix of any other single `—` without
spaces is unsafe: between two places or names it may be the connecting mark (`北京—上海`), which is one
em dash long.

## Sources

- GB/T 15834-2011, General rules for punctuation, sections 4.10 and 4.13

---

# 破折号

## 它找什么

中文里不是中文破折号的横线：两个连字符（`--`）、单独一个 `—`，两边有没有空格都算。
命令选项、自减、箭头、数字范围和连字符画的线不动。

## 为什么

中文破折号是 `——`，占两个字，两边没有空格，中间不断开。很多人习惯用英文的破折号，
所以这条规则默认不开，要自己选上。

## 示例

{examples}

连接词语的单个 `—`（`执行—观察—修正`）不报。其余不带空格的单个 `—`，修正算不安全：
在两个地点或名称之间，它可能是占一个字的连接号（`北京—上海`）。

## 出处

- GB/T 15834-2011《标点符号用法》4.10、4.13
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhenlint.characters import ANY_HAN, FULLWIDTH, LATIN
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM, BLOCK, MARKUP
from zhenlint.rules import Context, rule
from zhenlint.rules.punctuation.surroundings import mostly_english
from zhenlint.rules.spacing.fullwidth_gap import may_join_after, may_join_before

_DASH = lazy_pattern(r"-(?<![-<—–!|.]-)-(?![-—–>|])|—(?<![-—–]—)(?![-—–])")
_REACH = 40
_CHAIN = 8
"""How near the dashes of a chain stand: ``执行—观察—修正``."""

_STEPPED_OVER = MARKUP + " "
_BESIDE = lazy_pattern(rf"[{LATIN}{ATOM}“”‘’]")
"""What may stand on the one side of a dash that has Chinese on the other."""

_LINE_BEFORE = lazy_pattern(rf"\A.*[\r\n{BLOCK}]", re.DOTALL)
_LINE_AFTER = lazy_pattern(rf"[\r\n{BLOCK}].*", re.DOTALL)
_RIGHT = "——"


@rule(
    "PU007",
    name="dash",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    default=False,
    messages={"default": ("‘{mark}’ in Chinese text, use ‘——’", "中文里的「{mark}」，应为「——」")},
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report dashes in Chinese text that are not the Chinese one."""
    for match in _DASH.finditer(document.prose):
        start, end = match.span()
        if document.is_literal(start, end) and _is_chinese(document.prose, start, end):
            first, last = _with_blanks(document, start, end)
            spaced = last - first > end - start or match[0] == "--"
            yield context.report(
                start,
                end,
                edits=(Edit(first, last, _RIGHT),),
                applicability=Applicability.SAFE if spaced else Applicability.UNSAFE,
                suggestions=(_RIGHT,),
                mark=match[0],
            )


def _is_chinese(prose: str, start: int, end: int) -> bool:
    """Whether a dash stands between parts of a Chinese sentence."""
    before = _LINE_BEFORE.sub("", prose[max(0, start - _REACH) : start])
    after = _LINE_AFTER.sub("", prose[end : end + _REACH])
    left, right = before.rstrip(_STEPPED_OVER)[-1:], after.lstrip(_STEPPED_OVER)[:1]
    if not left or not right or mostly_english(before + after):
        return False
    if prose[start] == "-" and not _is_free(before[-1:], after[:1]):
        return False
    if prose[start] == "—" and _connects(prose, start, end):
        return False
    sides = (_is_full(left), _is_full(right))
    return all(sides) or (
        any(sides) and bool(_BESIDE.match(left if sides[1] else right)) and _is_spaced(before, after)
    )


def _is_free(before: str, after: str) -> bool:
    """Whether what touches two hyphens cannot be an option's name or an operand."""
    if before == " " and after != " ":
        return False
    return all(beside in _STEPPED_OVER or _is_full(beside) for beside in (before, after))


def _connects(prose: str, start: int, end: int) -> bool:
    """Whether a single em dash without spaces links the parts of a term: in a chain, or used again."""
    if not (ANY_HAN.match(prose, start - 1) and ANY_HAN.match(prose, end)):
        return False
    near = prose[max(0, start - _CHAIN) : start] + prose[end : end + _CHAIN]
    first = max(0, start - 2)
    term = prose[first : end + 2]
    return "—" in near or prose.find(term) < first or prose.find(term, end) >= 0


def _is_full(character: str) -> bool:
    return character in FULLWIDTH or bool(ANY_HAN.match(character))


def _is_spaced(before: str, after: str) -> bool:
    return before.endswith(" ") and after.startswith(" ")


def _with_blanks(document: Document, start: int, end: int) -> tuple[int, int]:
    """The dash with the single spaces beside it that may go with it."""
    prose = document.prose
    first = start - 1 if prose[start - 1] == " " and may_join_before(document, start - 1) else start
    last = end + 1 if prose[end : end + 1] == " " and may_join_after(document, end + 1) else end
    return first, last
