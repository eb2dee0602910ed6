"""# A traditional character in a simplified text, or the reverse

## What it finds

A stray character of the other Chinese script: `裡` in a simplified document, `将` in a traditional
one. The document has to be written in one script, the phrase around the character too, and the
character has to be a common word of grammar or make a usual pair with a neighbour: `類` in
`服务類型`. Not reported:

- names, quotations, link texts and list items that are in the other script as a whole: `陳奕迅`,
  `「軟體」`, `[繁體中文](zh-TW.md)`, and titles in `《》`;
- characters that both scripts have: `著 乾 于 里 面 云 只`;
- paragraphs with Japanese kana, and those that speak of the two scripts, of characters, of Taiwan
  or Hong Kong.

Where a character has several forms in the script of the document (`发`: `發` or `髮`), they are
suggested and there is no fix.

## Why

Such characters come with an input method or a copied phrase. Readers stumble, and a search for
`类型` does not find `類型`.

## Examples

```md
把配置写进文档裡，读者打开页面时就能看见说明。 → 把配置写进文档里，读者打开页面时就能看见说明。
如果没有权限，请点击页面顶部的按鈕，联系管理员开通。 → 如果没有权限，请点击页面顶部的按钮，联系管理员开通。
請將變更記錄在最後的表单裡，這樣團隊就會知道。 → 請將變更記錄在最後的表單裡，這樣團隊就會知道。
= 这张专辑收录了陳奕迅的歌，发行时销量领先，乐评给过满分。
= 阅读说明时请选择语言：[简体中文](a.md) | [繁體中文](b.md)，欢迎帮我们修订译文。
= 台湾的说明书里，软件写作軟體，文件写作檔案，请读者对照这张术语表。
```

## Options

- `script`: `auto` (default) takes the script that the document is written in and stays silent where
  it is mixed or too short to tell; `simplified` and `traditional` say what it is in those cases, too.
  What is in the other script as a whole is left alone with any of them.

## Neighbours

| text | owner |
| --- | --- |
| a radical or compatibility form of the same shape | CH002 |
| a wrong character of the same script | ZH rules |

## Sources

- OpenCC 1.4.2, tables of characters (Apache License 2.0)
- GB 2312 and level 1 of Big5: which characters are common in which script
- Counts of pairs of characters in Chinese documentation

---

# 简体文章里的繁体字，或繁体文章里的简体字

## 它找什么

混进来的另一种字形：简体文档里的 `裡`，繁体文档里的 `将`。整篇文档和这个字所在的句子都要是同一种
字形，这个字还要是常用的虚词，或者和旁边的字组成常见的搭配，例如 `服务類型` 里的 `類`。以下情形不报告：

- 整个用另一种字形写的人名、引文、链接文字和列举项：`陳奕迅`、`「軟體」`、`[繁體中文](zh-TW.md)`，
  以及 `《》` 里的标题；
- 两种字形都用的字：`著 乾 于 里 面 云 只`；
- 含有日文假名的段落，以及谈论简繁、汉字、台湾或香港的段落。

有几种写法的字（`发` 可能是 `發` 或 `髮`）只给建议，不修复。

## 为什么

这样的字多半来自输入法或复制来的文字。读者会停顿，搜索 `类型` 也找不到 `類型`。

## 示例

{examples}

## 选项

- `script`：`auto`（默认）按文档自己的字形判断，混用或太短而无法判断时不报告；`simplified`、
  `traditional` 指明文档用简体还是繁体，这两种情形下也照样检查。整段、整句的另一种字形总不报告。

## 相邻规则

| 文本 | 归谁管 |
| --- | --- |
| 同形的部首或兼容字形 | CH002 |
| 同一种字形里的错别字 | ZH 规则 |

## 出处

- OpenCC 1.4.2 的字表（Apache License 2.0）
- GB 2312 和 Big5 第一级：哪些字在哪种字形里常用
- 中文技术文档里相邻两字的次数
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Literal

from zhenlint.characters import ANY_HAN
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import BLOCK, MARKUP
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import Context, rule
from zhenlint.rules.characters import scripts
from zhenlint.rules.characters.scripts import Script
from zhenlint.rules.characters.suspects import Mentions, suspects

_OTHER: dict[Script, Script] = {"simplified": "traditional", "traditional": "simplified"}
_REACH = 120
_NEAR = 4
_LONGEST = 4
_PHRASE_EDGE = lazy_pattern(rf"[。！？；!?\r\n“”‘’「」『』《》〈〉【】（）()\[\]\"'|/→⇒=<>+~{MARKUP}{BLOCK}]")
_ITEM_EDGE = lazy_pattern(r"[、，,：:;·・…—]|(?<=[^\W\d_A-Za-zÀ-ɏ])[ \u3000]+(?=[^\W\d_A-Za-zÀ-ɏ])")
_IN_TITLE = lazy_pattern(r"[《〈][^《》〈〉]*\Z")
_ABOUT_SCRIPTS = lazy_pattern(
    "[ぁ-ゖァ-ヺ]|繁[体體]|正[体體][字中]|[简簡][体體繁化]|[异異][体體]|[汉漢]字|字[形體]|[台臺][湾灣]|香港|"
    "[日粤粵][语語文本]|[错錯别別]字|[Uu]nicode|OpenCC"
)


class Options(NamedTuple):
    """``script``: which script documents are written in."""

    script: Literal["auto", "simplified", "traditional"] = "auto"


class _Phrase(NamedTuple):
    """What stands around a place up to the edges of the phrase, and up to those of the list item."""

    phrase: str
    item: str


@rule(
    "CH004",
    name="mixed-script-variant",
    severity=Severity.WARNING,
    fix=Applicability.UNSAFE,
    options=Options,
    messages={
        "simplified": ("traditional “{text}” in simplified Chinese", "简体文字里的繁体字“{text}”"),
        "traditional": ("simplified “{text}” in traditional Chinese", "繁体文字里的简体字“{text}”"),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report stray characters of the other script."""
    wanted: Literal["auto", "simplified", "traditional"] = context.options.script
    prose = document.prose
    if wanted != "traditional" and not document.shared(suspects).traditional:
        return
    script = scripts.script_of(prose) if wanted == "auto" else wanted
    if script is None:
        return
    other, about_scripts = _OTHER[script], Mentions(document, _ABOUT_SCRIPTS)
    for run in scripts.run_pattern(other).finditer(prose):
        start, end = run.span()
        if not _is_stray(prose, start, end, script) or about_scripts.around(start):
            continue
        meant = _meant(prose, start, end, other)
        if meant:
            edits = (Edit(start, end, meant[0]),) if len(meant) == 1 else ()
            yield context.report(start, end, script, edits=edits, suggestions=meant, text=run[0])


def _is_stray(prose: str, start: int, end: int, script: Script) -> bool:
    """Whether a run of the other script stands alone in a phrase of the document's script.

    Else it is a name or a quotation: a long run or one with another near, a phrase with more runs of
    the other script than characters of its own, a list item of the other script by a third.
    """
    if end - start > _LONGEST or _IN_TITLE.search(prose, max(0, start - _REACH), start):
        return False
    phrase, item = _around(prose, start, end)
    other = _OTHER[script]
    nearby = prose[max(0, start - _NEAR) : start], prose[end : end + _NEAR]
    if any(scripts.pattern(other).search(text) for text in nearby):
        return False
    if len(scripts.run_pattern(other).findall(phrase)) > len(scripts.pattern(script).findall(phrase)):
        return False
    return 3 * len(scripts.pattern(other).findall(item)) <= len(ANY_HAN.findall(item))


def _around(prose: str, start: int, end: int) -> _Phrase:
    before = _PHRASE_EDGE.split(prose[max(0, start - _REACH) : start])[-1]
    after = _PHRASE_EDGE.split(prose[end : end + _REACH], 1)[0]
    item = _ITEM_EDGE.split(before)[-1] + prose[start:end] + _ITEM_EDGE.split(after, 1)[0]
    return _Phrase(before + prose[start:end] + after, item)


def _meant(prose: str, start: int, end: int, other: Script) -> tuple[str, ...]:
    """How a run is written in the document's script; nothing where not each character makes a word.

    Of several simplified forms of a character those that make a word are taken.
    """
    forms = []
    for at in range(start, end):
        written, before, after = prose[at], prose[at - 1 : at], prose[at + 1 : at + 2]
        choices = scripts.forms(other, written)
        simplified = choices if other == "traditional" else written
        usual = [char for char in simplified if scripts.makes_word(before, char, after)]
        if not usual:
            return ()
        forms.append("".join(usual) if other == "traditional" else choices)
    return tuple(map("".join, product(*forms)))
