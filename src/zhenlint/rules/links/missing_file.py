"""# A link to a file that is not there

## What it finds

Relative links and images whose file does not exist beside the document: `[安装](instal.md)` where only
`install.md` lies there. `%20` is decoded, a query and a fragment are cut off, and the case of letters
counts, because it counts on most servers even where your own disk does not mind.

Only destinations that name a file are judged: with an extension that documents, pictures and data have.
Folders and pages without an extension (`../guide/`), pages that a site generator makes (`.html`), and paths
from the root of a site (`/images/a.png`) depend on the generator and are left alone, unless `root` and
`site` say where the site's root lies and what makes its pages. What lies in the folder that Hexo keeps for a
post counts as found, and so does what is found from a folder above the document, or from `static`, `source`
or `public` there: several generators serve it so.

## Why

A link to nothing is found by the reader, usually the wrong one at the wrong time. Most are misspelled, or
their file was renamed.

## Examples

```md
! 见[安装指南](docs/no-such-file.md)与 ![流程图](no-such-picture.png)
= 见[主页](https://example.com/a.md)、[本页](#安装)、[目录](../guide/)
= 用[模板]({{ site.url }}/a.md)、[站内](/about.md)
```

The nearest name in the same folder is suggested, also one that sounds alike: `jisuanji.md` and `记算机.md`
for `计算机.md`.

## Options

- `root`: the folder, relative to where zhenlint runs, that paths such as `/images/a.png` begin at. Empty
  (default): such paths are left alone, unless `site` tells it.
- `site`: `none` (default), `vitepress` or `hugo`, for links in the generator's own forms. `vitepress`: pages
  without an extension, with `.html` or as a folder (`./install`, `/guide/`), from the folder that holds
  `.vitepress`. `hugo`: documents named by `ref` and `relref`, from `content`. LK010 reads both options, too.

## Neighbours

| what | owner |
| --- | --- |
| the file is there, the heading is not | LK010 |
| a domain without its scheme: `[x](example.com)` | LK013 |
| `[[note]]` | LK012 |

## Sources

- RFC 3986, section 5 (relative references)
- Hexo documentation, asset folders; Hugo documentation, static files, links and cross references
- VitePress documentation, routing

---

# 链接的文件不存在

## 它找什么

相对路径的链接和图片，所指文件不在那里：只有 `install.md` 却写了 `[安装](instal.md)`。
`%20` 会解码，查询串和锚点会去掉；大小写要一致，因为多数服务器区分大小写，哪怕你的磁盘不区分。

只判断指明了文件的地址：带有文档、图片、数据常用扩展名的。目录和无扩展名的页面（`../guide/`）、
由站点生成的页面（`.html`）、从站点根目录开始的路径（`/images/a.png`）取决于生成工具，不管；
除非用 `root` 和 `site` 说明站点根目录在哪、由什么生成。放在 Hexo 文章资源文件夹里的算存在；从文档的上级目录、
或那里的 `static`、`source`、`public` 出发能找到的也算：不少工具这样提供文件。

## 为什么

失效的链接总是由读者发现。多半是写错了字，或者文件改了名。

## 示例

{examples}

会建议同一目录里最接近的名字，读音相同的也算：`jisuanji.md`、`记算机.md` 建议 `计算机.md`。

## 选项

- `root`：`/images/a.png` 这类路径的起点，相对于运行 zhenlint 的目录。默认为空：不管这类路径，
  除非由 `site` 得知。
- `site`：`none`（默认）、`vitepress` 或 `hugo`，按生成工具自己的写法检查链接。`vitepress`：无扩展名、
  以 `.html` 结尾或写成目录的页面（`./install`、`/guide/`），以含 `.vitepress` 的文件夹为根。`hugo`：
  `ref` 和 `relref` 指的文档，以 `content` 为根。LK010 也读这两个选项。

## 相邻规则

| 情形 | 归谁管 |
| --- | --- |
| 文件在，标题不在 | LK010 |
| 缺协议的域名：`[x](example.com)` | LK013 |
| `[[笔记]]` | LK012 |

## 出处

- RFC 3986，第 5 节（相对引用）
- Hexo 文档：资源文件夹；Hugo 文档：静态文件、链接与交叉引用；VitePress 文档：路由
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence

from zhenlint.diagnostic import Diagnostic, Severity
from zhenlint.markdown.document import Document
from zhenlint.named_tuple import NamedTuple
from zhenlint.project import Project, Tree
from zhenlint.rules import Context, project_rule
from zhenlint.rules.links.targets import LOCAL_FILE, SiteName, Target, local_targets, resolved

_SITE_ROOTS = ("", "static", "source", "public")
"""Folders whose content a site generator serves from the root: of docsify, Hugo, Hexo, VitePress."""


class Options(NamedTuple):
    """``root``: the folder at which paths that begin with a slash begin; ``site``: what makes the pages."""

    root: str = ""
    site: SiteName = "none"


class Links(NamedTuple):
    """The document's path, its links to files, and those that Hugo's shortcodes make."""

    path: str
    targets: Sequence[Target]
    references: Sequence[Target]


def gather(document: Document, context: Context) -> Links | None:
    """The links to files of a document."""
    targets = document.shared(local_targets)
    found = [item for item in targets if LOCAL_FILE.fullmatch(item.path)]
    referred: list[Target] = []
    if context.options.site != "none":
        from zhenlint.rules.links.sites import Site, references  # rarely asked for

        site = Site(context.options.site, context.options.root)
        found += [item for item in targets if not LOCAL_FILE.fullmatch(item.path) and site.names_page(item)]
        referred = list(references(document)) if site.name == "hugo" else []
    return Links(document.source.path, found, referred) if found or referred else None


@project_rule(
    "LK009",
    gather=gather,
    needs="files",
    name="missing-file",
    severity=Severity.ERROR,
    fix=None,
    options=Options,
    messages={
        "default": ("there is no file `{target}`", "没有 `{target}` 这个文件"),
        "near": (
            "there is no file `{target}`; did you mean `{nearest}`?",
            "没有 `{target}` 这个文件，是不是想写 `{nearest}`？",
        ),
    },
)
def judge(links: Links, project: Project, context: Context) -> Iterator[Diagnostic]:
    """Report the links to files that are not there."""
    tree = project.tree
    if tree is None:
        return
    for target in links.targets:
        places = _places(links.path, target.path, tree, context.options)
        if places is None or any(map(tree.holds, places)) or _is_served(tree, links.path, target.path):
            continue
        yield _report(target, _nearest(tree, links.path, places[0]), context)
    if links.references:
        from zhenlint.rules.links.sites import Site

        site = Site(context.options.site, context.options.root)
        for target in links.references:
            if site.referred(links.path, target.path, tree) == []:
                yield _report(target, _nearest(tree, links.path, resolved(links.path, target.path)), context)


def _places(document: str, path: str, tree: Tree, options: Options) -> Sequence[str] | None:
    """The paths of files that a link's path may mean; None if that cannot be told."""
    if options.site != "none":
        from zhenlint.rules.links.sites import Site

        return Site(options.site, options.root).places(document, path, tree)
    if not path.startswith("/"):
        return [resolved(document, path)]
    return [posixpath.join(options.root, path.lstrip("/"))] if options.root else None


def _report(target: Target, near: str | None, context: Context) -> Diagnostic:
    if near is None:
        return context.report(target.start, target.end, target=target.path)
    return context.report(
        target.start, target.end, "near", suggestions=(near,), target=target.path, nearest=near
    )


def _is_served(tree: Tree, document_path: str, path: str) -> bool:
    """Whether a site generator finds the file elsewhere.

    Hexo looks in a folder named like the post; others take a path for one from the site's root, which
    is a folder above the document.
    """
    if tree.holds(posixpath.join(posixpath.splitext(document_path)[0], path)):
        return True
    if path.startswith((".", "/")):
        return False
    folder = posixpath.dirname(document_path)
    while True:
        if any(tree.holds(posixpath.join(folder, root, path)) for root in _SITE_ROOTS):
            return True
        if folder in ("", "/"):
            return False
        folder = posixpath.dirname(folder)


def _nearest(tree: Tree, document_path: str, place: str) -> str | None:
    """The path, as the document would write it, of a file with nearly the wanted name and its extension.

    It is looked for in the wanted folder, then in the document's own; the document itself is not meant.
    """
    from zhenlint.rules.links.nearest import nearest

    folder, name = posixpath.split(place)
    stem, extension = posixpath.splitext(name.lower())
    own = posixpath.dirname(document_path)
    for candidate in dict.fromkeys((folder, own)):
        parts = {item: posixpath.splitext(item.lower()) for item in tree.names(candidate)}
        stems = {other: item for item, (other, ending) in parts.items() if ending == extension}
        near = nearest(stem, stems)
        if near and posixpath.join(candidate, stems[near]) != document_path:
            return posixpath.relpath(posixpath.join(candidate, stems[near]), own or ".")
    return None
