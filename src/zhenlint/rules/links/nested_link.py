"""# A link in a link's text

## What it finds

A link in the text of another, `[a [b](url) c](url)` or `[<https://example.com>](url)`, and a whole link
pasted where the destination belongs, `[text]([text](url))`.

## Why

A link cannot hold a link. CommonMark makes a link of the inner one and shows the brackets and the
destination of the outer one as text; of an autolink inside a link, browsers make two links side by side.

## Examples

```md
参见[官网]([官网](https://example.com)) → 参见[官网](https://example.com)
参见[[官网](https://example.com)](https://example.com) → 参见[官网](https://example.com)
! 参见[《指南》中[安装](install.md)一节](guide.md)
! 参见[<https://example.com>](https://example.com)
= [![构建状态](badge.svg)](https://example.com)，[[官网](https://example.com)]
= [https://example.com](https://example.com)
```

Only where both lead to one place, or one was pasted into the other, is there a fix, an unsafe one.

## Sources

- CommonMark 0.31.2, section 6.3 (links may not contain other links)
- HTML, the `a` element (no interactive content inside)

---

# 链接文字里又有链接

## 它找什么

链接的文字里有另一个链接，`[甲[乙](网址)丙](网址)`、`[<https://example.com>](网址)`；
该写网址的地方粘贴了整个链接，`[文字]([文字](网址))`。

## 为什么

链接不能套链接。CommonMark 只把里面的当作链接，外面的方括号和网址原样显示；
链接里再有尖括号网址，浏览器会拆成两个并列的链接。

## 示例

{examples}

只有两个链接指向同一处，或者一个粘贴在另一个里面时才提供修复，而且不算安全。

## 出处

- CommonMark 0.31.2，6.3 节（链接不能包含链接）
- HTML 标准，`a` 元素（不能包含可交互内容）
"""

from __future__ import annotations

from collections.abc import Iterator

from zhenlint.diagnostic import Applicability, Diagnostic, Severity
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, rule
from zhenlint.rules.links.broken.nested import Nested, nested_links


@rule(
    "LK014",
    name="nested-link",
    severity=Severity.ERROR,
    fix=Applicability.UNSAFE,
    signs=("]",),
    messages={
        "nested": (
            "a link cannot hold a link: only the inner one becomes a link",
            "链接里不能再有链接：只有里面的会成为链接",
        ),
        "autolink": (
            "a link cannot hold a link: leave out the `<…>` in its text",
            "链接里不能再有链接：去掉文字里的 `<…>`",
        ),
        "pasted": (
            "a whole link stands where its destination belongs: write `[text](url)`",
            "该写网址的地方写了整个链接：应写成 `[文字](网址)`",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report links in the text or the destination of another."""
    for nested in nested_links(document):
        yield context.report(
            nested.start,
            nested.end,
            nested.kind,
            edits=nested.edits,
            creates=nested.destination if nested.edits else None,
            replaces=nested.replaced if nested.edits else None,
            suggestions=(_mended(document, nested),) if nested.edits else (),
        )


def _mended(document: Document, nested: Nested) -> str:
    """The text after the repair."""
    parts: list[str] = []
    at = nested.start
    for edit in nested.edits:
        parts += (document.text[at : edit.start], edit.content)
        at = edit.end
    return "".join((*parts, document.text[at : nested.end]))
