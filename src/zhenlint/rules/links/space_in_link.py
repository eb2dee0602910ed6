"""# Space inside link syntax

## What it finds

A blank between the two parts of a link, `[text] (https://example.com)`, or between the exclamation
mark and the bracket of an image, `! [alt](image.png)`.

## Why

With a blank between them the parts are plain text in brackets. With a blank after `!` an image
becomes a link with an exclamation mark before it.

## Examples

```md
欢迎访问 [官网] (https://example.com)。 → 欢迎访问 [官网](https://example.com)。
详见 [说明] (docs/readme.md "标题") → 详见 [说明](docs/readme.md "标题")
- ! [示意图](images/flow.png) → - ![示意图](images/flow.png)
= 选中 [说明] (这里是括号里的话)
= - [x] (https://example.com) 已经看过
= 文献 [1] (https://example.com)
= 太好了! [点这里](https://example.com)
```

## Neighbours

| form | owner |
| --- | --- |
| `[text] (url)`, `! [alt](url)` | LK002 |
| `[text] （url）` | LK003, which takes the blank away as well |
| blanks inside the destination | LK005 |

The parenthesis must hold a destination, perhaps with a title, and nothing else. A path such as
`/guide/start` may just as well be a route in prose and is not taken for one here, nor are numbers
and check boxes taken for texts of links. `! [alt](url)` is reported where the mark begins a line and
the destination is a picture, or where the link has no text.

## Sources

- CommonMark 0.31.2, sections 6.3 (links) and 6.4 (images)

---

# 链接语法里有空格

## 它找什么

链接的两部分之间有空格：`[文字] (https://example.com)`；
或者图片的叹号与方括号之间有空格：`! [说明](image.png)`。

## 为什么

中间有空格，两部分就只是带括号的普通文字。叹号后面有空格，图片就成了一个前面带叹号的链接。

## 示例

{examples}

## 相邻规则

| 写法 | 归谁管 |
| --- | --- |
| `[文字] (网址)`、`! [说明](网址)` | LK002 |
| `[文字] （网址）` | LK003，空格一并去掉 |
| 网址里有空格 | LK005 |

圆括号里只能是网址，可以带标题，不能有别的话。`/guide/start` 这样的路径在正文里也可能只是一个路由，
这里不当作网址；序号和任务框也不当作链接文字。
`! [说明](网址)` 只在叹号位于行首且指向图片，或链接没有文字时报告。

## 出处

- CommonMark 0.31.2，6.3 节（链接）与 6.4 节（图片）
"""

from __future__ import annotations

from collections.abc import Iterator

from zhenlint.diagnostic import Applicability, Diagnostic, Severity
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, rule
from zhenlint.rules.links.broken.reports import reports


@rule(
    "LK002",
    name="space-in-link",
    severity=Severity.ERROR,
    fix=Applicability.SAFE,
    messages={
        "space": (
            "a space between text and destination keeps this from being a link: write `[text](url)`",
            "文字与网址之间有空格，不会成为链接：应写成 `[文字](网址)`",
        ),
        "image-space": (
            "a space after `!` makes this a link, not an image: write `![alt](url)`",
            "叹号后面有空格，会成为链接而不是图片：应写成 `![说明](网址)`",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report links with a blank where none may be."""
    yield from reports(document, context)
