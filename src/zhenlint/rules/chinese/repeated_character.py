"""# A character or word typed twice

## What it finds

A function character, a word or a phrase that stands twice in a row by mistake: `的的`, `如果如果`,
`使用 Redis 使用 Redis`.

Chinese doubles much on purpose, and that is left alone: `看看`, `谢谢`, `人人`, `研究研究`, `一条一条`,
`高高兴兴`, `非常非常`; so is what only meets: `现在在`, `目的的`, `子节点节点数`. Reported are words that
nobody doubles (conjunctions, prepositions, auxiliaries), other words only where a doubling makes no sense,
and phrases of two words and more. Any other character or word is reported where a score that is fitted to
texts finds it fit there only once: `在国内内的服务器`.

Short headings, lines in Traditional Chinese or Japanese and quoted words are left alone.

## Why

Doubled characters are slips of the keyboard or of editing. The eye skips them, the writer's first of all.

## Fix

One of the two is taken out, as an unsafe fix.

## Examples

```md
这是我们的的配置文件 → 这是我们的配置文件
如果如果没有缓存，就会很慢。 → 如果没有缓存，就会很慢。
最后使用 Redis 使用 Redis 保存会话 → 最后使用 Redis 保存会话
= 我们看看日志，一条一条地读，非常非常慢
= 我现在在北京，目的的确不同
= 大家讨论讨论
```

## Sources

- The words and how often they were counted doubled: `dictionaries/chinese/doubled-words.tsv`
- The score and what it was fitted to: `benchmarks/train_doubled.py`

---

# 重复的字词

## 它找什么

误打了两遍的虚词、词语或短语：`的的`、`如果如果`、`使用 Redis 使用 Redis`。

汉语里有意的重叠很多，都不报：`看看`、`谢谢`、`人人`、`研究研究`、`一条一条`、`高高兴兴`、`非常非常`；
恰好相邻的也不报：`现在在`、`目的的`、`子节点节点数`。要报的是没有人会重叠的词（连词、介词、助动词），
其他词只在重叠讲不通的地方才报，还有两个词以上的短语。别的字词，由一个用真实文本训练的评分判断，
只在明显多出一个时才报：`在国内内的服务器`。

短标题、繁体或日文的行、引号里的词不查。

## 为什么

重复的字词是打字或修改时留下的。眼睛会跳过它们，作者自己尤其看不见。

## 修复

去掉其中一个，属于不安全的修复。

## 示例

{examples}

## 出处

- 词语及其重叠的次数：`dictionaries/chinese/doubled-words.tsv`
- 评分及其训练方法：`benchmarks/train_doubled.py`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, rule
from zhenlint.rules.chinese.surroundings import is_accepted, is_foreign, runs_of
from zhenlint.spelling.chinese.repeated_phrases import Repetition
from zhenlint.spelling.chinese.repetition import repetitions

_HAN: Final = lazy_pattern("[\u4e00-\u9fff]")
_MORE_THAN_A_NAME: Final = 5


@rule(
    "ZH003",
    name="repeated-character",
    severity=Severity.ERROR,
    fix=Applicability.UNSAFE,
    messages={"default": ("`{text}` stands twice", "`{text}` 重复了")},
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report what stands twice by mistake."""
    for found in repetitions().find(document.prose, document.shared(runs_of)):
        if _counts(found, document, context):
            yield _report(found, document, context)


def _counts(found: Repetition, document: Document, context: Context) -> bool:
    block = document.block_at(found.start)
    if block is None or (
        block.kind == "heading" and _is_title(found, document.prose[block.start : block.end])
    ):
        return False
    place = (found.start, found.end)
    return not is_foreign(document, *place) and not is_accepted(document.prose, *place, context.settings)


def _is_title(found: Repetition, heading: str) -> bool:
    """Whether a heading says hardly more than what stands twice: it may be a name."""
    return len(_HAN.findall(heading)) - (found.end - found.start) < _MORE_THAN_A_NAME


def _report(found: Repetition, document: Document, context: Context) -> Diagnostic:
    start, middle, end = found
    once = document.prose[start:middle].strip("，, ")
    literal = document.is_literal(start, end)
    right = document.prose[start:middle] if end - middle >= middle - start else document.prose[middle:end]
    return context.report(
        start,
        end,
        edits=(Edit(start, end, right),) if literal else (),
        suggestions=(right,) if literal else (),
        text=once,
    )
