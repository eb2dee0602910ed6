"""# A wikilink that leads nowhere

## What it finds

In projects that use wikilinks:

- `[[note]]` and `![[file]]` of which there is no such note or file in the vault; a note is found by its name
  anywhere in the vault, by the end of its path, or by one of the `aliases` in its front matter
- `[[note#heading]]` and `[[note#^block]]` of which the note has no such heading or block
- `[[` that is never closed

The vault is the nearest folder above the document that holds `.obsidian`, else the folder in which zhenlint
runs. A project uses wikilinks if most of those in it lead somewhere; in any other, nothing is reported.
Capitals, and blanks for hyphens, do not count. Headings are known of notes that are checked in the same run.

## Why

A click on it makes a new, empty note instead of opening the one that was meant.

## Examples

```md
! 见 [[READMEE]]、[[README]] 与 [[CHANGELOG]]
! 见 [[README]] 与 [[README，以及 [[CHANGELOG]]
= 见 [[README]]、[[CHANGELOG#Unreleased|变更]]
```

The nearest name is suggested, also one that sounds alike: `[[jisuanji]]` and `[[记算机]]` for `计算机`.

## Sources

- Obsidian Help, Internal links; Embed files; Aliases

---

# 没有目标的双链

## 它找什么

在使用双链的项目里：

- `[[笔记]]`、`![[文件]]`，而库里没有这个笔记或文件；笔记可以用库中任何位置的文件名、路径的末段，
  或者头部元数据里的别名 `aliases` 来指
- `[[笔记#标题]]`、`[[笔记#^块]]`，而笔记里没有这个标题或块
- 没有闭合的 `[[`

文档上方最近的含 `.obsidian` 的文件夹是库，没有则是运行 zhenlint 的文件夹。项目里的双链多数有目标，
才算使用双链；否则什么也不报告。大小写、空格与连字符的差别不计。只知道同一次运行检查到的笔记的标题。

## 为什么

点击它会新建一个空笔记，而不是打开想要的那个。

## 示例

{examples}

会建议最接近的名字，读音相同的也算：`[[jisuanji]]`、`[[记算机]]` 建议 `计算机`。

## 出处

- Obsidian 帮助：内部链接、嵌入文件、别名
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from zhenlint.diagnostic import Diagnostic, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.named_tuple import NamedTuple
from zhenlint.project import Project
from zhenlint.rules import Context, project_rule
from zhenlint.rules.places import holds

if TYPE_CHECKING:
    from zhenlint.rules.links.wikilink_targets import Vault

_ALIASES = lazy_pattern(r"^alias(?:es)?:[ \t]*([^\r\n]*)((?:\r?\n[ \t]*-[ \t]+[^\r\n]+)*)", re.MULTILINE)
_OPEN = lazy_pattern(r"!?\[\[(?=\w)([^\[\]|\r\n]*)(?:\|[^\[\]\r\n]*)?(?:\](?![\](,])|(?=[\r\n]|\Z|\[\[))")
_WORDS = lazy_pattern(r"[\s，。、；：！？]")
_PUNCTUATION = lazy_pattern(r"[\W_]+")
_NO_NAME = lazy_pattern(r"\d*|.*(?::|\{\{|<%).*")
"""A number (of a source), an address, a template: these name no file."""


_NEAR, _NEAR_IF_SHORT = 75, 50
"""How like a name has to be to be suggested, of 100; one character of two may differ."""

_DEEPEST = 32
"""So many folders upwards a vault's settings are looked for."""


class Link(NamedTuple):
    """A wikilink's target on ``text[start:end]``."""

    start: int
    end: int
    target: str


class Note(NamedTuple):
    """A document's path, its other names, the places in it, its wikilinks, and those never closed."""

    path: str
    aliases: Sequence[str]
    headings: Sequence[str]
    blocks: Sequence[str]
    links: Sequence[Link]
    opened: Sequence[Link]


def gather(document: Document, context: Context) -> Note | None:
    """What wikilinks may ask for in a document, and its wikilinks."""
    links = []
    for item in document.links:
        if item.kind in ("wikilink", "embed"):
            start = document.text.index("[[", item.start) + 2
            links.append(Link(start, start + len(item.destination), item.destination))
    headings = list(document.heading_texts)
    ids = document.constructs_of("block_id")
    blocks = [document.text[item.start : item.end].strip() for item in ids]
    never_closed = _OPEN.finditer(document.prose) if holds(document.prose, "[[") else ()
    opened = [Link(*found.span(), found[1]) for found in never_closed]
    return Note(document.source.path, _aliases(document), headings, blocks, links, opened)


def _aliases(document: Document) -> list[str]:
    """The other names that front matter gives, in a list on one line or on several."""
    front_matter = document.constructs[0] if document.constructs else None
    if front_matter is None or front_matter.kind != "front_matter":
        return []
    found = _ALIASES.search(document.text, 0, front_matter.end)
    if found is None:
        return []
    names = [*found[1].strip("[] ").split(","), *(line.strip(" \t-\r") for line in found[2].split("\n"))]
    return [name.strip(" \"'") for name in names if name.strip(" \"'")]


@project_rule(
    "LK012",
    gather=gather,
    name="broken-wikilink",
    severity=Severity.ERROR,
    fix=None,
    messages={
        "name": ("there is no note or file `{target}` in the vault", "库里没有 `{target}` 这个笔记或文件"),
        "near": (
            "there is no note or file `{target}` in the vault; did you mean `{nearest}`?",
            "库里没有 `{target}` 这个笔记或文件，是不是想写 `{nearest}`？",
        ),
        "place": ("the note has no `{target}`", "这个笔记里没有 `{target}`"),
        "near-place": (
            "the note has no `{target}`; did you mean `{nearest}`?",
            "这个笔记里没有 `{target}`，是不是想写 `{nearest}`？",
        ),
        "open": ("`[[` is never closed", "`[[` 没有闭合"),
    },
)
def judge(note: Note, project: Project, context: Context) -> Iterator[Diagnostic]:
    """Report the wikilinks of a note that lead nowhere."""
    if project.tree is None or not (note.links or note.opened):
        return
    vault = project.shared(_Vaults).of(note)
    if vault is None:
        return
    for link in note.links:
        name = link.target.partition("#")[0].strip()
        if _NO_NAME.fullmatch(name):
            found: Sequence[str] = ()
        else:
            found = vault.find(note.path, name)
            if not found:
                end = link.start + link.target.index(name) + len(name)
                near = _nearest(name, vault.names, vault.sounding)
                yield _report(context, link.start, end, "name", name, near)
                continue
        yield from _place(note, project, found, link, context)
    for link in note.opened:
        meant = (link.target.strip(), _WORDS.split(link.target, 1)[0])
        known = next((name for name in meant if name and vault.find(note.path, name)), None)
        suggestions = (f"[[{known}]]",) if known else ()
        yield context.report(link.start, link.start + 2, "open", suggestions=suggestions)


def _report(
    context: Context, start: int, end: int, message: str, target: str, nearest: str | None
) -> Diagnostic:
    """A report on a target, with the nearest one that there is."""
    if nearest is None:
        return context.report(start, end, message, target=target)
    near = "near" if message == "name" else "near-place"
    return context.report(start, end, near, suggestions=(nearest,), target=target, nearest=nearest)


def _place(
    note: Note, project: Project, found: Sequence[str], link: Link, context: Context
) -> Iterator[Diagnostic]:
    """The heading or block that a link asks for in a known note."""
    name, _, place = link.target.partition("#")
    wanted = place.rpartition("#")[2].strip()
    notes = [project.facts_of(path, "LK012") for path in found] if name.strip() else [note]
    if not wanted or None in notes:
        return
    places = [place for item in notes for place in (item.blocks if wanted[0] == "^" else item.headings)]
    known = places if wanted[0] == "^" else [_letters(item) for item in places]
    if (wanted if wanted[0] == "^" else _letters(wanted)) not in known:
        from zhenlint.rules.links.nearest import by_sound

        start = link.start + len(name) + 1
        yield _report(context, start, link.end, "place", wanted, _nearest(wanted, places, by_sound(places)))


def _letters(heading: str) -> str:
    """A heading without its marks and the case of its letters."""
    return _PUNCTUATION.sub("", heading).casefold()


def _nearest(wanted: str, names: Sequence[str], sounding: Mapping[str, str]) -> str | None:
    """The name that was most likely meant: one that sounds alike, else one that is near."""
    from rapidfuzz import fuzz, process

    from zhenlint.rules.links.nearest import same_sound

    if same := same_sound(wanted, sounding):
        return same
    cutoff = _NEAR if len(wanted) > 3 else _NEAR_IF_SHORT
    found = process.extractOne(wanted, names, scorer=fuzz.ratio, score_cutoff=cutoff)
    return found[0] if found else None


class _Vaults:
    """The vaults of a run by their folders; None for one whose notes make no use of wikilinks."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._notes: list[Note] = list(project.facts("LK012"))
        self._roots: dict[str, str] = {}
        self._vaults: dict[str, Vault | None] = {}

    def of(self, note: Note) -> Vault | None:
        """The vault of a note."""
        root = self._root(posixpath.dirname(note.path))
        if root not in self._vaults:
            self._vaults[root] = self._build(root)
        return self._vaults[root]

    def _root(self, folder: str) -> str:
        """The nearest folder from one upwards that holds Obsidian's settings, else that of the run."""
        if folder not in self._roots:
            self._roots[folder] = self._find_root(folder)
        return self._roots[folder]

    def _find_root(self, folder: str) -> str:
        tree = self._project.tree
        above = folder
        for _ in range(_DEEPEST):
            if tree is not None and tree.holds(posixpath.join(above, ".obsidian")):
                return above
            if above == "/":
                break
            is_relative = above == "" or posixpath.basename(above) == ".."
            above = posixpath.join(above, "..") if is_relative else posixpath.dirname(above)
        if folder.startswith(("/", "..")):
            alike = [
                note.path for note in self._notes if posixpath.isabs(note.path) == posixpath.isabs(folder)
            ]
            return posixpath.commonpath([posixpath.dirname(path) for path in alike])
        return ""

    def _build(self, root: str) -> Vault | None:
        from zhenlint.rules.links.wikilink_targets import Vault

        tree = self._project.tree
        files = tree.files(root) if tree is not None else None
        if files is None:
            return None
        notes = [note for note in self._notes if self._root(posixpath.dirname(note.path)) == root]
        vault = Vault(files, [(alias, note.path) for note in notes for alias in note.aliases])
        found = [bool(vault.find(note.path, name)) for note in notes for name in _names(note)]
        return vault if 2 * sum(found) > len(found) else None


def _names(note: Note) -> Iterator[str]:
    """The names of files in the wikilinks of a note."""
    for link in note.links:
        name = link.target.partition("#")[0].strip()
        if name and not _NO_NAME.fullmatch(name):
            yield name
