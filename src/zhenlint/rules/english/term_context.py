"""Where names stand in a document, and what speaks for a name or against one.

A form in wrong casing is a mention of the name only where it is a word of its own: not a piece of a
path, a host, an address, a handle, an identifier or an option.  A form in lower case may moreover be
a command, a package, a value or a plain word; the sentence around it tells.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from zhenlint.characters import ANY_HAN, LATIN, OTHER_LETTER
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

_LINE_EDGE = lazy_pattern(rf"[\r\n{BLOCK}]")
_MARKUP = lazy_pattern(rf"[{MARKUP}]")

_ABOUT_CASING = lazy_pattern(r"大小写|拼写|写法|写成|大写|小写|首字母")
_DEFINED_BEFORE = lazy_pattern(r"\b(?:import|class|new|extends|struct|interface)[ \t]+$")
_IDENTIFIER = lazy_pattern(r" ?(?:类(?![型似别库比])|变量|字段|函数|参数|元素|标签|关键字|注解|属性)")
_CAPITALS_BEFORE = lazy_pattern(r"(?:[A-Z]{2}[A-Z0-9]*[ /]+|(?:[A-Z]{2}[A-Z0-9]* ?[,，、] ?){2})$")
_CAPITALS_AFTER = lazy_pattern(
    r":? [A-Z]{2}[A-Z0-9]*(?![A-Za-z])|(?: ?[,，、] ?[A-Z]{2}[A-Z0-9]*(?![A-Za-z])){2}"
)

_ENGLISH_BEFORE = lazy_pattern(r"[a-z][A-Za-z0-9_.-]* $")
_ENGLISH_AFTER = lazy_pattern(r" [a-z-]")
_KEY_BEFORE = lazy_pattern(
    rf"(?:[\[{{\"'“‘「『【`:]|{ATOM} ?|(?:目录|路径)下的|(?:扩展名|后缀名?|文件名)[^，。；]{{0,6}}"
    r"|名为|叫做?|称为|名称?[是为]|名字[是为]|值[是为]|(?:设置?|指定)为|默认[值为是]{0,2} ?[:：]?"
    r"|(?i:id|name) ?[是为]|依赖"
    r"|(?:类型|取值|可选值?|选项|提供商|回复)(?: ?[（(：:] ?| )(?:[A-Za-z0-9_.#+-]++ ?[、，,/] ?)*+"
    r"|^\s*(?:tags?|categor(?:y|ies)|keywords?|标签|关键[词字]|分类)\s*[:：].*)\s*$"
)
_KEY_AFTER = lazy_pattern(
    r"[\]}\"'”’」』】(]|\s?[*×]\s?[0-9]| ?(?:关键词|字样|单词|字符串|这个词|类型)|（(?:可选|必[需须选])"
    r"|\s?[≥≤<>=~]| [0-9]+\.[0-9]+\.[0-9]"
)
_ENTRY_AFTER = lazy_pattern(r"\s*(?:[(（:：]|——)")
"""What stands behind the first word of an entry that is explained: ``numpy（数值计算）``."""

_COMMAND_BEFORE = lazy_pattern(
    r"(?:运行|执行|输入|敲入?|键入|命令|指令|[-=]>?|\$|>"
    r"|(?<![A-Za-z])(?:pip3?|npm|yarn|pnpm|apt|apt-get|yum|dnf|brew|conda|gem) ?[来去进行]*"
    r"(?:安装|下载|更新|升级|引入))\s*$"
)
_COMMAND_AFTER = lazy_pattern(
    r" ?(?:的?(?:命令|指令|进程|根?目录|文件夹|包(?![含括装管裹])|用户[名组]|账号|密码|镜像|分支|模块|插件"
    r"|(?:库?的?)依赖|[一两几三]个模块|是[^，。；]{0,20}第三方库|部分|块(?!链)|这个(?:命令|数据库|库|包|用户))|一下)"
)
_THING_AFTER = lazy_pattern(r" ?(?:蛇|蟒|红?宝石|咖啡(?!馆)|岛|注音|之旅)")
"""What names that are plain words mean elsewhere: ``python 蛇``, ``java 咖啡``, ``safari 之旅``."""

_ITEM = r"[A-Za-z0-9][A-Za-z0-9_.#/-]*(?:\+\+)?"
_ITEMS_BEFORE = lazy_pattern(rf"(?:{_ITEM}(?: ?[、,，和与及或+] ?| / )){{1,2}}$")
_ITEMS_AFTER = lazy_pattern(rf"(?:(?: ?[、,，和与及或+] ?| / ){_ITEM}){{1,2}}")
_VALUES_BEFORE = lazy_pattern(r"(?:\+| /) ?$")
_VALUES_AFTER = lazy_pattern(r" ?(?:\+|/ )")
"""What joins values and packages rather than names."""

_ONE_ITEM = lazy_pattern(_ITEM)
_IDENTIFIER_MARK = lazy_pattern(r"[-_./0-9]")
_DESTINATION = lazy_pattern(r"\]\(([^)\s]*)")

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
    end = start + len(form)
    left = _LINE_EDGE.split(prose[max(0, start - _SIGHT) : start])[-1]
    right = _LINE_EDGE.split(prose[end : end + _SIGHT])[0]
    return Mention(term, start, end, form, _MARKUP.sub("", left), _MARKUP.sub("", right))


def is_name(mention: Mention, document: Document, lexicon: Lexicon) -> bool:
    """Whether nothing around the form is a sign that it is something else than the name."""
    if _ABOUT_CASING.search(mention.left) or _ABOUT_CASING.search(mention.right):
        return False
    if _IDENTIFIER.match(mention.right):
        return False
    if not (mention.form.isupper() or mention.form.islower()):
        return True
    if mention.form in document.shared(_cell_values):
        return False
    if mention.form.isupper():
        return bool(mention.left.strip() or mention.right.strip()) and not (
            _CAPITALS_BEFORE.search(mention.left) or _CAPITALS_AFTER.match(mention.right)
        )
    return (
        _is_chinese_prose(mention)
        and not _is_listed_with_identifiers(mention, lexicon)
        and not _names_what_is_linked(mention, document)
    )


def names_code(form: str, document: Document) -> bool:
    """Whether the document's code calls, imports or defines something by a form: ``db = SqLite(path)``."""
    text = document.text
    return any(
        text[end : end + 1] == "(" or _DEFINED_BEFORE.search(text, max(0, start - _SIGHT), start)
        for start, end in ((start, start + len(form)) for start, _, _ in _places(form, text))
        if document.prose[start] != text[start]
    )


def _cell_values(document: Document) -> frozenset[str]:
    """What stands alone in a table cell: values of the document's data, perhaps."""
    return frozenset(block.reading.strip() for block in document.blocks if block.kind == "table_cell")


def _is_chinese_prose(mention: Mention) -> bool:
    """Whether a lower-case form is a word of a Chinese sentence, not of a command or a list of keys."""
    left, right = mention.left, mention.right
    return bool(ANY_HAN.search(left) or ANY_HAN.search(right)) and not (
        _ENGLISH_BEFORE.search(left)
        or _ENGLISH_AFTER.match(right)
        or _KEY_BEFORE.search(left)
        or _KEY_AFTER.match(right)
        or _COMMAND_BEFORE.search(left)
        or _COMMAND_AFTER.match(right)
        or _THING_AFTER.match(right)
        or (_ENTRY_AFTER.match(right) and not ANY_HAN.search(left))
        or (left.endswith(("(", "（")) and right.startswith((")", "）")))
    )


def _is_listed_with_identifiers(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the form is enumerated with lower-case words that are no names: ``bash、zsh``."""
    before, after = _ITEMS_BEFORE.search(mention.left), _ITEMS_AFTER.match(mention.right)
    items = _ONE_ITEM.findall((before[0] if before else "") + " " + (after[0] if after else ""))
    unknown = [item for item in items if item.islower() and item not in lexicon.names]
    all_lower = len(items) > 1 and all(item.islower() for item in items)
    values = _VALUES_BEFORE.search(mention.left) or _VALUES_AFTER.match(mention.right)
    enough = 0 if all_lower or values else 1
    return (
        bool(values and all_lower)
        or len(unknown) > enough
        or any(_IDENTIFIER_MARK.search(item) for item in unknown)
    )


def _names_what_is_linked(mention: Mention, document: Document) -> bool:
    """Whether the form is the text of a link to a path of that name, as a repository's may be."""
    link = _DESTINATION.match(document.text, mention.end)
    name = rf"(?<!/)/{re.escape(mention.form)}(?![A-Za-z0-9])"
    return link is not None and re.search(name, link[1]) is not None


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
