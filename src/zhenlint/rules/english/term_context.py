"""Where names stand in a document, and what speaks for a name or against one.

A form in wrong casing is a mention of the name only where it is a word of its own: not a piece of a
path, a host, an address, a handle, an identifier or an option.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from zhenlint.characters import LATIN, OTHER_LETTER
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM, BLOCK, MARKUP
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules.english.latin_runs import latin_words
from zhenlint.terms import Lexicon, Term

_BEGINS = lazy_pattern(rf"(?:^|[^{LATIN}_./\\:@#$=&~%^|<>*`{{{ATOM}-]|{OTHER_LETTER}:)$")
_ENDS = lazy_pattern(
    rf"[{MARKUP}]*+(?![{LATIN}_/\\@#$=&~%^|<>*`}}{ATOM}-]|\+\+|\.[{LATIN}_]"
    rf"|:(?!{OTHER_LETTER})\S|\((?!{OTHER_LETTER})[^A-Z])"
)

_GOES_ON = lazy_pattern("[A-Za-z0-9]")
_SIGHT: Final = 240
"""How many characters are looked at on each side of a form."""

_LINE_EDGES: Final = f"\r\n{BLOCK}"
_LINE_EDGE = lazy_pattern(rf"[\r\n{BLOCK}]")
_MARKUP = lazy_pattern(rf"[{MARKUP}]")

_DEFINED_BEFORE = lazy_pattern(r"\b(?:import|class|new|extends|struct|interface)[ \t]+$")
_CUES = {
    "language": "语言|程序|代码|编程|开发者|工程师|编译器|解释器|标准库|社区|项目|脚本|虚拟机|协程|泛型|并发",
    "framework": "框架|生态|社区|官网|官方|全家桶|源码|容器|项目",
    "software": "框架|数据库|平台|系统|引擎|中间件|编辑器|浏览器|软件|集群|社区|官网|官方|表格|客户端|游戏",
    "company": "公司|出品|旗下|官方|官网|总部|员工|创始人|工程师|集团|财报|股价|发布|推出|收购|开源了",
    "system": "系统|平台|下(?![拉载])|上|环境|服务器|电脑|主机|(?:、|和|与|及|或者?) ?(?i:linux|mac|unix)",
    "container": "容器|引擎|官方|社区",
    "site": "搜索|翻译|地图|邮箱|文档|云|的",
    "foundation": "软件基金会|基金会|许可证|协议|开源社区|顶级项目",
}
"""What kind of thing a name is → the words after it that say so."""

_CUE_AFTER = {cue: lazy_pattern(rf" ?(?:的 ?)?(?:{words})") for cue, words in _CUES.items()}
CUES: Final = frozenset(("document", "hint", "phone", *_CUES))
"""What the third column of the lists may hold."""

_DEFINED = lazy_pattern(
    r" ?是[^，。；,;]{0,16}(?:语言|框架|数据库|公司|工具|软件|平台|系统|引擎|中间件|编辑器|浏览器)"
)
_PHONES = lazy_pattern(r"安卓|Android|苹果|iPhone|iPad|移动端|手机|App(?![A-Za-z])")


class Mention(NamedTuple):
    """A form in wrong casing that stands as a word: ``prose[start:end] == form``.

    ``left`` and ``right`` are what stands beside it on its line, without markup.
    """

    term: Term
    start: int
    end: int
    form: str
    left: str
    right: str


def mentions(document: Document, lexicon: Lexicon) -> list[Mention]:
    """The wrong forms of a document in order; where two overlap, the longer one."""
    terms = lexicon.wrong_forms(document.prose, latin_words(document))
    return [
        _mention(document.prose, terms[form], start, form) for start, form in standing(terms, document.prose)
    ]


def standing(forms: Collection[str], prose: str) -> Iterator[tuple[int, str]]:
    """Where one of some forms stands as a word of its own, and which; of two that overlap, the first.

    Of two that begin together it is the longer.
    """
    last = 0
    for start, _, form in sorted(place for wanted in forms for place in _places(wanted, prose)):
        if start >= last:
            last = start + len(form)
            if _is_apart(prose, start, last):
                yield start, form


def stands(form: str, prose: str) -> bool:
    """Whether a form stands anywhere as a word of its own."""
    return any(_is_apart(prose, start, start + len(form)) for start, _, _ in _places(form, prose))


def _is_apart(prose: str, start: int, end: int) -> bool:
    before = prose[max(0, start - _SIGHT) : start].rstrip(MARKUP)[-2:]
    return _BEGINS.search(before) is not None and _ENDS.match(prose, end) is not None


def _places(form: str, prose: str) -> Iterator[tuple[int, int, str]]:
    """Where a form stands and no letter or digit follows; with what puts longer forms first."""
    start = prose.find(form)
    while start >= 0:
        end = start + len(form)
        if not _GOES_ON.match(prose, end):
            yield start, -len(form), form
        start = prose.find(form, start + 1)


def _mention(prose: str, term: Term, start: int, form: str) -> Mention:
    end, sight = start + len(form), max(0, start - _SIGHT)
    begin = max(sight, *(prose.rfind(edge, sight, start) + 1 for edge in _LINE_EDGES))
    edge = _LINE_EDGE.search(prose, end, end + _SIGHT)
    left, right = prose[begin:start], prose[end : edge.start() if edge else end + _SIGHT]
    return Mention(term, start, end, form, _MARKUP.sub("", left), _MARKUP.sub("", right))


def names_code(form: str, document: Document) -> bool:
    """Whether the document's code calls, imports or defines something by a form: ``db = SqLite(path)``."""
    text = document.text
    return any(
        text[end : end + 1] == "(" or _DEFINED_BEFORE.search(text, max(0, start - _SIGHT), start)
        for start, end in ((start, start + len(form)) for start, _, _ in _places(form, text))
        if document.prose[start] != text[start]
    )


def has_cue(mention: Mention, *, in_document: bool) -> bool:
    """Whether one of the cues that the form needs is there; none needed is enough.

    ``in_document`` tells whether the document writes the name elsewhere in its right casing.
    """
    cues = mention.term.cues
    return (
        not cues
        or "hint" in cues
        or (in_document and "document" in cues)
        or ("phone" in cues and bool(_PHONES.search(mention.left) or _PHONES.search(mention.right)))
        or any(cue in _CUE_AFTER and _CUE_AFTER[cue].match(mention.right) for cue in cues)
        or bool(_DEFINED.match(mention.right))
    )
