"""# An invisible character

## What it finds

- zero-width characters, soft hyphens, byte order marks inside the text, stray joiners and variation
  selectors, tag characters, Hangul fillers;
- bidirectional controls (errors: they can show text in another order than it has);
- odd spaces such as U+2003 and U+202F, and a no-break space beside another space;
- control characters, line separators, and U+FFFD, which a wrong encoding leaves behind.

It stays silent on emoji, on variants of ideographs, on scripts that need joiners, on right-to-left
text, on wide spaces that indent a line or make columns, on thin spaces beside numbers and dashes, on
single no-break spaces, and where the character keeps Markdown from seeing markup.

## Why

Nobody sees them, but they break search, copying, links, code and diffs.  Most come from web pages,
PDF files and chat programs.

## Examples

```md
安装\u200b完成后重启 → 安装完成后重启
指纹\u200e是 5a 3b → 指纹是 5a 3b
输入为\u0008矩阵 → 输入为矩阵
使用\u2002Python 编写 → 使用 Python 编写
! 缺了\ufffd个字
= 👨\u200d💻 开发者 ⚠\ufe0f 注意
= 步骤\u00a04 和步骤\u00a05
```

## Neighbours

| character | owner |
| --- | --- |
| U+0020 and single U+00A0 | SP rules; a no-break space is kept |
| U+3000 | SP004 sees it as a separator |
| odd spaces | CH001 makes them U+0020, which the SP rules then judge |

## Sources

- The Unicode Standard 16, sections 6.2, 9.2, 23.2–23.8 (spaces, joiners, controls, selectors)
- Unicode Standard Annex 9 (bidirectional text); Technical Standards 37 (ideographs), 51 (emoji)

---

# 不可见字符

## 它找什么

- 零宽字符、软连字符、正文里的字节顺序标记、多余的连接符和变体选择符、标签字符、谚文填充符；
- 双向控制字符（按错误处理：会让文字以另一种顺序显示）；
- U+2003、U+202F 等特殊空格，以及与其他空格相邻的不换行空格；
- 控制字符、行分隔符，以及编码出错留下的 U+FFFD。

以下情形不报告：表情符号、汉字异体、需要连接符的文字、从右到左书写的文字、缩进和分栏用的宽空格、
数字和破折号旁边的窄空格、单个不换行空格，以及用来避免被当作 Markdown 标记的零宽字符。

## 为什么

这些字符看不见，却会妨碍搜索、复制、链接、代码和版本比较，多半是从网页、PDF 和聊天软件里带来的。

## 示例

{examples}

## 相邻规则

| 字符 | 归谁管 |
| --- | --- |
| U+0020 和单个 U+00A0 | SP 规则；不换行空格保留 |
| U+3000 | SP004 视作分隔 |
| 特殊空格 | CH001 改成 U+0020，之后由 SP 规则判断 |

## 出处

- Unicode 标准第 16 版，6.2、9.2、23.2–23.8 节（空格、连接符、控制字符、变体选择符）
- Unicode 标准附录 9（双向文本）；技术标准 37（汉字异体）、51（表情符号）
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, rule
from zhenlint.rules.characters import legitimate
from zhenlint.rules.characters.odd_space import is_space, judge_space
from zhenlint.rules.characters.suspects import INVISIBLE, run_name, suspects

_TAG = lazy_pattern("[\U000e0020-\U000e007f]")
_RUN = lazy_pattern(rf"{_TAG.pattern}++|([{INVISIBLE}])\1*+")
_DOUBLED = lazy_pattern("(?<=[\\w，。：；！？])(?:\xa0[ \xa0]| \xa0)(?=\\w)")
_ABOUT_ENCODING = lazy_pattern("乱码|编码|字符集|替换字符|encod|decod|unicode|utf-?8|U\\+FFFD", re.IGNORECASE)

_VARIANT = lazy_pattern("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0020-\U000e01ef]")
_BIDI = lazy_pattern("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_FILLER = lazy_pattern("[\u115f\u1160\u3164\uffa0]")
_CONTROL = lazy_pattern("[\x00-\x1f\x7f]")
_DAMAGE = lazy_pattern("[\x80-\x9f\ufffc\ufffd]")


@rule(
    "CH001",
    name="invisible-character",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    messages={
        "default": ("an invisible character: {name}", "不可见字符：{name}"),
        "bidi": (
            "a control that can change the order in which text is shown: {name}",
            "双向控制字符，会改变文字的显示顺序：{name}",
        ),
        "space": ("an odd space: {name}", "特殊空格：{name}"),
        "doubled": ("a no-break space beside another space: {name}", "不换行空格与其他空格相邻：{name}"),
        "control": ("a control character: {name}", "控制字符：{name}"),
        "separator": ("a line separator inside a line: {name}", "行内的行分隔符：{name}"),
        "damage": ("a sign that the text was damaged: {name}", "文字已损坏的迹象：{name}"),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report invisible characters, odd spaces and control characters."""
    prose = document.prose
    done = 0
    for offset in document.shared(suspects).offsets:
        found = _at(prose, offset) if offset >= done else None
        if found:
            done = found.end()
            yield from _judged(document, context, *found.span())


def _at(prose: str, offset: int) -> re.Match[str] | None:
    """The run of one invisible character at an offset, or the two spaces of a doubled one there."""
    if prose[offset] == "\xa0":
        return _DOUBLED.match(prose, offset - (prose[offset - 1 : offset] == " "))
    return _RUN.match(prose, offset)


def _judged(document: Document, context: Context, start: int, end: int) -> Iterator[Diagnostic]:
    """What to say of a run; where the character hides a mark of Markdown, its fix is not safe."""
    diagnostic = _judge(document, context, start, end)
    if diagnostic and diagnostic.fix and legitimate.hides_markup(document.prose, start, end):
        unsafe = diagnostic.fix._replace(applicability=Applicability.UNSAFE)
        diagnostic = diagnostic._replace(fix=unsafe)
    if diagnostic:
        yield diagnostic


def _judge(document: Document, context: Context, start: int, end: int) -> Diagnostic | None:
    """What to say of a run of one character, or of tag characters; None where it is right."""
    prose = document.prose
    char = prose[start]
    if is_space(char):
        return judge_space(prose, context, start, end)
    name = run_name(prose, start, end)
    if _BIDI.match(char):
        return _bidi(document, context, start, end, name)
    if _CONTROL.match(char):
        return context.report(start, end, "control", edits=(Edit(start, end, ""),), name=name)
    if _DAMAGE.match(char):
        return _damage(document, context, start, end, name)
    if _VARIANT.match(char):
        return _variant(prose, context, start, end)
    return _zero_width(document, context, start, end, name)


def _variant(prose: str, context: Context, start: int, end: int) -> Diagnostic | None:
    """A variation selector, of which a character has one, or the tags of a flag, of which it has many."""
    if legitimate.selects_variant(prose[start], prose[start - 1] if start else ""):
        start = end if _TAG.match(prose, start) else start + 1
    if start == end:
        return None
    return context.report(start, end, edits=(Edit(start, end, ""),), name=run_name(prose, start, end))


def _zero_width(document: Document, context: Context, start: int, end: int, name: str) -> Diagnostic | None:
    """A character without width, or a filler, which is shown as a blank."""
    prose = document.prose
    char = prose[start]
    if legitimate.in_joined_script(prose, start, end) or legitimate.is_alone(prose, start, end):
        return None
    if _FILLER.match(char):
        edits, unsafe = (Edit(start, end, " "),), Applicability.UNSAFE
        return context.report(start, end, "space", edits=edits, applicability=unsafe, name=name)
    if char == "\u200d" and legitimate.joins_emoji(prose, start, end):
        return None
    if char != "\xad" and legitimate.keeps_markup_apart(document, start, end):
        return None
    return context.report(start, end, edits=(Edit(start, _with_indent(prose, start, end), ""),), name=name)


def _with_indent(prose: str, start: int, end: int) -> int:
    """The end of a removal: at the start of a line the blanks that follow would become an indent."""
    if legitimate.at_line_start(prose, start):
        while end < len(prose) and prose[end] in " \t":
            end += 1
    return end


def _bidi(document: Document, context: Context, start: int, end: int, name: str) -> Diagnostic | None:
    """A bidirectional control.  Taking it away is safe where nothing on display is turned round."""
    foreign = document.shared(legitimate.right_to_left).around(start)
    if foreign and document.prose[start] not in "\u202d\u202e":
        return None
    safe = not foreign and not document.shared(legitimate.reversing).around(start)
    return context.report(
        start,
        end,
        "bidi",
        edits=(Edit(start, end, ""),),
        applicability=Applicability.SAFE if safe else Applicability.UNSAFE,
        severity=context.settings.severity.get("CH001", Severity.ERROR),
        name=name,
    )


def _damage(document: Document, context: Context, start: int, end: int, name: str) -> Diagnostic | None:
    """What a wrong encoding leaves: between ASCII a byte of Windows-1252 can be read again."""
    prose = document.prose
    char = prose[start]
    if char == "\ufffd" and _ABOUT_ENCODING.search(document.text):
        return None
    if char == "\ufffc":
        edits, unsafe = (Edit(start, end, ""),), Applicability.UNSAFE
        return context.report(start, end, edits=edits, applicability=unsafe, name=name)
    meant = char.encode("latin-1").decode("cp1252", "ignore") if char < "\xa0" else ""
    if end - start > 1 or not meant or not prose[start - 1 : start].isascii():
        return context.report(start, end, "damage", name=name)
    return context.report(
        start,
        end,
        "damage",
        edits=(Edit(start, end, meant),),
        applicability=Applicability.UNSAFE,
        suggestions=(meant,),
        name=name,
    )
