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
**注意：**请先备份 → **注意**：请先备份
这就是**“重点”**所在 → 这就是“**重点**”所在
使用**索引（B+ 树）**查询 → 使用**索引（B+ 树）** 查询
= **注意**：请先备份
= **注意：** 请先备份，2**3**2，src/**/test/**
```

The fix changes least: marks that end a clause go outside, a pair of quotation marks or brackets goes outside
as a whole, else a space is put beside the asterisks. It is unsafe because the bold stretch changes by a
character.

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

修复只作最小的改动：句末点号移到外面；成对的引号或括号整个移到外面；否则在星号旁加一个空格。
粗体的范围会差一个字符，所以不算安全的修复。

## 出处

- CommonMark 0.31.2，6.2 节（强调）：左侧与右侧定界符串
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.builder import Block
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ALL, CLOSE, OPEN
from zhenlint.rules import Context, rule

_RUN = lazy_pattern(r"\*+")
_LETTER = lazy_pattern(r"\w")
_STOPS = "，。、：；！？…"
_PAIRS = {"“": "”", "‘": "’", "《": "》", "「": "」", "『": "』", "（": "）", "【": "】", "〈": "〉"}
_WIDE = frozenset(_STOPS + "".join(_PAIRS) + "".join(_PAIRS.values()) + "—～·")
"""Marks of Chinese text, beside which nobody sets a blank."""

_SUSPECT = lazy_pattern(rf"\*\*[{''.join(sorted(_WIDE))}]|[{''.join(sorted(_WIDE))}]\*\*")


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
    for match in _SUSPECT.finditer(document.text):
        block = document.block_at(match.start())
        if block and block.end > judged:
            judged = block.end
            for pair in _broken_pairs(document, block):
                yield _report(document, pair, context)


def _broken_pairs(document: Document, block: Block) -> Iterator[_Pair]:
    """The pairs of a block that are meant as bold and are not shown so.

    Delimiters are taken two by two as a reader would; the parser may have found emphasis between two
    such pairs.  If any is of another length, or one is left over, nobody can tell what was meant.
    """
    runs = [
        match.span()
        for match in _RUN.finditer(document.text, block.start, block.end)
        if _is_delimiter(document, *match.span())
    ]
    if len(runs) % 2 or any(end - start != 2 for start, end in runs):
        return
    for opening, closing in list(pairwise(runs))[::2]:
        pair = _Pair(*opening, *closing)
        shown = document.prose[pair.start], document.prose[pair.last]
        if shown != (OPEN, CLOSE) and _is_broken(document, pair):
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
    opens = _opens(document, pair)
    edits = _edits(text, pair, opens=opens, closes=_closes(document, pair))
    inside = text[pair.last - 1] if opens else text[pair.inner]
    outside = text[pair.end] if opens else text[pair.start - 1]
    return context.report(
        pair.start,
        pair.end,
        "closes" if opens else "opens",
        edits=edits,
        reshapes=("strong",),
        suggestions=(_applied(text, pair, edits),),
        inside=inside,
        outside=outside,
    )


def _edits(text: str, pair: _Pair, *, opens: bool, closes: bool) -> tuple[Edit, ...]:
    """The least change that lets both delimiters do what they are meant to."""
    first, last = text[pair.inner], text[pair.last - 1]
    if _PAIRS.get(first) == last and text.count(first, pair.inner, pair.last) == 1:
        return (
            Edit(pair.start, pair.inner + 1, first + "**"),
            Edit(pair.last - 1, pair.end, "**" + last),
        )
    edits = [] if opens else [Edit(pair.start, pair.start, " ")]
    if not closes:
        stem = text[pair.inner : pair.last].rstrip(_STOPS)
        marks = text[pair.inner + len(stem) : pair.last]
        if marks and stem and stem[-1] not in _WIDE:
            edits.append(Edit(pair.last - len(marks), pair.end, "**" + marks))
        else:
            edits.append(Edit(pair.end, pair.end, " "))
    return tuple(edits)


def _applied(text: str, pair: _Pair, edits: tuple[Edit, ...]) -> str:
    """The pair as it will stand."""
    parts: list[str] = []
    at = pair.start
    for edit in edits:
        parts += (text[at : edit.start], edit.content)
        at = edit.end
    return "".join((*parts, text[at : pair.end])).strip()
