"""# An address with a wrong scheme or host

## What it finds

Addresses that lead nowhere as they are written: `http:/example.com`, `https//example.com`,
`htps://example.com`, `https：//example.com`, `http://https://example.com`, `mail:me@example.com`;
destinations that are a domain without its scheme, `[text](example.com)`; hosts one letter off a very common
one, `https://gihtub.com/`; destinations in brackets or quotation marks of their own, `[text]((url))`, or
with the title glued to them, `[text](url"title")`; full-width characters in the scheme or the host, and
no-break or ideographic spaces anywhere in an address.

## Why

Markdown takes any destination, so such a link looks right. A browser takes `example.com` for a file beside
the page, and `htps:` for a protocol that it does not know.

## Examples

```md
访问[官网](http:/example.com) → 访问[官网](http://example.com)
访问[官网](example.com) → 访问[官网](https://example.com)
源码在 https：//example.com/repo → 源码在 https://example.com/repo
写信给[作者](mail:me@example.com) → 写信给[作者](mailto:me@example.com)
仓库：<https://gihtub.com/a/b> → 仓库：<https://github.com/a/b>
= [说明](README.md)、[首页](../index)、[下载](ftp://example.com/a)
= [快照](https://web.archive.org/web/2020/https://example.com/)
```

The fix is unsafe: what was meant is a guess, if a good one.

A domain without its scheme ends in a common top-level domain that is no file's extension, and no file or
folder of that name is there; `www.`, and `localhost` or a number with a port, count as well.

## Neighbours

| form | owner |
| --- | --- |
| `[text](example.md)`: a document that is not there | LK009 |
| `[text](https://example.com/a b)` | LK005 |
| `https://example.com，然后`: an address that runs into text | LK011 |
| an address that does not answer | LK015 |

## Sources

- RFC 3986, section 3 (syntax); RFC 6068 (mailto)
- IANA, root zone database and registry of URI schemes

---

# 协议或域名有误的网址

## 它找什么

照写法打不开的网址：`http:/example.com`、`https//example.com`、`htps://example.com`、
`https：//example.com`、`http://https://example.com`、`mail:me@example.com`；
地址只有域名而没有协议，`[文字](example.com)`；与极常见域名只差一个字母，`https://gihtub.com/`；
地址自己又套了括号或引号，`[文字]((网址))`，或者和标题粘在一起，`[文字](网址"标题")`；
协议或域名里有全角字符，网址里有不换行空格或全角空格。

## 为什么

Markdown 什么地址都接受，所以这样的链接看上去没问题。但浏览器会把 `example.com` 当作页面旁边的文件，
把 `htps:` 当作不认识的协议。

## 示例

{examples}

修复不算安全：原意虽然好猜，终究是猜的。

没有协议的域名：以常见的、不会是文件扩展名的顶级域名结尾，而且那里没有同名的文件或目录；
`www.` 开头的，带端口的 `localhost` 或 IP 地址也算。

## 相邻规则

| 写法 | 归谁管 |
| --- | --- |
| `[文字](example.md)`：文档不存在 | LK009 |
| `[文字](https://example.com/a b)` | LK005 |
| `https://example.com，然后`：网址连着正文 | LK011 |
| 网址打不开 | LK015 |

## 出处

- RFC 3986，第 3 节（语法）；RFC 6068（mailto）
- IANA，根域数据库与 URI 协议登记表
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.named_tuple import NamedTuple
from zhenlint.project import Project
from zhenlint.rules import Context, project_rule
from zhenlint.rules.links.addresses import fault_of
from zhenlint.rules.links.targets import LOCAL_FILE, TEMPLATE, resolved

_IN_TEXT = lazy_pattern(
    r"h(?<![A-Za-z0-9/]h)ttps?(?:：(?://|／／)|:／／|//|:/(?!/))(?=[A-Za-z0-9\-]+\.[A-Za-z])[!-;=?-~]+"
)
"""An address that is none to any autolinker.  It is searched for by its first character (0.2 × the time)."""

_TRAILING = ".,:;!?'\")]*_~|`"
_WITHOUT_LINKS = frozenset(("front_matter", "html"))


class Found(NamedTuple):
    """An address on ``text[start:end]`` and what is wrong with it.

    ``creates`` and ``replaces`` are the destinations of the link after and before the fix, None where
    there is no link; ``is_bare``: the address is one that only dialects link.  ``path`` is the
    document's.
    """

    path: str
    start: int
    end: int
    fault: str
    written: str
    right: str
    creates: str | None = None
    replaces: str | None = None
    is_bare: bool = False


def gather(document: Document, context: Context) -> list[Found] | None:
    """The malformed addresses of a document."""
    return [*_destinations(document), *_texts(document)] or None


def _destinations(document: Document) -> Iterator[Found]:
    """Those that are links, definitions or bare addresses."""
    for item in (*document.links, *document.definitions):
        address = item.destination
        if item.kind in ("wikilink", "embed", "footnote_definition") or not address:
            continue
        bare = item.kind == "bare_url"
        fault = fault_of(address, scheme_less=False) if bare else fault_of(address)
        if fault is None or TEMPLATE.search(address) or _is_file(fault.name, address):
            continue
        place = document.link_parts(item).destination
        if place is not None:  # else a reference: its definition says where it leads
            written = document.text[slice(*place)]
            found = Found(document.source.path, *place, fault.name, written, fault.right, is_bare=bare)
            mended = fault.right.partition(' "')[0] if fault.name == "title" else fault.right
            yield found if bare else found._replace(creates=mended, replaces=address)


def _texts(document: Document) -> Iterator[Found]:
    """Those that nothing takes for an address."""
    for match in _IN_TEXT.finditer(document.prose):
        block = document.block_at(match.start())
        written = match[0].rstrip(_TRAILING)
        fault = fault_of(written)
        if fault and block and block.kind not in _WITHOUT_LINKS:
            start, end = match.start(), match.start() + len(written)
            angled = document.prose[start - 1 : start] + document.prose[end : end + 1] == "<>"
            creates = fault.right if angled else None
            yield Found(document.source.path, start, end, fault.name, written, fault.right, creates)


def _is_file(fault: str, address: str) -> bool:
    """Whether an address without a scheme ends as a file does, so that LK009 looks for it."""
    return fault == "no-scheme" and bool(LOCAL_FILE.fullmatch(address.partition("#")[0].partition("?")[0]))


@project_rule(
    "LK013",
    gather=gather,
    needs="files",
    name="malformed-url",
    severity=Severity.ERROR,
    fix=Applicability.UNSAFE,
    messages={
        "wrapped": (
            "brackets or quotes of its own keep the address from working: `{right}`?",
            "网址外面多了括号或引号，应为 `{right}`？",
        ),
        "title": (
            "no space stands before the title, so that it is part of the address: `{right}`?",
            "标题前面没有空格，成了网址的一部分，应为 `{right}`？",
        ),
        "full-width": (
            "the scheme or host holds full-width characters: `{right}`?",
            "协议或域名里有全角字符，应为 `{right}`？",
        ),
        "space": (
            "the address holds a no-break or full-width space: `{right}`?",
            "网址里有不换行空格或全角空格，应为 `{right}`？",
        ),
        "doubled": ("the scheme stands twice: `{right}`?", "协议写了两遍，应为 `{right}`？"),
        "slashes": ("two slashes belong after the scheme: `{right}`?", "协议后面应是两个斜杠 `{right}`？"),
        "no-colon": ("the scheme lacks its colon: `{right}`?", "协议后面缺冒号，应为 `{right}`？"),
        "scheme": ("the scheme is misspelled: `{right}`?", "协议拼错了，应为 `{right}`？"),
        "mail": (
            "an e-mail address takes `mailto:`: `{right}`?",
            "邮件地址的协议是 `mailto:`，应为 `{right}`？",
        ),
        "host": ("no well-known host is spelled like this: `{right}`?", "域名多半拼错了，应为 `{right}`？"),
        "no-scheme": (
            "without a scheme this leads to a file of that name: `{right}`?",
            "没有写协议，会当成同名的文件，应为 `{right}`？",
        ),
    },
)
def judge(addresses: Sequence[Found], project: Project, context: Context) -> Iterator[Diagnostic]:
    """Report addresses whose scheme or host is wrong; those without a scheme if no such file is there."""
    for found in addresses:
        if found.fault == "no-scheme" and project.tree:
            path = found.written.partition("#")[0].partition("?")[0]
            if project.tree.holds(resolved(found.path, path)):
                continue
        as_read = found.replaces in (None, found.written)
        yield context.report(
            found.start,
            found.end,
            found.fault,
            edits=(_least(found),) if as_read else (),
            creates=found.creates,
            replaces=found.replaces,
            reshapes=("text",) if found.is_bare else (),
            suggestions=(found.right,),
            right=found.right,
        )


def _least(found: Found) -> Edit:
    """The edit, with what both spellings end with left alone."""
    kept = 0
    while (
        kept < min(len(found.written), len(found.right))
        and found.written[-1 - kept] == found.right[-1 - kept]
    ):
        kept += 1
    return Edit(found.start, found.end - kept, found.right[: len(found.right) - kept])
