"""# No space after the mark of a heading or list

## What it finds

Lines that were meant as headings or list items and stay plain text because the space after the mark is
missing: `##安装`; lists of two or more such lines, `1.安装` and `2.配置`, `-安装` and `-配置`. A no-break or
ideographic space in that place is no space to Markdown and is reported as well.

A line with one `#` and one word may be a tag, so it is only a hint; `#include`, `#!/bin/sh`, colours and
numbers of issues are left alone, and so are `-v` and a single `1.安装`.

## Why

The heading is missing from the page and its table of contents; the items of the list run together into one
paragraph.

## Examples

```md
##安装 → ## 安装
###Getting started → ### Getting started
= ## 安装
= #标签1 #标签2，见 #12，颜色 #fff
= 1.5 倍、-v 参数
```

The fix of `##` and deeper is safe; all others are unsafe, as they may not be what was meant.

## Sources

- CommonMark 0.31.2, sections 4.2 (ATX headings) and 5.2 (list items)
- markdownlint, MD018

---

# 标题或列表标记后缺少空格

## 它找什么

因为标记后缺少空格而成了普通文字的标题和列表项：`##安装`；连续两行以上的列表 `1.安装`、`2.配置`，
`-安装`、`-配置`。标记后是不换行空格或全角空格的也算，Markdown 不认这些空格。

只有一个 `#` 加一个词的行可能是标签，只作提示；`#include`、`#!/bin/sh`、颜色值、议题编号不管，
`-v` 和单独一行 `1.安装` 也不管。

## 为什么

页面和目录里会少掉这个标题；列表各项会连成一段。

## 示例

{examples}

`##` 及更深的标题修复是安全的；其余的未必符合原意，因此不算安全。

## 出处

- CommonMark 0.31.2，4.2 节（ATX 标题）、5.2 节（列表项）
- markdownlint，MD018
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, groupby

from zhenlint.characters import OTHER_LETTER
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.blocks import Block
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM, BLOCK
from zhenlint.markdown.syntax.tag import TAG
from zhenlint.rules import Context, rule

_FIRST_SIGN = lazy_pattern(rf"[{BLOCK} \t]*+([#{ATOM}]|[0-9]+[.)][^\s0-9]|[-*+][^\s*+-])")
_SIGN = lazy_pattern(rf"\n{_FIRST_SIGN.pattern}")
"""A line of prose that may have a mark without its space (a tag is an atom); most documents have none."""

_HEADING = lazy_pattern(r"(#{1,6})([\u00a0\u3000]?)(?=[^\s#])")
_ITEM = lazy_pattern(rf"(?:([-*+])|([0-9]{{1,3}})([.)]))([\u00a0\u3000]?)(?={OTHER_LETTER}|[“‘《「『（【])")
_NO_HEADING = lazy_pattern(
    r"!|[0-9]+(?![\w.、])|[0-9a-fA-F]{3,8}\b|[A-Za-z_]+\(|\S+[;{]$"
    r"|(?:include|define|undef|ifn?def|if|el(?:se|if)|endif|pragma|import|error|line|region|endregion|EXTM3U)\b"
)
"""Behind one ``#``: a shebang, the number of an issue, a colour, code of several languages."""

_MARKS = "#-*+0123456789"
_LINES = lazy_pattern(r"[^\r\n]+")
_LINE_END = lazy_pattern(r"[\r\n]")
_LISTS = ("bullet_list", "ordered_list", "list_item")
_RESHAPED = ("heading", *_LISTS, "paragraph", "inline", "softbreak", "hardbreak")


@rule(
    "MD002",
    name="missing-space-after-marker",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    messages={
        "heading": (
            "no space after `{marker}`, so this is no heading",
            "`{marker}` 后缺少空格，不会成为标题",
        ),
        "item": (
            "no space after `{marker}`, so this is no list item",
            "`{marker}` 后缺少空格，不会成为列表项",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report lines of paragraphs that begin with a mark without its space."""
    judged = 0
    first = _FIRST_SIGN.match(document.prose)
    for sign in chain([first] if first else (), document.matches(_SIGN)):
        start = sign.start(1)
        block = document.block_at(start) if start >= judged and document.text[start] in _MARKS else None
        if block and block.kind == "paragraph":
            judged = block.end
            yield from _headings(document, block, context)
            yield from _items(document, block, context)


def _lines(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """The lines of a block, without the prefixes of containers."""
    for match in _LINES.finditer(document.text, block.start, block.end):
        start, end = match.span()
        while start < end and (document.prose[start] == BLOCK or document.text[start] in " \t"):
            start += 1
        if start < end:
            yield start, end


def _headings(document: Document, block: Block, context: Context) -> Iterator[Diagnostic]:
    for start, end in _lines(document, block):
        found = _HEADING.match(document.text, start, end)
        if found is None or _NO_HEADING.match(document.text, found.end(), end):
            continue
        marker = found[1]
        if document.text[start - 1 : start] == "\\" or (len(marker) == 1 and not _alone(document, block)):
            continue
        tags = _tags(document.text[start:end]) if len(marker) == 1 else 0
        if tags > 1:
            continue
        yield context.report(
            start,
            end,
            "heading",
            edits=(Edit(start + len(marker), found.end(), " "),),
            applicability=Applicability.SAFE if len(marker) > 1 else Applicability.UNSAFE,
            reshapes=_RESHAPED,
            severity=Severity.HINT if tags else None,
            marker=marker,
        )


def _alone(document: Document, block: Block) -> bool:
    """Whether a paragraph is a single line."""
    return not _LINE_END.search(document.text, block.start, block.end)


def _tags(line: str) -> int:
    """Whether a line is one tag (1), begins with one of several (2), or is none of tags (0)."""
    tag = TAG.match(line)
    if tag is None:
        return 0
    rest = line[tag.end() :]
    return 2 if "#" in rest else int(not rest.strip())


def _items(document: Document, block: Block, context: Context) -> Iterator[Diagnostic]:
    """Two lines and more, one after the other, with marks of one kind, numbers counting up."""
    lines = list(_lines(document, block))
    marks = [_ITEM.match(document.text, *line) for line in lines]
    numbered = enumerate(zip(lines, marks, strict=True))
    for kind, group in groupby(numbered, key=lambda item: _kind(item[0], item[1][1])):
        items = list(group)
        if not kind or len(items) < 2:
            continue
        for _, ((start, end), mark) in items:
            if mark:
                gap = mark.start(4)
                yield context.report(
                    start,
                    end,
                    "item",
                    edits=(Edit(gap, mark.end(4), " "),),
                    applicability=Applicability.UNSAFE,
                    reshapes=_RESHAPED,
                    marker=document.text[start:gap],
                )


def _kind(line: int, mark: re.Match[str] | None) -> str:
    """What the marks of one list have in common: the bullet, or the delimiter and where counting began."""
    if mark is None:
        return ""
    return mark[1] or f"{mark[3]}{int(mark[2]) - line}"
