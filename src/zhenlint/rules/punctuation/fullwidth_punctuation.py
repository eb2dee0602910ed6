"""# Full-width punctuation in English text

## What it finds

The full-width marks `，。：；！？` in a paragraph, heading or cell that is English throughout:
`Please check， and try again。`

## Why

English punctuation is half-width and followed by a space. A full-width mark in it is left over
from a Chinese input method.

## Examples

```md
The camera is occupied，please check and try again。 → The camera is occupied, please check and try again.
Is it the end of the story？ I do not know！ → Is it the end of the story? I do not know!
= The camera is occupied, please check and try again.
= 他说 the camera is occupied，然后走了。
= Redis Docs：Sorted Sets
= Dict、ZipList、SkipList
```

## Options

- `short`: `true` judges short texts as well: two English words without Han around them are then
  English, lists of names and titles too. The default is `false`.

## Neighbours

| mark | where | owner |
| --- | --- | --- |
| `，。：；！？` | a block without Han that reads as English | PU002, with the space after the mark |
| a space before the mark | the same | SP003 |
| `，。：；！？` | any block with Han | nobody: they are right there; spaces SP003 |
| `、《》「」` and full-width brackets | English | nobody; PU009 has an option for the brackets |

A block reads as English if it has at least five words, two of them such as `the`, `is`, `of`, `to`,
and one of the marks stands directly after a word. A block whose only such marks are colons is a title.
Lists of names and titles in a Chinese document keep the marks of the document.

## Sources

- Chinese Copywriting Guidelines (sparanoid), whole English sentences use half-width punctuation

---

# 英文里的全角标点

## 它找什么

整段、整个标题或单元格都是英文，却用了全角标点 `，。：；！？`：`Please check， and try again。`

## 为什么

英文用半角标点，后面空一格。英文里的全角标点多半是中文输入法留下的。

## 示例

{examples}

## 选项

- `short`：设为 `true` 时短文本也算：两个英文单词、周围没有汉字就算英文，并列的名称和标题也在内。
  默认 `false`。

## 相邻规则

| 标点 | 位置 | 归谁管 |
| --- | --- | --- |
| `，。：；！？` | 没有汉字、读来是英文的段落 | PU002，连同标点后的空格 |
| 标点前的空格 | 同上 | SP003 |
| `，。：；！？` | 有汉字的段落 | 不管：用得对；空格归 SP003 |
| `、《》「」` 和全角括号 | 英文 | 不管；括号见 PU009 的选项 |

至少五个单词，其中两个是 `the`、`is`、`of`、`to` 之类，并且有一个标点紧跟在单词后面，才算英文。
只有冒号是全角的，是标题。
中文文档里并列的名称和标题沿用全文的标点。

## 出处

- 《中文文案排版指北》（sparanoid）：遇到完整的英文整句，其内容使用半角标点
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhenlint.characters import ANY_HAN, CLOSING_QUOTE
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.blocks import Block
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import BLOCK, CLOSE
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import Context, rule
from zhenlint.rules.line import line_start
from zhenlint.rules.punctuation.fullwidth_marks import points_beside_latin
from zhenlint.rules.punctuation.mentioned_marks import speaks_of_marks

_HALFWIDTH = {"，": ",", "。": ".", "：": ":", "；": ";", "！": "!", "？": "?"}
_MARK = lazy_pattern(r"[，。：；！？]")
_WORD = lazy_pattern(r"[A-Za-z]+(?:[-'’][A-Za-z]+)*")
_FEWEST_WORDS = 5
_FUNCTION_WORD = lazy_pattern(
    r"\b(?:an?|the|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should"
    r"|i|you|he|she|it|we|they|this|that|these|those|my|your|his|her|its|our|their"
    r"|of|to|in|on|at|by|for|from|with|without|into|as|and|or|but|not|if|when|while|so|than|then|there"
    r"|what|which|who|how|why|where)\b",
    re.IGNORECASE,
)
_AFTER_ENGLISH = lazy_pattern(r"[A-Za-z][)）”’]?[，。：；！？]")
_FEWEST_OF_SHORT = 2
_NO_SPACE_BEFORE = " \r\n)]}\"'" + CLOSING_QUOTE + BLOCK + CLOSE + "，。：；！？,.:;!?"


class Options(NamedTuple):
    """``short``: whether a few English words by themselves count as English."""

    short: bool = False


@rule(
    "PU002",
    name="fullwidth-punctuation",
    severity=Severity.WARNING,
    fix=Applicability.UNSAFE,
    options=Options,
    messages={
        "default": (
            "full-width “{mark}” in English text, use “{right}”",
            "英文里的全角“{mark}”，应为半角“{right}”",
        )
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report full-width marks in blocks that are English."""
    for block in _short_blocks(document) if context.options.short else _english_blocks(document):
        for match in _MARK.finditer(document.prose, block.start, block.end):
            mark, at = match[0], match.start()
            if document.is_literal(at, at + 1) and not speaks_of_marks(document, at):
                right = _HALFWIDTH[mark]
                edit = _edit(document, at, right)
                yield context.report(at, at + 1, edits=(edit,), suggestions=(right,), mark=mark, right=right)


def _english_blocks(document: Document) -> Iterator[Block]:
    """The blocks that have a full-width mark after Latin and read as English, in order."""
    prose, taken_to = document.prose, 0
    for match in points_beside_latin(document):
        at = match.start()
        if at < taken_to or ANY_HAN.search(prose, line_start(prose, at), at):
            continue
        block = document.block_at(at)
        if block:
            taken_to = block.end
            if _is_english(prose[block.start : block.end]):
                yield block


def _short_blocks(document: Document) -> Iterator[Block]:
    """The blocks that have a full-width mark after English and no Han, however short."""
    for block in document.blocks:
        text = document.prose[block.start : block.end]
        if _AFTER_ENGLISH.search(text) and _has_only_english(text, _FEWEST_OF_SHORT):
            yield block


def _has_only_english(text: str, fewest: int) -> bool:
    """Whether a text has no Han, so many words, and is no title with a colon."""
    if ANY_HAN.search(text) or set(_MARK.findall(text)) == {"："}:
        return False
    return len(_WORD.findall(text)) >= fewest


def _is_english(text: str) -> bool:
    """Whether a text has no Han, is no title with a colon, and has the small words of English ones."""
    return _has_only_english(text, _FEWEST_WORDS) and len(_FUNCTION_WORD.findall(text)) >= 2


def _edit(document: Document, at: int, right: str) -> Edit:
    """The half-width mark with a space after it, unless something closes there."""
    follows = document.prose[at + 1 : at + 2]
    return Edit(at, at + 1, right if not follows or follows in _NO_SPACE_BEFORE else right + " ")
