"""# Full-width characters in link syntax

## What it finds

Chinese brackets where a link needs ASCII ones: `[文字]（https://example.com）`, one of the two
alone, `【文字】(https://example.com)`, `［文字］（https://example.com）`; a full-width exclamation
mark before an image, `！[图](image.png)`; curly quotes around a title,
`[文字](https://example.com “标题”)`.

## Why

An input method in Chinese mode writes these without being asked, and they look nearly the same. To
Markdown they are text: there is no link.

## Examples

```md
译者：[张三]（https://example.com/zhang） → 译者：[张三](https://example.com/zhang)
参见[说明](docs/readme.md）。 → 参见[说明](docs/readme.md)。
1、【新闻标题】(https://example.com/news) → 1、[新闻标题](https://example.com/news)
！[示意图](images/flow.png) → ![示意图](images/flow.png)
阅读[全文](https://example.com “全文”) → 阅读[全文](https://example.com "全文")
= [注]（这里是说明文字）
= 【标题】（说明）与［1］
= 真棒！[点这里](https://example.com)
```

## Neighbours

| form | owner |
| --- | --- |
| full-width brackets, exclamation mark, curly quotes of a title | LK003 |
| `[text](url）` inside `（…）` that this `）` closes: the link's own `)` is missing | LK004 |
| `https：//`: full-width characters in an address | LK013 |
| full-width brackets in prose | PU009 |

The bracket must hold a destination and nothing else. The fix is safe where the destination is an
address, a document or a picture; it is unsafe for a path such as `/guide/start`, for
`【text】（url）`, and where a blank stands between the parts.

## Sources

- CommonMark 0.31.2, sections 6.3 (links) and 6.4 (images)

---

# 链接语法用了全角字符

## 它找什么

链接该用半角括号的地方用了中文括号：`[文字]（https://example.com）`，
只有一边是全角的也算；`【文字】(https://example.com)`、`［文字］（https://example.com）`；
图片前面的全角叹号 `！[图](image.png)`；链接标题用了弯引号 `[文字](https://example.com “标题”)`。

## 为什么

中文输入法会顺手打出这些字符，看上去又差不多。对 Markdown 来说它们只是文字，链接不会出现。

## 示例

{examples}

## 相邻规则

| 写法 | 归谁管 |
| --- | --- |
| 全角括号、全角叹号、标题的弯引号 | LK003 |
| `（…）` 里的 `[文字](网址）`，`）` 属于外层：链接自己缺 `)` | LK004 |
| `https：//`：网址里有全角字符 | LK013 |
| 正文里的全角括号 | PU009 |

括号里只能是网址，不能有别的话。指向网址、文档或图片时修复是安全的；
`/guide/start` 这样的路径、`【文字】（网址）`，以及两部分之间还有空格的，修复不算安全。

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
    "LK003",
    name="fullwidth-link-syntax",
    severity=Severity.ERROR,
    fix=Applicability.SAFE,
    messages={
        "full-width": (
            "full-width brackets make no link: write `[text](url)`",
            "全角括号不会成为链接：应写成 `[文字](网址)`",
        ),
        "full-width-image": (
            "a full-width exclamation mark makes this a link, not an image: write `![alt](url)`",
            "叹号是全角的，会成为链接而不是图片：应写成 `![说明](网址)`",
        ),
        "curly-quotes": (
            'the title of a link takes straight quotes: write `[text](url "title")`',
            '链接的标题要用直引号：应写成 `[文字](网址 "标题")`',
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report links whose syntax is written in full-width characters."""
    yield from reports(document, context)
