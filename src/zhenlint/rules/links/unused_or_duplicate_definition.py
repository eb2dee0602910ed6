"""# A definition that is not used, or given twice

## What it finds

Link definitions `[label]: …` and footnotes `[^label]: …` that nothing in the document refers to, and
labels that are defined a second time. Of two definitions only the first counts.

Definitions that serve as comments (`[//]: # (…)`, `[comment]: <> (…)`) are left alone.

## Why

An unused definition is a reference whose label was misspelled, or was forgotten when a paragraph was
taken out. A second one is never seen, and whoever changes it wonders why nothing happens.

## Examples

```md
! [home]: https://example.com
! [^1]: 没有人引用的脚注
= [//]: # (这是注释)
```

## Sources

- CommonMark 0.31.2, section 4.7 (link reference definitions)
- markdownlint, MD053

---

# 没有用到或重复的定义

## 它找什么

文中没有引用的链接定义 `[标签]: …` 和脚注 `[^标签]: …`，以及第二次定义的标签。
两个定义中只有第一个有效。

当注释用的定义（`[//]: # (…)`、`[comment]: <> (…)`）不管。

## 为什么

没有用到的定义，多半是引用处的标签写错了，或者删段落时忘了删它。
重复的定义永远不生效，改了它的人会纳闷为什么没有变化。

## 示例

{examples}

## 出处

- CommonMark 0.31.2，4.7 节（链接引用定义）
- markdownlint，MD053
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from zhenlint.diagnostic import Diagnostic, Severity
from zhenlint.markdown.document import Document
from zhenlint.markdown.pieces import Construct
from zhenlint.rules import Context, rule
from zhenlint.rules.links.labels import labels

_COMMENTS = frozenset(("//", "/", "comment", "#", "_", "-", "!", ""))
"""Labels that people write comments with."""


@rule(
    "LK008",
    name="unused-or-duplicate-definition",
    severity=Severity.ERROR,
    fix=None,
    signs=("]:",),
    messages={
        "unused": ("nothing refers to `[{label}]`", "没有地方引用 `[{label}]`"),
        "duplicate": (
            "`[{label}]` is defined already on line {line}; this definition has no effect",
            "`[{label}]` 在第 {line} 行已有定义，这一个不起作用",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report the second definition of a label, and definitions of labels that nothing uses."""
    if document.definitions:
        known = document.shared(labels)
        yield from _judged(document, context, known.defined, known.used, "")
        yield from _judged(document, context, known.footnotes, known.used_footnotes, "^")


def _judged(
    document: Document,
    context: Context,
    definitions: Mapping[str, list[Construct]],
    used: Set[str],
    mark: str,
) -> Iterator[Diagnostic]:
    for label, (first, *others) in definitions.items():
        if not mark and (label in _COMMENTS or first.destination in ("#", "<>")):
            continue
        if label not in used:
            yield context.report(*_label_place(document, first), "unused", label=mark + label)
        line = str(document.source.position(first.start).line)
        for item in others:
            place = _label_place(document, item)
            yield context.report(*place, "duplicate", label=mark + label, line=line)


def _label_place(document: Document, item: Construct) -> tuple[int, int]:
    """The extent of a definition's label with its brackets."""
    start = document.text.index("[", item.start)
    return start, document.text.index("]:", start) + 1
