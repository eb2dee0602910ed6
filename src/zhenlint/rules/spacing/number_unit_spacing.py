"""# Spacing between a number and its unit

## What it finds

Units that are set both ways in one document, `10Gbps` and `10 Gbps`; and a space before `%`, `‰`,
`°` and `℃`.

## Why

The International System of Units sets a space between number and unit symbol, many writers set
none: either can be read, both side by side look careless. The signs `%`, `°` and `℃` stand directly
after the number in Chinese text.

## Examples

```md
宽带从 10Gbps 升级到 20 Gbps 的过程 → 宽带从 10 Gbps 升级到 20 Gbps 的过程
缓存 5MB，日志 6MB，索引 7 MB 左右 → 缓存 5MB，日志 6MB，索引 7MB 左右
占了 69 % 的份额，温度为 20 ℃ 左右 → 占了 69% 的份额，温度为 20℃ 左右
= 内存 16GB，硬盘 512GB
= 余数是 10 % 3，字号是 16px，间隔是 10 ms
```

## Options

- `style`: `consistent` (default), `always` or `never`. `consistent` follows what the document does
  with units of the same family (data, time, frequency, measure, electric, screen): it sets a space
  if at least half of them have one, and none if two in three have none. Words such as `bytes` only
  ever get a space. The signs `%`, `‰`, `°` and `℃` go without in any style.

## Neighbours

| left | right | owner |
| --- | --- | --- |
| number | unit symbol, `%`, `°`, `℃` | SP007 |
| number with its unit | Han, and the reverse | SP001 |
| number | Han | SP002 |
| two spaces or more | | SP005 |

The unit symbols are in `dictionaries/spacing/units.txt`; those of one letter are left alone. A
no-break space counts as a space and is never taken away.

## Sources

- The International System of Units (BIPM), 9th edition, 5.4.3
- Chinese Copywriting Guidelines (sparanoid), spacing

---

# 数字与单位之间的空格

## 它找什么

同一份文档里写法不一的单位：既有 `10Gbps` 又有 `10 Gbps`；以及 `%`、`‰`、`°`、`℃` 前面的空格。

## 为什么

国际单位制规定数字与单位符号之间空一格，不少人习惯不空。两种都读得懂，混用才显得粗心。
`%`、`°`、`℃` 在中文里紧跟数字。

## 示例

{examples}

## 选项

- `style`：`consistent`（默认）、`always` 或 `never`。`consistent` 跟随文档对同类单位（数据、时间、
  频率、计量、电学、屏幕）的写法：至少一半有空格就要求加，三分之二没有就要求不加；`bytes` 这样的
  单词只会要求加空格。无论哪种风格，`%`、`‰`、`°`、`℃`
  前面都不加空格。

## 相邻规则

| 左 | 右 | 归谁管 |
| --- | --- | --- |
| 数字 | 单位符号、`%`、`°`、`℃` | SP007 |
| 带单位的数字 | 汉字（反之亦然） | SP001 |
| 数字 | 汉字 | SP002 |
| 两个以上的空格 | | SP005 |

单位符号收在 `dictionaries/spacing/units.txt`，不收单字母的。不换行空格也算空格，不会被去掉。

## 出处

- 《国际单位制》（BIPM）第 9 版 5.4.3 节
- 《中文文案排版指北》（sparanoid）：空格
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from zhenlint.characters import ANY_HAN, LATIN
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import Context, rule
from zhenlint.rules.spacing.quantities import Quantity, quantities

_SIGNS = "%％‰°℃℉"
_SIGN = lazy_pattern(rf"[{_SIGNS}](?<=[0-9] .)")
_OPERAND_AFTER = lazy_pattern(rf". ?(?:[0-9({LATIN}_{ATOM}][0-9]*(?![{LATIN}]*[a-z]{{2}})|-)")
_OPERATION_BEFORE = lazy_pattern(r"[-+*/%=<>] ?[0-9.,]*\Z")

_TO_ONE = 2
"""So many units without a space to one with it tell that a document sets none."""

_REACH = 300
"""How much of a line is looked at on either side."""


class Options(NamedTuple):
    """``style``: whether a number and its unit symbol are set apart."""

    style: Literal["consistent", "always", "never"] = "consistent"


@rule(
    "SP007",
    name="number-unit-spacing",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    options=Options,
    messages={
        "default": ("no space between “{number}” and “{unit}”", "“{number}”与“{unit}”之间缺少空格"),
        "unwanted": ("a space between “{number}” and “{unit}”", "“{number}”与“{unit}”之间不该有空格"),
        "sign": ("a space before “{unit}”", "“{unit}”前面不该有空格"),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report units that go against the style, and spaces before signs."""
    yield from _signs(document, context)
    found = quantities(document)
    if not found:
        return
    wanted = _habits(found) if context.options.style == "consistent" else {}
    for item in found:
        space = wanted.get(item.family, context.options.style == "always")
        if space is not None and space != item.spaced and (space or _may_close(document, item, wanted)):
            yield _report(document, context, item)


def _habits(found: list[Quantity]) -> dict[str, bool | None]:
    """Whether the document sets a space, by family of units; None where it does not tell."""
    counts = Counter((item.family, item.spaced) for item in found)
    habits: dict[str, bool | None] = {}
    for family in {item.family for item in found}:
        with_space, without = counts[family, True], counts[family, False]
        if with_space >= without or (family == "word" and with_space):
            habits[family] = True
        else:
            habits[family] = False if without >= _TO_ONE * with_space else None
    return habits


def _may_close(document: Document, item: Quantity, habits: dict[str, bool | None]) -> bool:
    """Whether the space is a plain one that is not as it should be in an English sentence.

    Without ``habits`` the style says that none should be, in English too.
    """
    if document.prose[item.number_end] != " " or not habits:
        return document.prose[item.number_end] == " "
    floor = max(0, item.start - _REACH)
    begin = max(floor, document.prose.rfind("\n", floor, item.start) + 1)
    end = document.prose.find("\n", item.end, item.end + _REACH)
    return bool(ANY_HAN.search(document.prose, begin, end if end >= 0 else item.end + _REACH))


def _report(document: Document, context: Context, item: Quantity) -> Diagnostic:
    number, unit = document.text[item.start : item.number_end], document.text[item.unit_start : item.end]
    message, content = ("unwanted", "") if item.spaced else ("default", " ")
    edits = (Edit(item.number_end, item.unit_start, content),)
    return context.report(item.start, item.end, message, edits=edits, number=number, unit=unit)


def _signs(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Spaces before signs that stand directly after the number."""
    prose = document.prose
    if not any(sign in prose and f" {sign}" in prose for sign in _SIGNS):
        return  # one character is found ten times as fast as two
    for match in _SIGN.finditer(prose):
        start, end = match.start() - 1, match.start()
        if not document.is_literal(start, end + 1) or _is_operator(prose, start, end):
            continue
        yield context.report(start, end, "sign", edits=(Edit(start, end, ""),), unit=prose[end])


def _is_operator(prose: str, start: int, sign: int) -> bool:
    """Whether a percent sign stands for the remainder: ``10 % 3``."""
    if prose[sign] != "%":
        return False
    return bool(
        _OPERAND_AFTER.match(prose, sign) or _OPERATION_BEFORE.search(prose, max(0, start - 24), start)
    )
