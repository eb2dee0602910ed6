"""# A link without destination or text

## What it finds

Links and images that lead nowhere, `[text]()`, and links that show nothing, `[](https://example.com)`.
An image without alternative text is only a hint: it may be mere decoration. A link around an image, a
code span or a formula has something to show; `[text](#)` is left alone, as a placeholder on purpose.

## Why

Nobody can follow a link that leads nowhere or see one that has no text. Most were meant to be filled in
later.

## Examples

```md
! 参见[官方文档]()
! 参见 [](https://example.com)
! ![流程图]()
= 参见[官方文档](https://example.com)，回到[顶部](#)
= [![构建状态](badge.svg)](https://example.com)、[`code`](code.md)
```

There is no fix: only you know what was to stand there.

## Sources

- CommonMark 0.31.2, sections 6.3 (links) and 6.4 (images)
- markdownlint, MD042 and MD045

---

# 链接没有地址或文字

## 它找什么

没有目的地的链接和图片 `[文字]()`，以及什么也不显示的链接 `[](https://example.com)`。
图片没有替代文字只作提示：它可能只是装饰。链接里是图片、行内代码或公式时算有内容；
`[文字](#)` 是有意的占位，不管。

## 为什么

没有地址的链接点不动，没有文字的链接看不见。它们多半是想着以后再补。

## 示例

{examples}

不提供修复：该填什么只有你知道。

## 出处

- CommonMark 0.31.2，6.3 节（链接）、6.4 节（图片）
- markdownlint，MD042 与 MD045
"""

from __future__ import annotations

from collections.abc import Iterator

from zhenlint.diagnostic import Diagnostic, Severity
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import MARKUP
from zhenlint.rules import Context, rule

_INVISIBLE = MARKUP + " \t\u00a0\u3000\r\n"


@rule(
    "LK006",
    name="empty-link",
    severity=Severity.ERROR,
    fix=None,
    signs=("]",),
    messages={
        "link-destination": ("the link has no destination", "链接没有地址"),
        "image-destination": ("the image has no destination", "图片没有地址"),
        "text": ("the link has no text, so nobody sees it", "链接没有文字，谁也看不见"),
        "alternative": ("the image has no alternative text", "图片没有替代文字"),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report links and images that lack a part; one report each."""
    for link in document.links:
        if link.kind not in ("link", "image"):
            continue
        shown = document.prose[link.inner_start : link.inner_end].strip(_INVISIBLE)
        if not link.destination:
            yield context.report(link.start, link.end, f"{link.kind}-destination")
        elif not shown and link.kind == "link":
            yield context.report(link.start, link.end, "text")
        elif not shown:
            yield context.report(link.start, link.end, "alternative", severity=Severity.HINT)
