"""# A wrong character in a word

## What it finds

Words with a character that sounds or looks like the right one, where the word itself shows the mistake:
`既使` for `即使`, `登陆账号` for `登录账号`, `循坏` for `循环`, `迫不急待` for `迫不及待`.

The words are a curated list. A place counts only where the segmentation into words leaves the wrong word
standing alone: `仅管理员` holds no `仅管`. Lines in Traditional Chinese or Japanese are left alone, and so
are lines that speak of the wrong word. Whether a right word fits its context is not judged here.

And words of no list: two characters in the wrong order (`快捷式方`), or one for another that
people are known to mistake, where counts of Chinese documentation know the right sequence well, but not the
wrong one, and the whole text gets much likelier.

To accept a word, put it into a dictionary of the configuration, or under `[terms]`.

## Why

Input methods offer many characters for one sound, and a wrong pick looks right at a glance. Readers stumble,
searches miss the text, and a wrong term (`事物` for `事务`) says something else.

## Fix

The right word, as an unsafe fix. Where several are possible they are suggestions, the likeliest first.

## Examples

```md
既使没有网络，也能打开。 → 即使没有网络，也能打开。
这里有一个死循坏 → 这里有一个死循环
用登陆账号和密码进入系统 → 用登录账号和密码进入系统
双击桌面上的快捷式方 → 双击桌面上的快捷方式
我迫不急待地打开了它 → 我迫不及待地打开了它
= 即使没有网络，也能打开。
= 台风将于今晚登陆，仅管理员可见
= “既使”应为“即使”
```

## Sources

- The list and how it was checked: `dictionaries/chinese/confused-words.tsv`, `benchmarks/chinese_words.py`
- What is found without it: `benchmarks/train_mistyped.py`
- Modern Chinese Dictionary (现代汉语词典), for which forms are right

---

# 词里的错别字

## 它找什么

词里有一个音近或形近的错字，而且从词本身就能断定：`即使` 写成 `既使`，`登录账号` 写成 `登陆账号`，`循环` 写成
`循坏`，`迫不及待` 写成 `迫不急待`。

词表由人工整理。只有分词之后错词自成一段才算：`仅管理员` 里并没有 `仅管`。繁体和日文的行不查，谈论错词本身的
行也不查。词没有写错、只是用错了地方的，不归这条规则管。

还有词表之外的：两个字写颠倒了（`快捷方式` 写成 `快捷式方`），或者写成了人们常弄混的另一个字。只有中文文档的
统计里正确的写法很常见、错的写法从未有过，而且整段文字因此通顺得多，才报告。

要接受某个词，把它放进配置的词典，或写在 `[terms]` 里。

## 为什么

同一个音有许多字可选，选错了一眼看不出来。读者会卡住，搜索会漏掉，术语错了（`事务` 写成 `事物`）意思也就变了。

## 修复

换成正确的词，属于不安全的修复。有几种可能时列为建议，最可能的在前。

## 示例

{examples}

## 出处

- 词表及其验证方法：`dictionaries/chinese/confused-words.tsv`、`benchmarks/chinese_words.py`
- 词表之外的：`benchmarks/train_mistyped.py`
- 《现代汉语词典》（以其推荐词形为准）
"""

from __future__ import annotations

from collections.abc import Iterator

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, rule
from zhenlint.rules.chinese.surroundings import (
    is_accepted,
    is_foreign,
    is_talked_about,
    places_of,
    runs_of,
)
from zhenlint.spelling.chinese.confused_words import ConfusedWord, Sighting, confused_words
from zhenlint.spelling.chinese.mistyped import slips
from zhenlint.spelling.chinese.runs import without_markup


@rule(
    "ZH001",
    name="confused-word",
    severity=Severity.ERROR,
    fix=Applicability.UNSAFE,
    messages={
        "default": ("`{wrong}` should be `{right}`", "`{wrong}` 应为 `{right}`"),
        "several": ("`{wrong}` should be one of {right}", "`{wrong}` 应为 {right} 之一"),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report the confused words that stand alone and are not talked about."""
    runs, near = document.shared(runs_of), places_of(document)
    listed = [
        word
        for word in confused_words().sightings(document.prose, runs, near)
        if _counts(word, document, context) and _stands_alone(document, word.start, word.end)
    ]
    others = [
        Sighting(slip.start, slip.end, ConfusedWord(slip.wrong, (slip.right,), ()))
        for slip in slips(document.prose, runs, near)
        if not any(word.start < slip.end and slip.start < word.end for word in listed)
    ]
    for word in [*listed, *(slip for slip in others if _counts(slip, document, context))]:
        yield _report(word, document, context)


def _counts(sighting: Sighting, document: Document, context: Context) -> bool:
    start, end = sighting.start, sighting.end
    if is_foreign(document, start, end) or is_talked_about(document, start, end, sighting.word.right):
        return False
    return not is_accepted(document.prose, start, end, context.settings)


def _stands_alone(document: Document, start: int, end: int) -> bool:
    """Whether no word crosses an edge of the place, vanishing markup taken out."""
    from zhenlint.spelling.chinese.segmentation import WINDOW, segmenter

    before = without_markup(document.prose[max(0, start - 2 * WINDOW) : start])
    word = without_markup(document.prose[start:end])
    after = without_markup(document.prose[end : end + 2 * WINDOW])
    return segmenter().stands_alone(before + word + after, len(before), len(before) + len(word))


def _report(sighting: Sighting, document: Document, context: Context) -> Diagnostic:
    start, end, word = sighting
    return context.report(
        start,
        end,
        "default" if len(word.right) == 1 else "several",
        edits=_edits(document, start, end, word.right[0]),
        suggestions=word.right,
        wrong=word.wrong,
        right=word.right[0] if len(word.right) == 1 else "、".join(f"`{right}`" for right in word.right),
    )


def _edits(document: Document, start: int, end: int, right: str) -> tuple[Edit, ...]:
    """The whole word; across markup, if that many characters stay, those that differ."""
    if document.is_literal(start, end):
        return (Edit(start, end, right),)
    places = [at for at in range(start, end) if without_markup(document.prose[at])]
    if len(places) != len(right) or not all(document.is_literal(at, at + 1) for at in places):
        return ()
    pairs = zip(places, right, strict=True)
    return tuple(Edit(at, at + 1, new) for at, new in pairs if document.text[at] != new)
