"""# One term, two spellings

## What it finds

A word that the project writes in two ways that are both in use: `帐号` in one place where it says `账号`
everywhere else. The words are those of a list, such as `账户/帐户`, `图像/图象`, `撤销/撤消`, `模板/模版`.
All documents of the run are counted together; the rarer spelling is reported where the other one stands at
least three times, and at least three times as often. It is a matter of consistency: no spelling is wrong by
itself, and which one is reported depends on the project.

And the entries of `[terms]` in the configuration that hold Chinese characters: their left side is reported
wherever it stands as a word, whatever the project mostly writes. (Latin ones belong to EN003.)

Quotations of the word itself, titles in `《》`, lines that set both spellings side by side and lines of
Traditional Chinese are left alone.

## Why

Readers search for one spelling and miss the other; they wonder whether two things are meant.

## Fix

The spelling of the project, as an unsafe fix.

## Examples

```md
三种账号：账号甲，账号乙。但是后面忽然出现了帐号。 → 三种账号：账号甲，账号乙。但是后面忽然出现了账号。
= 先注册账号，帐号不能重复。
= 以前写作“帐号”，现在写作账号。账号就是账号。
```

## How to silence it

To write a term your own way everywhere, or to accept a spelling beside the other:

```toml
dictionaries = ["words.txt"]     # 帐号

[terms]
"登陆" = "登录"
```

## Sources

- 第一批异形词整理表 (First Series of Standardized Forms of Variant Words, GF 1001-2001)
- `dictionaries/chinese/variants.tsv`

---

# 同一个词，两种写法

## 它找什么

项目里同一个词用了两种都通行的写法：别处都写 `账号`，有一处写了 `帐号`。
词来自一份清单，例如 `账户/帐户`、`图像/图象`、`撤销/撤消`、`模板/模版`。
一次运行的所有文档合起来计数；一种写法至少出现三次、且至少是另一种的三倍时，报告少的那种。
这只是统一的问题：哪种写法本身都不算错，报告哪一种取决于项目。

还有配置中 `[terms]` 里含汉字的条目：左边的写法只要作为词出现就报告，不管项目里多数怎么写。
（拉丁字母的条目归 EN003。）

引用这个词本身、`《》` 里的书名、同一行并列两种写法、繁体的行，都不报。

## 为什么

读者按一种写法搜索，会漏掉另一种；也会以为说的是两样东西。

## 修复

换成项目的写法，属于不安全的修复。

## 示例

{examples}

## 如何关闭

规定某个词的写法，或同时接受另一种写法：

```toml
dictionaries = ["words.txt"]     # 帐号

[terms]
"登陆" = "登录"
```

## 出处

- 《第一批异形词整理表》（GF 1001-2001）
- `dictionaries/chinese/variants.tsv`
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from zhenlint.characters import ANY_HAN, LATIN
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.named_tuple import NamedTuple
from zhenlint.project import Project
from zhenlint.rules import Context, project_rule
from zhenlint.rules.chinese.surroundings import (
    QUOTES,
    is_accepted,
    is_foreign,
    is_talked_about,
    places_of,
    runs_of,
)
from zhenlint.spelling.chinese.runs import without_markup
from zhenlint.spelling.chinese.variants import Variants, variants

CODE: Final = "ZH005"

LEAST: Final = 3
"""So often the project must write one spelling before the other is reported."""

TIMES: Final = 3
"""So many times as often as the other."""

_SHOWN: Final = 3
"""How many places the message names."""

_IN_TITLE: Final = lazy_pattern(r"《[^《》\n]*\Z")
_TITLE: Final = 60
_LATIN_BEFORE: Final = lazy_pattern(f"[{LATIN}_]\\Z")
_LATIN_AFTER: Final = lazy_pattern(f"[{LATIN}_]")


class Term(NamedTuple):
    """A place where the configuration wants another spelling; ``literal`` if it can be edited."""

    start: int
    end: int
    wrong: str
    right: str
    literal: bool


Use = tuple[int, int, bool]
"""A use of a spelling: where it starts, its line, and whether it may be reported.

A plain tuple, because a project has tens of thousands, and to read those from the cache took a run in which
nothing has changed a twentieth of its time.
"""


class Uses(NamedTuple):
    """A document's path, its uses of each spelling, and what the configuration wants otherwise."""

    path: str
    spellings: Mapping[str, Sequence[Use]]
    terms: Sequence[Term]


def gather(document: Document, context: Context) -> Uses | None:
    """The spellings of a document, and where the configuration's terms stand."""
    spellings = {
        spelling: uses
        for word, spelling, most in variants().sightings(document.shared(runs_of), places_of(document))
        if (uses := _uses(word, spelling, most, document, context))
    }
    terms = list(_terms(document, context))
    return Uses(document.source.path, spellings, terms) if spellings or terms else None


def _uses(word: Variants, spelling: str, most: int, document: Document, context: Context) -> list[Use]:
    starts = document.source.line_starts
    return [
        (start, bisect_right(starts, start), _counts(start, spelling, word, document, context))
        for start in word.places(spelling, document.prose, most)
    ]


def _counts(start: int, spelling: str, word: Variants, document: Document, context: Context) -> bool:
    """Whether a use may be reported: not in a title or a quotation of the word, and as it reads.

    Common words would take long, so the whole line is only looked at for less usual spellings.
    """
    end, prose = start + len(spelling), document.prose
    if (
        not document.is_literal(start, end)
        or (prose[end : end + 1] in QUOTES and prose[start - 1 : start] in QUOTES)
        or is_accepted(prose, start, end, context.settings)
    ):
        return False
    if spelling == word.spellings[0]:
        return True
    return not (
        _IN_TITLE.search(prose, max(0, start - _TITLE), start)
        or is_talked_about(document, start, end, word.besides(spelling))
        or is_foreign(document, start, end)
        or _is_name_of_page(document, start)
    )


def _is_name_of_page(document: Document, start: int) -> bool:
    """Whether a place is in the text of a link to another site, which may be the title of its page."""
    return any(
        link.start <= start < link.inner_end and link.destination.startswith(("http:", "https:"))
        for link in document.links
    )


def _terms(document: Document, context: Context) -> Iterator[Term]:
    """Where the left sides of the configuration's terms stand as words, outside their right sides."""
    prose = document.prose
    for wrong, right in context.settings.terms.items():
        if wrong == right or not ANY_HAN.search(wrong + right):
            continue
        start = prose.find(wrong)
        while start >= 0:
            end = start + len(wrong)
            if (
                not is_accepted(prose, start, end, context.settings)
                and not is_talked_about(document, start, end, (right,))
                and _is_word(prose, start, end)
            ):
                yield Term(start, end, wrong, right, document.is_literal(start, end))
            start = prose.find(wrong, end)


def _is_word(prose: str, start: int, end: int) -> bool:
    """Whether no word crosses an edge of a place, markup that vanishes taken out."""
    from zhenlint.spelling.chinese.segmentation import WINDOW, segmenter

    if _LATIN_BEFORE.match(prose[start]) and _LATIN_BEFORE.search(prose, 0, start):
        return False
    if _LATIN_AFTER.match(prose[end - 1]) and _LATIN_AFTER.match(prose, end):
        return False
    before = without_markup(prose[max(0, start - 2 * WINDOW) : start])
    after = without_markup(prose[end : end + 2 * WINDOW])
    return segmenter().stands_alone(before + prose[start:end] + after, len(before), len(before) + end - start)


@project_rule(
    CODE,
    gather=gather,
    name="inconsistent-term",
    severity=Severity.WARNING,
    fix=Applicability.UNSAFE,
    messages={
        "default": (
            "`{rare}` ({rare_count}, {places}), elsewhere in the project `{usual}` ({usual_count})",
            "`{rare}`（{rare_count} 次，{places}），项目中多写作 `{usual}`（{usual_count} 次）",
        ),
        "configured": (
            "`{wrong}` is written `{right}` in this project",
            "本项目规定 `{wrong}` 写作 `{right}`",
        ),
    },
)
def judge(uses: Uses, project: Project, context: Context) -> Iterator[Diagnostic]:
    """Report the configured terms, then the spellings that the project writes otherwise."""
    for start, end, wrong, right, literal in uses.terms:
        yield context.report(
            start,
            end,
            "configured",
            edits=(Edit(start, end, right),) if literal else (),
            suggestions=(right,),
            wrong=wrong,
            right=right,
        )
    known = project.shared(usage)
    taken = [(term.start, term.end) for term in uses.terms]
    for spelling, places in uses.spellings.items():
        usual = known.usual.get(spelling)
        if usual is None:
            continue
        for start, _, counts in places:
            end = start + len(spelling)
            if counts and not _overlaps(taken, start, end):
                yield context.report(
                    start,
                    end,
                    edits=(Edit(start, end, usual),),
                    suggestions=(usual,),
                    rare=spelling,
                    rare_count=str(known.counts[spelling]),
                    places=known.places(spelling),
                    usual=usual,
                    usual_count=str(known.counts[usual]),
                )


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of some spans, in order and apart, touches a place."""
    before = bisect_right(spans, (end, -1)) - 1
    return before >= 0 and spans[before][1] > start


class Usage(NamedTuple):
    """How a project spells: how often, what it writes instead of some spellings, and where those stand."""

    counts: Mapping[str, int]
    lines: Mapping[str, Sequence[tuple[str, int]]]
    usual: Mapping[str, str]

    def places(self, spelling: str) -> str:
        """The first places of a spelling, as ``a.md:3``."""
        places = sorted(self.lines[spelling])
        shown = ", ".join(f"{path}:{line}" for path, line in places[:_SHOWN])
        return shown + (", …" if len(places) > _SHOWN else "")


def usage(project: Project) -> Usage:
    """How a project spells the words of the list."""
    counts: Counter[str] = Counter()
    for document in project.facts(CODE):
        for spelling, places in document.spellings.items():
            counts[spelling] += len(places)
    usual = {}
    for word in variants().words:
        best = max(word.spellings, key=lambda spelling: counts[spelling])
        for spelling in word.spellings:
            if spelling != best and counts[best] >= max(LEAST, TIMES * counts[spelling]):
                usual[spelling] = best
    return Usage(counts, _lines(project, counts.keys() & usual.keys()), usual)


def _lines(project: Project, wanted: Set[str]) -> Mapping[str, Sequence[tuple[str, int]]]:
    """Where a project uses some spellings, which are few: those of all would be a list of half its words."""
    lines: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for document in project.facts(CODE) if wanted else ():
        for spelling in wanted & document.spellings.keys():
            lines[spelling] += [(document.path, line) for _, line, _ in document.spellings[spelling]]
    return lines
