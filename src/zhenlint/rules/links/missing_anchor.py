"""# A link to a heading that is not there

## What it finds

`[text](#fragment)` and `[text](page.md#fragment)` where neither a heading nor an id of the page gives the
fragment. Headings are turned into fragments as GitHub does it: `## 安装 Go` becomes `#安装-go`, a second
heading of the same text gets `-1`. Ids written as `{#id}` or `{/*id*/}`, and as `id="…"` or `name="…"` in
HTML, count, and docsify's `:id=…`.

Site generators differ in what they make of blanks, dots, brackets and capitals; a fragment that has the
letters and digits of a heading, or spells it in pinyin, a syllable between hyphens, is therefore taken as
right, unless `slugs` asks for GitHub's own.

A page is known if it is checked in the same run. Pages in the forms of VitePress and Hugo are found as the
options `root` and `site` of LK009 say.

## Why

The link opens the page and stays at its top; the reader has to search. Most such links were right until the
heading was reworded.

## Examples

```md
! 见[安装](#no-such-heading)
= 回到[顶部](#top)、[顶部](#)，见[代码](main.c#L10)
```

The nearest fragment of the page is suggested, also one that sounds alike: `#anzhuang` for `#安装`.

## Options

- `slugs`: `any` (default) or `github`, which wants exactly the fragments that GitHub makes.

## Sources

- GitHub, Basic writing and formatting syntax: section links
- markdownlint, MD051

---

# 链接的标题不存在

## 它找什么

`[文字](#锚点)` 和 `[文字](page.md#锚点)`，而页面中没有标题或 id 对应这个锚点。
标题按 GitHub 的方式变成锚点：`## 安装 Go` 变成 `#安装-go`，第二个相同的标题加 `-1`。
写成 `{#id}`、`{/*id*/}` 的以及 HTML 里 `id="…"`、`name="…"`、docsify 的 `:id=…` 都算。

各种站点生成工具对空格、点号、括号、大小写的处理不同，所以字母和数字都对得上的锚点算对，
按音节加连字符写成拼音的也算对；`slugs` 可以要求与 GitHub 完全一致。

同一次运行检查到的页面才判断。VitePress 和 Hugo 写法的页面按 LK009 的选项 `root` 和 `site` 查找。

## 为什么

这样的链接能打开页面，但停在开头，读者只好自己找。它们多半在改标题之前是对的。

## 示例

{examples}

会建议页面中最接近的锚点，读音相同的也算：`#anzhuang` 建议 `#安装`。

## 选项

- `slugs`：`any`（默认）或 `github`（要求与 GitHub 生成的锚点完全一致）。

## 出处

- GitHub 文档：章节链接
- markdownlint，MD051
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import TYPE_CHECKING, Literal

from zhenlint.characters import ANY_HAN
from zhenlint.diagnostic import Diagnostic, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.slug import slug
from zhenlint.named_tuple import NamedTuple
from zhenlint.project import Project
from zhenlint.rules import Context, project_rule
from zhenlint.rules.links.targets import Target, local_targets, resolved
from zhenlint.settings import Settings

if TYPE_CHECKING:
    from zhenlint.rules.links.sites import Site

_HTML_ID = lazy_pattern(r"<[A-Za-z][^<>]*?\s(?:id|name)\s*=\s*(?:\"([^\"]+)\"|'([^']+)'|([^\s\"'<>]+))", 2)
_HEADING_ID = lazy_pattern(r"(?:\{/\*\s*|\s:id=)([\w\-:.]+)(?:\s*\*/\})?\s*\Z")
"""An id without attributes: in a comment, ``## 用法 {/*usage*/}``, or docsify's ``## 用法 :id=usage``."""

_HTML_HEADING = lazy_pattern(r"<h([1-6])\b[^<>]*>(.*?)</h\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = lazy_pattern(r"<[^<>]*>")
_PARTS_OF_PAGES = frozenset(("_coverpage.md", "_sidebar.md", "_navbar.md", "_footer.md"))
"""Documents that docsify shows beside others: their fragments are those of whatever page is open."""

_WITH_IDS = ("html_block", "html_inline", "mdx")
_MADE_BY_PROGRAMS = lazy_pattern(
    r"top|fn(?:ref)?[:\-]?.*|:~:.*|L\d+.*|page=.*|/.*|!.*|\^.*|components-.*-demo-.*", 2
)
"""Fragments that a browser, a footnote or a script gives: the page's text has no say in them."""

_PUNCTUATION = lazy_pattern(r"[\W_]+")
_PAGES = ("", ".md", ".mdx", ".markdown", "/index.md", "/README.md", "/readme.md")
"""What may be left out of the path of a page."""


class Options(NamedTuple):
    """``slugs``: whose fragments a heading may have."""

    slugs: Literal["any", "github"] = "any"


class Anchors(NamedTuple):
    """A document's path, the fragments that it gives, its links to fragments from the ``#`` on."""

    path: str
    given: Sequence[str]
    targets: Sequence[Target]


def gather(document: Document, context: Context) -> Anchors | None:
    """The fragments that a document gives and those that it asks for."""
    targets = [
        item._replace(start=document.text.find("#", item.start, item.end))
        for item in document.shared(local_targets)
        if item.fragment and "#" in document.text[item.start : item.end] and (item.path or not item.image)
    ]
    site = _site(context.settings)
    if site is not None and site.name == "hugo":
        from zhenlint.rules.links.sites import references

        targets += [item for item in references(document) if item.fragment]
    given = [*document.heading_slugs, *_ids(document)]
    return Anchors(document.source.path, given, targets) if given or targets else None


def _ids(document: Document) -> Iterator[str]:
    """The ids that are written out: in attribute lists, in HTML, at the end of headings; HTML's headings."""
    written = [document.text[block.start : block.end] for block in document.headings]
    together = "\n".join(written)  # told in 0.1 × the time that a look at each takes
    for text in written if "{/*" in together or ":id=" in together else ():
        if with_id := _HEADING_ID.search(text):
            yield with_id[1]
    for item in document.constructs_of("attributes", *_WITH_IDS):
        if item.kind == "attributes":
            if item.destination:
                yield item.destination
        else:
            for found in _HTML_ID.finditer(document.text, item.start, item.end):
                yield found[1] or found[2] or found[3]
            for heading in _HTML_HEADING.finditer(document.text, item.start, item.end):
                yield slug(unescape(_TAG.sub("", heading[2])).strip())


@project_rule(
    "LK010",
    gather=gather,
    name="missing-anchor",
    severity=Severity.ERROR,
    fix=None,
    options=Options,
    messages={
        "default": ("no heading or id gives `#{fragment}`", "没有标题或 id 对应 `#{fragment}`"),
        "near": (
            "no heading or id gives `#{fragment}`; did you mean `#{nearest}`?",
            "没有标题或 id 对应 `#{fragment}`，是不是想写 `#{nearest}`？",
        ),
    },
)
def judge(anchors: Anchors, project: Project, context: Context) -> Iterator[Diagnostic]:
    """Report links to fragments that a known page does not give."""
    if not anchors.targets:
        return
    from zhenlint.rules.links.nearest import nearest

    site = _site(context.settings)
    for target in anchors.targets:
        page = _page(anchors, target, project, site)
        if page is None or _MADE_BY_PROGRAMS.fullmatch(target.fragment):
            continue
        if not _gives(page, target.fragment, exactly=context.options.slugs == "github"):
            near = nearest(target.fragment.lower(), page.given, 0.6)
            if near:
                yield context.report(
                    target.start,
                    target.end,
                    "near",
                    suggestions=(f"#{near}",),
                    fragment=target.fragment,
                    nearest=near,
                )
            else:
                yield context.report(target.start, target.end, fragment=target.fragment)


def _site(settings: Settings) -> Site | None:
    """The site that the options of LK009 tell of; None: there is none."""
    given = settings.rule_options.get("LK009", {})
    if given.get("site", "none") == "none":
        return None
    from zhenlint.rules.links.sites import Site  # rarely asked for

    return Site(given["site"], given.get("root", ""))


def _page(anchors: Anchors, target: Target, project: Project, site: Site | None) -> Anchors | None:
    """What is known of the page that a link leads to."""
    if not target.path:
        return None if posixpath.basename(anchors.path) in _PARTS_OF_PAGES else anchors
    place = resolved(anchors.path, target.path)
    places = [place + ending for ending in _PAGES]
    if site is not None and project.tree is not None:
        find = site.referred if site.name == "hugo" else site.places
        places += find(anchors.path, target.path, project.tree) or ()
    found = (project.facts_of(place, "LK010") for place in places)
    return next((page for page in found if page is not None), None)


def _gives(page: Anchors, fragment: str, *, exactly: bool) -> bool:
    """Whether a page has a place of that name."""
    if exactly or fragment in page.given:
        return fragment in page.given
    return _folded(fragment) in map(_folded, page.given) or _is_spelled(fragment, page.given)


def _is_spelled(fragment: str, given: Sequence[str]) -> bool:
    """Whether a fragment is a heading in pinyin, a syllable between hyphens, as some generators write it."""
    if not (fragment.isascii() and "-" in fragment):
        return False
    from zhenlint.rules.links.nearest import by_sound, same_sound

    heading = same_sound(fragment, by_sound(given))
    if heading is None:
        return False
    words = ANY_HAN.sub(lambda character: f"-{character[0]}-", heading).split("-")
    return fragment.count("-") == len([word for word in words if word]) - 1


def _folded(fragment: str) -> str:
    """A fragment without what site generators treat in ways of their own."""
    return _PUNCTUATION.sub("", fragment).casefold()
