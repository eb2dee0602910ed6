"""# Straight quotation marks

## What it finds

A pair of straight quotation marks `"…"` around Chinese, or around a word in a Chinese sentence.
Strings of code, assignments, attributes, inches and English quotations keep theirs.

## Why

Chinese texts are set with marks that show where a quotation begins and ends: “…” or 「…」. This is
a matter of house style, so the rule is off unless you select it.

## Examples

```md
这是"知其然"的意思 → 这是“知其然”的意思
在下一个 "tick" 才执行 → 在下一个 “tick” 才执行
他说："怎么办？" → 他说：“怎么办？”
= 写成 name="甲" 或 print("乙")，屏幕是 27"
= He said "你好" and left the room with a smile.
```

## Options

- `style`: `"curly"` (default) writes `“…”`, `"corner"` writes `「…」`.
- `single`: `true` turns single straight marks as well: `'中文'` becomes `‘中文’` or `『中文』`.

Spaces outside the marks stay as they are.

## Sources

- GB/T 15834-2011, General rules for punctuation, section 4.8
- W3C, Requirements for Chinese Text Layout, section 3.1

---

# 直引号

## 它找什么

中文（或中文句子里的词语）两边的直引号 `"…"`。代码里的字符串、赋值、属性、英寸和英文引文不动。

## 为什么

中文引号要分出开头和结尾：“……”或「……」。用哪一种是体例问题，所以这条规则默认不开，要自己选上。

## 示例

{examples}

## 选项

- `style`：`"curly"`（默认）改成 `“…”`，`"corner"` 改成 `「…」`。
- `single`：设为 `true` 时单引号也改：`'中文'` 改成 `‘中文’` 或 `『中文』`。

引号外侧的空格不动。

## 出处

- GB/T 15834-2011《标点符号用法》4.8
- W3C《中文排版需求》3.1
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from zhenlint.characters import ANY_HAN, FULLWIDTH, LETTER
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.blocks import Block
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM, BLOCK, MARKUP
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import Context, rule

_QUOTE = lazy_pattern('["“”]')
_SINGLE = lazy_pattern(rf"(?<![{LETTER}0-9'])'[^'\r\n{BLOCK}]++'(?![{LETTER}0-9'])")
"""A pair of single marks, neither of them an apostrophe in a word."""

_LONGEST = 200
_CODE_BEFORE = lazy_pattern(rf"(?:[=+\[{{<>$\\@#|&]|[{LETTER}0-9_]\(|[\"'`][:,] ?)\Z")
_CODE_AFTER = lazy_pattern(r" ?[=+\]}>|&;]|: ?[\"'\[{0-9a-z]|, ?[\"']")
_CODE_INSIDE = lazy_pattern(
    r"[={}<>$\\|`;_\[\]()#@*~^%]|^[-./+]|[-./+:]$|[A-Za-z0-9][.:/][A-Za-z0-9]|//|\.\."
)
_LITERAL_BEFORE = lazy_pattern(r"(?:字符|序列|匹配|敏感词|单词|字母|前缀|后缀)[:：]? ?\Z")
_ABOUT_STRINGS = lazy_pattern(r"字符串|子串|子序列|字面量|字符序列")
"""Texts in which quoted Latin is likely a string of a program."""

_WORD = lazy_pattern(rf"[{LETTER}]{{3}}")
_LATIN_BESIDE = lazy_pattern(rf"[{LETTER}0-9_'/]")


class Options(NamedTuple):
    """Options of PU008: the quotation marks that take the place of the straight ones, and of which."""

    style: Literal["curly", "corner"] = "curly"
    single: bool = False


@rule(
    "PU008",
    name="straight-quotes",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    default=False,
    options=Options,
    messages={
        "default": (
            "straight quotation mark in Chinese text, use ‘{right}’",
            "中文里的直引号，应为「{right}」",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report pairs of straight quotation marks around or amid Chinese."""
    curly = context.options.style == "curly"
    yield from _check(document, context, '"', _pairs, "“”" if curly else "「」")
    if context.options.single:
        yield from _check(document, context, "'", _single_pairs, "‘’" if curly else "『』")


def _check(
    document: Document,
    context: Context,
    mark: str,
    pairs_of: Callable[[str, Block], Iterator[tuple[int, int]]],
    marks: str,
) -> Iterator[Diagnostic]:
    """Report the pairs of one straight mark in Chinese blocks."""
    for block in document.blocks:
        if document.text.find(mark, block.start, block.end) < 0:
            continue
        pairs = [*pairs_of(document.prose, block)]
        if pairs and block.is_mostly_han:
            words_count = not _ABOUT_STRINGS.search(document.prose, block.start, block.end)
            for pair in pairs:
                if _is_chinese(document.prose, block, *pair, words_count=words_count):
                    yield from _reports(document, context, pair, marks)


def _single_pairs(prose: str, block: Block) -> Iterator[tuple[int, int]]:
    """The quotations of a block in single straight marks: places of both marks."""
    for match in _SINGLE.finditer(prose, block.start, block.end):
        yield match.start(), match.end() - 1


def _pairs(prose: str, block: Block) -> Iterator[tuple[int, int]]:
    """The quotations of a block that a straight mark opens or closes: places of both marks.

    An even number of straight marks open and close in turn; where one is left over, curly marks
    must complete them in turn.  If that fails, no pair is sure.  A mark after a digit that could
    only open is an inch.
    """
    found: list[tuple[int, str]] = []
    opened = False
    for item in _QUOTE.finditer(prose, block.start, block.end):
        if item[0] != '"' or opened or not prose[item.start() - 1 : item.start()].isdigit():
            found.append((item.start(), item[0]))
            opened ^= item[0] == '"'
    straight = [item for item in found if item[1] == '"']
    taken = found if len(straight) % 2 else straight
    if len(taken) % 2 or any(
        character == "“”"[1 - number % 2] for number, (_, character) in enumerate(taken)
    ):
        return
    for (start, first), (end, last) in zip(taken[::2], taken[1::2], strict=True):
        if '"' in (first, last):
            yield start, end


def _is_chinese(prose: str, block: Block, start: int, end: int, *, words_count: bool) -> bool:
    """Whether a quotation in a Chinese block is no code, and holds Chinese or, maybe, a plain word."""
    inside = prose[start + 1 : end]
    before, after = prose[max(block.start, start - 6) : start], prose[end + 1 : min(block.end, end + 4)]
    if not inside.strip() or len(inside) > _LONGEST:
        return False
    if _CODE_BEFORE.search(before) or _CODE_AFTER.match(after):
        return False
    return bool(ANY_HAN.search(inside)) or (words_count and _is_plain_word(inside, before, after))


def _is_plain_word(inside: str, before: str, after: str) -> bool:
    """Whether Latin in straight marks is a word or phrase beside Chinese, not a string or a file."""
    if ATOM in inside or _CODE_INSIDE.search(inside) or not _WORD.search(inside):
        return False
    if _LITERAL_BEFORE.search(before) or _LATIN_BESIDE.fullmatch(before[-1:] or " "):
        return False
    beside = before.strip(" " + MARKUP)[-1:] + after.strip(" " + MARKUP)[:1]
    return not _LATIN_BESIDE.match(after) and any(_is_full(character) for character in beside)


def _is_full(character: str) -> bool:
    return character in FULLWIDTH or bool(ANY_HAN.match(character))


def _reports(document: Document, context: Context, pair: tuple[int, int], marks: str) -> Iterator[Diagnostic]:
    """One report for each straight mark of a pair; the fix turns both."""
    wrong = [(at, mark) for at, mark in zip(pair, marks, strict=True) if document.prose[at] in "\"'"]
    edits = tuple(Edit(at, at + 1, mark) for at, mark in wrong)
    if all(document.is_literal(at, at + 1) for at, _ in wrong):
        at, right = wrong[0]
        yield context.report(at, at + 1, edits=edits, suggestions=(right,), right=right)
