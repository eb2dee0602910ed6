"""# Bold text that does not render

## What it finds

`**` that stays visible because a full-width mark stands just inside it and a letter just outside:
`**注意：**请先备份`. CommonMark lets `**` close only after a letter, or before a blank or another mark, and
open only the other way round; Chinese text sets no blanks there.

Reported are pairs of `**` in one paragraph that are not bold for this reason alone. What renders is never
reported, nor `**` in code, globs (`src/**/*.py`) or powers (`2**3`).

## Why

Readers see the asterisks, or the bold text begins at the wrong place. Editors with a preview of their own
often show it as meant, so that the writer never notices.

## Examples

```md
**注意：**请先备份 → **注意：** 请先备份
这就是**“重点”**所在 → 这就是 **“重点”** 所在
使用**索引（B+ 树）**查询 → 使用**索引（B+ 树）** 查询
= **注意**：请先备份
= **注意：** 请先备份，2**3**2，src/**/test/**
```

The fix puts a space outside the asterisks, as most writers do. Where the marks can stand outside as well
(`**注意**：请先备份`, `“**重点**”所在`), that is the second suggestion. Both are unsafe: whether a space is
welcome there is for you to say.

## Options

- `fix`: `space` (default) or `move`, which puts marks that end a clause, and pairs of quotation marks or
  brackets, outside; where they belong inside, it is a space all the same.

## Sources

- CommonMark 0.31.2, section 6.2 (emphasis), left- and right-flanking delimiter runs

---

# 不会显示成粗体的粗体

## 它找什么

原样显示出来的 `**`：它里侧紧挨全角标点、外侧紧挨文字，例如 `**注意：**请先备份`。
CommonMark 规定 `**` 要在文字之后、或者在空格或别的标点之前才能结束，开头反之；中文在那里不空格。

只报告同一段落里仅因这个原因失效的成对 `**`。能显示成粗体的不报告，代码、通配符（`src/**/*.py`）、
乘方（`2**3`）里的 `**` 也不管。

## 为什么

读者会看到星号，或者粗体从错误的地方开始。编辑器自带的预览往往照原意显示，作者自己发现不了。

## 示例

{examples}

修复是在星号外侧加一个空格，多数作者都这样改。标点也可以放到外面时（`**注意**：请先备份`、
`“**重点**”所在`），作为第二个建议。两者都不算安全：那里要不要空格由你决定。

## 选项

- `fix`：`space`（默认）或 `move`：把句末点号、成对的引号或括号移到外面；该留在里面的仍然加空格。

## 出处

- CommonMark 0.31.2，6.2 节（强调）：左侧与右侧定界符串
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Literal

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.blocks import Block
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ALL, CLOSE, OPEN
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import Context, rule

_RUN = lazy_pattern(r"\*+")
_LETTER = lazy_pattern(r"\w")
_STOPS = "，。、：；！？…"
_PAIRS = {"“": "”", "‘": "’", "《": "》", "「": "」", "『": "』", "（": "）", "【": "】", "〈": "〉"}
_WIDE = frozenset(_STOPS + "".join(_PAIRS) + "".join(_PAIRS.values()) + "—～·")
"""Marks of Chinese text, beside which nobody sets a blank."""

_SHOWN = (OPEN * 2, CLOSE * 2)
"""How ``**`` stands in the prose where it is markup."""

_STRONG_BESIDE_MARK = lazy_pattern(
    rf"\*(?=\*)(?:(?<=([{''.join(sorted(_WIDE))}])\*)|(?=\*[{''.join(sorted(_WIDE))}]))"
)


class Options(NamedTuple):
    """``fix``: whether a space is put beside the asterisks, or marks are moved out of them."""

    fix: Literal["space", "move"] = "space"


class _Pair(NamedTuple):
    """Two delimiters ``**`` and the text between them: ``[start, inner)`` opens, ``[last, end)`` closes."""

    start: int
    inner: int
    last: int
    end: int


@rule(
    "MD001",
    name="broken-emphasis",
    severity=Severity.ERROR,
    fix=Applicability.UNSAFE,
    options=Options,
    signs=("**",),
    messages={
        "opens": (
            "this is not shown bold: `**` cannot open between “{outside}” and the mark “{inside}”",
            "不会显示成粗体：夹在“{outside}”与标点“{inside}”之间的 `**` 不能作开头",
        ),
        "closes": (
            "this is not shown bold: `**` cannot close between the mark “{inside}” and “{outside}”",
            "不会显示成粗体：夹在标点“{inside}”与“{outside}”之间的 `**` 不能作结尾",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report pairs of ``**`` that a full-width mark keeps from being emphasis."""
    judged = 0
    text = document.text
    for match in _STRONG_BESIDE_MARK.finditer(text):
        start = match.start()
        if start < judged or (document.prose[start] == CLOSE and match[1] is None):
            continue  # bold text that ends before the mark is as it should be
        block = document.block_at(start)
        if block:
            judged = block.end
            for pair in _broken_pairs(document, block):
                yield _report(document, pair, context)


def _broken_pairs(document: Document, block: Block) -> Iterator[_Pair]:
    """The pairs of a block that are meant as bold and are not shown so.

    Delimiters are taken two by two as a reader would; the parser may have found emphasis between two
    such pairs.  If any is of another length, or one is left over, nobody can tell what was meant.
    """
    text, prose, runs = document.text, document.prose, []
    for match in _RUN.finditer(text, block.start, block.end):
        start, end = match.span()
        shown = prose[start:end]
        if shown not in _SHOWN and not _is_delimiter(document, start, end):
            continue
        if end - start != 2:
            return
        runs.append((start, end, shown[0]))
    if len(runs) % 2 or [shown for _, _, shown in runs] == [OPEN, CLOSE] * (len(runs) // 2):
        return
    for (start, inner, opens), (last, end, closes) in zip(runs[::2], runs[1::2], strict=True):
        if (opens, closes) != (OPEN, CLOSE) and _is_broken(document, pair := _Pair(start, inner, last, end)):
            yield pair


def _is_delimiter(document: Document, start: int, end: int) -> bool:
    """Whether asterisks stand in prose, as text or as markup, and are not escaped."""
    shown = document.prose[start:end]
    return shown in (OPEN * (end - start), CLOSE * (end - start)) or document.is_literal(start, end)


def _is_broken(document: Document, pair: _Pair) -> bool:
    """Whether a pair is no emphasis only because a full-width mark stands inside a delimiter."""
    text = document.text
    if not _LETTER.search(text, pair.inner, pair.last):
        return False
    if text[pair.inner].isspace() or text[pair.last - 1].isspace():
        return False
    sides = (_opens(document, pair), _closes(document, pair))
    blamed = (text[pair.inner], text[pair.last - 1])
    return not all(sides) and all(can or mark in _WIDE for can, mark in zip(sides, blamed, strict=True))


def _opens(document: Document, pair: _Pair) -> bool:
    """Whether the first delimiter is left-flanking."""
    return not _is_mark(document, pair.inner) or _is_apart(document, pair.start - 1)


def _closes(document: Document, pair: _Pair) -> bool:
    """Whether the second delimiter is right-flanking."""
    return not _is_mark(document, pair.last - 1) or _is_apart(document, pair.end)


def _is_mark(document: Document, at: int) -> bool:
    """Whether CommonMark takes a character for punctuation (Unicode's categories P and S)."""
    return unicodedata.category(document.text[at])[0] in "PS"


def _is_apart(document: Document, at: int) -> bool:
    """Whether a character outside a delimiter is a blank, a mark, or the edge of the block."""
    if not 0 <= at < len(document.text) or document.prose[at] in ALL:
        return True
    return document.text[at].isspace() or _is_mark(document, at)


def _report(document: Document, pair: _Pair, context: Context) -> Diagnostic:
    text = document.text
    opens, closes = _opens(document, pair), _closes(document, pair)
    spaced = _spaced(pair, opens=opens, closes=closes)
    moved = _moved(text, pair, opens=opens)
    repairs = [spaced, *([moved] if moved else [])]
    if context.options.fix == "move":
        repairs.reverse()
    inside = text[pair.last - 1] if opens else text[pair.inner]
    outside = text[pair.end] if opens else text[pair.start - 1]
    return context.report(
        pair.start,
        pair.end,
        "closes" if opens else "opens",
        edits=repairs[0],
        reshapes=("strong",),
        suggestions=tuple(_applied(text, pair, edits) for edits in repairs),
        inside=inside,
        outside=outside,
    )


def _spaced(pair: _Pair, *, opens: bool, closes: bool) -> tuple[Edit, ...]:
    """A space outside each delimiter that does not do what it is meant to."""
    before = () if opens else (Edit(pair.start, pair.start, " "),)
    return before if closes else (*before, Edit(pair.end, pair.end, " "))


def _moved(text: str, pair: _Pair, *, opens: bool) -> tuple[Edit, ...]:
    """The marks moved outside: a pair as a whole, or those that end a clause; none that belong inside."""
    first, last = text[pair.inner], text[pair.last - 1]
    if _PAIRS.get(first) == last and text.count(first, pair.inner, pair.last) == 1:
        return (
            Edit(pair.start, pair.inner + 1, first + "**"),
            Edit(pair.last - 1, pair.end, "**" + last),
        )
    stem = text[pair.inner : pair.last].rstrip(_STOPS)
    marks = text[pair.inner + len(stem) : pair.last]
    if opens and marks and stem and stem[-1] not in _WIDE:
        return (Edit(pair.last - len(marks), pair.end, "**" + marks),)
    return ()


def _applied(text: str, pair: _Pair, edits: tuple[Edit, ...]) -> str:
    """The pair as it will stand."""
    parts: list[str] = []
    at = pair.start
    for edit in edits:
        parts += (text[at : edit.start], edit.content)
        at = max(at, edit.end)
    return "".join((*parts, text[at : pair.end]))
