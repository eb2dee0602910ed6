"""# A space after punctuation between English words

## What it finds

A comma or semicolon between English words without a space after it, `Hello,world`, and a colon
before an English phrase, `DI:Dependency Injection`.

## Why

English sets a space after a comma, semicolon or colon; without it the words run together, and a
line cannot break there.

## Examples

```md
Hello,world → Hello, world
很多人对 Spring,Spring MVC 傻傻分不清楚 → 很多人对 Spring, Spring MVC 傻傻分不清楚
控制反转和 DI:Dependency Injection → 控制反转和 DI: Dependency Injection
= Hello, world; 支持 Java, Python
= 坐标 x,y 和字段 user_id,name，还有 1,000 和 10:30
= 索引 (name,city)，插入 key,value，打开 about:config
```

## Neighbours

| mark | left | right | owner |
| --- | --- | --- | --- |
| `,` `;` | English word | English word | PU010 |
| `:` | English word | English phrase | PU010 |
| `, . : ; ! ?` | Han | anything, and the reverse | PU001 |

Only dictionary words of two letters or more and acronyms count. Identifiers, paths, pairs such as
`key,value` and `key:value`, tuples in brackets and values of command options are left alone.

## Sources

- The Chicago Manual of Style, 17th edition, section 6.7 (spacing after punctuation)

---

# 英文单词间的标点后要有空格

## 它找什么

英文单词之间的逗号、分号后没有空格：`Hello,world`；冒号后直接是英文短语：`DI:Dependency Injection`。

## 为什么

英文的逗号、分号、冒号后面要空一格；不空的话单词连成一片，也不能在那里换行。

## 示例

{examples}

## 相邻规则

| 标点 | 左 | 右 | 归谁管 |
| --- | --- | --- | --- |
| `,` `;` | 英文单词 | 英文单词 | PU010 |
| `:` | 英文单词 | 英文短语 | PU010 |
| `, . : ; ! ?` | 汉字 | 任何字符（反之亦然） | PU001 |

只看词典里两个字母以上的单词和缩写词。标识符、路径、`key,value` 与 `key:value` 这样的一对、括号里的元组、
命令选项的值都不管。

## 出处

- 《芝加哥格式手册》第 17 版 6.7（标点后的空格）
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM
from zhenlint.rules import Context, rule
from zhenlint.rules.places import RareFirst

_CANDIDATES = RareFirst(",;:", r"(?<=[A-Za-z]{2}.)(?=[A-Za-z]{2})")
"""A mark between words."""

_REACH = 80
_BEFORE = lazy_pattern(r"[!-~]*\Z")
_AFTER = lazy_pattern(r"[!-~]*")
_NAME = r"[A-Za-z]{2,}(?:['-][A-Za-z]{2,})*"
_ITEMS = lazy_pattern(rf"[(\"'\[]?({_NAME}(?:[,;]{_NAME})+)[,;.:!?)\"'\]]*")
_TUPLE = lazy_pattern(r"[(\[{<].*[)\]}>]", re.DOTALL)
_LABEL = lazy_pattern(rf"[(\"']?({_NAME}):({_NAME})")
_SEPARATOR = lazy_pattern("[,;]")
_WORD = lazy_pattern(r"[A-Za-z]+")
_WORD_BEFORE = lazy_pattern(r"(?<![\w./\\=@#$-])[A-Za-z]{2,},? \Z")
_WORD_AFTER = lazy_pattern(r" [A-Za-z]{2,}(?![\w./\\=@#$(:-])")
_PHRASE_AFTER = lazy_pattern(r" [A-Za-z]+ [A-Za-z]+")
_OPTION_BEFORE = lazy_pattern(r"(?:(?<!\S)--?[A-Za-z][\w-]*|[=:$]) ?\Z")
_ACRONYM_LENGTH = 6
_PLACEHOLDERS = frozenset(("foo", "bar", "baz", "qux", "abc", "xyz"))
_COMMON = 2.5
"""The least Zipf frequency of a common word: three uses in ten million words."""


@rule(
    "PU010",
    name="latin-punctuation-spacing",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    messages={
        "default": ("no space after “{mark}” between English words", "英文单词之间的“{mark}”后面没有空格")
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report marks between English words that have no space after them."""
    for match in _CANDIDATES.matches(document.prose):
        mark, at = match[0], match.start()
        if document.is_literal(at, at + 1) and _wants_space(document.prose, at):
            edit = Edit(at + 1, at + 1, " ")
            yield context.report(at, at + 1, edits=(edit,), suggestions=(mark + " ",), mark=mark)


def _wants_space(prose: str, at: int) -> bool:
    """Whether the mark at an offset stands between English words, by the whole run around it."""
    before = _BEFORE.search(prose, max(0, at - _REACH), at)
    after = _AFTER.match(prose, at, at + _REACH)
    if before is None or after is None:
        return False
    start, end = before.start(), after.end()
    run, left, right = prose[start:end], prose[max(0, start - _REACH) : start], prose[end : end + _REACH]
    if left.endswith(ATOM) or right.startswith(ATOM) or _OPTION_BEFORE.search(left):
        return False
    if prose[at] == ":":
        return _introduces(run, right)
    return _separates(run, left, right)


def _separates(run: str, left: str, right: str) -> bool:
    """A comma or semicolon: in a list of words that is one of English text, not a value."""
    found = _ITEMS.fullmatch(run)
    if found is None or _TUPLE.fullmatch(run):
        return False
    items = _SEPARATOR.split(found[1])
    in_text = (
        (len(items) > 2 and all(map(_is_common, items)))
        or any(item[0].isupper() for item in items)
        or bool(_WORD_BEFORE.search(left) or _WORD_AFTER.match(right))
    )
    return in_text and _PLACEHOLDERS.isdisjoint(items) and all(map(_is_english, items))


def _introduces(run: str, right: str) -> bool:
    """A colon: before a phrase, of three words where the first has no capital."""
    found = _LABEL.fullmatch(run)
    if found is None or not found[1][0].isupper():
        return False
    phrase = _WORD_AFTER if found[2][0].isupper() and not found[2].isupper() else _PHRASE_AFTER
    return bool(phrase.match(right)) and _is_english(found[1]) and _is_english(found[2])


def _is_common(item: str) -> bool:
    """Whether every part of an item is a word that is often used, not just letters."""
    from zhenlint.spelling.lexicon import lexicon

    return all(lexicon().frequency(part.lower()) >= _COMMON for part in _WORD.findall(item))


def _is_english(item: str) -> bool:
    """Whether every part of an item is a word of the dictionary, a known name or an acronym."""
    from zhenlint.spelling.lexicon import lexicon

    return all(
        (part.isupper() and len(part) <= _ACRONYM_LENGTH)
        or lexicon().casing.get(part.lower()) == part
        or (part[1:].islower() and lexicon().knows(part.lower()))
        for part in _WORD.findall(item)
    )
