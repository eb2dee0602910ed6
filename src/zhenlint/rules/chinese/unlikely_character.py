"""# A character that hardly fits

## What it finds

A character that is very unlikely where it stands, where one that sounds or looks like it fits well:
`下面这写例子` for `下面这些例子`, `保寸到文件里` for `保存到文件里`. No list of wrong words is used. Where
two characters side by side are seldom written in Chinese documentation, while another one makes a common pair
of them, which people are known to mistake for the one written, a score weighs how much likelier that one is,
which words it makes, how often people mistake the two.

Pinyin that an input method left between Chinese characters is found, too: `文件 de 目录`, `我们 keyi 使用`.
English words, commands and what the document writes three times, be it in code, are left alone.

`在` for `再` and the other way round, `既` for `即`, and `他` for `它` are common words everywhere; which of
the two fits is told by the words around: `然后在进行取模`, `再此基础上`.

Characters that the document repeats in the same surroundings are left alone, as are Traditional Chinese
and Japanese lines, and text that speaks of the character itself. What is very likely wrong is an error; what
is less certain is a hint.

To accept an expression, put it into a dictionary of the configuration, or under `[terms]`.

In 26 million characters of edited documentation it takes no Latin word for pinyin; of characters replaced by
their pinyin there it finds six in ten, of words of two characters one in three.

In 3.6 million characters of unreviewed documentation that the score was not fitted to it gave 66 reports: 52
right, 7 that are a matter of taste, 7 wrong; in 1.8 million characters of edited documentation 2 right, 1 a
matter of taste, 7 wrong.

With `engines.chinese = "neural"` in the configuration a neural model that comes with zhenlint judges instead
of the counts, and finds more: `docs/neural.md`. With `"pycorrector"` it is pycorrector with a model of your
own: `docs/pycorrector.md`.

## Why

Input methods offer many characters for one sound. Where the wrong one is a word as well, neither a list nor
a reader in a hurry notices it.

## Fix

The likeliest character, or characters for pinyin, as an unsafe fix: only you know what you meant.

## Examples

```md
我们先来看下面这写例子 → 我们先来看下面这些例子
最后把结果保寸到文件里 → 最后把结果保存到文件里
请打开这个文件 de 目录 → 请打开这个文件的目录
让我们在来看一个例子。 → 让我们再来看一个例子。
= 重启之后就可以解决此问题
= 任务得先执行完，再逐个关闭连接
```

## Sources

- The counts and the score: `dictionaries/SOURCES.md`, `benchmarks/train_chinese.py`
- Common words: `dictionaries/chinese/function-words.tsv`, `benchmarks/train_function_words.py`
- What it finds, and how often it is wrong: `benchmarks/chinese.py`, `benchmarks/pinyin.py`

---

# 不太可能的字

## 它找什么

放在那里极不通顺、而换成一个音近或形近的字就通顺的字：`下面这些例子` 写成 `下面这写例子`，
`保存到文件里` 写成 `保寸到文件里`。它不靠错词表：相邻的两个字在中文文档里很少这样写，换一个字却很常见，
而人们又有把这两个字弄混的，就由一个评分来掂量：换了之后通顺多少，凑成什么词，
人们有多常把它们弄混。

还有输入法留在汉字之间、没有转成汉字的拼音：`文件 de 目录`、`我们 keyi 使用`。英文单词、命令，以及文档里
（包括代码里）写了三次以上的词不报。

`在` 与 `再` 互相写错、`即` 写成 `既`、`它` 写成 `他`，两个字都到处常用，则看前后的词更配哪一个：
`然后再进行取模` 写成 `然后在进行取模`，`在此基础上` 写成 `再此基础上`。

文档里反复这样写的不报，繁体和日文的行不查，谈论这个字本身的地方也不报。很可能错的，报为错误；不太肯定的只作提示。

要接受某种写法，把它放进配置的词典，或写在 `[terms]` 里。

在 2600 万字经过编辑的文档里，它没有把任何拉丁字母的词当成拼音；在那里把单字换成拼音，十个能找到六个，
把两个字的词换成拼音，三个能找到一个。

在没有用来拟合评分的 360 万字未经审校的文档里，它报了 66 处：52 处报得对，7 处见仁见智，7 处误报；在 180 万字
经过编辑的文档里，2 处报得对，1 处见仁见智，7 处误报。

在配置中写 `engines.chinese = "neural"` 之后，由 zhenlint 自带的神经网络模型代替字频统计来判断，找到的更多：
见 `docs/neural.zh-CN.md`。写 `"pycorrector"` 则由 pycorrector 用你自己的模型来判断：
见 `docs/pycorrector.zh-CN.md`。

## 为什么

同一个音有许多字可选。选错的字如果本身也成词，词表查不出，匆匆读过的人也看不出。

## 修复

换成最可能的字（拼音则换成汉字，并去掉旁边的空格），属于不安全的修复：想写的是哪个字，只有你知道。

## 示例

{examples}

## 出处

- 字频统计与评分：`dictionaries/SOURCES.md`、`benchmarks/train_chinese.py`
- 常用而互相写错的词：`dictionaries/chinese/function-words.tsv`、`benchmarks/train_function_words.py`
- 找到多少、误报多少：`benchmarks/chinese.py`、`benchmarks/pinyin.py`
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from zhenlint.diagnostic import Applicability, Diagnostic, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, rule
from zhenlint.rules.chinese.one_character import report_of
from zhenlint.rules.chinese.surroundings import (
    function_word_slips_of,
    is_accepted,
    is_foreign,
    is_in_slip,
    is_talked_about,
    places_of,
    runs_of,
)
from zhenlint.settings import EngineError, Pycorrector
from zhenlint.spelling.chinese.particles import PARTICLES, particles

_NEAR: Final = 20
"""How far around a place confused words are looked for."""

BETWEEN_HAN: Final = lazy_pattern(
    "[a-z](?<=[ \u4e00-\u9fff][a-z])(?:(?<=[\u4e00-\u9fff][a-z])|(?<=[\u4e00-\u9fff] [a-z]))[a-z]+"
    "(?= ?[\u4e00-\u9fff])"
)
"""A word of small letters between Han characters; to begin with a letter and to look back then is fastest."""

_SYLLABLES: Final = lazy_pattern(
    "(?:[bpmf](?:a(?:i|ng?|o)?|e(?:i|ng?)?|i(?:a[no]|e|ng?|u)?|ou?|u)"
    "|[dtnlgkh](?:a(?:i|ng?|o)?|e(?:i|ng?)?|i(?:a(?:ng?|o)?|e|ng?|u)?|o(?:ng|u)|u(?:a(?:i|ng?)?|[eino])?|ve?)"
    "|[jqx](?:i(?:a(?:ng?|o)?|e|ng?|ong|u)?|u(?:an|[en])?)"
    "|(?:[zcs]h?|r)(?:a(?:i|ng?|o)?|e(?:i|ng?)?|i|o(?:ng|u)|u(?:a(?:i|ng?)?|[ino])?)"
    "|y(?:a(?:ng?|o)?|e|i(?:ng?)?|o(?:ng|u)?|u(?:an|[en])?)"
    "|w(?:a(?:i|ng?)?|e(?:i|ng?)|[ou])"
    "|a(?:i|ng?|o)?|e[inr]?|ou){1,6}"
)
"""What looks like syllables of pinyin; most English words do not, and nothing is loaded for them."""


@rule(
    "ZH002",
    name="unlikely-character",
    severity=Severity.ERROR,
    fix=Applicability.UNSAFE,
    messages={
        "default": (
            "`{wrong}` is unlikely here; did you mean `{right}`? (`{written}` → `{meant}`)",
            "这里的 `{wrong}` 不太可能，是不是想写 `{right}`？（`{written}` → `{meant}`）",
        ),
        "pinyin": (
            "`{wrong}` looks like pinyin left in the text; did you mean `{right}`? (`{written}` → `{meant}`)",
            "`{wrong}` 像是没有转成汉字的拼音，是不是想写 `{right}`？（`{written}` → `{meant}`）",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report characters that are probably wrong; the less certain ones as hints, without a fix.

    The neural model takes the place of the counts; pycorrector also judges in its own way how sure it is.

    Raises:
        EngineError: the engine cannot be loaded.
    """
    if isinstance(context.settings.engine, Pycorrector):
        from zhenlint.rules.chinese.other_engine import corrections_by

        yield from corrections_by(context.settings.engine, document, context)
        return
    find = _by_neural_model if context.settings.engine == "neural" else _by_ngrams
    for start, right, likely in find(document):
        if _counts(document, context, start, right):
            yield report_of(document, context, start, right, likely=likely)
    words = [word for word in BETWEEN_HAN.finditer(document.prose) if _SYLLABLES.fullmatch(word[0])]
    if words:
        from zhenlint.rules.chinese.unconverted_pinyin import unconverted_pinyin

        yield from unconverted_pinyin(words, document, context)


def _by_ngrams(document: Document) -> Iterable[tuple[int, str, bool]]:
    """The characters that are probably wrong, with what may be meant, and whether that is likely."""
    from zhenlint.spelling.chinese.unlikely import detector

    found = list(detector().unlikely(document.prose, document.shared(runs_of), places_of(document)))
    known = {start for start, _, _ in found}
    slips = document.shared(function_word_slips_of)
    return found + [slip for slip in slips if slip.meant not in PARTICLES and slip.start not in known]


def _by_neural_model(document: Document) -> Iterable[tuple[int, str, bool]]:
    """The same by the neural model.

    Raises:
        EngineError: numpy cannot be loaded.
    """
    try:
        from zhenlint.spelling.chinese.neural import detector

        found = detector()
    except ImportError as error:
        raise EngineError("engine-import", package="numpy", extra="neural", detail=str(error)) from error
    return found.unlikely(document.prose, document.shared(runs_of))


def _counts(document: Document, context: Context, start: int, right: str) -> bool:
    """Whether the place may be judged, and is not the business of another rule."""
    end = start + 1
    if not document.is_literal(start, end) or is_foreign(document, start, end):
        return False
    if is_talked_about(document, start, end, (right,)) or _belongs_elsewhere(document.prose, start):
        return False
    if context.settings.enables("ZH001", default=True) and is_in_slip(document, start, end):
        return False
    if context.settings.enables("ZH004", default=True) and _is_wrong_particle(document, start):
        return False
    return not is_accepted(document.prose, start, end, context.settings)


def _is_wrong_particle(document: Document, start: int) -> bool:
    """Whether the character is a particle that ZH004 reports."""
    if document.prose[start] not in PARTICLES:
        return False
    begin = max(0, start - _NEAR)
    patterns = particles().slips(document.prose[begin : start + _NEAR])
    found = {begin + slip.end - 1 for slip in patterns}
    return start in found.union(slip.start for slip in document.shared(function_word_slips_of))


def _belongs_elsewhere(prose: str, start: int) -> bool:
    """Whether the character stands in a confused word (ZH001) or beside itself (ZH003)."""
    from zhenlint.spelling.chinese.confused_words import confused_words
    from zhenlint.spelling.chinese.runs import han_runs

    if prose[start] in prose[start - 1 : start] + prose[start + 1 : start + 2]:
        return True
    begin = max(0, start - _NEAR)
    near = prose[begin : start + _NEAR]
    found = confused_words().sightings(near, han_runs(near))
    return any(word.start <= start - begin < word.end for word in found)
