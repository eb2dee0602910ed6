"""# Spacing between Han and numbers

## What it finds

A number that is set against the document's own way: without a space beside Han where the document
sets one, or with a space where it sets none. Emphasis between the two is seen through. A number
with a space on one side only (`与1 进行比较`) is reported wherever the document has no way without
spaces.

## Why

`共 5 次` and `共5次` are both common; a document that mixes them looks careless. So no way is
imposed, only the exceptions are reported.

## Examples

```md
i 与1 进行比较，如果更大就停下 → i 与 1 进行比较，如果更大就停下
升级到5.9 版本之前 → 升级到 5.9 版本之前
= 2024年3月20日，第3章讲到18岁的人占了69%的份额
= 取200-210行，约20～30年，坐标是10.5,20.3，地址是10.0.0.1
= 共5次，1对1辅导
```

## Options

- `style`: `consistent` (default), `always` or `never`. `consistent` asks for a space if eight places
  or more have one and these are four in five; it asks for none if there are twenty places or more
  and nine in ten go without. The numbers of headings (`3.2.1 概述`) and those after a Latin word
  (`Java 8 的`) are counted by themselves, from three on.
- `exempt`: what may go without a space in any style; the default is `date` (`2024年3月20日`),
  `ordinal` (`第3章`, `图2`), `percent` (`69%的`) and `unit` (`18岁`, `3个`). Such places are not
  counted either.

## Neighbours

| left | right | owner |
| --- | --- | --- |
| Han | number, and the reverse | SP002 |
| Han | word with a letter (`Python3`, `4KB`), and the reverse | SP001 |
| number | Latin unit | SP007 |
| two spaces or more | | SP005 |

A no-break space counts as a space and is never taken away.

## Sources

- Chinese Copywriting Guidelines (sparanoid), spacing
- GB/T 15835-2011, General rules for writing numerals in publications

---

# 汉字与数字之间的空格

## 它找什么

与文档自身习惯不一致的数字：别处都加空格而这里没加，或者别处都不加而这里加了。中间的强调标记
不妨碍判断。数字只有一侧有空格（`与1 进行比较`）时，只要文档不是一贯不加空格，也会报告。

## 为什么

`共 5 次`和`共5次`都很常见，混用才显得粗心。所以不强求哪一种，只报告例外。

## 示例

{examples}

## 选项

- `style`：`consistent`（默认）、`always` 或 `never`。`consistent` 的判断方法：有空格的地方至少 8 处、
  且占五分之四以上，就要求加空格；总数至少 20 处、且九成以上不加空格，就要求不加。
  标题的编号（`3.2.1 概述`）和西文词后面的数字（`Java 8 的`）各自单独统计，3 处起算。
- `exempt`：无论哪种风格都可以不加空格的情形，默认有 `date`（`2024年3月20日`）、`ordinal`
  （`第3章`、`图2`）、`percent`（`69%的`）和 `unit`（`18岁`、`3个`）。这些地方也不计入统计。

## 相邻规则

| 左 | 右 | 归谁管 |
| --- | --- | --- |
| 汉字 | 数字（反之亦然） | SP002 |
| 汉字 | 含字母的词（`Python3`、`4KB`；反之亦然） | SP001 |
| 数字 | 西文单位 | SP007 |
| 两个以上的空格 | | SP005 |

不换行空格也算空格，不会被去掉。

## 出处

- 《中文文案排版指北》（sparanoid）：空格
- GB/T 15835-2011《出版物上数字用法》
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from zhenlint.characters import ANY_HAN
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import BLOCK
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import Context, rule
from zhenlint.rules.spacing.number_gaps import NumberGap, apart, touching

Exempt = Literal["date", "ordinal", "percent", "unit"]

_FEW = 8
"""So many places with a space tell that a document sets one."""

_BY_THEMSELVES = ("outline", "phrase")
"""Kinds of gaps that are counted by themselves: ``3.2.1 概述``, ``Java 8 的``."""

_FEW_BY_THEMSELVES = 3
"""So many of them with a space tell that the document sets one."""

_ENOUGH = 20
"""So many places tell that a document sets no space."""

_BEFORE_QUANTITY = frozenset("与和到为是在有于从约共取前后多少过达至了的即或及用比近每超以")
"""Han after which a number is not the end of a name such as ``千问3``."""

_LINE_START = frozenset(("", "\n", "\r", BLOCK))
"""What stands before a number that opens a line and may be the line's own: ``1 概述``."""


class Options(NamedTuple):
    """``style``: whether Han and numbers are set apart; ``exempt``: what may always go without."""

    style: Literal["consistent", "always", "never"] = "consistent"
    exempt: tuple[Exempt, ...] = ("date", "ordinal", "percent", "unit")


@rule(
    "SP002",
    name="han-number-spacing",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    options=Options,
    messages={
        "default": ("no space between “{left}” and “{right}”", "“{left}”与“{right}”之间缺少空格"),
        "unwanted": ("a space between “{left}” and “{right}”", "“{left}”与“{right}”之间不该有空格"),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report gaps that go against the style."""
    style = context.options.style
    if style == "never":
        yield from (_unwanted(document, gap, context) for gap in apart(document) if _may_close(document, gap))
        return
    without = [gap for gap in touching(document) if gap.kind not in context.options.exempt]
    if not without:
        return
    if style == "consistent":
        yield from _by_habit(document, context, without)
    else:
        yield from (_missing(document, gap, context) for gap in without)


def _by_habit(document: Document, context: Context, without: list[NumberGap]) -> Iterator[Diagnostic]:
    """Report what goes against the way of the document."""
    every = apart(document)
    spaced = [gap for gap in every if gap.kind not in context.options.exempt]
    for kind in _BY_THEMSELVES:
        own = [gap for gap in without if gap.kind == kind]
        if _set_space(len(own), sum(gap.kind == kind for gap in spaced), _FEW_BY_THEMSELVES):
            yield from (_missing(document, gap, context) for gap in own)
    places = [gap for gap in without if gap.kind not in _BY_THEMSELVES]
    exceptions = [gap for gap in spaced if gap.kind not in _BY_THEMSELVES]
    if _set_space(len(places), len(exceptions), _FEW):
        yield from (_missing(document, gap, context) for gap in places)
    elif len(places) + len(exceptions) >= _ENOUGH and len(places) >= 9 * len(exceptions):
        customs = {gap.number for gap in every if gap.kind}
        for gap in exceptions:
            if gap.number not in customs and _may_close(document, gap) and _stands_alone(document.prose, gap):
                yield _unwanted(document, gap, context)
    else:
        one_sided = {gap.number for gap in every}
        for gap in places:
            if gap.number in one_sided and (gap.number_first or document.text[gap.han] in _BEFORE_QUANTITY):
                yield _missing(document, gap, context)


def _set_space(without: int, with_space: int, few: int) -> bool:
    """Whether the places of one kind have a space, four in five and at least a few."""
    return with_space >= few and with_space >= 4 * without


def _missing(document: Document, gap: NumberGap, context: Context) -> Diagnostic:
    return _report(document, gap, context, "default", " ")


def _unwanted(document: Document, gap: NumberGap, context: Context) -> Diagnostic:
    return _report(document, gap, context, "unwanted", "")


def _report(document: Document, gap: NumberGap, context: Context, message: str, content: str) -> Diagnostic:
    """A report on the blank that is not wanted, or on the two characters that lack one."""
    number, han = document.text[slice(*gap.number)], document.text[gap.han]
    left, right = (number, han) if gap.number_first else (han, number)
    extent = (gap.number[1] - 1, gap.han + 1) if gap.number_first else (gap.han, gap.number[0] + 1)
    start, end = gap.blank if gap.spaced else extent
    edits = (Edit(*gap.blank, content),)
    return context.report(start, end, message, edits=edits, left=left, right=right)


def _may_close(document: Document, gap: NumberGap) -> bool:
    """Whether the space is a plain one and not the one after a heading's number."""
    return document.text[slice(*gap.blank)] == " " and gap.kind != "outline"


def _stands_alone(prose: str, gap: NumberGap) -> bool:
    """Whether the number is no part of a row, formula or phrase: ``7 - 12``, ``2 MSL``."""
    start, end = gap.number
    beyond = prose[max(0, start - 2) : start][::-1] if gap.number_first else prose[end : end + 2]
    if gap.number_first and beyond[:1] in _LINE_START:
        return False
    return beyond[:1] != " " or ANY_HAN.match(beyond, 1) is not None
