"""# Link with its brackets the wrong way round

## What it finds

A destination in the brackets of a label: `(text)[https://example.com]`. Likewise a destination in
square brackets after a text in square brackets, `[text][https://example.com]`, where no reference
has that name; and one in braces, `[text]{https://example.com}`. Images count as well.

## Why

A link is `[text](destination)`. In any other order Markdown shows the brackets as they stand, and
nothing can be clicked.

## Examples

```md
下载请到(官网)[https://example.com/download] → 下载请到[官网](https://example.com/download)
!(示意图)[images/flow.png] → ![示意图](images/flow.png)
参见[安装][docs/install.md] → 参见[安装](docs/install.md)
参见[指南]{https://example.com/guide}。 → 参见[指南](https://example.com/guide)。
= 参见[官网](https://example.com)与[指南][guide]
= 取 f(x)[0]，见(图一)[1]
= [电子书][《书名》](https://example.com)
```

## Neighbours

| form | owner |
| --- | --- |
| `(text)[url]`, `[text][url]`, `[text]{url}` | LK001 |
| `[text] (url)` | LK002 |
| `[text]（url）` | LK003 |
| a bracket that is missing | LK004 |
| blanks inside the destination | LK005 |
| `[text][label]`, `[text][#label]`: a label without a definition | LK007 |

`[text][url]` belongs here and not to LK004: every bracket is there, two are of the wrong kind. The
destination must look like one: an address, a document, a path. The fix is safe where it is clear
and no word touches the parenthesis.

## Sources

- CommonMark 0.31.2, section 6.3 (links)
- markdownlint, MD011

---

# 链接的括号写反了

## 它找什么

网址放进了文字的括号里：`(文字)[https://example.com]`。
方括号后面又跟方括号、里面是网址而不是引用名的 `[文字][https://example.com]`，
以及用花括号的 `[文字]{https://example.com}` 也算。图片同理。

## 为什么

链接的写法是 `[文字](网址)`。换一种顺序，Markdown 会把括号原样显示，点不开。

## 示例

{examples}

## 相邻规则

| 写法 | 归谁管 |
| --- | --- |
| `(文字)[网址]`、`[文字][网址]`、`[文字]{网址}` | LK001 |
| `[文字] (网址)` | LK002 |
| `[文字]（网址）` | LK003 |
| 缺了括号 | LK004 |
| 网址里有空格 | LK005 |
| `[文字][引用名]`、`[文字][#引用名]`：引用没有定义 | LK007 |

`[文字][网址]` 归这条而不归 LK004：括号一个不少，只是有两个用错了。
括号里的内容必须像网址：网址、文档或路径。内容明确、括号前没有紧挨着单词时，修复才是安全的。

## 出处

- CommonMark 0.31.2，6.3 节（链接）
- markdownlint，MD011
"""

from __future__ import annotations

from collections.abc import Iterator

from zhenlint.diagnostic import Applicability, Diagnostic, Severity
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, rule
from zhenlint.rules.links.broken.reports import reports


@rule(
    "LK001",
    name="reversed-link",
    severity=Severity.ERROR,
    fix=Applicability.SAFE,
    messages={
        "reversed": (
            "the parts of the link are the wrong way round: write `[text](url)`",
            "链接的两部分写反了：应写成 `[文字](网址)`",
        ),
        "square-brackets": (
            "the destination stands in square brackets: write `[text](url)`",
            "网址用了方括号：应写成 `[文字](网址)`",
        ),
        "braces": (
            "the destination stands in braces: write `[text](url)`",
            "网址用了花括号：应写成 `[文字](网址)`",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report links whose destination stands in the wrong kind of brackets."""
    yield from reports(document, context)
