"""# A Cyrillic or Greek letter in a Latin word

## What it finds

A letter that looks like an ASCII letter but is Cyrillic or Greek, in a word of three letters or more
that is Latin otherwise: `pаper` with U+0430. Not formulas and units such as `μs`, `Δt`, `sinα`, `kΩ`,
not words with a letter that has no Latin look-alike, not texts about such letters.

## Why

Readers see nothing, but the word cannot be found, is not the same identifier or host, and may be a
trick to mislead.

## Examples

```md
这篇 p\u0430per 的结论 → 这篇 paper 的结论
使用 \u0421entOS 安装 → 使用 CentOS 安装
打开 d\u03bfcker 服务 → 打开 docker 服务
= 延迟 20μs，温差 Δt，电阻 10kΩ，sinα 与 πr
= 俄语 Москва 与希腊语 λόγος
```

## Neighbours

| text | owner |
| --- | --- |
| a look-alike letter in a Latin word | CH003 |
| the same word, misspelled besides | EN001, once the letter is right |

Lower-case Greek letters that formulas use (`α γ ι ν ρ σ υ`) count only inside a known English word.

## Sources

- Unicode Technical Standard 39, section 4, and its confusables.txt (Unicode 15.1)

---

# 拉丁单词里的西里尔或希腊字母

## 它找什么

看上去是 ASCII 字母、其实是西里尔或希腊字母的字符，出现在三个字母以上、其余是拉丁字母的单词里，
例如带有 U+0430 的 `pаper`。`μs`、`Δt`、`sinα`、`kΩ` 之类的公式和单位、含有与拉丁字母不相像的字母的
单词、谈论这类字母的文字，都不报告。

## 为什么

读者看不出差别，但这样的词搜索不到，作为标识符或域名也是另一个，还可能是故意误导。

## 示例

{examples}

## 相邻规则

| 文本 | 归谁管 |
| --- | --- |
| 拉丁单词里的形近字母 | CH003 |
| 同一个单词另有拼写错误 | 字母改对之后归 EN001 |

公式常用的小写希腊字母（`α γ ι ν ρ σ υ`）只有在已知的英文单词里才算。

## 出处

- Unicode 技术标准 39 第 4 节及其 confusables.txt（Unicode 15.1）
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from zhenlint.characters import LETTER
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.package_data import read_data
from zhenlint.rules import Context, rule
from zhenlint.rules.characters.suspects import GREEK_CYRILLIC, Mentions, character_name, suspects

_FOREIGN = lazy_pattern(f"[{GREEK_CYRILLIC}]+")
_MIXED = lazy_pattern(
    rf"(?<![{LETTER}{GREEK_CYRILLIC}])(?:[{LETTER}]++[{GREEK_CYRILLIC}]|[{GREEK_CYRILLIC}]++[{LETTER}])"
    rf"[{LETTER}{GREEK_CYRILLIC}]*+"
)
_LATIN = lazy_pattern(f"[{LETTER}]")
_OF_FORMULAS = frozenset("αγινρσυ")
_ABOUT_LETTERS = lazy_pattern(
    "西里尔|希腊字母|俄文字母|俄语字母|同形|形近|cyrillic|greek|homo(?:glyph|graph)|punycode", re.IGNORECASE
)


@rule(
    "CH003",
    name="confusable-letter",
    severity=Severity.WARNING,
    fix=Applicability.UNSAFE,
    messages={
        "default": (
            "{name} in place of “{meant}” in “{word}”",
            "“{word}”里的“{meant}”写成了 {name}",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report Greek and Cyrillic letters in Latin words."""
    if not _FOREIGN.search(document.shared(suspects).characters):
        return
    about_letters = Mentions(document, _ABOUT_LETTERS)
    for word in _MIXED.finditer(document.prose):
        meant = word[0].translate(_look_alikes())
        if not _is_latin(word[0], meant) or about_letters.around(word.start()):
            continue
        for letters in _FOREIGN.finditer(document.prose, *word.span()):
            start, end = letters.span()
            latin = meant[start - word.start() : end - word.start()]
            yield context.report(
                start,
                end,
                edits=(Edit(start, end, latin),),
                suggestions=(latin,),
                name=character_name(letters[0][0]),
                meant=latin,
                word=meant,
            )


def _is_latin(word: str, meant: str) -> bool:
    """Whether a mixed word is a Latin one of three letters or more with look-alikes in it.

    The letters that formulas use must stand inside a word of the English dictionary: ``sinα`` and
    ``ρgh`` are right.
    """
    latin = len(_LATIN.findall(word))
    if len(word) < 3 or latin < 2 or 2 * latin < len(word) or _FOREIGN.search(meant):
        return False
    if _OF_FORMULAS.isdisjoint(word):
        return True
    return _OF_FORMULAS.isdisjoint(word[0] + word[-1]) and len(word) > 3 and _is_known(meant.lower())


def _is_known(word: str) -> bool:
    from zhenlint.spelling.lexicon import lexicon

    return lexicon().knows(word)


@cache
def _look_alikes() -> dict[int, int]:
    """Greek and Cyrillic letters and the ASCII letters that they look like."""
    lines = read_data("latin-lookalikes.tsv").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {int(letter, 16): int(latin, 16) for letter, latin in rows}
