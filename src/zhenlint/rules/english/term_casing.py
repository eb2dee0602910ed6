"""# A name in the wrong casing

## What it finds

A name that has one right casing, written in another: `Github`, `Javascript`, `mysql`, `ios`.  The
names are a curated list of languages, databases, frameworks, companies, systems, protocols and
tools, and the entries of `[terms]` in the configuration.

It leaves alone code, URLs, paths, file names, handles, tags, identifiers, commands and lower-case
English.  A name that is also a plain word or a command (`go`, `spring`, `meta`, `docker`) is reported
in lower case only with a cue: `go 语言`, `meta 公司`; for some the right casing elsewhere in the
document is one.
Where a document writes a name in lower case three times or more and never otherwise, that is its
style, and the report is a hint.  So are acronyms in lower case (`html`, `json`).

## Why

A name is written as its owner writes it.  Readers search for it that way, and `ios`, `IOS` and `iOS`
in one text look like three things.

## Examples

```md
代码托管在 Github 上 → 代码托管在 GitHub 上
对于一个 python 的项目 → 对于一个 Python 的项目
用 go 语言写的 → 用 Go 语言写的
这个 meta 出品的库 → 这个 Meta 出品的库
= 用 `python` 运行，见 docs/python/index.md
= 之前对 meta 标签的了解
= 执行 mysql 命令
```

## How to silence it

To accept a casing, map it to itself in the configuration:

```toml
[terms]
"Github" = "Github"
```

## Sources

- The names' own sites and trademark guidelines

---

# 名称的大小写

## 它找什么

有固定写法的名称写成了别的大小写：`Github`、`Javascript`、`mysql`、`ios`。
名称来自一份人工整理的清单（编程语言、数据库、框架、公司、操作系统、协议、工具），
以及配置中 `[terms]` 的条目。

代码、网址、路径、文件名、账号、标签、标识符、命令和小写的英文句子不在检查之列。
有些名称同时是普通词或命令（`go`、`spring`、`meta`、`docker`），小写时有旁证才报告：
`go 语言`、`meta 公司`，有些看文中别处是否用了正确的写法。
同一篇文档里某个名称出现三次以上且全部小写，视为作者的习惯，只作提示；
小写的缩写词（`html`、`json`）也只作提示。

## 为什么

名称应当照它的主人的写法来写。读者也按这个写法搜索；
同一篇文章里混用 `ios`、`IOS` 和 `iOS`，看上去像三样东西。

## 示例

{examples}

## 如何关闭

要接受某种写法，在配置里把它对应到它自己：

```toml
[terms]
"Github" = "Github"
```

## 出处

- 各名称的官方网站与商标使用规范
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from zhenlint.characters import ANY_HAN
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, rule
from zhenlint.rules.english.term_context import Mention, has_cue, is_name, mentions, standing
from zhenlint.terms import lexicon

_STYLE: Final = 3
"""From how many lower-case uses without a right one on a document is taken to mean it."""


@rule(
    "EN003",
    name="term-casing",
    severity=Severity.WARNING,
    fix=Applicability.UNSAFE,
    messages={
        "default": ("`{form}` is written `{name}`", "`{form}` 的规范写法是 `{name}`"),
        "document": (
            "`{form}` is written `{name}`, as elsewhere in this document",
            "`{form}` 应写作 `{name}`，与本文其他地方一致",
        ),
        "configured": ("`{form}` is written `{name}` in this project", "本项目规定 `{form}` 写作 `{name}`"),
    },
)
def check(document: Document, context: Context) -> Iterator[Diagnostic]:
    """Report the configured terms, then names in wrong casing."""
    configured = {
        wrong: right for wrong, right in context.settings.terms.items() if not ANY_HAN.search(wrong + right)
    }
    spans = []
    for start, wrong in _configured(document, configured):
        end = start + len(wrong)
        spans.append((start, end))
        yield _report(document, context, start, end, wrong, configured[wrong], "configured")
    accepted = {*configured.values(), *context.settings.words}
    for mention, message, severity in _names(document, accepted):
        start, end = mention.start, mention.end
        before = bisect_left(spans, (end, 0))
        if not before or spans[before - 1][1] <= start:
            yield _report(document, context, start, end, mention.form, mention.term.name, message, severity)


def _configured(document: Document, terms: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Where the wrong sides of the configuration stand, exactly as they are written there."""
    return standing([wrong for wrong, right in terms.items() if wrong != right], document.prose)


def _names(document: Document, accepted: set[str]) -> Iterator[tuple[Mention, str, Severity | None]]:
    """The names in wrong casing with the message and, where it is not the rule's, the severity."""
    names = lexicon()
    found = [mention for mention in mentions(document, names) if mention.form not in accepted]
    uses = Counter(mention.form for mention in found)
    right = {name: _occurs(name, document) for name in {mention.term.name for mention in found}}
    for mention in found:
        in_document = right[mention.term.name]
        if is_name(mention, document, names) and has_cue(mention, in_document=in_document):
            style = mention.form.islower() and uses[mention.form] >= _STYLE and not in_document
            hint = style or "hint" in mention.term.cues
            yield mention, "document" if in_document else "default", Severity.HINT if hint else None


def _occurs(name: str, document: Document) -> bool:
    """Whether a document's prose holds a name in its right casing."""
    return next(standing((name,), document.prose), None) is not None


def _report(
    document: Document,
    context: Context,
    start: int,
    end: int,
    form: str,
    name: str,
    message: str,
    severity: Severity | None = None,
) -> Diagnostic:
    edits = (Edit(start, end, name),) if document.is_literal(start, end) else ()
    return context.report(
        start, end, message, edits=edits, suggestions=(name,), severity=severity, form=form, name=name
    )
