"""# A radical or compatibility form in place of a character

## What it finds

Kangxi radicals, other CJK radicals and compatibility ideographs that look like an ordinary
character but are another one for the computer: `⽂` (U+2F42) for `文` (U+6587). Not the radicals
without a common character of their own shape, and not texts that are about radicals or encodings.

## Why

They come from PDF files, whose fonts give one shape to both. Readers see nothing; searching for
`文件` does not find `⽂件`, fonts fall back, links and file names break.

## Examples

```md
读取⽂件 → 读取文件
经过相当⻓的时间 → 经过相当长的时间
拷⻉⽅式的⼀种实现 → 拷贝方式的一种实现
李\uf9da在场 → 李栗在场
= 康熙部首 ⽂ 与汉字文不同
= 神社的神写作神
```

## Neighbours

Characters that stand together are one report. Traditional forms among simplified ones belong to
CH004.

## Sources

- UnicodeData.txt, decompositions of the blocks Kangxi Radicals and CJK Compatibility Ideographs
- EquivalentUnifiedIdeograph.txt of the Unicode Character Database, for CJK Radicals Supplement

---

# 用部首或兼容字形代替了汉字

## 它找什么

看上去是普通汉字、计算机却当作另一个字符的康熙部首、其他部首和兼容汉字，例如用 `⽂`（U+2F42）
代替了 `文`（U+6587）。没有同形常用汉字的部首，以及谈论部首或编码的文章，不报告。

## 为什么

它们来自 PDF 文件：那里的字体让两者共用一个字形。读者看不出差别，但搜索 `文件` 找不到 `⽂件`，
还会造成字体混杂、链接和文件名失效。

## 示例

{examples}

## 相邻规则

连在一起的几个字合为一条报告。简体文章里的繁体字归 CH004。

## 出处

- UnicodeData.txt 中康熙部首区和中日韩兼容表意文字区的分解
- Unicode 字符数据库的 EquivalentUnifiedIdeograph.txt（中日韩部首补充区）
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.package_data import read_data
from zhenlint.rules import Context, rule
from zhenlint.rules.characters.suspects import COMPATIBILITY, Mentions, character_name, suspects

_RUN = lazy_pattern(f"[{COMPATIBILITY}]+")
_ABOUT_RADICALS = lazy_pattern("部首|偏旁|康熙|[Kk]angxi|(?:兼容|相容)(?:漢|汉|表意)")
_ABOUT_CODES = lazy_pattern(r"字形|[码碼]位|U\+[0-9A-F]{4}|NFK?[CD]\b")


@rule(
    "CH002",
    name="compatibility-ideograph",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    messages={
        "default": ("{name} in place of “{meant}” (U+{code})", "用 {name} 代替了“{meant}”（U+{code}）"),
        "several": (
            "“{meant}” is written with look-alikes such as {name}",
            "“{meant}”用形近的字符写成，例如 {name}",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report runs of radicals and compatibility ideographs."""
    characters = document.shared(suspects).characters
    if not (characters and _RUN.search(characters)) or _ABOUT_RADICALS.search(document.text):
        return
    about_codes = Mentions(document, _ABOUT_CODES)
    for run in _RUN.finditer(document.prose):
        start, end = run.span()
        meant = "".join(map(_ideograph, run[0]))
        if meant == run[0] or about_codes.around(start):
            continue
        first = next(char for char, other in zip(run[0], meant, strict=True) if char != other)
        yield context.report(
            start,
            end,
            "default" if len(meant) == 1 else "several",
            edits=(Edit(start, end, meant),),
            suggestions=(meant,),
            meant=meant,
            name=character_name(first),
            code=f"{ord(meant[0]):04X}",
        )


def _ideograph(char: str) -> str:
    """The unified ideograph of a radical or compatibility ideograph, or the character itself.

    Twelve characters of the compatibility block are unified ideographs and have no other form.
    """
    return _supplement().get(char) or unicodedata.normalize("NFKC", char)


@cache
def _supplement() -> dict[str, str]:
    """The radicals that have no decomposition, and what they look like."""
    lines = read_data("radical-ideographs.tsv").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {chr(int(radical, 16)): chr(int(ideograph, 16)) for radical, ideograph in rows}
