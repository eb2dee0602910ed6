"""# Full-width letters and digits

## What it finds

Latin letters and digits in their full-width forms: `ＡＢＣ１２３`.

## Why

They come from an input method or an old document. They are spaced too wide, search does not find
them, and copied into a terminal they do not work.

## Examples

```md
第２行第３张，使用ＡＰＩ → 第2行第3张，使用API
版本 ３．１４ → 版本 3.14
= 第 2 行，使用 API
= 全角字符ａｂｃ转为半角
= 谢谢大家Ｏ(∩_∩)Ｏ
```

## Neighbours

| characters | owner |
| --- | --- |
| full-width letters and digits | PU003 |
| `．＿－＋／＠＆` between them | PU003, with them |
| any other full-width sign | nobody; `＃＊｜` where they stand for markup: MD004 |
| the space that Han and the new letters want | SP001 |

Left alone: lines that speak of character widths, Japanese lines and emoticons.

## Sources

- Unicode Standard Annex 11, East Asian Width; block Halfwidth and Fullwidth Forms (U+FF00–U+FFEF)
- Chinese Copywriting Guidelines (sparanoid): digits in half-width

---

# 全角字母和数字

## 它找什么

全角的拉丁字母和数字：`ＡＢＣ１２３`。

## 为什么

它们多半是输入法或旧文档留下的：间距太宽，搜索搜不到，复制到终端也不能用。

## 示例

{examples}

## 相邻规则

| 字符 | 归谁管 |
| --- | --- |
| 全角字母和数字 | PU003 |
| 它们之间的 `．＿－＋／＠＆` | PU003，一并改 |
| 其他全角符号 | 不管；代替标记的 `＃＊｜` 归 MD004 |
| 改后汉字与字母之间要加的空格 | SP001 |

谈论全角半角的行、日文行和颜文字不管。

## 出处

- Unicode 标准附件 11：东亚宽度；半角及全角形式区（U+FF00–U+FFEF）
- 《中文文案排版指北》（sparanoid）：数字使用半角字符
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, rule
from zhenlint.rules.characters.suspects import FULLWIDTH_ALPHANUMERIC, suspects
from zhenlint.rules.line import line_around
from zhenlint.rules.punctuation.mentioned_marks import speaks_of_marks

_ANY = lazy_pattern(f"[{FULLWIDTH_ALPHANUMERIC}]")
_WORD = lazy_pattern(f"{_ANY.pattern}+(?:[．＿－＋／＠＆]{_ANY.pattern}+)*")
_FOREIGN = lazy_pattern("[ぁ-ゖァ-ヺｦ-ﾟ]")
_FACE = lazy_pattern("[≧≦∩∪◕ω∀∇´｀￣＾☆◡°・゜Д╯╰╥⊙]|[_^](?=[)）])")
_FACE_REACH = 6
_TO_HALFWIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""The full-width forms stand in the order of ASCII (block Halfwidth and Fullwidth Forms)."""


@rule(
    "PU003",
    name="fullwidth-alphanumeric",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    messages={"default": ("full-width “{word}”, use “{right}”", "全角的“{word}”，应为半角“{right}”")},
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report full-width letters and digits."""
    if not _ANY.search(document.shared(suspects).characters):
        return
    for match in _WORD.finditer(document.prose):
        word, (start, end) = match[0], match.span()
        if document.is_literal(start, end) and not _is_meant(document, match):
            right = word.translate(_TO_HALFWIDTH)
            edit = Edit(start, end, right)
            yield context.report(start, end, edits=(edit,), suggestions=(right,), word=word, right=right)


def _is_meant(document: Document, match: re.Match[str]) -> bool:
    """Whether the full width is the subject, the custom of Japanese, or part of an emoticon."""
    prose, (start, end) = document.prose, match.span()
    foreign = _FOREIGN.search(prose, *line_around(prose, start, end))
    near = prose[max(0, start - _FACE_REACH) : start] + prose[end : end + _FACE_REACH]
    return bool(foreign or _FACE.search(near) or speaks_of_marks(document, start))
