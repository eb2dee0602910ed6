"""# A reference without a definition

## What it finds

`[text][label]` where no `[label]: …` defines the label, and footnotes `[^1]` that are written nowhere.
Both are then shown as they are typed.

Brackets side by side are common in Chinese titles (`[转载][原创]`), so a label in Han must lie near one that
is defined, and without a single definition in the document only numbers (`[text][1]`) and words with hyphens
behind a text of words (`[some text][the-label]`) are taken for labels.
`[text]` alone may always be just text.

## Why

The definition was lost when the text was copied, or the label is misspelled. Labels are compared as
CommonMark does it: the case of letters and the number of blanks do not matter.

## Examples

```md
! 参见[官方文档][1]
! 原文如此[^3]。
= [转载][原创] 标题、a[0][1]、正则 `[^1]`
= [任务] 未完成
```

The label that stands nearest among the defined ones is suggested.

## Neighbours

| what | owner |
| --- | --- |
| `[text][https://example.com]` | LK001 |
| a definition that nothing refers to, or given twice | LK008 |

## Sources

- CommonMark 0.31.2, section 6.3 (full reference links)
- GitHub, Basic writing and formatting syntax: footnotes
- markdownlint, MD052

---

# 引用没有定义

## 它找什么

`[文字][标签]` 而文中没有 `[标签]: …`，以及没有写出内容的脚注 `[^1]`。两者都会原样显示。

中文标题里常有并排的方括号（`[转载][原创]`），所以汉字标签要与某个已定义的标签相近才算；
文中一个定义也没有时，只有数字（`[文字][1]`）和一段文字后面带连字符的词（`[一段文字][the-label]`）才当作标签。
单独的 `[文字]` 始终可能只是文字。

## 为什么

多半是复制时漏了定义，或者标签写错了。标签按 CommonMark 的规则比较：不分大小写，空白数目不计。

## 示例

{examples}

会建议已有定义中最接近的标签。

## 相邻规则

| 写法 | 归谁管 |
| --- | --- |
| `[文字][https://example.com]` | LK001 |
| 没有用到或重复的定义 | LK008 |

## 出处

- CommonMark 0.31.2，6.3 节（完整引用链接）
- GitHub 文档：脚注
- markdownlint，MD052
"""

from __future__ import annotations

from collections.abc import Iterator

from zhenlint.characters import ANY_HAN, HAN, LATIN
from zhenlint.diagnostic import Diagnostic, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import BLOCK
from zhenlint.rules import Context, rule
from zhenlint.rules.links.labels import Labels, labels, normalised
from zhenlint.rules.links.nearest import nearest
from zhenlint.rules.places import holds

_REFERENCE = lazy_pattern(
    rf"\[(?<![{LATIN}_)\]]\[)(?P<text>[^\[\]{BLOCK}]{{1,300}})\]\[(?P<label>[^\[\]{BLOCK}]{{1,99}})\](?![\[(:])"
)
_HYPHENED = lazy_pattern(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_WORDS = lazy_pattern(rf"[{HAN}]| [A-Za-z]")
_SCHEME = lazy_pattern(r"\s*(?:[a-z][a-z0-9+.-]*:|www\.|[.#/])", 2)
"""A destination where a label belongs: LK001's."""


@rule(
    "LK007",
    name="undefined-reference",
    severity=Severity.ERROR,
    fix=None,
    signs=("][", "[^"),
    messages={
        "default": ("no `[{label}]: …` defines this reference", "没有 `[{label}]: …` 来定义这个引用"),
        "near": (
            "no `[{label}]: …` defines this reference; did you mean `[{nearest}]`?",
            "没有 `[{label}]: …` 来定义这个引用，是不是想写 `[{nearest}]`？",
        ),
        "footnote": ("the footnote `[^{label}]` is not written", "没有写出脚注 `[^{label}]` 的内容"),
        "footnote-near": (
            "the footnote `[^{label}]` is not written; did you mean `[^{nearest}]`?",
            "没有写出脚注 `[^{label}]` 的内容，是不是想写 `[^{nearest}]`？",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report references and footnote marks whose label is not defined."""
    known = document.shared(labels)
    for match in _REFERENCE.finditer(document.prose) if holds(document.prose, "][") else ():
        label = document.text[slice(*match.span("label"))]
        if normalised(label) not in known.defined and _is_label(match["text"], label, known):
            yield _report(context, match.span("label"), "", label, nearest(normalised(label), known.defined))
    for item in document.constructs_of("footnote_reference"):
        if normalised(item.destination) not in known.footnotes:
            near = nearest(normalised(item.destination), known.footnotes)
            yield _report(context, (item.start, item.end), "footnote", item.destination, near)


def _is_label(text: str, label: str, known: Labels) -> bool:
    """Whether the second of two pairs of brackets is meant to be a label.

    Where nothing is defined, a number is, and so are words with hyphens behind a text of words.
    """
    if _SCHEME.match(label):
        return False
    if ANY_HAN.search(label):
        return nearest(normalised(label), known.defined) is not None
    hyphened = _HYPHENED.fullmatch(label) and _WORDS.search(text)
    return label.isdecimal() or bool(known.defined or hyphened)


def _report(context: Context, place: tuple[int, int], kind: str, label: str, near: str | None) -> Diagnostic:
    shown = " ".join(label.split())
    if near is None:
        return context.report(*place, kind or "default", label=shown)
    message = f"{kind}-near" if kind else "near"
    return context.report(*place, message, suggestions=(near,), nearest=near, label=shown)
