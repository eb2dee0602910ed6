"""# A space between two Han characters

## What it finds

A stray space between two Han characters of a sentence: `的 新实验`.

## Why

Chinese is written without spaces between words.

A space can also be meant: between the items of a list, names, columns, a title and its number, the
lines of a poem. So a space is reported only where something shows a running sentence: a function
word such as `的`, `了` or `和` beside it, or full stops and commas around it.

## Examples

```md
我在折腾 thesis 的 新实验了 → 我在折腾 thesis 的新实验了
当内存空间不足时，虚拟机会回收 全部对象的内存。 → 当内存空间不足时，虚拟机会回收全部对象的内存。
= 作者 张三 日期 三月五日
= 第一章 绪论
= 床前明月光 疑是地上霜
= @张三 和 #标签 后面的空格有用处，src/库名 的也是
```

## Neighbours

| left | right | owner |
| --- | --- | --- |
| Han | Han | SP004 |
| Han | full-width mark, and the reverse | SP003 |
| Han | Latin or number, and the reverse | SP001, SP002 |
| Han | Han in emphasis or in a link, and the reverse | nobody: a matter of taste |

Only plain spaces, at most two, are looked at; ideographic spaces (U+3000) set apart on purpose.

## Sources

- Requirements for Chinese Text Layout (W3C CLREQ)

---

# 汉字之间的空格

## 它找什么

句子里两个汉字之间多余的空格：`的 新实验`。

## 为什么

中文的词与词之间不加空格。

空格也可能是有意的：并列的条目、人名、分栏、章节号与标题、诗句之间都会用空格隔开。
所以只有在看得出是一句话的地方才报告：旁边有“的”“了”“和”之类的虚词，或者前后有逗号、句号。

## 示例

{examples}

## 相邻规则

| 左 | 右 | 归谁管 |
| --- | --- | --- |
| 汉字 | 汉字 | SP004 |
| 汉字 | 全角标点（反之亦然） | SP003 |
| 汉字 | 西文或数字（反之亦然） | SP001、SP002 |
| 汉字 | 强调或链接里的汉字（反之亦然） | 不管：各人习惯 |

只看一两个普通空格；全角空格（U+3000）是有意隔开。

## 出处

- 《中文排版需求》（W3C CLREQ）
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhenlint.characters import (
    ANY_HAN,
    CLOSING,
    CLOSING_QUOTE,
    OPENING,
    OPENING_QUOTE,
    OTHER_LETTER,
    STOP,
)
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ALL, BLOCK
from zhenlint.rules import Context, rule
from zhenlint.rules.line import line_around
from zhenlint.rules.spacing import fullwidth_gap

_GAP = lazy_pattern(rf" (?<={OTHER_LETTER} ) ?(?={OTHER_LETTER})")
_BETWEEN_HAN = lazy_pattern(rf"(?<={OTHER_LETTER}) +(?={OTHER_LETTER})")

_EDGE = rf"{STOP}{OPENING}{CLOSING}{OPENING_QUOTE}{CLOSING_QUOTE}{ALL}\u3000\t\r\n"
_CLAUSE_BEFORE = lazy_pattern(rf"[^{_EDGE}]*+\Z")
_CLAUSE_AFTER = lazy_pattern(rf"[^{_EDGE}]*")
_REACH = 120
"""How far a clause is followed, in characters."""

_SENTENCE = lazy_pattern(rf"[，。；！？]|(?<={OTHER_LETTER})[,.;!?]")

_PARTICLE_BEFORE = lazy_pattern(r"(?:(?<![目标])的|了|[么就不这而]是)\Z")
_FUNCTION_BEFORE = lazy_pattern(
    r"(?:[把将被让这那该其每]|(?<!总)和|(?<!参)与|(?<!以)及|(?<![行作认成])为|(?<![现存内])在|(?<![关等])于"
    r"|但是|而且|或者|以及|因此|所以|如果|假设|为了|对于|由于|根据|通过|使用|可以|需要|我们|一个)\Z"
)
_FUNCTION_AFTER = lazy_pattern(
    r"[的了们吗呢吧]|[和与及或是被就也都则而](?!平|声)|进行|使用|可以|需要|通过|以及|一个|一种"
)
_TITLE = 8
"""Two words of no more characters than this may be a title such as ``关于 作者``."""

_CONJUNCTION = lazy_pattern(r"大家|如果|因为|所以|但是|而且|并且|然后|而是|比如|例如|如何|怎么|在(?!线)")
_NEW_CLAUSE = lazy_pattern(r"[我你他她它这那该]|[并就]不|每[天年月次秒分]|一般|只[有能要]|都是|也是")
"""How a clause begins: a space before it stands for a comma, and taking it away would not help."""

_TOPIC_BEFORE = lazy_pattern(r"(?:来[说讲]|的话|考虑|看来|起见|之[前后]|的?时候)\Z")
"""How the words end that a comma parts from the clause they introduce."""

_CHAIN_BEFORE = lazy_pattern(rf"(?:-+>|→|=>) ?{OTHER_LETTER}+\Z")
_CHAIN_AFTER = lazy_pattern(rf"{OTHER_LETTER}+ ?(?:-+>|→|=>)")
"""``甲->乙``: a chain of steps that spaces set apart from the sentence."""

_SHORT = 6
"""A piece of no more characters right after a colon is likely a value of its own."""

_MANY = 12
_SPARSE = 200
"""More spaces than one to so many characters, and a dozen of them, are this writer's commas."""

_JOINING = "和与及或的"
"""Single characters that are no item of a row."""

_LABEL_BEFORE = lazy_pattern(
    r"[^\w]*(?:第[一二三四五六七八九十百零〇\d]+[章节部分篇步条课讲回卷集课天期届季种个层]?"
    r"|[一二三四五六七八九十]+"
    r"|(?:附录|图|表|例|题|式|案例|实验|习题|练习|方法|方案|步骤|问题)\s?[一二三四五六七八九十\dA-Za-z.\-]*)"
)
_LABEL_AFTER = lazy_pattern(rf"{OTHER_LETTER}{{1,4}} ?[:：]|[第卷册] ?[一二三四五六七八九十\d]")
_BULLET = lazy_pattern(r"^\W+")
_NAME = lazy_pattern(r"[/\\@#_]")
_ARGUMENT = lazy_pattern(rf"[a-z] {OTHER_LETTER}{{0,3}}(?:名|路径|目录)\Z")
"""``chown 用户名 文件名``: the arguments of a command, named in Chinese."""


@rule(
    "SP004",
    name="han-han-spacing",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    messages={"default": ("a space between two Han characters", "汉字之间有多余的空格")},
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report stray spaces between Han characters of one line."""
    prose = document.prose
    found = filter(None, (_GAP.match(prose, place) for place in fullwidth_gap.gaps(document)))
    gaps = [gap.span() for gap in found if _between_han(prose, *gap.span())]
    as_commas = len(gaps) >= _MANY and len(gaps) * _SPARSE > len(ANY_HAN.findall(prose))
    for start, end in gaps:
        if _stray(document, start, end, as_commas=as_commas):
            yield context.report(start, end, edits=(Edit(start, end, ""),))


def _between_han(prose: str, start: int, end: int) -> bool:
    return bool(ANY_HAN.match(prose, start - 1) and ANY_HAN.match(prose, end))


def _stray(document: Document, start: int, end: int, *, as_commas: bool) -> bool:
    """Whether the space at [start, end) parts a sentence and not items set side by side.

    Where a document has spaces ``as_commas``, only a function word beside the space can tell.
    """
    prose = document.prose
    before = _match(_CLAUSE_BEFORE.search(prose, max(0, start - _REACH), start))
    after = _match(_CLAUSE_AFTER.match(prose, end, end + _REACH))
    items = _BETWEEN_HAN.split(before + " " * (end - start) + after)
    if _NAME.search(before.split(" ")[-1]) or _NAME.search(after.split(" ")[0]):
        return False
    if _ARGUMENT.search(before) or _LABEL_BEFORE.fullmatch(before) or _CHAIN_BEFORE.search(before):
        return False
    if _LABEL_AFTER.match(prose, end) or _CHAIN_AFTER.match(after) or _list_of_items(items):
        return False
    if _FUNCTION_AFTER.match(after):
        return True
    if _CONJUNCTION.match(after):
        return False
    if _PARTICLE_BEFORE.search(before) or (_FUNCTION_BEFORE.search(before) and len(before + after) > _TITLE):
        return True
    if as_commas or _NEW_CLAUSE.match(after) or _TOPIC_BEFORE.search(before):
        return False
    clause = (start - len(before), end + len(after))
    return _in_sentence(document, *clause) and not _side_by_side(prose, clause[0], before, after)


def _match(found: re.Match[str] | None) -> str:
    return found[0].strip(" ") if found else ""


def _list_of_items(items: list[str]) -> bool:
    """Whether short pieces stand in a row: names, columns, key words, a spaced-out title."""
    longest = max(map(len, items))
    if longest == 1 or sum(len(item) == 1 and item not in _JOINING for item in items) > 1:
        return True
    return longest <= (6 if len(items) == 3 else 10) and len(items) > 2


def _in_sentence(document: Document, start: int, end: int) -> bool:
    """Whether a clause belongs to a line with the points of a sentence, outside headings and link texts."""
    prose = document.prose
    block = document.block_at(start)
    if block is None or block.kind == "heading":
        return False
    if any(link.inner_start <= start < link.inner_end for link in document.links):
        return False
    return bool(_SENTENCE.search(prose, *line_around(prose, start, end, "\n" + BLOCK)))


def _side_by_side(prose: str, start: int, before: str, after: str) -> bool:
    """Whether two pieces of a clause could be two items: lines of verse, a speaker, a pair of names."""
    if len(before) == len(after) and 4 <= len(before) <= 8:
        return True
    at_start = start == 0 or prose[start - 1] in "\r\n" + BLOCK
    if at_start and min(len(_BULLET.sub("", before)), len(after)) <= 4:
        return True
    label, _, value = before.rpartition(":")
    return len(value.strip()) <= _SHORT and (label != "" or prose[start - 1] == "：")
