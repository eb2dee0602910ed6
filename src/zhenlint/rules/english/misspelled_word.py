"""# Misspelled English words

## What it finds

English words that no dictionary knows and that lie one or two typing errors from a likelier word:
`regieter` for `register`, `kubenretes` for `kubernetes`. No list of misspellings is needed for that, so
errors that nobody made before are found, too. A list adds short words and acronyms that are certainly wrong
(`HMTL`, `GPDR`, `dokcer`) and, in English sentences, missing apostrophes (`dont`, `wouldnt`).

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

The first suggestion, as an unsafe fix, where the word is almost certainly wrong (a score above .95) and no
other correction comes near; else there are only suggestions. Never a safe fix: only you know which word you
meant.

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
`kubernetes` 写成 `kubenretes`。它不靠错词表，所以从没有人犯过的错也找得到。另有一张表，收录肯定写错的短词和
缩写（`HMTL`、`GPDR`、`dokcer`），以及英文句子里漏掉的撇号（`dont`、`wouldnt`）。

文档自己能解释的词不报：出现在代码或网址里的，反复使用的，属于路径、用户名、文件名或标识符的，写得像人名的，
在昵称列表或其他语言的短语里的。英式、美式拼写都算对。剩下的再掂量：要几处、哪种错误才会写成这样，另一个词有多
常见，它是否也出现在文档里。很可能是错的报为错误，不太肯定的只作提示。

词典里没有而你常用的词，请写进配置的 `words`；它们的复数也就一并算对。

## 为什么

英文词或名称拼错，读来分心，搜索不到，还会被人照抄。

## 修复

几乎可以肯定写错（得分高于 0.95）、又没有别的词相近时，换成第一个建议，属于不安全的修复；否则只给建议。
想写的是哪个词，只有你知道，所以从不作为安全的修复。

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
from typing import TYPE_CHECKING, Final

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, rule
from zhenlint.rules.english.latin_runs import latin_runs
from zhenlint.settings import Settings

if TYPE_CHECKING:
    from zhenlint.spelling.english import Misspelling
    from zhenlint.spelling.evidence import Evidence

_WORD = lazy_pattern(r"[A-Za-z]{2,}")
_NOT_LETTERS = lazy_pattern(r"[^a-z]+")


_HOW = {
    "one": ("`{suggestion}` is one letter away", "与 `{suggestion}` 只差一个字母"),
    "swap": ("`{suggestion}` has two letters in the other order", "与 `{suggestion}` 只是颠倒了两个字母"),
    "two": ("`{suggestion}` is two letters away", "与 `{suggestion}` 只差两个字母"),
    "more": ("`{suggestion}` is probably meant", "想写的多半是 `{suggestion}`"),
}
"""How the suggestion differs from the word."""

_WHERE = {
    "nowhere": ("", ""),
    "here": (" and stands on this line", "，后者就在这一行"),
    "above": (" and stands one line above", "，后者就在上一行"),
    "below": (" and stands one line below", "，后者就在下一行"),
    "lines-above": (" and stands {number} lines above", "，后者就在往上第 {number} 行"),
    "lines-below": (" and stands {number} lines below", "，后者就在往下第 {number} 行"),
    "far": (" and stands on line {number}", "，后者在第 {number} 行"),
    "code": (" and stands in code or in a link on line {number}", "，后者在第 {number} 行的代码或链接里"),
    "project": (" and is used elsewhere in the project", "，后者在项目里常用"),
}
"""Where the suggestion stands."""

_CLOSE_BY: Final = 9
"""Up to how many lines are counted; a place farther away is named by its line."""

_MESSAGES = {
    f"{how}-{where}": (
        f"`{{word}}` is not in the dictionary; {how_english}{where_english}",
        f"词典里没有 `{{word}}`；{how_chinese}{where_chinese}",
    )
    for how, (how_english, how_chinese) in _HOW.items()
    for where, (where_english, where_chinese) in _WHERE.items()
} | {
    "listed": (
        "`{word}` is a common misspelling of `{suggestion}`",
        "`{word}` 是 `{suggestion}` 的常见误拼",
    ),
    "apostrophe": (
        "`{word}` lacks its apostrophe: `{suggestion}`",
        "`{word}` 少了撇号，应为 `{suggestion}`",
    ),
}


@rule(
    "EN001",
    name="misspelled-word",
    severity=Severity.ERROR,
    fix=Applicability.UNSAFE,
    messages=_MESSAGES,
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report probable misspellings; the less certain ones as hints, and only plain ones with a fix."""
    from zhenlint.spelling.suspects import suspects

    suspicious = suspects().suspicious_among(latin_runs(document))
    if suspicious:
        yield from _report(document, suspicious, context)


def _report(document: Document, suspicious: frozenset[str], context: Context) -> Iterator[Diagnostic]:
    from zhenlint.spelling.english import LIKELY, detector

    evidence = gather_evidence(document, context.settings)
    reasons = _Reasons(document, evidence)
    for found in detector().misspellings(evidence, suspicious):
        suggestion = found.suggestions[0]
        message, number = reasons.of(found)
        yield context.report(
            found.start,
            found.end,
            message,
            edits=(Edit(found.start, found.end, suggestion),) if found.is_plain else (),
            suggestions=found.suggestions,
            severity=None if found.probability >= LIKELY else Severity.HINT,
            word=document.prose[found.start : found.end],
            suggestion=suggestion,
            number=number,
        )


class _Reasons:
    """Says how a correction differs and where it stands; the places of words are gathered on first use."""

    def __init__(self, document: Document, evidence: Evidence) -> None:
        self._document = document
        self._evidence = evidence

    def of(self, found: Misspelling) -> tuple[str, str]:
        """The message that fits, and the number it names."""
        word, correction = self._document.prose[found.start : found.end], found.suggestions[0]
        if "'" in correction:
            return "apostrophe", ""
        where, number = self._where(correction.lower(), found.start)
        if found.is_listed and where in ("nowhere", "project"):
            return "listed", ""
        return f"{_how(word.lower(), correction.lower())}-{where}", number

    def _where(self, correction: str, start: int) -> tuple[str, str]:
        """The nearest place in prose, else in code or a link, else whether the project knows it."""
        line = self._document.source.position(start).line
        if correction in self._prose:
            nearest = self._nearest(self._prose[correction], start)
            return _lines_away(nearest - line) or ("far", str(nearest))
        if correction in self._code:
            return "code", str(self._nearest(self._code[correction], start))
        in_project = self._evidence.project and correction in self._evidence.project
        return "project" if in_project else "nowhere", ""

    def _nearest(self, places: list[int], start: int) -> int:
        """The line of the place nearest to an offset."""
        at = bisect_left(places, start)
        nearest = min(places[max(0, at - 1) : at + 1], key=lambda place: abs(place - start))
        return self._document.source.position(nearest).line

    @cached_property
    def _prose(self) -> Mapping[str, list[int]]:
        return _places(self._document.prose)

    @cached_property
    def _code(self) -> Mapping[str, list[int]]:
        return _places(self._document.text)


def _lines_away(lines: int) -> tuple[str, str] | None:
    """The message's part for a place so many lines below, or above; None where it is far."""
    if abs(lines) > _CLOSE_BY:
        return None
    side = "below" if lines > 0 else "above"
    if abs(lines) < 2:
        return side if lines else "here", ""
    return f"lines-{side}", str(abs(lines))


def _how(word: str, correction: str) -> str:
    """The message's part for the difference of two lower-case words."""
    from zhenlint.spelling.edits import alignment_distance

    distance = alignment_distance(word, correction, 3)
    if distance == 1:
        return "swap" if sorted(word) == sorted(correction) else "one"
    return "two" if distance == 2 else "more"


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
        document.prose,
        document.code_words,
        frozenset(_link_names(document)),
        accepted_words(settings),
        runs=latin_runs(document),
    )


def _link_names(document: Document) -> Iterator[str]:
    """Words of link texts that stand in the link's own destination: ``[Regieter](https://regieter.io)``."""
    for link in document.links:
        if link.kind == "link" and not link.destination.startswith("#"):
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
