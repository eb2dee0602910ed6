"""# A silencing comment that silences nothing

## What it finds

Comments that tell zhenlint to be quiet where it has nothing to say, as a whole or for some of their codes,
and a `zhenlint-enable` without a `zhenlint-disable` before it.

A code counts only if its rule ran: not if the configuration or `--ignore` has it off, nor if `--select` left
it out. Codes of rules that need the other documents of a project (LK010, LK012, ZH005) count only where
whole folders are checked. `zhenlint: {ignore: […]}` in front matter is a choice, not a promise that there is
something, and is never reported.

## Why

Text changes, comments stay. One that silences nothing today will hide a new mistake tomorrow.

## Examples

```md
<!-- zhenlint-disable-next-line SP001 -->⏎在 GitHub 上 → 在 GitHub 上
先写文字 <!-- zhenlint-disable-line SP001 --> → 先写文字
先写文字，再写一些。⏎⏎<!-- zhenlint-enable -->⏎ → 先写文字，再写一些。⏎
= <!-- zhenlint-disable-next-line SP001 -->⏎在GitHub上
= <!-- zhenlint-disable-next-line EN001 -->⏎在 GitHub 上
```

`⏎` stands for a line end.

The fix takes out the comment, or the one code that is of no use.

## How to silence it

Name it: `<!-- zhenlint-disable-line ZL001 -->`. A comment without codes silences everything but the rules
about zhenlint itself.

## Sources

- ruff, RUF100 (unused-noqa)
- ESLint, `--report-unused-disable-directives`

---

# 不起作用的关闭注释

## 它找什么

让 zhenlint 不要报告、而那里本来就没有问题的注释（整条注释，或其中的某些代码）；以及前面没有
`zhenlint-disable` 的 `zhenlint-enable`。

只有规则运行过，它的代码才算数：配置或 `--ignore` 关闭的不算，`--select` 没选的不算。要看项目中其他文档
才能判断的规则（LK010、LK012、ZH005）只有检查整个文件夹时才算。front matter 里的
`zhenlint: {ignore: […]}` 是一种选择，并不表示那里一定有问题，从不报告。

## 为什么

文字会改，注释会留下。今天什么都没挡住的注释，明天就会挡住新的错误。

## 示例

{examples}

`⏎` 代表换行。

修复时删去整条注释，或其中没有用的那个代码。

## 如何关闭

写明代码：`<!-- zhenlint-disable-line ZL001 -->`。没有代码的注释关闭其他所有规则，
但不关闭关于 zhenlint 自身的规则。

## 出处

- ruff，RUF100（unused-noqa）
- ESLint，`--report-unused-disable-directives`
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from zhenlint.diagnostic import Applicability, Diagnostic, Severity
from zhenlint.rules import Context, closing_rule

if TYPE_CHECKING:
    from zhenlint.suppress import Stale


@closing_rule(
    "ZL001",
    name="unused-suppression",
    severity=Severity.WARNING,
    fix=Applicability.SAFE,
    signs=("zhenlint",),
    messages={
        "default": (
            "this comment silences nothing; remove it",
            "这条注释没有关闭任何问题，可以删去",
        ),
        "code": (
            "`{code}` in this comment silences nothing; remove it",
            "这条注释中的 `{code}` 没有关闭任何问题，可以删去",
        ),
        "enable": (
            "this comment ends nothing: no `zhenlint-disable` before it is open; remove it",
            "这条注释前面没有尚未结束的 `zhenlint-disable`，可以删去",
        ),
    },
)
def close(comments: Iterable[Stale], context: Context) -> Iterator[Diagnostic]:
    """Report the comments of no use, each with the fix that takes it out."""
    from zhenlint.suppress.directive import COMMENT_TOKENS, ENABLE

    for directive, selector in comments:
        if selector:
            start, end, edit = selector.start, selector.end, selector.cut
            message, code = "code", selector.text
        else:
            start, end, edit = directive.start, directive.end, directive.whole
            message, code = "enable" if directive.command == ENABLE else "default", ""
        edits = (edit,) if edit else ()
        yield context.report(start, end, message, edits=edits, reshapes=COMMENT_TOKENS, code=code)
