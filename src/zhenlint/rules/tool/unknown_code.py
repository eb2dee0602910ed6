"""# A silencing comment that zhenlint does not understand

## What it finds

In silencing comments and under `zhenlint` in front matter: codes that no rule has, commands that do not
exist, unknown keys and values of the wrong kind. The nearest right word is named.

Comments that merely begin with the word zhenlint are left alone.

## Why

A misspelt comment silences nothing, and nobody notices until the report comes.

## Examples

```md
<!-- zhenlint-disable-next-line SP0001 -->⏎在 GitHub 上 → 在 GitHub 上
文字 <!-- zhenlint-disable-line SP001, XY123 --> → 文字 <!-- zhenlint-disable-line SP001 -->
<!-- zhenlint-disable-nextline -->⏎在 GitHub 上 → 在 GitHub 上
= <!-- zhenlint-disable-next-line SP001 PU -->⏎在 GitHub 上
= <!-- zhenlint is what checks this page -->⏎在 GitHub 上
```

`⏎` stands for a line end.

The fix takes out the comment or the one code; if you meant the code that is named, write that.

## Sources

- ESLint, `--report-unused-disable-directives`
- ruff, RUF102 (invalid-rule-code)

---

# 看不懂的关闭注释

## 它找什么

关闭注释和 front matter 的 `zhenlint` 之下：没有哪条规则使用的代码、不存在的命令、未知的键、类型不对的值。
会给出最接近的正确写法。

只是以 zhenlint 开头的普通注释不管。

## 为什么

写错的注释什么也关不掉，而且要等报告出来才会有人发现。

## 示例

{examples}

`⏎` 代表换行。

修复时删去整条注释或那个代码；如果本来想写的是提示中的代码，请改成它。

## 出处

- ESLint，`--report-unused-disable-directives`
- ruff，RUF102（invalid-rule-code）
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from zhenlint.diagnostic import Applicability, Diagnostic, Severity
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, all_rules, is_selector, rule
from zhenlint.rules.links.nearest import nearest

if TYPE_CHECKING:
    from zhenlint.suppress import Directive, Fault, Selector

_LIKENESS = 0.6


@rule(
    "ZL002",
    name="unknown-code",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    signs=("zhenlint",),
    messages={
        "default": ("no rule has the code `{text}`", "没有代码为 `{text}` 的规则"),
        "command": (
            "`{text}` is no command; there are {known}",
            "没有 `{text}` 这个命令；可用的有 {known}",
        ),
        "key": ("unknown key `{text}`; known are {known}", "未知的键 `{text}`；可用的有 {known}"),
        "list": (
            "`{text}` must be a list of words; put numbers, dates, `yes` and `no` into quotation marks",
            "`{text}` 应为词语的列表；数字、日期、`yes` 和 `no` 请加引号",
        ),
        "value": ("the value of `{text}` must be one of {known}", "`{text}` 的值应为以下之一：{known}"),
        "near": (
            "no rule has the code `{text}`; did you mean `{near}`?",
            "没有代码为 `{text}` 的规则；您是不是想写 `{near}`？",
        ),
        "near-command": (
            "`{text}` is no command; did you mean `{near}`?",
            "没有 `{text}` 这个命令；您是不是想写 `{near}`？",
        ),
        "near-key": (
            "unknown key `{text}`; did you mean `{near}`?",
            "未知的键 `{text}`；您是不是想写 `{near}`？",
        ),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report what the silencing comments and front matter say that means nothing."""
    from zhenlint.suppress import read

    said = document.shared(read)
    if said is None:
        return
    for fault in said.faults:
        yield _fault(fault, context)
    for selector in said.ignored:
        if not is_selector(selector.text):
            yield _unknown(selector, None, context)
    for directive in said.directives:
        unknown = [item for item in directive.selectors if not is_selector(item.text)]
        for selector in unknown:
            yield _unknown(selector, directive if len(unknown) == len(directive.selectors) else None, context)


def _unknown(selector: Selector, alone: Directive | None, context: Context) -> Diagnostic:
    """A code that no rule has; ``alone`` is the comment that names no other."""
    from zhenlint.suppress.directive import COMMENT_TOKENS

    text = selector.text
    names = {item.name: code for code, item in all_rules().items()}
    near = names.get(text.lower()) or nearest(text.upper(), all_rules(), _LIKENESS)
    edit = alone.whole if alone else selector.cut
    return context.report(
        selector.start,
        selector.end,
        "near" if near else "default",
        edits=(edit,) if edit else (),
        reshapes=COMMENT_TOKENS,
        suggestions=(near,) if near else (),
        text=text,
        near=near or "",
    )


def _fault(fault: Fault, context: Context) -> Diagnostic:
    from zhenlint.suppress.directive import COMMENT_TOKENS

    near = None
    if fault.kind in ("command", "key"):
        near = nearest(fault.text.removeprefix("zhenlint-"), fault.known, _LIKENESS)
    shown = f"zhenlint-{near}" if near and fault.kind == "command" else near
    return context.report(
        fault.start,
        fault.end,
        f"near-{fault.kind}" if near else fault.kind,
        edits=(fault.edit,) if fault.edit else (),
        reshapes=COMMENT_TOKENS,
        suggestions=(shown,) if shown else (),
        text=fault.text,
        near=shown or "",
        known=", ".join(f"`{name}`" for name in fault.known),
    )
