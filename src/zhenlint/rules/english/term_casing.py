"""# A name in the wrong casing

## What it finds

A name that has one right casing, written in another: `Github`, `Javascript`, `mysql`, `ios`.  The names
are a curated list of languages, databases, frameworks, companies, systems, protocols and tools, and the
entries of `[terms]` in the configuration.

It leaves alone code, URLs, paths, file names, handles, tags, identifiers, commands and lower-case English,
and what lower case makes another thing: a kind of file (`vue 文件`), the value of a key (`type 为 redis`),
a tag, a word that is searched for, an emphasized literal word (`*babel*`).  A name that is also a plain word
or a command (`go`, `spring`, `meta`, `docker`) is reported in lower case only with a cue: `go 语言`,
`meta 公司`; for some the right casing elsewhere in the document is one.  Where a document writes a name in
lower case three times or more, or in another casing five times or more, and never otherwise, that is its
style, and the report is a hint.  So it is where three documents of a project do so, ten times or more in all,
and none otherwise.  Hints, too, are acronyms in lower case (`html`), libraries that are installed under a
name in lower case (`numpy`), unless the document has the library's own name, forms that the document's code
defines or calls (`SqLite(path)`), and the titles of what others wrote: in `《》`, in a link's text, before an
address at a line's end.

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
名称来自一份人工整理的清单（语言、数据库、框架、公司、操作系统、协议、工具），以及配置中 `[terms]` 的条目。

代码、网址、路径、文件名、账号、标签、标识符、命令和小写的英文句子不在检查之列；小写时指别的东西的也不在：
某种文件（`vue 文件`）、某个键的值（`type 为 redis`）、标签、要搜索的词、强调的原样文字（`*babel*`）。
有些名称同时是普通词或命令（`go`、`spring`、`meta`、`docker`），小写时有旁证才报告：
`go 语言`、`meta 公司`，有些看文中别处是否用了正确的写法。
同一篇文档里某个名称出现三次以上且全部小写，或者五次以上且全是另一种写法，视为作者的习惯，只作提示；
整个项目里有三篇以上文档这样写、共十次以上、又没有别的写法的，也是如此。小写的缩写词（`html`、`json`）
也只作提示；安装时名称小写的库（`numpy`、`langchain`），除非文中别处写了库的本名，文中代码定义或调用的写法
（`SqLite(path)`），以及别人文章的标题（书名号中的、作为链接文字的、后面紧跟网址的），也只作提示。

## 为什么

名称应当照它的主人的写法来写。读者也按这个写法搜索；同一篇文章里混用 `ios`、`IOS` 和 `iOS`，看上去像三样东西。

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
from zhenlint.named_tuple import NamedTuple
from zhenlint.project import Project
from zhenlint.rules import Context, project_rule
from zhenlint.rules.english.latin_runs import latin_words
from zhenlint.rules.english.term_context import has_cue, mentions, names_code, standing, stands
from zhenlint.terms import lexicon

CODE: Final = "EN003"

_LOWER_STYLE: Final = 3
_STYLE: Final = 5
"""Uses in lower case, and in another casing, by which a document that has no other is taken to mean it."""

_PROJECT_STYLE: Final = 10
_PROJECT_DOCUMENTS: Final = 3
"""From how many uses in how many documents, without any other, a project is taken to mean a casing."""


class Found(NamedTuple):
    """A name in wrong casing at ``text[start:end]``, and whether it can be edited.

    ``message`` tells what speaks for the right casing; ``hint`` where it is less than a warning.
    """

    start: int
    end: int
    form: str
    name: str
    message: str
    literal: bool
    hint: bool = False


class Casings(NamedTuple):
    """What a document has in wrong casing, and the names that it writes right."""

    found: tuple[Found, ...]
    right: frozenset[str]


def gather(document: Document, context: Context) -> Casings | None:
    """The configured terms and the names in wrong casing; None if the document has no name."""
    found = tuple(_found(document, context))
    right = lexicon().names_among(latin_words(document))
    right |= {item.name for item in found if item.message == "document"}
    return Casings(found, right) if found or right else None


def _found(document: Document, context: Context) -> Iterator[Found]:
    terms = context.settings.terms
    configured = {wrong: right for wrong, right in terms.items() if not ANY_HAN.search(wrong + right)}
    spans = []
    sides = [wrong for wrong, right in configured.items() if wrong != right]
    for start, wrong in standing(sides, document.prose):
        end = start + len(wrong)
        spans.append((start, end))
        yield Found(start, end, wrong, configured[wrong], "configured", document.is_literal(start, end))
    for item in _names(document, {*configured.values(), *context.settings.words}):
        before = bisect_left(spans, (item.end, 0))
        if not before or spans[before - 1][1] <= item.start:
            yield item


def _names(document: Document, accepted: set[str]) -> Iterator[Found]:
    """The names in wrong casing."""
    names = lexicon()
    found = [mention for mention in mentions(document, names) if mention.form not in accepted]
    if not found:
        return
    from zhenlint.rules.english.term_uses import is_name
    from zhenlint.rules.english.titles import stands_in_title

    uses = Counter(mention.form for mention in found)
    forms = Counter(name for name, _ in {(mention.term.name, mention.form) for mention in found})
    right = {name: stands(name, document.prose) for name in forms}
    in_code = {form for form in uses if not form.islower() and names_code(form, document)}
    for mention in found:
        term, start, end, form, _, _ = mention
        in_document = right[term.name]
        if is_name(mention, document, names) and has_cue(mention, in_document=in_document):
            alone = not in_document and (form.islower() or forms[term.name] == 1)
            style = alone and uses[form] >= (_LOWER_STYLE if form.islower() else _STYLE)
            message = "document" if in_document else "default"
            package = "hint" in term.cues and not (in_document and "document" in term.cues)
            hint = style or package or form in in_code or stands_in_title(mention, document)
            yield Found(start, end, form, term.name, message, document.is_literal(start, end), hint)


class _Habits(NamedTuple):
    """What a project writes: names right, in how many documents, and the forms of names that it keeps to."""

    right: Mapping[str, int]
    styles: frozenset[str]


def _habits(project: Project) -> _Habits:
    right: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    forms: dict[str, set[str]] = {}
    for casings in project.facts(CODE):
        right.update(casings.right)
        here = Counter(item.form for item in casings.found)
        uses.update(here)
        documents.update(here.keys())
        for item in casings.found:
            forms.setdefault(item.name, set()).add(item.form)
    kept = {form for name, (form, *others) in forms.items() if name not in right and not others}
    styles = {form for form in kept if uses[form] >= _PROJECT_STYLE and documents[form] >= _PROJECT_DOCUMENTS}
    return _Habits(right, frozenset(styles))


@project_rule(
    CODE,
    gather=gather,
    name="term-casing",
    severity=Severity.WARNING,
    fix=Applicability.UNSAFE,
    messages={
        "default": ("`{form}` is written `{name}`", "`{form}` 的规范写法是 `{name}`"),
        "document": (
            "`{form}` is written `{name}`, as elsewhere in this document",
            "`{form}` 应写作 `{name}`，与本文其他地方一致",
        ),
        "project": (
            "`{form}` is written `{name}`, as elsewhere in this project",
            "`{form}` 应写作 `{name}`，与项目其他地方一致",
        ),
        "configured": ("`{form}` is written `{name}` in this project", "本项目规定 `{form}` 写作 `{name}`"),
    },
)
def judge(casings: Casings, project: Project, context: Context) -> Iterator[Diagnostic]:
    """Report the configured terms and the names; casings that document or project keep to as hints."""
    habits = project.shared(_habits)
    for start, end, form, name, message, literal, hint in casings.found:
        elsewhere = habits.right.get(name, 0) > (name in casings.right)
        by_project = message == "default" and elsewhere
        style = message == "default" and form in habits.styles
        yield context.report(
            start,
            end,
            "project" if by_project else message,
            edits=(Edit(start, end, name),) if literal else (),
            suggestions=(name,),
            severity=Severity.HINT if hint or style else None,
            form=form,
            name=name,
        )
