"""# Unbalanced pair

## What it finds

A bracket, book-title mark or quotation mark without its partner in the paragraph, list item or
table cell: never opened, never closed, closed by a mark of the other width or kind (`（中文)`), and
curly quotation marks that face the wrong way (`”正常“`).

## Why

The reader looks for the end of the parenthesis or quotation and does not find it.

## Examples

```md
一个标量（scalar)表示单独的数 → 一个标量（scalar）表示单独的数
它是(目前空缺）的 → 它是(目前空缺)的
这叫”正常“的顺序 → 这叫“正常”的顺序
协议是”无状态”的 → 协议是“无状态”的
! 最近提出“定律受到关注。
! 我读了老残游记》和别的书
= 他说 don’t，屏幕是 27”，区间是 [0, 1) 和 (0, 1]
= 1) 先做这个，2）再做那个 :)
```

A quotation that runs over several paragraphs or list items is left alone. List marks, emoticons,
apostrophes, primes, intervals, code and brackets that are spoken of count as no half of a pair.

## Sources

- GB/T 15834-2011, General rules for punctuation, sections 4.8, 4.9 and 4.15
- W3C, Requirements for Chinese Text Layout, section 3.1

---

# 不成对的标点

## 它找什么

在一段、一个列表项或一个单元格里找不到另一半的括号、书名号和引号：没有开头、没有结尾、
两半宽度或种类不同（`（中文)`），以及方向反了的弯引号（`”正常“`）。

## 为什么

读者找不到括注或引文从哪里开始、到哪里结束。

## 示例

{examples}

跨段落或列表项的引文不报。列表序号、表情、撇号、角分符号、区间、代码和被谈论的括号本身不算半对。

## 出处

- GB/T 15834-2011《标点符号用法》4.8、4.9、4.15
- W3C《中文排版需求》3.1
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterator
from itertools import chain, pairwise, product

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.markdown.blocks import Block
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ALL
from zhenlint.rules import Context, rule
from zhenlint.rules.punctuation.pairs import (
    OPENERS,
    PARTNER,
    Mark,
    doubtful_marks,
    families,
    is_suspicious,
    match_family,
    turned_quotes,
)

_BLOCKS_OF_A_QUOTATION = 12
"""How many blocks later the partner of a mark may stand."""

_MOST_IN_PROSE = 20
"""A block with more marks that have no partner is no prose."""

_RELATED = frozenset((*product("“‘「『", "”’」』"), *product("《〈", "》〉")))
"""Marks that are taken for one another by mistake."""


@rule(
    "PU004",
    name="unbalanced-pair",
    severity=Severity.WARNING,
    fix=Applicability.UNSAFE,
    messages={
        "unclosed": (
            "‘{mark}’ opened here is never closed: no ‘{partner}’ follows in this paragraph",
            "「{mark}」在这里开始，本段后面却没有「{partner}」",
        ),
        "unopened": (
            "‘{mark}’ closes what was never opened: no ‘{partner}’ stands before it in this paragraph",
            "「{mark}」在这里结束，本段前面却没有「{partner}」",
        ),
        "crossed": (
            "‘{opener}’ is closed by ‘{mark}’ here, expected ‘{partner}’",
            "「{opener}」在这里以「{mark}」结束，应为「{partner}」",
        ),
        "turned": (
            "the quotation mark ‘{mark}’ faces the wrong way, expected ‘{partner}’",
            "引号「{mark}」方向反了，应为「{partner}」",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report marks without a partner, block by block."""
    loose: list[tuple[int, Block, Mark]] = []
    for number, found in doubtful_marks(document):
        block = document.blocks[number]
        marks = "".join([mark.character for mark in found])
        if is_suspicious(marks, document.prose, block.start, block.end):
            alone = yield from _check_block(document, context, block, found)
            loose += [(number, block, mark) for mark in alone]
    if not loose:
        return
    from zhenlint.rules.punctuation.pair_exceptions import stands_alone

    for number, block, mark in _without_partner_elsewhere(document, loose):
        if not stands_alone(document, mark, block.start, block.end) and not _goes_on(document, number, mark):
            kind = "unclosed" if mark.character in OPENERS else "unopened"
            yield context.report(
                mark.at, mark.at + 1, kind, mark=mark.character, partner=PARTNER[mark.character]
            )


def _check_block(
    document: Document, context: Context, block: Block, found: list[Mark]
) -> Generator[Diagnostic, None, list[Mark]]:
    """Report what is certain within a block; returns the marks that found no partner in it."""
    from zhenlint.rules.punctuation.pair_exceptions import is_weak, reads_as_text  # few blocks are suspicious

    prose = document.prose
    marks = [mark._replace(weak=True) if is_weak(document, mark) else mark for mark in found]
    loose: list[Mark] = []
    for family in families(marks):
        if family[0].character in "“”":
            turned = turned_quotes(family, prose, block.start, block.end)
            if turned:
                for mark in turned:
                    yield from _replaced(document, context, mark, "turned")
                continue
        matched = match_family(family)
        for opener, closer in matched.crossed:
            if reads_as_text(prose, opener, closer):
                yield from _replaced(document, context, closer, "crossed", opener)
        listed = any(mark.weak for mark in family)
        loose += [*matched.unclosed, *(() if listed else matched.unopened)]
    crossed = _taken_for_one_another(sorted(loose))
    for opener, closer in crossed:
        yield from _replaced(document, context, closer, "crossed", opener)
    paired = {mark for pair in crossed for mark in pair}
    alone = [mark for mark in sorted(loose) if mark not in paired]
    return alone if len(alone) <= _MOST_IN_PROSE else []


def _replaced(
    document: Document, context: Context, mark: Mark, message: str, opener: Mark | None = None
) -> Iterator[Diagnostic]:
    """The report of a mark that another belongs in the place of."""
    expected = opener.character if opener else mark.character
    right, end = PARTNER[expected], mark.at + 1
    if document.is_literal(mark.at, end):
        yield context.report(
            mark.at,
            end,
            message,
            edits=(Edit(mark.at, end, right),),
            suggestions=(right,),
            mark=mark.character,
            partner=right,
            opener=expected,
        )


def _taken_for_one_another(marks: list[Mark]) -> list[tuple[Mark, Mark]]:
    """Marks without partner of which one opens and the very next closes, in related kinds."""
    return [
        (opener, closer)
        for opener, closer in pairwise(marks)
        if (opener.character, closer.character) in _RELATED
    ]


def _without_partner_elsewhere(
    document: Document, loose: list[tuple[int, Block, Mark]]
) -> list[tuple[int, Block, Mark]]:
    """Those marks that no mark of a following or preceding block completes.

    A quotation or parenthesis may hold several paragraphs, list items or a block of code, but no
    heading.
    """
    waiting: dict[str, list[tuple[int, Block, Mark]]] = defaultdict(list)
    alone: list[tuple[int, Block, Mark]] = []
    for item in loose:
        number, _, mark = item
        partners = waiting[PARTNER[mark.character]]
        if mark.character in OPENERS:
            waiting[mark.character].append(item)
        elif partners and _within_a_quotation(document, partners[-1][0], number):
            partners.pop()
        else:
            alone.append(item)
    return sorted(chain(alone, *waiting.values()), key=lambda item: item[2].at)


def _within_a_quotation(document: Document, first: int, last: int) -> bool:
    """Whether one quotation may begin in one block and end in another."""
    between = document.blocks[first + 1 : last + 1]
    return len(between) <= _BLOCKS_OF_A_QUOTATION and not any(block.kind == "heading" for block in between)


def _goes_on(document: Document, number: int, mark: Mark) -> bool:
    """Whether a quotation may go on in the next block, which then begins with its mark again."""
    if mark.character not in "“‘「『" or number + 1 >= len(document.blocks):
        return False
    following = document.blocks[number + 1]
    return document.prose[following.start : following.end].lstrip(ALL + " ").startswith(mark.character)
