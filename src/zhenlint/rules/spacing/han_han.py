"""# A space between two Han characters

## What it finds

A stray space between two Han characters: `的 新实验`.

## Why

Chinese is written without spaces between words.

## Examples

```md
我在折腾 thesis 的 新实验了 → 我在折腾 thesis 的新实验了
= 我在折腾 thesis 的新实验了
```

## Sources

- Requirements for Chinese Text Layout (W3C CLREQ)

---

# 汉字之间的空格

## 它找什么

两个汉字之间多余的空格：`的 新实验`。

## 为什么

中文的词与词之间不加空格。

## 示例

{examples}

## 出处

- 《中文排版需求》（W3C CLREQ）
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, rule

_GAP = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")


@rule(
    "SP004",
    name="han-han-spacing",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    messages={"default": ("space between two Han characters", "汉字之间有多余的空格")},
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report blanks between Han characters of one line."""
    for gap in _GAP.finditer(document.prose):
        start, end = gap.span()
        yield context.report(start, end, edits=(Edit(start, end, ""),))
