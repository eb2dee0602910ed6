"""# A bare URL that swallows the text behind it

## What it finds

A bare address with Chinese text or punctuation right behind it: `https://example.com，然后`. GitHub and
others make a link of everything up to the next blank, so the link leads to `https://example.com，然后`.

The message says where a reader stops and what GitHub takes. Han that belongs to the path stays part of the
address: `https://zh.wikipedia.org/wiki/汉字`.

## Why

The link is dead, and nobody sees why: the text looks right.

## Examples

```md
见https://example.com/a，然后安装 → 见<https://example.com/a>，然后安装
（主页：https://example.com） → （主页：<https://example.com>）
= 见 https://example.com/a ，然后安装
= 见 <https://example.com/a>，条目 https://zh.wikipedia.org/wiki/汉字
```

The fix puts the address in angle brackets. In MDX, where these are tags, it writes `[url](url)`; as that
changes more, it is then unsafe.

## Neighbours

| what | owner |
| --- | --- |
| full-width characters within an address: `https：//` | LK013 |
| the space between Han and a bare address | nobody |

## Sources

- GitHub Flavored Markdown 0.29, section 6.9 (autolinks, extension)

---

# 网址把后面的文字也吞进链接

## 它找什么

裸网址后面紧跟中文或全角标点：`https://example.com，然后`。GitHub 等会把到下一个空格为止的内容都当作链接，
于是链接指向 `https://example.com，然后`。

报告会说明读者认为网址到哪里为止、GitHub 又取到哪里。属于路径的汉字算网址的一部分：
`https://zh.wikipedia.org/wiki/汉字`。

## 为什么

链接打不开，而且看不出原因：文字看起来没有错。

## 示例

{examples}

修复给网址加上尖括号。MDX 里尖括号是标签，所以写成 `[网址](网址)`；这样改动更大，因此不算安全。

## 相邻规则

| 情形 | 归谁管 |
| --- | --- |
| 网址内部的全角字符：`https：//` | LK013 |
| 汉字与裸网址之间的空格 | 不管 |

## 出处

- GitHub Flavored Markdown 0.29，6.9 节（自动链接扩展）
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.pieces import Construct
from zhenlint.rules import Context, rule
from zhenlint.rules.links.broken.finder import broken_links

_ADDRESS = lazy_pattern(r"(?:https?://|www\.)[A-Za-z0-9]")
_TAKEN = lazy_pattern(r"[^\s<]*")
_LEFT_OUT = "?!.,:*_~'\""
"""What an autolink never ends with (GFM 0.29, section 6.9)."""

_UNLINKED = frozenset(("front_matter", "html"))
_HOLDERS = frozenset(("link", "image", "autolink", "wikilink", "embed"))


@rule(
    "LK011",
    name="swallowed-text",
    severity=Severity.ERROR,
    fix=Applicability.SAFE,
    messages={
        "default": (
            "the address ends before “{next}”, but GitHub links on through “{swallowed}”",
            "网址到“{next}”之前为止，但 GitHub 会把“{swallowed}”也算进链接",
        )
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report bare addresses that run into text."""
    inside = 0
    for item in document.links:
        if item.kind in _HOLDERS:
            inside = max(inside, item.end)
        elif item.start >= inside and _ADDRESS.match(item.destination):
            swallowed = _swallowed(document, item)
            if swallowed and not _is_in_broken_link(document, item):
                yield _report(document, item, swallowed, context)


def _swallowed(document: Document, address: Construct) -> str:
    """What GitHub takes beyond the end of an address; empty if that is nothing or no Chinese text."""
    block = document.block_at(address.start)
    if block is None or block.kind in _UNLINKED or address.end >= block.end:
        return ""
    taken = _TAKEN.match(document.prose, address.end, block.end)
    text = taken[0] if taken else ""
    stretch = document.text[address.end : address.end + len(text)].rstrip(_LEFT_OUT)
    return stretch if document.is_literal(address.end, address.end + 1) and stretch[:1] > "\x7f" else ""


def _is_in_broken_link(document: Document, address: Construct) -> bool:
    """Whether an address is that of a link which another rule mends."""
    links = document.shared(broken_links)
    before = bisect_right(links, address.start, key=lambda link: link.start) - 1
    return before >= 0 and address.start < links[before].end


def _report(document: Document, address: Construct, swallowed: str, context: Context) -> Diagnostic:
    url = document.text[address.start : address.end]
    if document.source.path.lower().endswith(".mdx"):
        edits: tuple[Edit, ...] = (Edit(address.start, address.end, f"[{url}]({url})"),)
        applicability = Applicability.UNSAFE
    else:
        edits = (Edit(address.start, address.start, "<"), Edit(address.end, address.end, ">"))
        applicability = Applicability.SAFE
    absolute = "://" in url  # CommonMark's autolinks need a scheme
    return context.report(
        address.start,
        address.end,
        edits=edits if absolute else (),
        applicability=applicability,
        creates=url,
        suggestions=(f"<{url}>",) if absolute else (),
        next=swallowed[0],
        swallowed=swallowed if len(swallowed) <= 12 else swallowed[:11] + "…",
    )
