r"""# A block that is never closed

## What it finds

- Code fences that run to the end of the document, that are closed only by the fence of a later block, or
  whose closing fence stands outside the list item or quote that they are in
- Formulas that a line `$$` or `\begin{…}` opens and nothing closes
- Comments: `<!--` without `-->`, a line `%%` without a second one
- Front matter without its closing `---` or `+++`

A fence that ends with its quote or list item is left alone: it shows what was meant.

## Why

All that follows is shown as code, or is not shown at all.

## Examples

```md
! ```sh⏎make install⏎⏎然后运行它。
! 正文⏎⏎<!-- 待补充
! ---⏎title: 安装⏎⏎正文
= ```sh⏎make install⏎```⏎⏎然后运行它。
```

`⏎` stands for a line end.

## Sources

- CommonMark 0.31.2, sections 4.5 (fenced code blocks) and 4.6 (HTML blocks)
- Obsidian Help, Comments

---

# 没有结束的块

## 它找什么

- 代码块：一直延续到文档末尾的；借用了后面代码块的围栏才结束的；结束围栏落在所属列表项或引用之外的
- 公式：由 `$$` 行或 `\begin{…}` 开始而没有结束的
- 注释：有 `<!--` 而没有 `-->`，只有一行 `%%`
- 头部元数据（front matter）：缺少结尾的 `---` 或 `+++`

随引用或列表项一起结束的代码块不管，它的显示与原意一致。

## 为什么

后面的内容都会变成代码，或者根本不显示。

## 示例

{examples}

`⏎` 代表换行。

## 出处

- CommonMark 0.31.2，4.5 节（围栏代码块）、4.6 节（HTML 块）
- Obsidian 帮助：注释
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from zhenlint.diagnostic import Diagnostic, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.pieces import Construct
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import Context, rule
from zhenlint.rules.places import holds

_OPENING = lazy_pattern(r"[^\r\n]*?((`{3,}|~{3,})[^\r\n]*)")
_CLOSING = lazy_pattern(r"[ \t>]*(`{3,}|~{3,})[ \t]*(?=[\r\n]|\Z)")
_INNER = lazy_pattern(r"\n([> \t]*)(?<![ \t]{4})(`{3,}|~{3,})[ \t]*[^\s`][^\r\n`]*(?=[\r\n]|\Z)")
"""The opening of a fence with the name of a language, which cannot close another."""

_HTML_COMMENT = lazy_pattern(r"[ \t>]*(<!--)")
_HEADING = lazy_pattern(r"\n[ \t>]*\r?\n[ \t>]*#{2,6} [^\n]+\n[ \t>]*\r?\n")
_BLANK_LINE = lazy_pattern(r"\n[ \t>]*\r?\n")
_MATH = lazy_pattern(
    r"^[ \t>]*(\$\$[ \t]*(?=\r?$|[^\r\n$\u4e00-\u9fff]*[\\=][^\r\n$\u4e00-\u9fff]*\r?$))", re.MULTILINE
)
_ENVIRONMENT = lazy_pattern(r"^[ \t>]*(\\begin\{([A-Za-z]+\*?)\})", re.MULTILINE)
_ENVIRONMENT_END = lazy_pattern(r"\\end\{([A-Za-z]+\*?)\}")
_COMMENT = lazy_pattern(r"%(?=%[ \t]*\r?$)", re.MULTILINE)
_FRONT_MATTER = lazy_pattern(r"---[ \t]*\r?\n(?:#[^\n]*\n)*[\w-]+:[ \t\r\n]|\+\+\+[ \t]*\r?\n[\w-]+[ \t]*=")


class _Fence(NamedTuple):
    """A fenced block in the lines ``[line, stop)``; its opening, marker and info, is ``text[start:end]``."""

    line: int
    start: int
    end: int
    stop: int
    marker: str
    closed: bool


@rule(
    "MD003",
    name="unclosed-block",
    severity=Severity.ERROR,
    fix=None,
    signs=("```", "~~~", "$$", "\\begin{", "<!--", "%%", "---", "+++"),
    messages={
        "fence": (
            "this code fence is never closed: all that follows is shown as code",
            "这个代码块没有结束：后面的内容都会显示成代码",
        ),
        "outside": (
            "this code fence is not closed: the fence in line {line} stands outside the list item or quote",
            "这个代码块没有结束：第 {line} 行的围栏不在所属的列表项或引用里",
        ),
        "inner": (
            "this code fence is not closed before the one in line {line} opens",
            "到第 {line} 行又开始一个代码块时，这个代码块还没有结束",
        ),
        "math": ("this formula is never closed", "这个公式没有结束"),
        "comment": (
            "this comment is never closed: what follows is not shown",
            "这个注释没有结束：后面的内容不会显示",
        ),
        "front-matter": (
            "this front matter is never closed: a line `{marker}` has to end it",
            "头部元数据没有结束：结尾缺少一行 `{marker}`",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report blocks that nothing closes, where they open."""
    text = document.text
    yield from _unclosed_fences(document, context)
    yield from _unclosed_formulas(document, context)
    yield from _unclosed_comments(document, context)
    if text.startswith(("---", "+++")) and _has_open_front_matter(document):
        yield context.report(0, 3, "front-matter", marker=text[:3])


def _has_open_front_matter(document: Document) -> bool:
    closed = any(item.kind == "front_matter" for item in document.constructs[:1])
    return not closed and _FRONT_MATTER.match(document.text) is not None


def _unclosed_fences(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Fences without an end; of those that run to the end of the document there is one at most.

    Where a fence before it holds a heading, that is the one whose end is missing: all fences between
    have been taken the wrong way round.
    """
    text, end = document.text, len(document.text.rstrip())
    fences = [_fence(text, item) for item in document.constructs_of("fenced_code")]
    stray = -1
    for fence in fences:
        if fence.line == stray:
            continue
        if fence.closed:
            inner = _inner_opening(text, fence)
            if inner is not None:
                yield _report(document, fence, "inner", context, inner)
        elif _is_closing(text, fence.stop, fence.marker, fence.start - fence.line):
            stray = fence.stop
            yield _report(document, fence, "outside", context, stray)
        elif fence.stop >= end:
            yield _report(document, next(filter(_holds_heading(text), fences), fence), "fence", context)


def _fence(text: str, block: Construct) -> _Fence:
    opening = _OPENING.match(text, block.start)
    if opening is None:
        raise ValueError("a fence without its opening")
    (start, end), marker = opening.span(1), opening[2]
    last = text.rfind("\n", block.start, block.end - 2) + 1
    closed = last > start and _is_closing(text, last, marker, start - block.start)
    return _Fence(block.start, start, end, block.end, marker, closed)


def _inner_opening(text: str, fence: _Fence) -> int | None:
    """Where a fence holds the opening of another one, which would not be code to a reader."""
    if text.count(fence.marker, fence.end, fence.stop) < 2:  # the second is its own end
        return None
    quotes = text.count(">", fence.line, fence.start)
    for found in _INNER.finditer(text, fence.end, fence.stop):
        if found[2].startswith(fence.marker) and found[1].count(">") == quotes:
            return found.start(2)
    return None


def _is_closing(text: str, line: int, marker: str, indent: int) -> bool:
    """Whether the line that begins at an offset would close a fence if it stood in the same block.

    The fence is opened by a marker so far behind the beginning of its line.
    """
    found = _CLOSING.match(text, line)
    indented = found is not None and found.start(1) - line >= indent + 4
    return found is not None and found[1].startswith(marker) and not indented


def _holds_heading(text: str) -> Callable[[_Fence], bool]:
    """Whether a fence holds what can only be a heading: with a blank line on either side."""
    return lambda fence: _HEADING.search(text, fence.end, fence.stop) is not None


def _report(
    document: Document, fence: _Fence, message: str, context: Context, other: int | None = None
) -> Diagnostic:
    end = fence.start + len(document.text[fence.start : fence.end].rstrip())
    if other is None:
        return context.report(fence.start, end, message)
    line = document.source.position(other).line
    return context.report(fence.start, end, message, line=str(line))


def _unclosed_formulas(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Openings that stand in a paragraph, because the parser found nothing that closes them.

    A formula holds no blank line: one that does was closed by the opening of the next.
    """
    text = document.text
    for found in _MATH.finditer(text) if holds(text, "$$") else ():
        if _is_prose(document, found.start(1)):
            blocks = document.constructs_of("math_block")
            first = next((item for item in blocks if _BLANK_LINE.search(text, item.start, item.end)), None)
            start = found.start(1) if first is None else text.index("$$", first.start)
            yield context.report(start, start + 2, "math")
            break
    if not holds(text, "\\begin{"):
        return
    last_ends = {found[1]: found.start() for found in _ENVIRONMENT_END.finditer(text)}
    for found in _ENVIRONMENT.finditer(text):
        if _is_prose(document, found.start(1)) and last_ends.get(found[2], -1) < found.end():
            yield context.report(*found.span(1), "math")


def _unclosed_comments(document: Document, context: Context) -> Iterator[Diagnostic]:
    text = document.text
    last = text.rfind("<!--") if "<" in text else -1
    for item in document.constructs_of("html_block") if last >= 0 and "-->" not in text[last:] else ():
        found = _HTML_COMMENT.match(text, item.start)
        if found and "-->" not in text[found.start(1) + 2 : item.end]:
            yield context.report(*found.span(1), "comment")
    for found in _COMMENT.finditer(text) if "%" in text else ():
        start = found.start()
        if not text[text.rfind("\n", 0, start) + 1 : start].strip(" \t>") and _is_prose(document, start):
            yield context.report(start, start + 2, "comment")


def _is_prose(document: Document, at: int) -> bool:
    return document.prose[at] == document.text[at]
