r"""# A table row with too many or too few cells

## What it finds

Rows of a table that have more or fewer cells than its header, among them

- rows in which a `|` that belongs to the text ends a cell, because even in code it has to be written `\|`;
- text on the line below a table, which Markdown takes for one more row;
- the line of dashes below a header: if it has another number of cells than the header there is no table
  at all.

A surplus cell that is empty is only a hint, because nothing is lost. Attribute lists, template tags, block
ids and captions below a table are left alone.

## Why

Surplus cells are not shown: their text is lost without a sign. After a forgotten `|` the cells stand in the
wrong columns.

## Examples

```md
! | 参数 | 说明 |⏎| --- | --- |⏎| `-v` | 版本 | 丢失 |
! | 参数 | 说明 |⏎| --- | --- |⏎| `a|b` | 二选一 |
! | 参数 | 说明 |⏎| --- | --- |⏎| `-v` |
! | 参数 | 说明 | 默认 |⏎| --- | --- |
= | 参数 | 说明 |⏎| --- | --- |⏎| `a\|b` | 二选一 |
```

`⏎` stands for a line end.

## Sources

- GitHub Flavored Markdown 0.29, section 4.10 (tables)
- markdownlint, MD056

---

# 表格某行的单元格多了或少了

## 它找什么

单元格数量与表头不同的行，包括：

- 正文里的 `|` 把单元格切断了：即使在代码里也要写成 `\|`；
- 紧接在表格下一行的文字，Markdown 会把它当作又一行；
- 表头下面的横线行：数量与表头不同，整个表格就不成立。

多出来的单元格若是空的，没有内容丢失，只作提示。表格下面的属性列表、模板标签、块 ID、表题不管。

## 为什么

多出来的单元格不会显示，内容悄悄丢失；漏写 `|` 之后，内容会落在错误的列里。

## 示例

{examples}

`⏎` 代表换行。

## 出处

- GitHub Flavored Markdown 0.29，4.10 节（表格）
- markdownlint，MD056
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from zhenlint.diagnostic import Diagnostic, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, rule

_SIGN = lazy_pattern(r"\|[ \t]*:?-")
_DELIMITERS = lazy_pattern(r"[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
"""The line of dashes below a header."""

_PIPE = lazy_pattern(r"(?<!\\)\|")
_TEXT_PIPE = lazy_pattern(r"`[^`]*(?<!\\)\|[^`]*`|\[\[[^\[\]]*(?<!\\)\|[^\[\]]*\]\]|\$[^$]*(?<!\\)\|[^$]*\$")
"""Code, a wikilink or a formula with a pipe that is not escaped."""

_NO_TEXT = lazy_pattern(r"[ \t>]*(?:[{<:\\^\[]|Table:|(?!.*\w))")
"""What belongs to a table though it is no row: attributes, tags, captions, block ids, marks without words."""


@rule(
    "MD005",
    name="ragged-table",
    severity=Severity.WARNING,
    fix=None,
    signs=("|",),
    messages={
        "surplus": (
            "the row has {cells} cells and the header {columns}: what is too many is not shown",
            "这一行有 {cells} 格，而表头有 {columns} 格：多出来的不会显示",
        ),
        "pipe": (
            "the row has {cells} cells and the header {columns}: write a `|` inside a cell as `\\|`",
            "这一行有 {cells} 格，而表头有 {columns} 格：单元格内的 `|` 要写成 `\\|`",
        ),
        "missing": (
            "the row has {cells} cells and the header {columns}",
            "这一行有 {cells} 格，而表头有 {columns} 格",
        ),
        "text": (
            "this line is taken for a row of the table above; put an empty line between them",
            "这一行会被当作上面表格的一行；请在中间加一个空行",
        ),
        "delimiters": (
            "the header has {columns} cells and the line below it {cells}, so this is no table",
            "表头有 {columns} 格，而下面的横线行有 {cells} 格，不会显示成表格",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report rows whose cells are not as many as the header's."""
    lines = list(_lines_of_dashes(document))
    if not lines:
        return
    for token in document.tokens:
        if token.type == "table_open":
            yield from _rows(document, token.meta["ragged"], token.meta["columns"], context)
    for start, end in lines:
        yield from _delimiters(document, start, end, context)


def _lines_of_dashes(document: Document) -> Iterator[tuple[int, int]]:
    """The lines that stand below a table's header, or would."""
    end = 0
    while found := _SIGN.search(document.text, end):
        start, end = document.source.line_span(document.source.position(found.start()).line)
        if _DELIMITERS.fullmatch(document.text, start, end):
            yield start, end


def _rows(document: Document, lines: list[int], columns: int, context: Context) -> Iterator[Diagnostic]:
    """The ragged rows; behind a line of text that was taken for a row there is only more of that text."""
    text = document.text
    for line in lines:
        start, end = document.source.line_span(line + 1)
        cells = _cells(text, start, end)
        if "|" not in text[start:end] and columns > 1:
            if not _NO_TEXT.match(text, start, end):
                yield _report(document, start, end, "text", 1, columns, context)
            return
        if len(cells) > columns:
            kind = "pipe" if _TEXT_PIPE.search(text, start, end) else "surplus"
            yield _report(document, cells[columns][0], end, kind, len(cells), columns, context)
        elif len(cells) < columns:
            yield _report(document, start, end, "missing", len(cells), columns, context)


def _delimiters(document: Document, start: int, end: int, context: Context) -> Iterator[Diagnostic]:
    """A line of dashes in a paragraph, below one that would be its header."""
    block = document.block_at(end - 1)
    if block is None or block.kind != "paragraph" or block.start >= start:
        return
    above = document.source.line_span(document.source.position(start).line - 1)
    header = _cells(document.text, max(above[0], block.start), above[1])
    dashes = _cells(document.text, start, end)
    if len(header) > 1 and len(header) != len(dashes):
        yield _report(document, start, end, "delimiters", len(dashes), len(header), context)


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the cells lie of the row ``text[start:end]``, which may begin with the prefixes of quotes."""
    cuts = [start, *(pipe.end() for pipe in _PIPE.finditer(text, start, end)), end + 1]
    cells = [(cut, following - 1) for cut, following in pairwise(cuts)]
    if not text[slice(*cells[0])].strip(" \t>"):
        del cells[0]
    if cells and not text[slice(*cells[-1])].strip():
        del cells[-1]
    return cells


def _report(
    document: Document, start: int, end: int, message: str, cells: int, columns: int, context: Context
) -> Diagnostic:
    """A report on a stretch without the blanks and prefixes around it."""
    found = document.text[start:end]
    lost = found.strip(" \t|")
    return context.report(
        start + len(found) - len(found.lstrip(" \t>")),
        start + len(found.rstrip()),
        message,
        severity=None if lost or message != "surplus" else Severity.HINT,
        cells=str(cells),
        columns=str(columns),
    )
