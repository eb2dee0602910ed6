"""# A repeated English word

## What it finds

A small word of English that stands twice in a row: `the the`, `of of`, `to to`, also with a line break
or markup between the two. Only words are looked for that no sentence repeats on purpose: articles,
prepositions, conjunctions and the like.

Left alone is all that may be meant: `that that`, `had had`, `very very`, `bye bye`; a verb that ends a
clause and begins the next (`what it is is …`); `logged in in …`; names of which one is a keyword (`and or
or`); words with punctuation between them or in different casing, but for the first word of a sentence; words
in quotation marks of their own; other languages; `long long`, `name name` and other words that documentation
sets beside a parameter of that name.

A capitalised name that stands twice in a Chinese sentence (`使用 Redis Redis 集群`) is a hint.

## Why

The eye skips the second word, above all at the end of a line; only the readers stumble over it.

## Examples

```md
Call it before the the server starts. → Call it before the server starts.
The the server starts first. → The server starts first.
! **with** with a new key
= I know that that works, and what it is is fast.
= 这个值以 long long 类型表示
= The command `kill the the process` stays as it is.
```

## Fix

The second word goes, as an unsafe fix. Where markup stands between the two there is none.

## Sources

- What was read to choose the words: `benchmarks/repeated-judgements.tsv`

---

# 重复的英文单词

## 它找什么

接连写了两次的英文虚词：`the the`、`of of`、`to to`，两词之间换了行或隔着标记也算。
只查句子里不会有意重复的词：冠词、介词、连词之类。

凡是可能有意的都不报：`that that`、`had had`、`very very`、`bye bye`；前一分句以动词收尾、后一分句又以它开头
（`what it is is …`）；`logged in in …`；其中一个是关键字（`and or or`）；两词之间有标点，或者大小写不同
（句首除外）；单独放在引号里的词；其他语言；`long long`、`name name` 这类技术文档里词与同名参数并列的写法。

中文句子里首字母大写的名称接连出现两次（`使用 Redis Redis 集群`），只作提示。

## 为什么

眼睛会跳过第二个词，在行尾尤其如此；绊住的是读者。

## 示例

{examples}

## 修复

删去第二个词，属于不安全的修复；两词之间隔着标记时不修。

## 出处

- 选词时读过的文本与判断：`benchmarks/repeated-judgements.tsv`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhenlint.characters import OTHER_LETTER
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM, MARKUP
from zhenlint.rules import Context, rule
from zhenlint.rules.english.repetitions import NAME, PLAIN, repetitions

_CLAUSE = lazy_pattern(
    r"\b(?i:it|that|this|these|those|there|here|he|she|we|you|they|one|things?)(?: really)?\s*$"
    r"|\b(?i:wh(?:at|ere|ich|en|o|om|ose|y|atever|ether)|how|all)\b[^.!?;:。！？；：]*$"
)
"""Before a verb that may end a clause: ``what it is is …``, ``where the limit is is hard to say``."""

_STRANDED = lazy_pattern(
    r"\b(?i:[a-z]{2,}ed|is|are|was|were|be|been|built|written|sent|went|gone|came|later|early|further|"
    r"(?:log|sign|plug|turn|switch|go|carry|build|move|zoom|opt|check|step|fill|type|hold|click|kick|come|"
    r"live|work|rely|depend|act|connect|attach|belong|refer|listen|write|point|link|talk|speak|subscribe|"
    r"reply|respond|relate|apply|bind|send|look|wait|ask|run|play|watch|account|call|stand)(?:s|n?ing)?)\s*$"
    r"|\b(?i:wh(?:at|ere|ich|om?|ose)|how)\b[^.!?;:。！？；：]*$"
)
"""Before a preposition that may end a clause: ``the port it listens on on start``."""

_PREPOSITIONS: Final = frozenset(
    ("of", "to", "for", "from", "with", "by", "at", "in", "on", "into", "onto", "as")
)

_AT_AFTER = lazy_pattern(r"\s*(?i:least|most|once|all|any|first|best|worst)\b")
"""What follows ``at`` in an expression of its own: ``look at at least one``."""

_PARAMETER = lazy_pattern(r"(?i:param|parameter|argument|variable)\s*$")

_KEYWORDS = frozenset(("and", "or", "not", "xor", "by", "with", "of", "operator", "operators"))
"""Beside these, ``and`` and ``or`` may be words that are spoken of."""

_WORD_OR_ATOM = lazy_pattern(rf"\s+(?:[A-Za-z]{{2}}|{ATOM})")
_STRANGE: Final = 0.34
"""Share of unknown words from which a phrase is not taken for English."""

_WORD_BEFORE = lazy_pattern(r"([A-Za-z]+)[^A-Za-z]?\s*$")
_WORD_AFTER = lazy_pattern(r"\s*([A-Za-z]+)")
_QUOTED = lazy_pattern(r"[\"“”‘’'`「『《].[\"“”‘’'`」』》]")
_PUNCTUATION = lazy_pattern(rf"[^\s\w({ATOM}\"“‘]")
"""Before this none of the words can stand: it is a word that is spoken of, or the text breaks off."""

_MARKS = lazy_pattern(f"[{MARKUP}]")
_REACH = 160
"""How many characters are looked at on each side."""

_DOUBLED = "Baden Bora Duran Pago Sing Walla Wagga Whack Wiki York Knock Boom Ding Tick Tock"
_DOUBLED_NAMES = frozenset(_DOUBLED.split())
_HAN_BESIDE = lazy_pattern(rf"(?:{OTHER_LETTER}) ?$")
_HAN_AFTER = lazy_pattern(rf" ?(?:[A-Z][A-Za-z]+ ?)?(?:{OTHER_LETTER})")


@rule(
    "EN002",
    name="repeated-word",
    severity=Severity.WARNING,
    fix=Applicability.UNSAFE,
    messages={"default": ("`{word}` stands twice", "`{word}` 写了两次")},
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report words that stand twice in a row."""
    for match in repetitions(document):
        first = document.prose[match.start() : match.start("gap")]
        if match["second"] in PLAIN:
            if (
                first.lower() == match["second"]
                and _is_one_sentence(document, match)
                and not _is_meant(document.prose, match)
            ):
                yield _report(document, context, match, first)
        elif first == match["second"] and _is_doubled_name(document.prose, match):
            yield _report(document, context, match, first, Severity.HINT)


def _report(
    document: Document, context: Context, match: re.Match[str], word: str, severity: Severity | None = None
) -> Diagnostic:
    edit = None if severity else _without_second(document, match)
    return context.report(
        match.start(),
        match.end(),
        edits=(edit,) if edit else (),
        suggestions=(word,),
        severity=severity,
        word=word,
    )


def _without_second(document: Document, match: re.Match[str]) -> Edit | None:
    """What takes the second word away; the line break stays.  None where markup is in the way."""
    start, end = match.span("second")
    gap = match["gap"]
    if "\n" not in gap:
        start = match.start("gap")
    elif document.prose[end : end + 1] == " ":
        end += 1
    else:
        return None
    if _MARKS.search(gap) or not document.is_literal(start, end):
        return None
    return Edit(start, end, "")


def _is_one_sentence(document: Document, match: re.Match[str]) -> bool:
    """Whether both words stand in one block, in one casing but for a sentence's first word."""
    prose = document.prose
    from zhenlint.rules.english.sentences import begins_sentence

    first = prose[match.start() : match.start("gap")]
    if not (first.islower() or begins_sentence(prose, match.start())):
        return False
    if "\n" in match["gap"]:
        return document.block_at(match.start()) is document.block_at(match.start("second"))
    return True


def _is_meant(prose: str, match: re.Match[str]) -> bool:
    """Whether a sentence may well hold the word twice."""
    start, end = match.span()
    before = _MARKS.sub("", prose[max(0, start - _REACH) : start])
    after = _MARKS.sub("", prose[end : end + _REACH])
    word = match["second"]
    near = {
        found[1].lower()
        for found in (_WORD_BEFORE.search(before), _WORD_AFTER.match(after))
        if found is not None
    }
    if word in near or _PUNCTUATION.match(after) or _QUOTED.fullmatch(before[-1:] + "." + after[:1]):
        return True
    if word in ("and", "or"):
        return not near.isdisjoint(_KEYWORDS)
    if word in ("is", "are", "was", "were") and _CLAUSE.search(before):
        return True
    if word in _PREPOSITIONS and _STRANDED.search(before):
        return True
    if word == "at" and _AT_AFTER.match(after):
        return True
    if word == "a" and (_PARAMETER.search(before) or not _WORD_OR_ATOM.match(after)):
        return True
    return _is_foreign(before, word, after)


def _is_foreign(before: str, word: str, after: str) -> bool:
    """Whether the words around are of another language than English, or hardly words."""
    from zhenlint.spelling.lexicon import lexicon
    from zhenlint.spelling.surroundings import Surroundings

    line = (before.splitlines() or [""])[-1], word, (after.splitlines() or [""])[0]
    around = Surroundings.of(line, lexicon())
    return around.foreign_words > 0 or around.is_foreign or around.strangers > _STRANGE


def _is_doubled_name(prose: str, match: re.Match[str]) -> bool:
    """Whether a name stands twice, for no reason, in a Chinese sentence."""
    start, end = match.span()
    return (
        match["gap"] == " "
        and bool(NAME.fullmatch(match["second"]))
        and match["second"] not in _DOUBLED_NAMES
        and bool(_HAN_BESIDE.search(prose, max(0, start - 2), start))
        and bool(_HAN_AFTER.match(prose, end))
    )
