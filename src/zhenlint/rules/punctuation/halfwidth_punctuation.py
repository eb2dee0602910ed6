"""# Half-width punctuation in Chinese text

## What it finds

The half-width marks `, . : ; ! ?` where the text around them is Chinese: `肺癌,希望`. Numbers,
versions, times, URLs, code, file names and English sentences keep theirs.

## Why

Chinese punctuation takes the width of a character; a half-width mark is too narrow and sits wrong.

## Examples

```md
肺癌,希望能得到你的帮助 → 肺癌，希望能得到你的帮助
注意: 以下代码不会运行 → 注意：以下代码不会运行
真的吗?是的! → 真的吗？是的！
使用 `vector`, 然后返回. → 使用 `vector`，然后返回。
= 支持 Java, Python, Go 和 .NET，版本 3.14 于 10:30 发布
= 他说 Stay hungry, stay foolish. 就走了
= `print()` 之后，在 .vscode 下打开图片.png
```

## Neighbours

| mark | left | right | owner |
| --- | --- | --- | --- |
| `, . : ; ! ?` | Han | anything, and the reverse | PU001, with the spaces beside the mark |
| `,` | Latin word | Latin word | nobody (a list), PU010 where the space is missing |
| `...` | Han | anything | PU006 |
| full-width mark | any | any | SP003 for spaces, PU005 for repetition |
| `( ) "` | any | any | PU009, PU008 |

The fix takes away the spaces beside the mark, so no other rule speaks of them.

## Sources

- GB/T 15834-2011, General rules for punctuation
- Chinese Copywriting Guidelines (sparanoid), full-width and half-width

---

# 中文里的半角标点

## 它找什么

中文语境里的半角标点 `, . : ; ! ?`：`肺癌,希望`。
数字、版本号、时间、网址、代码、文件名和英文句子里的半角标点不动。

## 为什么

中文标点占一个汉字的宽度；半角标点太窄，位置也不对。

## 示例

{examples}

## 相邻规则

| 标点 | 左 | 右 | 归谁管 |
| --- | --- | --- | --- |
| `, . : ; ! ?` | 汉字 | 任何字符（反之亦然） | PU001，连同标点旁的空格 |
| `,` | 西文词 | 西文词 | 不管（并列项）；缺空格归 PU010 |
| `...` | 汉字 | 任何字符 | PU006 |
| 全角标点 | 任何字符 | 任何字符 | 空格归 SP003，重复归 PU005 |
| `( ) "` | 任何字符 | 任何字符 | PU009、PU008 |

修正时连标点旁的空格一起去掉，别的规则不再管这些空格。

## 出处

- GB/T 15834-2011《标点符号用法》
- 《中文文案排版指北》（sparanoid）：全角和半角
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhenlint.characters import FULLWIDTH, OTHER_LETTER
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, rule
from zhenlint.rules.places import RareFirst
from zhenlint.rules.punctuation.chinese_context import is_chinese
from zhenlint.rules.punctuation.surroundings import SIGHT, surroundings
from zhenlint.rules.spacing.fullwidth_gap import may_join_after, may_join_before

_FULLWIDTH = {",": "，", ".": "。", ":": "：", ";": "；", "!": "！", "?": "？"}
_MARK = RareFirst(",.:;!?", r"(?![A-Za-z0-9](?<=[A-Za-z0-9]..))")
"""A mark that does not stand within a word or number."""
_CHINESE = lazy_pattern(rf"{OTHER_LETTER}|[{FULLWIDTH}…—]")


@rule(
    "PU001",
    name="halfwidth-punctuation",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    messages={
        "default": (
            "half-width “{mark}” in Chinese text, use “{right}”",
            "中文里的半角“{mark}”，应为全角“{right}”",
        )
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report half-width marks in Chinese text."""
    for match in _near_chinese(document):
        mark, at = match[0], match.start()
        if document.is_literal(at, at + 1) and is_chinese(mark, surroundings(document, at)):
            right = _FULLWIDTH[mark]
            edit = Edit(*_with_blanks(document, at), right)
            yield context.report(at, at + 1, edits=(edit,), suggestions=(right,), mark=mark, right=right)


def _near_chinese(document: Document) -> Iterator[re.Match[str]]:
    """The marks that have Chinese in sight; of English text nothing else is looked at."""
    prose = document.prose
    before = ahead = -1  # where the last Chinese may stand at most, and where the next stands
    for match in _MARK.matches(prose):
        at = match.start()
        if ahead < at:
            found = _CHINESE.search(prose, at)
            before, ahead = at, found.start() if found else at + len(prose) + SIGHT
        if at - before < SIGHT or ahead - at < SIGHT:
            yield match


def _with_blanks(document: Document, at: int) -> tuple[int, int]:
    """The mark at an offset with the spaces beside it, at most two on a side, that may go with it."""
    prose = document.prose
    start, end = at, at + 1
    while start > at - 2 and prose[start - 1] == " ":
        start -= 1
    while end < at + 3 and prose[end : end + 1] == " ":
        end += 1
    return (
        start if may_join_before(document, start) else at,
        end if may_join_after(document, end) else at + 1,
    )
