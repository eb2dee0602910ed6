"""# A space beside full-width punctuation

## What it finds

A space before or after `，。、：；！？` and the brackets `（）《》「」『』【】`, just inside those
brackets too. Code spans, links and emphasis beside the mark are seen through.

## Why

A full-width mark is as wide as a character and brings its own blank.

## Examples

```md
流过你的 pipeline ，从数据的角度看 → 流过你的 pipeline，从数据的角度看
没有思路了， 再看一遍 → 没有思路了，再看一遍
自己部署 （主要方式） 和替代服务 → 自己部署（主要方式）和替代服务
见 `README` 。 → 见 `README`。
= **注意：** 后面的空格不能删，否则不再是粗体
= 见 https://example.com/a ，链接后的空格也不能删
```

## Neighbours

| left | right | owner |
| --- | --- | --- |
| anything, closing emphasis, link or code span | full-width mark | SP003 |
| full-width mark | anything, opening emphasis, link or code span | SP003 |
| half-width `, . : ; ! ?` | anything, and the reverse | PU001 takes the space with the mark |
| full-width mark | closing emphasis, then a space | nobody: without the space it would not be emphasis |
| bare URL | full-width mark | nobody: without the space the mark would be part of the URL |
| full-width mark | image, `#tag`, `@name`, attribute `{#id}` | nobody: they stand apart |
| `》` `】` `」` | the same kind of bracket, opening | nobody: items set apart on purpose |

Only plain spaces are taken away, at most two of them: wider gaps make columns.

## Sources

- Requirements for Chinese Text Layout (W3C CLREQ), punctuation marks
- Chinese Copywriting Guidelines (sparanoid), spacing

---

# 全角标点旁边的空格

## 它找什么

`，。、：；！？` 以及 `（）《》「」『』【】` 前后多余的空格，包括括号内侧的空格。
标点旁边的行内代码、链接和强调不妨碍判断。

## 为什么

全角标点占一个汉字的宽度，本身就带有空白。

## 示例

{examples}

## 相邻规则

| 左 | 右 | 归谁管 |
| --- | --- | --- |
| 任何字符、强调的末尾、链接或行内代码 | 全角标点 | SP003 |
| 全角标点 | 任何字符、强调的开头、链接或行内代码 | SP003 |
| 半角 `, . : ; ! ?` | 任何字符（反之亦然） | PU001，改标点时连空格一起去掉 |
| 全角标点 | 强调的末尾，后面有空格 | 不管：去掉空格就不再是强调 |
| 裸网址 | 全角标点 | 不管：去掉空格，标点会并入链接 |
| 全角标点 | 图片、`#标签`、`@某人`、属性 `{#id}` | 不管：它们本就分开写 |
| `》`、`】`、`」` | 同类括号的左半边 | 不管：并列的各项有意隔开 |

只去掉普通空格，最多两个；更宽的空白是在分栏。

## 出处

- 《中文排版需求》（W3C CLREQ）：标点符号
- 《中文文案排版指北》（sparanoid）：空格
"""

from __future__ import annotations

from collections.abc import Iterator

from zhenlint.characters import ANY_HAN, FULLWIDTH, LETTER
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import BLOCK
from zhenlint.rules import Context, rule
from zhenlint.rules.line import line_around
from zhenlint.rules.spacing.fullwidth_gap import gaps, may_join_after, may_join_before

_GAP = lazy_pattern(rf" (?:(?<=[{FULLWIDTH}] ) ?|(?<!  ) ?(?=[{FULLWIDTH}]))(?! )")
_KEPT_PAIRS = frozenset(("》《", "】【", "」「", "』『", "（）", "《》", "「」", "『』", "【】"))
_HALFWIDTH = ",.:;!?"
_WORD = lazy_pattern(rf"[{LETTER}]{{2,}}")
_NEAR = 16
_LINE_END = lazy_pattern(rf"[\r\n{BLOCK}]")
_SENTENCE = 6
"""Words that make a line without Han an English sentence."""


@rule(
    "SP003",
    name="fullwidth-punctuation-spacing",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    messages={
        "before": ("a space before “{mark}”", "“{mark}”前面有多余的空格"),
        "after": ("a space after “{mark}”", "“{mark}”后面有多余的空格"),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report spaces beside full-width marks."""
    prose = document.prose
    for place in gaps(document):
        gap = _GAP.match(prose, place)
        if gap is None:
            continue
        start, end = gap.span()
        before, after = prose[start - 1 : start], prose[end : end + 1]
        follows = before in FULLWIDTH and start > 0
        fits = may_join_after(document, end) if follows else may_join_before(document, start)
        if not fits or before + after in _KEPT_PAIRS or before in _HALFWIDTH or after in _HALFWIDTH:
            continue
        if not _in_english(prose, start, end):
            message, mark = ("after", before) if follows else ("before", after)
            yield context.report(start, end, message, edits=(Edit(start, end, ""),), mark=mark)


def _in_english(prose: str, start: int, end: int) -> bool:
    """Whether the line, inside one block, is an English sentence; its marks are not ours."""
    if ANY_HAN.match(prose, start - 1) or ANY_HAN.match(prose, end):
        return False
    near = prose[max(0, start - _NEAR) : end + _NEAR]
    if ANY_HAN.search(near) and not _LINE_END.search(near):
        return False  # told in 0.2 × the time that a look at the whole line takes
    line = prose[slice(*line_around(prose, start, end, "\r\n" + BLOCK))]
    return not ANY_HAN.search(line) and len(_WORD.findall(line)) >= _SENTENCE
