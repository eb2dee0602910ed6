"""# Blanks in a destination

## What it finds

A link that is none because its destination holds spaces, tabs, other control characters or a line end:
`[text](my file.md)`, `[text](https://example.com/a b)`.

## Why

CommonMark ends a destination at the first blank; what follows would have to be a title in quotation marks.
As it is not, everything is shown as it stands. Spaces get into addresses from file names, from line wrapping
and from tools that put spaces between Chinese and Latin letters.

## Examples

```md
参见[安装说明](docs/install guide.md)。 → 参见[安装说明](<docs/install guide.md>)。
下载[手册](https://example.com/user manual.pdf)。 → 下载[手册](https://example.com/user%20manual.pdf)。
参见[第一课](./lesson1 /intro.md)。 → 参见[第一课](./lesson1/intro.md)。
= 参见[说明](docs/readme.md "使用说明")与[目录](docs/index.md)
= ![图](flow.png =300x200)，[成都](团购 800 元)
```

If the destination is a file, whichever spelling names one that is there is taken. Else the blanks are kept,
in `<…>` or as `%20`, which is a safe fix; but where one stands beside `/` or on one side of a hyphen, where
there are several in a row, or a line end, the destination is put together again. That is unsafe, as is
turning blanks of a `#fragment` into hyphens.

## Neighbours

| form | owner |
| --- | --- |
| `[text](page.html a title)`: a title without quotation marks | LK004 |
| no-break and ideographic spaces in a host: the link works, its address does not | LK013 |
| blanks between text and destination | LK002 |

Blanks just inside the parentheses are allowed and change nothing; they are only a hint.

## Sources

- CommonMark 0.31.2, section 6.3 (link destination)

---

# 链接地址里有空格

## 它找什么

因为地址里有空格、制表符、其他控制字符或换行而没有成为链接的链接：`[文字](my file.md)`、
`[文字](https://example.com/a b)`。

## 为什么

CommonMark 的地址遇到空白就结束，后面只能是带引号的标题；不是标题，整段就原样显示出来。
空格多半来自文件名、折行，或给中英文之间加空格的工具。

## 示例

{examples}

地址是文件时，哪种写法的文件存在就用哪种。否则保留空格，写成 `<…>` 或 `%20`，这是安全的修复；
但空格挨着 `/`、只在连字符一侧、连续几个，或者是换行时，把地址重新连起来，这不算安全；
把 `#锚点` 里的空格换成连字符也不算安全。

## 相邻规则

| 写法 | 归谁管 |
| --- | --- |
| `[文字](page.html 标题)`：标题没加引号 | LK004 |
| 域名里有不换行空格或全角空格：链接成立，网址不对 | LK013 |
| 文字与网址之间有空格 | LK002 |

括号内侧的空格是允许的，没有影响，只作提示。

## 出处

- CommonMark 0.31.2，6.3 节（链接地址）
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote, unquote

from zhenlint.characters import HAN
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.named_tuple import NamedTuple
from zhenlint.project import Project, Tree
from zhenlint.rules import Context, project_rule
from zhenlint.rules.links.broken.finder import broken_links
from zhenlint.rules.links.targets import resolved

_BESIDE_SEPARATOR = lazy_pattern(
    r"\A[A-Za-z]+:/*[^/\s]*\s|[/?&=]\s|\s[/?&=]|[^\s][\-_]\s+[^\s\-_]|[^\s\-_]\s+[\-_][^\s]|\s\s"
)
"""A blank where no file's name has one: in a scheme or host, beside a separator, several in a row."""

_BETWEEN_SCRIPTS = lazy_pattern(rf"[{HAN}]\s[A-Za-z0-9]|[A-Za-z0-9]\s[{HAN}]")
_ABSOLUTE = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.\-]*:|//|www\.")


_PADDED = lazy_pattern(r"\]\(([ \t]*)[^ \t\r\n][^\r\n]*?(?<![ \t])([ \t]*)\)")


class Broken(NamedTuple):
    """A link on ``text[start:end]`` that reads ``written``, what breaks it, where its destination stands.

    ``place`` and ``gaps``, those of the blanks, are offsets in the text; ``path`` is the document's.
    """

    path: str
    start: int
    end: int
    fault: str
    written: str
    place: tuple[int, int]
    gaps: Sequence[tuple[int, int]]
    joined: str


class _Repair(NamedTuple):
    """Edits and the destination that they make."""

    edits: tuple[Edit, ...]
    destination: str


def gather(document: Document, context: Context) -> list[Broken] | None:
    """The links that their destination breaks, and those with blanks around it."""
    return [*_broken(document), *_padded(document)] or None


def _broken(document: Document) -> Iterator[Broken]:
    for link in document.shared(broken_links):
        if link.place:
            gaps = [(edit.start, edit.end) for edit in link.edits]
            written = document.text[link.start : link.end]
            place = (link.start, link.end, link.fault, written)
            yield Broken(document.source.path, *place, link.place, gaps, link.destination)


def _padded(document: Document) -> Iterator[Broken]:
    text = document.text
    for link in document.links:
        blank = text[link.end - 2] in " \t" or text[link.inner_end + 2 : link.inner_end + 3] in (" ", "\t")
        if not blank or link.kind not in ("link", "image"):
            continue
        tail = _PADDED.fullmatch(text, link.inner_end, link.end)
        if tail and link.destination:
            gaps = [span for span in (tail.span(1), tail.span(2)) if span[0] < span[1]]
            place = (link.start, link.end, "padded", text[link.start : link.end])
            yield Broken(
                document.source.path, *place, (link.inner_end + 2, link.end - 1), gaps, link.destination
            )


@project_rule(
    "LK005",
    gather=gather,
    needs="files",
    name="bad-destination",
    severity=Severity.ERROR,
    fix=Applicability.SAFE,
    signs=("](",),
    messages={
        "blank": (
            "a blank in the destination keeps this from being a link: write `<…>` or `%20`, or leave it out",
            "地址里有空格，不会成为链接：用 `<…>` 括起来、写成 `%20`，或者去掉空格",
        ),
        "line-break": (
            "a line end in the destination keeps this from being a link",
            "地址被换行断开，不会成为链接",
        ),
        "padded": (
            "the blanks beside the destination do nothing",
            "地址旁边的空格是多余的",
        ),
        "control": (
            "a control character in the destination keeps this from being a link",
            "地址里有控制字符，不会成为链接",
        ),
    },
)
def judge(links: Sequence[Broken], project: Project, context: Context) -> Iterator[Diagnostic]:
    """Report links with blanks, line ends or control characters in the destination."""
    for link in links:
        written = _destination(link)
        joined, kept = _joined(link), _kept(link)
        there = _file_that_is_there(link, project.tree)
        best = joined if (there or _by_looks(link)) == "joined" else kept
        ways = [best, joined if best is kept else kept]
        if there is None and _BETWEEN_SCRIPTS.search(written):
            ways.sort(key=lambda way: way is kept)
        sure = link.fault in ("control", "padded") or (best is kept and not written.startswith("#"))
        yield context.report(
            link.start,
            link.end,
            link.fault,
            edits=best.edits,
            applicability=Applicability.SAFE if sure else Applicability.UNSAFE,
            creates=best.destination,
            replaces=link.joined if link.fault == "padded" else None,
            reshapes=("softbreak",) if link.fault == "line-break" else (),
            suggestions=tuple(dict.fromkeys(_applied(link, way) for way in ways)),
            severity=Severity.HINT if link.fault == "padded" else None,
        )


def _destination(link: Broken) -> str:
    """The destination as it stands."""
    return link.written[link.place[0] - link.start : link.place[1] - link.start]


def _file_that_is_there(link: Broken, tree: Tree | None) -> str | None:
    """Whether the file is there with its blanks ``kept`` or with its parts ``joined``, if either."""
    written = _destination(link)
    if tree is None or link.fault != "blank" or _ABSOLUTE.match(written):
        return None
    for way, destination in (("kept", written), ("joined", link.joined)):
        path = unquote(destination.partition("#")[0].partition("?")[0])
        if path and tree.holds(resolved(link.path, path)):
            return way
    return None


def _by_looks(link: Broken) -> str:
    """Whether the blanks are better ``kept`` or the parts ``joined``, by where they stand."""
    written = _destination(link)
    if link.fault == "blank" and (written.startswith("#") or not _BESIDE_SEPARATOR.search(written)):
        return "kept"
    return "joined"


def _joined(link: Broken) -> _Repair:
    """The destination without what breaks it."""
    return _Repair(tuple(Edit(start, end, "") for start, end in link.gaps), link.joined)


def _kept(link: Broken) -> _Repair:
    """The destination with its blanks: in angle brackets, of an address percent-encoded.

    Only a fragment's become hyphens, as they do where headings are turned into fragments.
    """
    written = _destination(link)
    if link.fault != "blank":
        return _joined(link)
    if not written.startswith("#") and not _ABSOLUTE.match(written):
        start, end = link.place
        return _Repair((Edit(start, start, "<"), Edit(end, end, ">")), written)
    edits = []
    for start, end in link.gaps:
        gap = link.written[start - link.start : end - link.start]
        edits.append(Edit(start, end, "-" if written.startswith("#") else quote(gap)))
    return _Repair(tuple(edits), _between(link, edits, *link.place))


def _applied(link: Broken, repair: _Repair) -> str:
    """The link after a repair."""
    return _between(link, repair.edits, link.start, link.end)


def _between(link: Broken, edits: Sequence[Edit], start: int, end: int) -> str:
    """The link's text from ``start`` to ``end``, edited."""
    parts: list[str] = []
    for edit in edits:
        parts += (link.written[start - link.start : edit.start - link.start], edit.content)
        start = edit.end
    return "".join((*parts, link.written[start - link.start : end - link.start]))
