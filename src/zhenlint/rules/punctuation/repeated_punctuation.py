"""# Repeated and clashing punctuation

## What it finds

- a full-width mark typed twice: `，，`, `。。`, `、、`;
- two different marks where one can stand: `，。`, `、，`, `。.`;
- an exclamation or question mark three times or more: `！！！`.

## Why

A sentence needs one mark at a time. The second one is nearly always left over from an edit.

## Examples

```md
全面讲述了测试，，因为也需要测试 → 全面讲述了测试，因为也需要测试
每次消息到达时都会如此。。 → 每次消息到达时都会如此。
支持基于框架的开发、。 → 支持基于框架的开发。
一定要重视！！！ → 一定要重视！
= 这是什么？！真的！！
= 什么是闭包？：一篇文章讲清楚
= 说来话长……，以后再说
= 中文标点有，。、；等
```

## Options

- `emphasis`: how many `！` or `？` may stand in a row (default 2; GB/T 15834 allows three)

## Neighbours

| marks | owner |
| --- | --- |
| `，，` `。。` | PU005, safe fix |
| `，，，` `、、` `，。` `！！！` | PU005, fix only when asked for: one mark stays, which one is a guess |
| `。。。`, `...` and `…`, also beside other marks | PU006 |
| `。.` `，,` `,，` | PU001 where it makes the half-width mark full-width, else PU005 |
| `!!` `?!` half-width | PU001 in Chinese text, otherwise nobody |
| `？！` `！？`, `？：` after a title | nobody: right |
| `，，，，` and longer | nobody: places to fill in |

Lines that speak of punctuation marks are left alone, and so is a run of three or more different
marks, which is a list of them.

## Sources

- GB/T 15834-2011, General rules for punctuation, sections 4.2.3 and 4.3.3
- Chinese Copywriting Guidelines (sparanoid), repeated punctuation

---

# 重复或冲突的标点

## 它找什么

- 同一个全角标点打了两次：`，，`、`。。`、`、、`；
- 只能用一个标点的地方有两个不同的标点：`，。`、`、，`、`。.`；
- 叹号或问号连用三个以上：`！！！`。

## 为什么

一处停顿只用一个标点，多出来的那个几乎都是修改时留下的。

## 示例

{examples}

## 选项

- `emphasis`：`！` 或 `？` 最多连用几个（默认 2；GB/T 15834 允许三个）

## 相邻规则

| 标点 | 归谁管 |
| --- | --- |
| `，，` `。。` | PU005，可安全修正 |
| `，，，` `、、` `，。` `！！！` | PU005，要求时才修正：留一个，留哪个只是推测 |
| `。。。`、`...`、`…`（包括与别的标点连用） | PU006 |
| `。.` `，,` `,，` | PU001 会把半角改成全角时归 PU001，否则归 PU005 |
| 半角的 `!!` `?!` | 中文里归 PU001，其他地方不管 |
| `？！` `！？`、标题后的 `？：` | 不管：正确 |
| 四个以上的 `，，，，` | 不管：留着填写的空位 |

谈论标点的行不管；三个以上不同的标点连在一起是在列举标点，也不管。

## 出处

- GB/T 15834-2011《标点符号用法》4.2.3、4.3.3
- 《中文文案排版指北》（sparanoid）：不重复使用标点符号
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhenlint.characters import ANY_HAN, BLANK, LATIN
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import BLOCK, CLOSE, OPEN
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import Context, rule
from zhenlint.rules.places import RareFirst
from zhenlint.rules.punctuation.chinese_context import is_chinese
from zhenlint.rules.punctuation.fullwidth_marks import runs_of_points
from zhenlint.rules.punctuation.mentioned_marks import speaks_of_marks
from zhenlint.rules.punctuation.surroundings import surroundings

_PAUSE = "，。、；："
_NARROW_FIRST = RareFirst(",.;", rf"[{_PAUSE}]+")
"""A half-width mark first."""

_ELLIPSIS = lazy_pattern(r"…|\.\.|。。。")
_NOT_AFTER_TEXT = BLANK + OPEN + BLOCK + "\r\n“‘（《「『【([<{\"'/|*_,.;…"
"""What stands before marks that end no text: they are shown, or belong to what follows or precedes."""

_SENTENCE_ENDS = lazy_pattern(rf"[{CLOSE} ]*(?:[\r\n{BLOCK}”’）」』]|\Z)")
_CODE_AFTER = lazy_pattern(rf"[{LATIN}_/\\=]")
_LONGEST_SLIP = 3
_NAME_AFTER = lazy_pattern(rf" ?[{LATIN}_]")
_TITLE_MARKS = lazy_pattern(r"[！？]+[：、；]|：[！？]+")
"""After a title that asks (``什么是闭包？：一篇文章``) or a name (``Yahoo！、Google``); an operator."""


class Options(NamedTuple):
    """How many exclamation or question marks may stand in a row."""

    emphasis: int = 2


@rule(
    "PU005",
    name="repeated-punctuation",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    options=Options,
    messages={
        "default": ("“{marks}” repeats a mark, use “{right}”", "标点重复“{marks}”，应为“{right}”"),
        "clash": (
            "“{marks}”: two marks where one can stand, perhaps “{right}”",
            "“{marks}”两个标点冲突，应只留一个，可能是“{right}”",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report repeated and clashing full-width marks."""
    for match in _runs(document):
        marks, (start, end) = match[0], match.span()
        different = len(set(marks))
        if different > 2 or not _follows_text(document, start) or _ELLIPSIS.search(marks):
            continue
        if different == 1:
            wrong = _is_repetition(document, match, context.options.emphasis)
        else:
            wrong = _is_clash(document, match)
        if not wrong or not document.is_literal(start, end) or speaks_of_marks(document, start):
            continue
        kept = _kept(marks, ends=bool(_SENTENCE_ENDS.match(document.prose, end)))
        yield context.report(
            start,
            end,
            "default" if different == 1 else "clash",
            edits=(Edit(start, end, kept[0]),),
            applicability=Applicability.SAFE if marks in ("，，", "。。") else Applicability.UNSAFE,
            suggestions=kept,
            marks=marks,
            right=kept[0],
        )


def _runs(document: Document) -> Iterator[re.Match[str]]:
    """Every run of marks of which the first or second is full-width."""
    yield from runs_of_points(document)
    yield from _NARROW_FIRST.matches(document.prose)


def _follows_text(document: Document, start: int) -> bool:
    """Whether marks stand directly after something that they can end."""
    return start > 0 and document.prose[start - 1] not in _NOT_AFTER_TEXT


def _is_repetition(document: Document, match: re.Match[str], emphasis: int) -> bool:
    """Whether one mark stands too often; ``std：：string`` is a name, a long row a place to fill in."""
    if match[0][0] in "！？":
        return len(match[0]) > emphasis
    if len(match[0]) > _LONGEST_SLIP:
        return False
    return match[0][0] != "：" or not _NAME_AFTER.match(document.prose, match.end())


def _is_clash(document: Document, match: re.Match[str]) -> bool:
    """Whether two different marks exclude each other."""
    marks = match[0]
    if all(mark in "！？" for mark in marks) or _TITLE_MARKS.fullmatch(marks):
        return False
    narrow = [at for at, mark in enumerate(marks) if mark in ",.;"]
    if not narrow:
        return marks[0] not in "！？" or bool(ANY_HAN.match(document.prose, match.start() - 1))
    return len(narrow) == 1 and _is_stray(document, match.start() + narrow[0], first=narrow[0] == 0)


def _is_stray(document: Document, at: int, *, first: bool) -> bool:
    """Whether the half-width mark of a clash is left over: not a name's, a number's or PU001's."""
    prose = document.prose
    if first:
        stands_alone = prose[at] == "," or bool(ANY_HAN.match(prose, at - 1))
    else:
        stands_alone = not _CODE_AFTER.match(prose, at + 1)
    return stands_alone and not is_chinese(prose[at], surroundings(document, at))


def _kept(marks: str, *, ends: bool) -> tuple[str, ...]:
    """The marks that could stay, the likelier first.

    A question or exclamation mark outweighs any other; at the end of a sentence a colon or a full
    stop stays, within one the mark typed last; of two widths the full one.
    """
    wide = [mark for mark in dict.fromkeys(reversed(marks)) if mark not in ",.;"]
    order = "！？：。" if ends else "！？"
    return tuple(sorted(wide, key=lambda mark: order.find(mark) if mark in order else len(order)))
