"""# A full-width mark where Markdown wants ASCII

## What it finds

Marks that a Chinese input method types in full width, so that they stay plain text:

- `＃ 标题` and `＃＃标题` at the start of a line; one `＃` without a space may be a tag
- `＊ 项目` at the start of two or more lines of a paragraph, and `＊＊重点＊＊` at the start of a line
- `》引用` and `＞引用` at the start of a line, if the paragraph has no `《` or `＜`
- `｜` in the lines of a table, if the line below the header is one of dashes, and at the start of a row
- `｀code｀` and a line `｀｀｀`

One line with `＊` may be a footnote, `》` at the start of several lines or before English an ornament, and
`＃` amid a paragraph a sign in a legend: these are only hints.

## Why

The heading, list, quote or table is shown as text with odd marks in it.

## Examples

```md
＃ 安装 → # 安装
＃＃安装 → ## 安装
》引用的话 → > 引用的话
执行｀make install｀即可 → 执行`make install`即可
= ＃话题＃ 与 ＃标签
= 《红楼梦》第一回
```

At the start of a line the fix is safe, elsewhere it is unsafe.

## Neighbours

| what | owner |
| --- | --- |
| full-width letters and digits | PU003 |
| full-width brackets of a link | LK003 |
| a mark without its space: `##标题` | MD002 |

## Sources

- CommonMark 0.31.2, sections 4.2, 5.1, 5.2 and 6.1
- Unicode 16, Halfwidth and Fullwidth Forms

---

# 全角的 Markdown 标记

## 它找什么

中文输入法打出的全角标记，Markdown 不认，只会原样显示：

- 行首的 `＃ 标题`、`＃＃标题`；单个 `＃` 且不带空格的可能是标签，不管
- 同一段落里两行以上行首的 `＊ 项目`，以及行首的 `＊＊重点＊＊`
- 行首的 `》引用`、`＞引用`，且段落里没有 `《`、`＜`
- 表格各行的 `｜`，且表头下面有横线行；以及表格行开头的 `｜`
- `｀code｀` 和单独一行的 `｀｀｀`

只有一行 `＊` 的可能是注释，多行开头或英文前的 `》` 可能是装饰，段落中间的 `＃` 可能是图例：这些只作提示。

## 为什么

标题、列表、引用、表格都会变成带着怪符号的普通文字。

## 示例

{examples}

行首的修复是安全的，其余的不算安全。

## 相邻规则

| 情形 | 归谁管 |
| --- | --- |
| 全角字母和数字 | PU003 |
| 链接的全角括号 | LK003 |
| 标记后缺少空格：`##标题` | MD002 |

## 出处

- CommonMark 0.31.2，4.2、5.1、5.2、6.1 节
- Unicode 16，半角与全角形式
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhenlint.characters import ANY_HAN
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.blocks import Block
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import BLOCK
from zhenlint.rules import Context, rule

_MARKS = "＃＊》＞｜｀"
_LINE_MARKS = "＃＊》＞｜"
_LINE = lazy_pattern(rf"\n[{BLOCK} \t]*+(([＃＊》＞｜])[^\r\n]*)")
"""A line of prose that begins with a full-width mark, in a text that a line end was put before."""

_HEADING = lazy_pattern(
    r"(＃(?=[ \t\u3000\u00a0])|＃{2,6})([ \t\u3000\u00a0]*)(?=[^\s＃\u2500-\u25ff][^＃]*\Z)"
)
"""The mark of a heading before text, not before boxes and blocks, of which pictures are made."""

_ITEM = lazy_pattern(r"(＊)([ \t\u3000\u00a0]+)(?=\S)")
_STRONG = lazy_pattern(r"(＊＊)([^＊\s](?:[^＊]*[^＊\s])?)(＊＊)")
_QUOTE = lazy_pattern(r"([》＞])([ \t\u3000\u00a0]*)(?=\S)")
_OWN_MARKS = lazy_pattern(rf"^[{BLOCK} \t]*+》", re.MULTILINE)
_CELL = lazy_pattern(r"｜[ \t]")
_DASHES = lazy_pattern(r"[ \t>]*[｜|]?[ \t:]*-+[ \t:]*(?:[｜|][ \t:]*-+[ \t:]*)*[｜|]?[ \t]*")
_CODE = lazy_pattern(r"(?<!｀)｀(?=[^｀\r\n]*[A-Za-z0-9_])([^｀\s](?:[^｀\r\n]*[^｀\s])?)｀(?!｀)")
_FENCE = lazy_pattern(rf"\n[{BLOCK} \t]*+(｀{{3,}})[ \t]*[A-Za-z]*[ \t]*(?=[\r\n]|\Z)")
_NAMES = {
    "heading": ("heading", "标题"),
    "strong": ("bold text", "粗体"),
    "item": ("list item", "列表项"),
    "quote": ("quote", "引用"),
    "table": ("table", "表格"),
    "row": ("table row", "表格行"),
    "code": ("code", "代码"),
    "fence": ("code fence", "代码块"),
}
"""What a mark would make: message → (English, Chinese)."""

_INLINE = ("paragraph", "inline", "softbreak", "hardbreak")
_TABLE = ("table", "thead", "tbody", "tr", "th", "td", *_INLINE)


@rule(
    "MD004",
    name="fullwidth-marker",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    signs=tuple(_MARKS),
    messages={
        name: (
            f"`{{found}}` is full-width, so this is no {english}; Markdown wants `{{wanted}}`",
            f"`{{found}}` 是全角的，不会成为{chinese}；应为 `{{wanted}}`",
        )
        for name, (english, chinese) in _NAMES.items()
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report full-width marks that stand where Markdown has marks of its own."""
    text = document.text
    for start, end in _marked_lines(document.prose):
        block = document.block_at(start)
        if block and block.kind == "paragraph":
            yield from _line(document, block, start, end, context)
        elif block and block.kind == "table_cell" and _CELL.match(text, start):
            yield _report(context, start, "｜", "row", (Edit(start, start + 1, "|"),), ("text",))
    if "｀" in text:
        yield from _code(document, context)
        for fence in _FENCE.finditer("\n" + document.prose):
            yield _report(context, fence.start(1) - 1, fence[1], "fence", (), ())


def _marked_lines(prose: str) -> list[tuple[int, int]]:
    """The lines that begin with a full-width mark, from the mark on, in order.

    The marks are rare: to look for them takes 0.1 × the time that a look at each line does.
    """
    found = []
    for mark in _LINE_MARKS:
        at = prose.find(mark)
        while at >= 0:
            end = prose.find("\n", at)
            end = end if end >= 0 else len(prose)
            if not prose[prose.rfind("\n", 0, at) + 1 : at].strip(BLOCK + " \t"):
                found.append((at, at + len(prose[at:end].partition("\r")[0])))
            at = prose.find(mark, end)
    return sorted(found)


def _line(document: Document, block: Block, start: int, end: int, context: Context) -> Iterator[Diagnostic]:
    """What stands at the start of a line of a paragraph."""
    text = document.text
    mark = text[start]
    if mark == "＃" and (found := _HEADING.match(text, start, end)):
        edit = Edit(*found.span(), "#" * len(found[1]) + " ")
        severity = None if start == block.start or len(found[1]) > 1 else Severity.HINT
        yield _report(context, start, found[1], "heading", (edit,), ("heading", *_INLINE), severity)
    elif mark == "＊" and (found := _STRONG.match(text, start, end)):
        edits = (Edit(*found.span(1), "**"), Edit(*found.span(3), "**"))
        yield _report(context, start, found[1], "strong", edits, ("strong", "text"))
    elif mark == "＊" and (found := _ITEM.match(text, start, end)):
        item = Edit(*found.span(), "* ")
        kinds = ("bullet_list", "list_item", *_INLINE)
        alone = len(_LINE.findall("\n" + document.prose[block.start : block.end])) < 2
        severity = Severity.HINT if alone else None
        yield _report(context, start, mark, "item", (item,), kinds, severity)
    elif mark in "》＞" and (found := _QUOTE.match(text, start, end)):
        if not any(opening in text[block.start : block.end] for opening in "《＜"):
            edit = Edit(*found.span(), "> ")
            certain = mark == "＞" or _is_surely_quote(document, block, start, end)
            severity = None if certain else Severity.HINT
            yield _report(context, start, mark, "quote", (edit,), ("blockquote", *_INLINE), severity)
    elif mark == "｜" and start == block.start:
        yield from _table(document, block, end, context)


def _is_surely_quote(document: Document, block: Block, start: int, end: int) -> bool:
    """Whether a `》` was typed for `>`, and is no bullet or ornament of the author's.

    It stands before Chinese text at the start of a paragraph, and no other does, unless the author writes
    quotes elsewhere.
    """
    if start != block.start or not ANY_HAN.search(document.text, start, end):
        return False
    quotes = any(token.type == "blockquote_open" for token in document.tokens)
    return quotes or len(_OWN_MARKS.findall(document.prose)) < 2


def _table(document: Document, block: Block, end: int, context: Context) -> Iterator[Diagnostic]:
    """A paragraph that is a table but for its pipes."""
    text = document.text
    position = document.source.position(block.start)
    if end >= block.end or not _DASHES.fullmatch(text, *document.source.line_span(position.line + 1)):
        return
    edits = tuple(Edit(at, at + 1, "|") for at in range(block.start, block.end) if document.prose[at] == "｜")
    yield _report(context, block.start, "｜", "table", edits, _TABLE)


def _code(document: Document, context: Context) -> Iterator[Diagnostic]:
    for found in _CODE.finditer(document.prose):
        start, end = found.span()
        if document.is_literal(start, end):
            edits = (Edit(start, start + 1, "`"), Edit(end - 1, end, "`"))
            report = _report(context, start, "｀", "code", edits, ("code_inline",))
            fix = report.fix and report.fix._replace(applicability=Applicability.UNSAFE)
            yield report._replace(end=end, fix=fix)


def _report(
    context: Context,
    start: int,
    found: str,
    message: str,
    edits: tuple[Edit, ...],
    reshapes: tuple[str, ...],
    severity: Severity | None = None,
) -> Diagnostic:
    """A report on a mark."""
    wanted = found.translate(str.maketrans(_MARKS, "#*>>|`"))
    return context.report(
        start,
        start + len(found),
        message,
        edits=edits,
        applicability=Applicability.UNSAFE if severity else Applicability.SAFE,
        reshapes=reshapes,
        severity=severity,
        suggestions=(wanted,),
        found=found,
        wanted=wanted,
    )
