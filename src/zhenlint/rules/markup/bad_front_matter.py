"""# Front matter that is not valid

## What it finds

Front matter between lines `---` that is not valid YAML, or between lines `+++` that is not valid TOML. Where
one change puts a line right, it is named and suggested:

- a full-width colon: `title：安装`; no space after the colon: `title:安装`
- indentation by tabs, or deeper than the line above for no reason
- a value that needs quotation marks: `title: Redis: 入门`, `title: [转载]好文`, `title: @me`
- a key that is given twice

Of other lines the parser's own words are told. Front matter with template tags (`{{ title }}`) is left alone:
it is filled in before anything reads it.

## Why

Site generators refuse the page, or show its front matter as text.

## Examples

```md
! ---⏎title：安装⏎date: 2024-01-01⏎---
! ---⏎title: Redis: 入门⏎---
! ---⏎tags:⏎\t- Go⏎---
= ---⏎title: "Redis: 入门"⏎tags: [Go, 数据库]⏎---
```

`⏎` stands for a line end.

## Sources

- YAML 1.2.2, chapters 5 to 8
- TOML 1.0.0

---

# 头部元数据无效

## 它找什么

两行 `---` 之间不是有效的 YAML、两行 `+++` 之间不是有效的 TOML 的头部元数据（front matter）。
只改一处就能改对的，会指明并给出建议：

- 全角冒号：`title：安装`；冒号后缺少空格：`title:安装`
- 用制表符缩进，或无故比上一行缩进更深
- 值需要加引号：`title: Redis: 入门`、`title: [转载]好文`、`title: @me`
- 同一个键写了两次

其余的给出解析器的说明。带模板标记（`{{ title }}`）的不管，它会先被填好才被读取。

## 为什么

站点生成工具会拒绝这个页面，或者把元数据当作正文显示出来。

## 示例

{examples}

`⏎` 代表换行。

## 出处

- YAML 1.2.2，第 5 至 8 章
- TOML 1.0.0
"""

from __future__ import annotations

from collections.abc import Iterator

from zhenlint.diagnostic import Diagnostic, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import Context, rule

_TEMPLATE_TAGS = ("{{", "{%", "<%")
_TEXT = r"[^\W_][^\n\r\t:]*+(?::(?!\s)[^\n\r\t:]*+)*+"
_PLAIN = lazy_pattern(rf"---\n(?:[A-Za-z]+:(?: {_TEXT}\n|\n(?:  - {_TEXT}\n)*+))*+---")
_KEY = lazy_pattern(r"\n([A-Za-z]+):")
_BLOCK_SCALARS = frozenset(("|", ">", "|-", ">-", "|+", ">+"))
_NO_SIMPLE_ITEM = frozenset("[]{}:#\"'")


@rule(
    "MD006",
    name="bad-front-matter",
    severity=Severity.ERROR,
    fix=None,
    signs=("---", "+++"),
    messages={
        "colon": (
            "a full-width colon after the key `{key}`; front matter wants `:`",
            "键 `{key}` 后面是全角冒号，应为半角 `:`",
        ),
        "space": ("no space after the colon of the key `{key}`", "键 `{key}` 的冒号后面缺少空格"),
        "tab": (
            "front matter is indented by a tab at the key `{key}`; YAML wants spaces",
            "头部元数据的键 `{key}` 处用了制表符缩进，YAML 只允许空格",
        ),
        "indent": (
            "the key `{key}` is indented deeper than the one above it",
            "键 `{key}` 比上一行缩进更深",
        ),
        "bracket": ("the value of the key `{key}` lacks a bracket", "键 `{key}` 的值缺少括号"),
        "quotes": (
            "the value of the key `{key}` needs quotation marks around it",
            "键 `{key}` 的值需要加上引号",
        ),
        "twice": ("the key `{key}` is given twice", "键 `{key}` 重复了"),
        "text": (
            "this is no front matter: is the `---` missing that ends it, behind the key `{key}`?",
            "这一行不是头部元数据：键 `{key}` 之后是不是缺少结尾的 `---`？",
        ),
        "other": (
            "front matter is not valid at the key `{key}`: {detail}",
            "头部元数据在键 `{key}` 处无效：{detail}",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report lines of front matter that its parser stumbles over."""
    kind, text = document.text[:3], document.text
    if kind not in ("---", "+++") or not document.constructs or document.constructs[0].kind != "front_matter":
        return
    if kind == "---" and _is_plain(text[: document.constructs[0].end]):
        return
    last = document.source.position(document.constructs[0].end).line
    spans = [document.source.line_span(line) for line in range(2, last)]
    lines = [text[start:end] for start, end in spans]
    if kind == "---" and _looks_valid(lines):
        return
    if any(tag in line for line in lines for tag in _TEMPLATE_TAGS):
        return
    # Imported here: it takes 20 ms, and most front matter looks valid.
    from zhenlint.markdown.front_matter_faults import toml_faults, yaml_faults

    for fault in (toml_faults if kind == "+++" else yaml_faults)("\n".join(lines)):
        start, end = spans[fault.line]
        line = lines[fault.line]
        yield context.report(
            start + len(line) - len(line.lstrip()),
            max(start, end - len(line) + len(line.rstrip())),
            fault.name,
            suggestions=(fault.repaired.strip(),) if fault.repaired else (),
            key=fault.key,
            detail=fault.detail,
        )


def _is_plain(front_matter: str) -> bool:
    """Whether all lines are keys with a word or text, or lists of such.

    Where they are, as nearly always, that is told in 0.2 × the time that a look at each line takes.
    """
    if not _PLAIN.fullmatch(front_matter):
        return False
    keys = _KEY.findall(front_matter)
    return len(set(keys)) == len(keys)


class _Collection(NamedTuple):
    """An open mapping with its keys, or a sequence (None), whose entries begin at a column."""

    column: int
    keys: set[str] | None


class _BlockScalar(NamedTuple):
    """Lines of text, the first of which is indented by ``indent``, below a key that begins at a column."""

    column: int
    indent: int


def _looks_valid(lines: list[str]) -> bool:
    """Whether all lines are so plain that they are valid YAML without a doubt.

    They are keys, items and comments with simple values, indented by blanks.  Nearly all front matter is
    made of them, and this takes a hundredth of the time that importing a parser does.
    """
    stack = [_Collection(0, set())]
    waiting = False  # whether the entry before has no value yet, so that a collection may open
    block: _BlockScalar | None = None
    for line in lines:
        text = line.strip(" ")
        column = len(line) - len(line.lstrip(" "))
        if block and (column > block.column or not line):
            if line and (column < block.indent or not text or text[0] == "\t"):
                return False
            block = block._replace(indent=block.indent or column)
            continue
        block = None
        if not text or text[0] == "#":
            continue
        item = text.startswith("- ")
        while text.startswith("- "):
            if not _place(stack, column, None, waiting):
                return False
            rest = text[2:].lstrip(" ")
            column, text, waiting = column + len(text) - len(rest), rest, True
        key, colon, value = text.partition(":")
        if colon and value[:1] in ("", " ") and key.replace("_", "").replace("-", "").isalnum():
            if not _place(stack, column, key, waiting):
                return False
            text = value.strip()
            if text in _BLOCK_SCALARS:
                block, waiting = _BlockScalar(stack[-1].column, 0), False
                continue
        elif not item:
            return False
        if text and not _is_simple(text):
            return False
        waiting = not text
    return True


def _place(stack: list[_Collection], column: int, key: str | None, waiting: bool) -> bool:
    """Add an entry, a key or an item (None), to the collection it belongs to; whether there is one."""
    kept = len(stack)
    while stack[-1].column > column or (stack[-1].column == column and key and stack[-1].keys is None):
        stack.pop()
        if not stack:
            return False
    top = stack[-1]
    if waiting and kept == len(stack) and (column > top.column or (key is None and top.keys is not None)):
        stack.append(_Collection(column, None if key is None else {key}))
        return True
    if column != top.column or (key is None) is not (top.keys is None):
        return False
    if key is None or top.keys is None:
        return True
    new = key not in top.keys
    top.keys.add(key)
    return new


def _is_simple(value: str) -> bool:
    """Whether a value is a word or text without marks of YAML, in quotation marks, or a list of such."""
    if not value or "\t" in value:
        return False
    if value[0].isalnum() or value[0] in "/（《“「【":
        return ": " not in value and value[-1] != ":"
    if value[0] in "\"'":
        return value[-1] == value[0] and value.count(value[0]) == 2 and "\\" not in value
    if value[0] == "[" and value[-1] == "]":
        return all(_is_simple_item(item.strip()) for item in value[1:-1].split(",")) or value == "[]"
    return False


def _is_simple_item(item: str) -> bool:
    quoted = item[:1] in ("'", '"') and item[-1:] == item[0] and len(item) > 1
    bare = item[1:-1] if quoted else item
    return (quoted or bare[:1].isalnum()) and not _NO_SIMPLE_ITEM.intersection(bare) and "\\" not in bare
