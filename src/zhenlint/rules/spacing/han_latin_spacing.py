"""# No space between Han and Latin

## What it finds

Han characters and a Latin word that touch: `在GitHub上`. Emphasis, links, HTML tags and code spans
between them are seen through. A word is Latin's if it has a letter: `Python3中`, `C++的`, `3D图`.

## Why

A narrow space beside Latin letters makes mixed text easier to read; most style guides for Chinese
technical writing ask for it.

## Examples

```md
在GitHub上 → 在 GitHub 上
用**Rust**写的 → 用 **Rust** 写的
用`git`提交 → 用 `git` 提交
Python3中的C++库 → Python3 中的 C++ 库
= 在 GitHub 上
= 一件T恤、一首卡拉OK、一次X射线
= 报告v2.docx 在 src/库名 里
```

## Options

- `style`: `consistent` (default), `always` or `never`. `consistent` wants the space unless the
  document has at least 20 such boundaries and nine in ten of them go without: then the spaces are
  reported, and one hint says that the document goes without. Code spans are judged by themselves
  too: many writers set a space beside words but none beside code.
- `code`: what is wanted beside code spans: `words` (default) what is wanted beside words, `always`
  (then beside Latin words too), `never`, or `any` for the writer's choice.
- `math`: what is wanted beside formulas `$x$`: `any` (default), `always` or `never`.

## Neighbours

| left | right | owner |
| --- | --- | --- |
| Han | Latin word with a letter, and the reverse | SP001 |
| Han | code span, and the reverse, unless it has Han or a full-width mark there | SP001 |
| Han | formula, and the reverse | SP001 by option, else nobody |
| Han | number | SP002 |
| Han | Han | SP004 |
| full-width punctuation | anything | SP003 |

Known words such as `T恤` lie in `dictionaries/spacing/han-latin-words.txt`; words accepted in the
configuration count as well. A no-break space is a space.

## Sources

- Requirements for Chinese Text Layout (W3C CLREQ), mixed text composition
- Chinese Copywriting Guidelines (sparanoid), spacing

---

# 汉字与拉丁字母之间没有空格

## 它找什么

汉字与英文单词紧挨着：`在GitHub上`。强调、链接、HTML 标签和行内代码不妨碍判断。
含有字母的词都归这条规则管：`Python3中`、`C++的`、`3D图`。

## 为什么

中西文之间留一点空，混排的文字更好读；中文技术写作的规范大多这样要求。

## 示例

{examples}

## 选项

- `style`：`consistent`（默认）、`always` 或 `never`。`consistent` 要求有空格，除非文档里这样的交界
  至少有 20 处，且九成以上都不加空格：这时报告的是多出的空格，并用一条提示说明这份文档不加空格。
  行内代码还会单独判断：不少作者在英文单词旁加空格，在行内代码旁不加。
- `code`：行内代码旁要不要空格：`words`（默认）与单词一样，`always` 要（与英文单词之间也要），
  `never` 不要，`any` 随作者。
- `math`：公式 `$x$` 旁要不要空格：`any`（默认）、`always` 或 `never`。

## 相邻规则

| 左 | 右 | 归谁管 |
| --- | --- | --- |
| 汉字 | 含字母的西文词（反之亦然） | SP001 |
| 汉字 | 行内代码（反之亦然），除非它在这一侧是汉字或全角标点 | SP001 |
| 汉字 | 公式（反之亦然） | 按选项归 SP001，默认不管 |
| 汉字 | 数字 | SP002 |
| 汉字 | 汉字 | SP004 |
| 全角标点 | 任何字符 | SP003 |

`T恤` 这类词收在 `dictionaries/spacing/han-latin-words.txt`；配置里认可的词同样有效。
不换行空格也算空格。

## 出处

- 《中文排版需求》（W3C CLREQ）：中西文混排
- 《中文文案排版指北》（sparanoid）：空格
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Literal

from zhenlint.characters import ANY_HAN, CLOSING_QUOTE, FULLWIDTH, LATIN, OPENING_QUOTE
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import BLOCK, MARKUP
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import Context, rule
from zhenlint.rules.spacing.boundaries import Boundary, Kind, code_beside_latin, missing, spaced

_ENOUGH = 20
"""So many boundaries tell how a document is written."""

_TO_ONE = 9
"""So many places without a space to one with: nine in ten."""

_WORD = lazy_pattern(rf"[{LATIN}][{LATIN}.+#_-]*|`[^` ]+`")
_BETWEEN_WORDS = MARKUP + " \u00a0\u3000"
_AROUND_WORDS = FULLWIDTH + OPENING_QUOTE + CLOSING_QUOTE + BLOCK + "\r\n"


class Options(NamedTuple):
    """``style``: whether Han and Latin are set apart; ``code``, ``math``: the same for these."""

    style: Literal["consistent", "always", "never"] = "consistent"
    code: Literal["words", "always", "never", "any"] = "words"
    math: Literal["any", "always", "never"] = "any"


@rule(
    "SP001",
    name="han-latin-spacing",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    options=Options,
    messages={
        "default": ("no space between “{left}” and “{right}”", "“{left}”与“{right}”之间缺少空格"),
        "unwanted": ("a space between “{left}” and “{right}”", "“{left}”与“{right}”之间不该有空格"),
        "without": (
            "this document sets no space between Han and Latin ({missing} of {all} places); "
            "only the exceptions are reported",
            "这份文档在汉字与拉丁字母之间不加空格（{all} 处中有 {missing} 处），只报告例外",
        ),
        "code": (
            "this document sets no space beside code spans ({missing} of {all} places); "
            "only the exceptions are reported",
            "这份文档在行内代码旁不加空格（{all} 处中有 {missing} 处），只报告例外",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report boundaries that go against the style."""
    options = context.options
    words: tuple[Kind, ...] = ("word", "code") if options.code == "words" else ("word",)
    yield from _by_style(document, context, options.style, words)
    if options.code not in ("words", "any"):
        yield from _by_style(document, context, options.code, ("code",))
    if options.code == "always":
        yield from (_too_close(item, context) for item in code_beside_latin(document))
    if options.math != "any":
        yield from _by_style(document, context, options.math, ("math",))


def _by_style(
    document: Document, context: Context, style: str, kinds: tuple[Kind, ...]
) -> Iterator[Diagnostic]:
    """Report what goes against a style, beside words of some kinds."""
    if style == "never":
        yield from (_apart(item, context) for item in spaced(document, kinds) if _plain(document, item))
        return
    without = missing(document, context.settings.words, kinds)
    if style == "consistent" and len(without) * (_TO_ONE + 1) >= _ENOUGH * _TO_ONE:
        yield from _by_habit(document, context, without, kinds)
    else:
        yield from (_too_close(item, context) for item in without)


def _by_habit(
    document: Document, context: Context, without: list[Boundary], kinds: tuple[Kind, ...]
) -> Iterator[Diagnostic]:
    """Report what goes against the document's own way, as a whole or beside code spans."""
    exceptions = _exceptions(without, spaced(document, kinds))
    if exceptions is not None:
        yield from _as_exceptions(document, context, "without", without, exceptions)
        return
    code = [item for item in without if item.kind == "code"]
    exceptions = _exceptions(code, spaced(document, ("code",))) if code else None
    if exceptions is not None:
        yield from _as_exceptions(document, context, "code", code, exceptions)
        without = [item for item in without if item.kind != "code"]
    yield from (_too_close(item, context) for item in without)


def _exceptions(without: list[Boundary], with_space: Iterator[Boundary]) -> list[Boundary] | None:
    """The boundaries with a space in a document that sets none; None if it does not go without."""
    most = len(without) // _TO_ONE
    exceptions = list(islice(with_space, most + 1))
    enough = len(without) + len(exceptions) >= _ENOUGH
    return exceptions if enough and len(exceptions) <= most else None


def _as_exceptions(
    document: Document,
    context: Context,
    message: str,
    without: list[Boundary],
    exceptions: list[Boundary],
) -> Iterator[Diagnostic]:
    """The hint that a document goes without, and the places where it does not."""
    first, total = without[0], len(without) + len(exceptions)
    yield context.report(
        first.start, first.end, message, severity=Severity.HINT, missing=str(len(without)), all=str(total)
    )
    for item in exceptions:
        if _plain(document, item) and _single_word(document.prose, item):
            yield _apart(item, context)


def _too_close(boundary: Boundary, context: Context) -> Diagnostic:
    edits = (Edit(*boundary.blank, " "),)
    return context.report(boundary.start, boundary.end, edits=edits, left=boundary.left, right=boundary.right)


def _apart(boundary: Boundary, context: Context) -> Diagnostic:
    edits = (Edit(*boundary.blank, ""),)
    return context.report(*boundary.blank, "unwanted", edits=edits, left=boundary.left, right=boundary.right)


def _plain(document: Document, boundary: Boundary) -> bool:
    """Whether the blank is made of plain spaces; a no-break space is there on purpose."""
    start, end = boundary.blank
    return document.text[start:end] == " " * (end - start)


def _single_word(prose: str, boundary: Boundary) -> bool:
    """Whether the Latin is one word; the spaces around a command or a phrase show its extent."""
    before, after = boundary.word
    if not _WORD.fullmatch(boundary.right if before > boundary.start else boundary.left):
        return False
    neighbours = (
        prose[max(0, before - 8) : before].rstrip(_BETWEEN_WORDS)[-1:],
        prose[after : after + 8].lstrip(_BETWEEN_WORDS)[:1],
    )
    return all(char in _AROUND_WORDS or ANY_HAN.match(char) for char in neighbours)
