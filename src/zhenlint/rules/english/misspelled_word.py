"""# Misspelled English words

## What it finds

English words that no dictionary knows and that lie one or two typing errors from a likelier word:
`regieter` for `register`, `kubenretes` for `kubernetes`. No list of misspellings is used, so errors
that nobody made before are found, too.

A word is left alone where the document explains it: it is used in code or stands in a URL, it is used
again and again, it is part of a path, a handle, a file name or an identifier, it is written like a
person's name, it stands in a list of nicknames or in a phrase of another language. British and American
spellings are both right. What remains is weighed: the errors that it would take, how common the other
word is, whether that word stands elsewhere in the document. Likely misspellings are errors, less
certain ones hints.

Words that you use and the dictionary lacks belong into `words` of the configuration; their plurals are
then right as well.

## Why

A typo in an English word or name distracts, cannot be searched for, and is copied on.

## Fix

The first suggestion, as an unsafe fix: only you know which word you meant.

## Examples

```md
源文件都会 regieter 到目录里 → 源文件都会 register 到目录里
客户端没有recieve到消息 → 客户端没有receive到消息
Kubenretes 集群的调度 → Kubernetes 集群的调度
= 源文件都会 register 到目录里
= 欢迎关注 @regieter，代码在 src/regieter/main，配置在 regieter.toml
= colour 与 color 都对，organise 与 organize 也都对
```

## Sources

- The word lists and their licences: `dictionaries/SOURCES.md`
- How the score is fitted and measured: `benchmarks/train_english.py`, `benchmarks/english.py`

---

# 英文拼写错误

## 它找什么

词典里没有、而离一个更常见的词只差一两个击键错误的英文词：把 `register` 写成 `regieter`，把
`kubernetes` 写成 `kubenretes`。它不靠错词表，所以从没有人犯过的错也找得到。

文档自己能解释的词不报：出现在代码或网址里的，反复使用的，属于路径、用户名、文件名或标识符的，写得像人名的，
在昵称列表或其他语言的短语里的。英式、美式拼写都算对。剩下的再掂量：要几处、哪种错误才会写成这样，另一个词有多
常见，它是否也出现在文档里。很可能是错的报为错误，不太肯定的只作提示。

词典里没有而你常用的词，请写进配置的 `words`；它们的复数也就一并算对。

## 为什么

英文词或名称拼错，读来分心，搜索不到，还会被人照抄。

## 修复

换成第一个建议，属于不安全的修复：想写的是哪个词，只有你知道。

## 示例

{examples}

## 出处

- 词表及其许可：`dictionaries/SOURCES.md`
- 评分怎样拟合、怎样衡量：`benchmarks/train_english.py`、`benchmarks/english.py`
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, rule
from zhenlint.settings import Settings

if TYPE_CHECKING:
    from zhenlint.spelling.evidence import Evidence

_WORD = lazy_pattern(r"[A-Za-z]{2,}")
_NOT_LETTERS = lazy_pattern(r"[^a-z]+")


@rule(
    "EN001",
    name="misspelled-word",
    severity=Severity.ERROR,
    fix=Applicability.UNSAFE,
    messages={
        "default": (
            "`{word}` is not in the dictionary; did you mean `{suggestion}`?",
            "词典里没有 `{word}`，是不是想写 `{suggestion}`？",
        ),
        "in-text": (
            "`{word}` is not in the dictionary; did you mean `{suggestion}`? (it stands on line {line})",
            "词典里没有 `{word}`，是不是想写 `{suggestion}`？（第 {line} 行就有）",
        ),
        "in-code": (
            "`{word}` is not in the dictionary; did you mean `{suggestion}`? "
            "(it stands in code or in a link on line {line})",
            "词典里没有 `{word}`，是不是想写 `{suggestion}`？（第 {line} 行的代码或链接里就有）",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report probable misspellings; the less certain ones as hints, without a fix."""
    from zhenlint.spelling.suspects import suspects

    suspicious = suspects().suspicious(document.prose)
    if suspicious:
        yield from _report(document, suspicious, context)


def _report(document: Document, suspicious: frozenset[str], context: Context) -> Iterator[Diagnostic]:
    from zhenlint.spelling.english import LIKELY, detector

    evidence = gather_evidence(document, context.settings)
    found = detector().misspellings(evidence, suspicious)
    reasons = _Reasons(document)
    for start, end, suggestions, probability in found:
        likely = probability >= LIKELY
        message, line = reasons.of(suggestions[0], start)
        yield context.report(
            start,
            end,
            message,
            edits=(Edit(start, end, suggestions[0]),) if likely else (),
            suggestions=suggestions,
            severity=None if likely else Severity.HINT,
            word=document.prose[start:end],
            suggestion=suggestions[0],
            line=line,
        )


class _Reasons:
    """Says where in a document a correction stands; the places of words are gathered on first use."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def of(self, correction: str, start: int) -> tuple[str, str]:
        """The message that fits, and the line it names: the nearest in prose, else in code or a link."""
        for message, places in (("in-text", self._prose), ("in-code", self._code)):
            found = places.get(correction.lower())
            if found:
                at = bisect_left(found, start)
                nearest = min(found[max(0, at - 1) : at + 1], key=lambda place: abs(place - start))
                return message, str(self._document.source.position(nearest).line)
        return "default", ""

    @cached_property
    def _prose(self) -> Mapping[str, list[int]]:
        return _places(self._document.prose)

    @cached_property
    def _code(self) -> Mapping[str, list[int]]:
        return _places(self._document.text)


def _places(text: str) -> Mapping[str, list[int]]:
    """Where each Latin word of a text begins, by its lower-case form."""
    places: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        places.setdefault(match[0].lower(), []).append(match.start())
    return places


def gather_evidence(document: Document, settings: Settings) -> Evidence:
    """What a document and the settings say of words."""
    from zhenlint.spelling.evidence import Evidence

    return Evidence(
        document.prose, document.code_words, frozenset(_link_names(document)), accepted_words(settings)
    )


def _link_names(document: Document) -> Iterator[str]:
    """Words of link texts that stand in the link's own destination: ``[Regieter](https://regieter.io)``."""
    for link in document.links:
        if link.kind == "link":
            destination = _NOT_LETTERS.sub("", link.destination.lower())
            for word in _WORD.findall(document.prose[link.inner_start : link.inner_end].lower()):
                if word in destination:
                    yield word


def accepted_words(settings: Settings) -> Callable[[str], bool]:
    """Tells whether a lower-case word, or the word it is the plural of, is accepted by the settings."""
    words = settings.words | {
        word.lower() for term in settings.terms.values() for word in _WORD.findall(term)
    }

    def accepts(word: str) -> bool:
        singular = {word.removesuffix("s"), word.removesuffix("es")}
        if word.endswith("ies"):
            singular.add(word[:-3] + "y")
        return word in words or not words.isdisjoint(singular)

    return accepts
