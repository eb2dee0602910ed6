"""# Misspelled English words

## What it finds

English words that no dictionary knows and that lie one or two typing errors from a likelier word:
`regieter` for `register`, `kubenretes` for `kubernetes`. No list of misspellings is needed for that, so
errors that nobody made before are found, too. A list adds short words and acronyms that are certainly wrong
(`HMTL`, `GPDR`, `dokcer`) and, in English sentences, missing apostrophes (`dont`, `wouldnt`).

Words that the dictionary knows are reported where their neighbours make it certain that another one is meant
(`rather then`, `it's own`), as hints where few such places were ever read (`pubic key`, `loosing data`).

A word is left alone where the document explains it: it is used in code or stands in a URL, it is used again
and again, it is part of a path, a handle, a file name or an identifier, it is written like a person's name,
it stands in a list of nicknames or in a phrase of another language. What remains is weighed: the errors
that it would take, how common the other word is, whether that word stands elsewhere in the document. Likely
misspellings are errors, less certain ones hints.

A word that the documents of one run use again and again is part of the project's vocabulary, and so is one
that any of them shows to be a name.

Words that you use and the dictionary lacks belong into a file that `dictionaries` of the configuration names;
their plurals are then right as well.

## Options

- `variant`: `any` (default), `consistent`, `american` or `british`. By default British and American
  spellings are both right. `consistent` reports the spellings that a document has less often, of two that
  are level the later one; `american` and `british` report those of the other country. The ending `-ize`
  (`organize`) is right in British texts, too, as long as they keep to it. Names are left alone
  (`Pearl Harbor`), and so are words that the document has in code (`color`).

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

词典里有的词，前后的词表明肯定是另一个词的也报（`rather then`、`it's own`），实例少的只作提示（`pubic key`）。

文档自己能解释的词不报：出现在代码或网址里的，反复使用的，属于路径、用户名、文件名或标识符的，写得像人名的，
在昵称列表或其他语言的短语里的。剩下的再掂量：要几处、哪种错误才会写成这样，另一个词有多
常见，它是否也出现在文档里。很可能是错的报为错误，不太肯定的只作提示。

同一次运行的各个文档里反复使用的词，算项目自己的词；任何一个文档表明是名称的词也是。

词典里没有而你常用的词，请写进配置里 `dictionaries` 所指的文件；它们的复数也就一并算对。

## 选项

- `variant`：`any`（默认）、`consistent`、`american` 或 `british`。默认英式、美式拼写都算对。`consistent`
  报告文档里较少用的那一种，两种一样多时报告后出现的；`american` 和 `british` 报告另一国的拼写。以 `-ize`
  结尾的词（`organize`）在英式文本里也算对，只要前后一致。名称（`Pearl Harbor`）和文档的代码里出现的词
  （`color`）不报。

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

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.markdown.document import Document
from zhenlint.named_tuple import NamedTuple
from zhenlint.project import Project
from zhenlint.rules import Context, project_rule
from zhenlint.rules.english.latin_runs import latin_runs
from zhenlint.rules.english.remark import remarks_on

if TYPE_CHECKING:
    from zhenlint.rules.english.unknown_words import Words

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
    "confused": (
        "`{word}` is a word, but here `{suggestion}` is meant",
        "`{word}` 本身没有拼错，但这里应为 `{suggestion}`",
    ),
    "british": (
        "`{word}` is British; the American spelling is `{suggestion}`",
        "`{word}` 是英式拼写，美式为 `{suggestion}`",
    ),
    "american": (
        "`{word}` is American; the British spelling is `{suggestion}`",
        "`{word}` 是美式拼写，英式为 `{suggestion}`",
    ),
    "apostrophe": (
        "`{word}` lacks its apostrophe: `{suggestion}`",
        "`{word}` 少了撇号，应为 `{suggestion}`",
    ),
}


class Options(NamedTuple):
    """``variant``: whether British or American spelling is wanted."""

    variant: Literal["any", "consistent", "american", "british"] = "any"


def gather(document: Document, context: Context) -> Words | None:
    """What a document says of its unknown words; None if there is nothing to say."""
    from zhenlint.spelling.suspects import suspects

    words = None
    suspicious = suspects().suspicious_among(latin_runs(document))
    if suspicious:
        from zhenlint.rules.english.unknown_words import words_of

        words = words_of(document, suspicious, context.settings)
    remarks = tuple(remarks_on(document, context.settings, context.options.variant))
    if not remarks:
        return words
    from zhenlint.rules.english.unknown_words import Words

    return (words or Words())._replace(remarks=remarks)


@project_rule(
    "EN001",
    gather=gather,
    needs="itself",
    name="misspelled-word",
    severity=Severity.ERROR,
    fix=Applicability.UNSAFE,
    options=Options,
    messages=_MESSAGES,
)
def judge(words: Words, project: Project, context: Context) -> Iterator[Diagnostic]:
    """Report probable misspellings; the less certain ones as hints, and only plain ones with a fix."""
    for start, end, message, word, suggestion, hint in words.remarks:
        yield context.report(
            start,
            end,
            message,
            edits=(Edit(start, end, suggestion),),
            suggestions=(suggestion,),
            severity=Severity.HINT if hint else None,
            word=word,
            suggestion=suggestion,
        )
    if words.places:
        yield from _misspellings(words, project, context)


def _misspellings(words: Words, project: Project, context: Context) -> Iterator[Diagnostic]:
    from zhenlint.rules.english.accepted import accepted_words
    from zhenlint.rules.english.unknown_words import vocabulary_of
    from zhenlint.spelling.english import LIKELY, detector
    from zhenlint.spelling.evidence import Evidence
    from zhenlint.spelling.suspects import suspects

    suspects().remember(words.near)
    vocabulary = project.shared(vocabulary_of)
    accepts = accepted_words(context.settings)
    evidence = Evidence("", words.code.__contains__, vocabulary.names, accepts, vocabulary.uses, words.counts)
    for found in detector().judge(evidence, words.places):
        from zhenlint.rules.english.reason import reason

        suggestion = found.suggestions[0]
        message, number = reason(found, words, vocabulary)
        yield context.report(
            found.start,
            found.end,
            message,
            edits=(Edit(found.start, found.end, suggestion),) if found.is_plain else (),
            suggestions=found.suggestions,
            severity=None if found.probability >= LIKELY else Severity.HINT,
            word=found.word,
            suggestion=suggestion,
            number=number,
        )
