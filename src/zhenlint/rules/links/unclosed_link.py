"""# Link with a bracket missing

## What it finds

A link that is none because one `[`, `]`, `(`, `)`, `>` or quote is missing, is of the wrong kind, or
is one too many: `[text(url)`, `text](url)`, `[text](url`, `[text]url)`, `[text](<url)`,
`[text](url "title)`, `[text](url]`, `[text]](url)`; also a URL with an unbalanced parenthesis, and a
destination in parentheses whose text has no brackets, `text([url])`.

## Why

One missing character and Markdown shows everything as it stands: brackets, address and all.

## Examples

```md
参见[安装(docs/install.md)一节 → 参见[安装](docs/install.md)一节
[官网](https://example.com → [官网](https://example.com)
请看[官网](https://example.com/a，然后继续 → 请看[官网](https://example.com/a)，然后继续
代码：[仓库]https://example.com/repo) → 代码：[仓库](https://example.com/repo)
**[官网](<https://example.com)** → **[官网](https://example.com)**
[全文](https://example.com "标题) → [全文](https://example.com "标题")
参见 [插件]](/guide/plugins.html)。 → 参见 [插件](/guide/plugins.html)。
[作者](https://example.com/Joe_(writer) 说 → [作者](https://example.com/Joe_(writer)) 说
= 区间 [0, 1) 与 (0, 1]，见 a[i](x) 和 f(x)[0]
= 官网（https://example.com）、译者(https://example.com)
= [注：原文见 https://example.com]
```

## Neighbours

| form | owner |
| --- | --- |
| a bracket is missing, mismatched, or one too many | LK004 |
| every bracket is there, in the wrong place | LK001 |
| `[text](url）` with no `（` before it | LK003 |
| `[text](my file.md)`: blanks or line ends in the destination | LK005 |
| a bare URL that runs into Chinese text | LK011 |

The end of a destination that nothing closes is where a reader would see it: before a blank, Chinese
punctuation, or Chinese text that goes straight on from a word. Where a text has no opening bracket,
how far back it goes is a guess: the words before, or the line if the link ends it. So no fix is
safe. `text(https://example.com)` is an address in parentheses and stays.

## Sources

- CommonMark 0.31.2, sections 6.3 (links) and 6.4 (images)

---

# 链接缺了括号

## 它找什么

因为缺了一个 `[`、`]`、`(`、`)`、`>` 或引号，用错了一个，或者多了一个，而没有成为链接的写法：
`[文字(网址)`、`文字](网址)`、`[文字](网址`、`[文字]网址)`、`[文字](<网址)`、
`[文字](网址 "标题)`、`[文字](网址]`、`[文字]](网址)`；还有网址里的圆括号不成对，
以及圆括号里是网址、文字却没有方括号的 `文字([网址])`。

## 为什么

少一个字符，Markdown 就会把括号和网址全部原样显示出来。

## 示例

{examples}

## 相邻规则

| 写法 | 归谁管 |
| --- | --- |
| 括号缺少、不配对或多余 | LK004 |
| 括号不缺，位置不对 | LK001 |
| 前面没有 `（` 的 `[文字](网址）` | LK003 |
| `[文字](我的 文件.md)`：网址里有空格或换行 | LK005 |
| 裸网址连着后面的中文 | LK011 |

没有右括号的网址，到读者会停下的地方为止：空格、中文标点，或紧接在单词后面的汉字。
缺左方括号时，文字从哪里开始只能猜：前面的几个词；链接在行末时取整行。所以修复都不算安全。
`文字(https://example.com)` 是括号里的网址，不报告。

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
    "LK004",
    name="unclosed-link",
    severity=Severity.ERROR,
    fix=Applicability.UNSAFE,
    messages={
        "no-opening-bracket": (
            "the text of the link has no `[` before it: write `[text](url)`",
            "链接文字前面缺 `[`：应写成 `[文字](网址)`",
        ),
        "no-closing-bracket": (
            "the text of the link has no `]` after it: write `[text](url)`",
            "链接文字后面缺 `]`：应写成 `[文字](网址)`",
        ),
        "no-opening-parenthesis": (
            "the destination of the link has no `(` before it: write `[text](url)`",
            "网址前面缺 `(`：应写成 `[文字](网址)`",
        ),
        "no-closing-parenthesis": (
            "the destination of the link has no `)` after it: write `[text](url)`",
            "网址后面缺 `)`：应写成 `[文字](网址)`",
        ),
        "no-closing-angle": (
            "the `<` before the destination has no `>`: write `[text](url)` or `[text](<url>)`",
            "网址前面的 `<` 没有 `>` 与它配对：应写成 `[文字](网址)` 或 `[文字](<网址>)`",
        ),
        "no-closing-quote": (
            'the title of the link has no closing quote: write `[text](url "title")`',
            '链接的标题缺右引号：应写成 `[文字](网址 "标题")`',
        ),
        "no-opening-quote": (
            'the title of the link has no opening quote: write `[text](url "title")`',
            '链接的标题缺左引号：应写成 `[文字](网址 "标题")`',
        ),
        "no-title-quotes": (
            'the title of the link has no quotation marks: write `[text](url "title")`',
            '链接的标题没有引号：应写成 `[文字](网址 "标题")`',
        ),
        "open-autolink": (
            "the `<` before the address has no `>`: write `<url>`",
            "网址前面的 `<` 没有 `>` 与它配对：应写成 `<网址>`",
        ),
        "extra-bracket": (
            "the text of the link has one `]` too many: write `[text](url)`",
            "链接文字后面多了一个 `]`：应写成 `[文字](网址)`",
        ),
        "no-label-brackets": (
            "the text of the link has no brackets around it: write `[text](url)`",
            "链接文字没有用方括号括起来：应写成 `[文字](网址)`",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report links that lack a bracket or a quote."""
    yield from reports(document, context)
