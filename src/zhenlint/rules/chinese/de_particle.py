"""# 的, 地 and 得 in the wrong place

## What it finds

The particle `的` or `地` where only `得` can stand: behind a verb, ahead of a complement that tells how
it is done. `跑的很快`, `写的不错`, `变的更简单`, `来的及`, `运行地非常快`. `的` ahead of `多` that ends a
comparison, `快的多`, and in `使的`. And `得` for `地` ahead of a verb, `更好得理解`, or for `的` between
nouns, `代码得大小`.

And `的` for `地` where what follows can only be a verb: `准确的知道`, `很好的解决了`.

Patterns that are certain from the words themselves are reported: a verb of a list, a degree, an adjective
that describes an action, the end of the clause. So is what hardly fits by a classifier that learnt from
Chinese documentation which of the three stands among which words: `可以轻松的处理它们`,
`作为示例得数据`; what is less certain is a hint. What may be a noun phrase is left alone: `写的东西`,
`可变的`, `用的比较多`, `问的很简单`, `比这里介绍的更好`, `快速的执行`.

To accept an expression, put it into a dictionary of the configuration.

## Why

The three sound alike. Input methods offer `的` first, readers stumble over it.

## Fix

The right particle, as an unsafe fix.

## Examples

```md
这篇文章写的很清楚。 → 这篇文章写得很清楚。
问题会变的更复杂。 → 问题会变得更复杂。
程序运行地非常快。 → 程序运行得非常快。
现在改还来的及。 → 现在改还来得及。
它比线性回归快的多。 → 它比线性回归快得多。
这样能更好得理解它。 → 这样能更好地理解它。
可以准确的知道它的位置。 → 可以准确地知道它的位置。
它很好的解决了这个问题。 → 它很好地解决了这个问题。
我们可以轻松的处理它们。 → 我们可以轻松地处理它们。
= 他写的代码很清楚，这些值是可变的。
= 快速的执行、用的比较多的命令
```

## Sources

- GB/T 15834 does not speak of it; the patterns are the project's own: `dictionaries/chinese/de-particles.tsv`
- The classifier: `dictionaries/chinese/function-words.tsv`, `benchmarks/train_function_words.py`
- Lü Shuxiang, *Xiandai Hanyu Babai Ci* (Eight Hundred Words of Modern Chinese), under 得

---

# “的、地、得”用错

## 它找什么

只能用 `得` 的地方写成了 `的` 或 `地`：动词之后、说明动作怎么样的补语之前。例如 `跑的很快`、`写的不错`、
`变的更简单`、`来的及`、`运行地非常快`。比较之后的 `快的多` 和 `使的` 也报。还有动词之前的 `地`、
名词之间的 `的` 写成了 `得`：`更好得理解`、`代码得大小`。

还有状语的 `地` 写成了 `的`，而后面只能是动词：`准确的知道`、`很好的解决了`。

从词语本身就能确定的格式都报：清单中的动词，加程度词，加描述动作的形容词，后面是分句的结尾。
此外，一个从中文文档学来三个字各在哪些词之间的分类器，报极不相配的：`可以轻松的处理它们`、`作为示例得数据`；不太肯定的
只作提示。可能是名词性短语的不报：`写的东西`、`可变的`、`用的比较多`、`问的很简单`、`比这里介绍的更好`、`快速的执行`。

要接受某种写法，把它放进配置的词典。

## 为什么

三个字读音相同，输入法先给出 `的`，读的人却要停下来想一想。

## 修复

换成正确的助词，属于不安全的修复。

## 示例

{examples}

## 出处

- GB/T 15834 未涉及此事；格式由本项目整理，见 `dictionaries/chinese/de-particles.tsv`
- 分类器：`dictionaries/chinese/function-words.tsv`、`benchmarks/train_function_words.py`
- 吕叔湘主编《现代汉语八百词》，“得”条
"""

from __future__ import annotations

from collections.abc import Iterator

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, rule
from zhenlint.rules.chinese.one_character import report_of
from zhenlint.rules.chinese.surroundings import (
    function_word_slips_of,
    is_accepted,
    is_foreign,
    is_in_confused_word,
    is_talked_about,
)
from zhenlint.spelling.chinese.particles import PARTICLES, particles


@rule(
    "ZH004",
    name="de-particle",
    severity=Severity.WARNING,
    fix=Applicability.UNSAFE,
    messages={
        "得": (
            "`{wrong}` should be `{right}`: what follows tells how it is done",
            "`{wrong}` 应为 `{right}`：后面是补语",
        ),
        "使得": ("`{wrong}` should be `{right}`: it is one word", "`{wrong}` 应为 `{right}`：这是一个词"),
        "的": (
            "`{wrong}` should be `{right}`: no complement follows",
            "`{wrong}` 应为 `{right}`：后面不是补语",
        ),
        "地": ("`{wrong}` should be `{right}`: a verb follows", "`{wrong}` 应为 `{right}`：后面是动词"),
        "unlikely": (
            "`{wrong}` is unlikely here; did you mean `{right}`? (`{written}` → `{meant}`)",
            "这里的 `{wrong}` 不太可能，是不是想写 `{right}`？（`{written}` → `{meant}`）",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report the wrong particles that nobody accepts or speaks about; what is less certain as hints."""
    known: set[int] = set()
    for slip in particles().slips(document.prose):
        particle = slip.end - 1
        known.add(particle)
        wrong = document.prose[slip.start : slip.end]
        right = wrong[:-1] + slip.right
        if _counts(slip.start, slip.end, right, document, context):
            yield context.report(
                slip.start,
                slip.end,
                right if right == "使得" else slip.right,
                edits=(Edit(particle, slip.end, slip.right),),
                suggestions=(right,),
                wrong=wrong,
                right=right,
            )
    yield from _unlikely(document, context, known)


def _unlikely(document: Document, context: Context, known: set[int]) -> Iterator[Diagnostic]:
    """Report the particles that hardly fit what stands around them, but for those at known places."""
    prose = document.prose
    for start, right, likely in document.shared(function_word_slips_of):
        end = start + 1
        if right not in PARTICLES or start in known or is_foreign(document, start, end):
            continue
        if prose[start] in prose[start - 1 : start] + prose[end : end + 1]:
            continue
        if _counts(start, end, right, document, context) and not is_in_confused_word(document, start, end):
            yield report_of(document, context, start, right, likely=likely, message="unlikely")


def _counts(start: int, end: int, right: str, document: Document, context: Context) -> bool:
    """Whether a slip stands as it reads, and nobody accepts it or speaks of it."""
    if not document.is_literal(start, end) or is_talked_about(document, start, end, (right,)):
        return False
    return not is_accepted(document.prose, start, end, context.settings)
