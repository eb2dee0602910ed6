"""# Two or more spaces in a sentence

## What it finds

Two or three spaces in a row between words of one sentence, where one space is enough. Emphasis,
links and code spans beside the gap are seen through.

## Why

The extra space is a slip of the hand: it does not show in the rendered page, but in the source and
in every diff.

Spaces in a row can also be meant. Left alone are wider gaps, gaps that line up with those of the
lines around them, lines with several columns, what follows a list marker, a number or a label, the
two spaces that some set after an English sentence, diagrams, and rows of links or images.

## Examples

```md
编写大型文档的时候，LaTeX  还提供了一些特色功能 → 编写大型文档的时候，LaTeX 还提供了一些特色功能
你可以使用 `tiup clean`  命令来清理组件实例。 → 你可以使用 `tiup clean` 命令来清理组件实例。
It scales well to large numbers of  watched files. → It scales well to large numbers of watched files.
= This is the first sentence.  This is the second one.
= ## 4.  Share
= GraphX   : 常用的图计算
```

## Neighbours

| left | right | owner |
| --- | --- | --- |
| Latin, number, code span, closing markup | the same, Han, and the reverse | SP005 makes two spaces one |
| Han | Han | SP004 |
| anything | full-width mark, and the reverse | SP003 |
| half-width mark beside Han | anything | PU001 |
| bracket | the text in it | SP006 |

What a single space should be is told by SP001, SP002 and SP007. Only plain spaces are counted.

## Sources

- Requirements for Chinese Text Layout (W3C CLREQ), mixed text composition
- The Chicago Manual of Style, 17th edition, 2.9: one space, not two

---

# 句子里连续的空格

## 它找什么

一句话里，词与词之间连续两三个空格；一个就够了。空格旁边的强调、链接和行内代码不妨碍判断。

## 为什么

多出的空格是手误：渲染后看不见，却留在源文件和每一次改动的对比里。

连续的空格也可能是有意的。以下情形不报告：更宽的空白；与上下行对齐的空白；一行里有好几栏；
列表标记、序号或标签之后；英文句号后习惯空两格；字符图；并排的链接或图片。

## 示例

{examples}

## 相邻规则

| 左 | 右 | 归谁管 |
| --- | --- | --- |
| 西文、数字、行内代码、标记的末尾 | 同类或汉字（反之亦然） | SP005，两个空格改成一个 |
| 汉字 | 汉字 | SP004 |
| 任何字符 | 全角标点（反之亦然） | SP003 |
| 汉字旁的半角标点 | 任何字符 | PU001 |
| 括号 | 括号里的文字 | SP006 |

只剩一个空格时该不该有，由 SP001、SP002、SP007 决定。只数普通空格。

## 出处

- 《中文排版需求》（W3C CLREQ）：中西文混排
- 《芝加哥格式手册》第 17 版 2.9 节：空一格，不空两格
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import east_asian_width

from zhenlint.characters import ANY_HAN, LATIN, LETTER, OTHER_LETTER
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM, BLOCK, CLOSE, OPEN
from zhenlint.rules import Context, rule

_GAP = lazy_pattern(r"  (?<=[^\s ]  ) ?(?![\s])")
_LEFT = rf"[{LATIN}{ATOM}{CLOSE})%”’]|(?<=[{LETTER}+])[+#]|{OTHER_LETTER}|(?<=[{LETTER}])[,;]"
_RIGHT = rf"[{LATIN}{ATOM}{OPEN}(“‘]|{OTHER_LETTER}|& "
_ENDS_WORD = lazy_pattern(rf"(?:{_LEFT})\Z")
_BEGINS_WORD = lazy_pattern(_RIGHT)

_LABEL_BEFORE = lazy_pattern(
    rf"[^\w]*(?:[\[(]?(?:\d[\d.]*|[A-Za-z]|[一二三四五六七八九十]+)[\])]?[.、]?"
    rf"|第 ?[\d一二三四五六七八九十百]+ ?[章节部分篇步条课讲回天周期卷题]"
    rf"|(?:{OTHER_LETTER}){{1,3}} ?\d+(?:\.\d+)*|(?:Chapter|Section|Part|Step) ?\d+)"
)
"""A number or label that opens a line: ``4``, ``[1]``, ``第 3 章``, ``问题 4``."""

_LABEL_AFTER = lazy_pattern(rf"[{OPEN}]*[^\s，。；、,;.!?{BLOCK}{ATOM}]{{1,12}} ?[{CLOSE}]*[:：=]")
"""A label after the gap opens the next item of a row: ``作者：甲  **地址：**乙``."""

_SENTENCE = lazy_pattern(rf"[，。；！？]|(?<={OTHER_LETTER})[,.;!?]|[{LETTER}][,;.!?](?: |\Z)")
_WORD = lazy_pattern(rf"{OTHER_LETTER}|[{LETTER}][{LATIN}'’-]*+")
_ENOUGH = 6
"""Words or Han characters that a line needs to be taken for a sentence if it has no points."""

_DRAWING = lazy_pattern(r"-->|<--|[-=~<>]{3,}|[─-╿▀-▟←-⇿|]|\t|   ")
_NEARBY = 2
"""How many lines above and below are looked at for a gap that lines up."""

_REACH = 300
"""How many characters of a line are looked at on either side of a gap."""

_LINE = lazy_pattern(rf"[^\r\n{BLOCK}]*")
_ANY_GAP = lazy_pattern(r"(?<=[^\s])  +(?=\S)")


@rule(
    "SP005",
    name="repeated-spaces",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    signs=("  ",),
    messages={"default": ("{count} spaces in a row", "连续 {count} 个空格")},
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report repeated spaces inside sentences."""
    for gap in document.matches(_GAP):
        start, end = gap.span()
        if _parts_words(document, start, end) and not _meant(document, start, end):
            yield context.report(start, end, edits=(Edit(start, end, " "),), count=str(end - start))


def _parts_words(document: Document, start: int, end: int) -> bool:
    """Whether words stand on both sides, of a pair that no other rule owns."""
    prose, text = document.prose, document.text
    before = _ENDS_WORD.search(prose, start - 1, start)
    after = _BEGINS_WORD.match(prose, end)
    if not (before and after) or not document.is_literal(start, end):
        return False
    left, right = before[0][-1], after[0][0]
    if left == ATOM and text[start - 1] not in "`$":
        return False
    if right == ATOM and text[end] not in "`$":
        return False
    if left in ",;" and not right.isascii():
        return False
    return not (left == CLOSE and right == OPEN) and not (ANY_HAN.match(left) and ANY_HAN.match(right))


def _meant(document: Document, start: int, end: int) -> bool:
    """Whether the gap sets items apart instead of standing in a sentence."""
    prose = document.prose
    begin = _line_start(prose, start)
    stop = _LINE.match(prose, end, end + _REACH).end()  # type: ignore[union-attr]  # it matches the empty text
    before, after = prose[begin:start], prose[end:stop]
    if _LABEL_BEFORE.fullmatch(before) or _LABEL_AFTER.match(after):
        return True
    if _DRAWING.search(before + "\n" + after) or len(_ANY_GAP.findall(prose, begin, stop)) > 2:
        return True
    line = before + " " + after
    if not _SENTENCE.search(line) and (len(_WORD.findall(line)) < _ENOUGH or after[0].isdigit()):
        return True
    return _lines_up(document, start, end)


def _line_start(prose: str, at: int) -> int:
    """Where the line that holds an offset begins inside its block, looked for in reach."""
    floor = max(0, at - _REACH)
    return max(floor, prose.rfind("\n", floor, at) + 1, prose.rfind(BLOCK, floor, at) + 1)


def _lines_up(document: Document, start: int, end: int) -> bool:
    """Whether a line close by has a gap that begins or ends in the same column."""
    text = document.text
    begin = text.rfind("\n", max(0, start - _REACH), start) + 1
    if not begin and start > _REACH:
        return False
    columns = {_width(text[begin:start]), _width(text[begin:end])}
    return any(
        columns & {_width(line[: gap.start()]), _width(line[: gap.end()])}
        for line in _lines_nearby(text, begin)
        for gap in _ANY_GAP.finditer(line)
    )


def _lines_nearby(text: str, begin: int) -> Iterator[str]:
    """The lines above and below the one that begins at ``begin``, each as far as it is in reach."""
    above = text[max(0, begin - _NEARBY * _REACH) : begin].splitlines()
    yield from above[-_NEARBY:]
    below = text[begin : begin + (_NEARBY + 1) * _REACH].splitlines()
    yield from below[1 : _NEARBY + 1]


def _width(text: str) -> int:
    """The columns that a text takes where Han are two columns wide."""
    return len(text) + sum(east_asian_width(char) in "WF" for char in text)
