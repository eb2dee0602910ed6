"""What a form in wrong casing is used as: the name, or something else that is spelled so.

What is written in lower case may be a command, a package, a kind of file, a key, a value or a plain word;
the sentence around it tells.
"""

from __future__ import annotations

import re

from zhenlint.characters import ANY_HAN
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM
from zhenlint.rules.english.term_context import Mention
from zhenlint.terms import Lexicon

_ABOUT_CASING = lazy_pattern(r"大小写|拼写|写法|写成|大写|小写|首字母")
_IDENTIFIER = lazy_pattern(r" ?(?:类(?![型似别库比])|变量|字段|函数|参数|元素|标签|关键字|注解|属性)")
_CAPITALS_BEFORE = lazy_pattern(r"(?:[A-Z]{2}[A-Z0-9]*[ /]+|(?:[A-Z]{2}[A-Z0-9]* ?[,，、] ?){2})$")
_CAPITALS_AFTER = lazy_pattern(
    r":? [A-Z]{2}[A-Z0-9]*(?![A-Za-z])|(?: ?[,，、] ?[A-Z]{2}[A-Z0-9]*(?![A-Za-z])){2}"
)

_ENGLISH_BEFORE = lazy_pattern(r"[a-z][A-Za-z0-9_.-]* $")
_ENGLISH_AFTER = lazy_pattern(r" [a-z-]")
_VALUES = r"(?:[A-Za-z0-9_.#+-]++ ?(?:或者|[、，,/或和]) ?)*+"
_KEY_BEFORE = lazy_pattern(
    rf"(?:[\[{{\"'“‘「『【`:]|{ATOM} ?|(?:目录|路径)下的|(?:扩展名|后缀名?|文件名)[^，。；]{{0,6}}"
    r"|名为|叫[做作]?|称[为作]|简称|名称?[是为]|名字[是为]|值[是为]|(?:设置?|指定)[为成]"
    r"|默认[值为是]{0,2} ?[:：]?|(?i:id|name) ?[是为]|依赖|搜索|检索"
    rf"|(?:[A-Za-z0-9_{ATOM}]|类型|平台|驱动|后端|引擎|格式|渠道|方言|参数|变量) ?(?:为|等于) ?{_VALUES}"
    rf"|(?:类型|取值|可选值?|选项|提供商|回复)(?: ?[（(：:] ?| ){_VALUES}"
    rf"|(?:格式|参数|方言|驱动) ?[（(：:] ?{_VALUES}"
    r"|^\s*(?:tags?|categor(?:y|ies)|keywords?|标签|关键[词字]|分类)\s*[:：].*)\s*$"
)
_KEY_AFTER = lazy_pattern(
    r"[\]}\"'”’」』】(]|\s?[*×]\s?[0-9]| ?(?:关键词|字样|单词|字符串|这个词|类型)|（(?:可选|必[需须选])"
    r"|\s?[≥≤<>=~]| [0-9]+\.[0-9]+\.[0-9]| ?的(?:标签|分类)| ?(?:之[前后]|[前后]面)(?:$|[，。；、）])"
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
_FILE_AFTER = lazy_pattern(r" ?(?:单?文件(?!夹|系统|服务|传输)|源文件|页面|后缀|扩展名|格式)")
_FILES = frozenset(("dart", "java", "less", "lua", "php", "sass", "scala", "svelte", "swift", "vue"))
"""Names that files end in: ``vue 文件`` is one that ends in ``.vue``."""

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


def is_name(mention: Mention, document: Document, lexicon: Lexicon) -> bool:
    """Whether nothing around the form is a sign that it is something else than the name."""
    if _ABOUT_CASING.search(mention.left) or _ABOUT_CASING.search(mention.right):
        return False
    if _IDENTIFIER.match(mention.right) or _is_quoted(mention):
        return False
    form = mention.form
    if not (form.isupper() or form[0].islower()):
        return True
    if form in document.shared(_cell_values):
        return False
    if form.isupper():
        return bool(mention.left.strip() or mention.right.strip()) and not (
            _CAPITALS_BEFORE.search(mention.left) or _CAPITALS_AFTER.match(mention.right)
        )
    if form.islower() and not _is_chinese_prose(mention):
        return False
    return not (
        _is_key_or_command(mention)
        or _names_what_is_linked(mention, document)
        or _is_slanted(mention, document)
        or (form.islower() and _is_listed_with_identifiers(mention, lexicon))
    )


def _is_quoted(mention: Mention) -> bool:
    """Whether the form alone stands in quotation marks: ``is it "npm" or "NPM"?``, a button's label."""
    return mention.left.endswith(tuple("\"'“‘「『")) and mention.right.startswith(tuple("\"'”’」』"))


def _cell_values(document: Document) -> frozenset[str]:
    """What stands alone in a table cell: values of the document's data, perhaps."""
    return frozenset(block.reading.strip() for block in document.blocks if block.kind == "table_cell")


def _is_key_or_command(mention: Mention) -> bool:
    """Whether what is beside a form makes it a key, a value, a command, a package or a kind of file."""
    left, right = mention.left, mention.right
    return bool(
        _KEY_BEFORE.search(left)
        or _KEY_AFTER.match(right)
        or _COMMAND_BEFORE.search(left)
        or _COMMAND_AFTER.match(right)
        or (mention.form in _FILES and _FILE_AFTER.match(right))
    )


def _is_chinese_prose(mention: Mention) -> bool:
    """Whether a lower-case form is a word of a Chinese sentence, not the head of an entry or a plain word."""
    left, right = mention.left, mention.right
    return bool(ANY_HAN.search(left) or ANY_HAN.search(right)) and not (
        _ENGLISH_BEFORE.search(left)
        or _ENGLISH_AFTER.match(right)
        or _THING_AFTER.match(right)
        or (_ENTRY_AFTER.match(right) and not ANY_HAN.search(left))
        or (left.endswith(("(", "（")) and right.startswith((")", "）")))
    )


def _is_slanted(mention: Mention, document: Document) -> bool:
    """Whether the form alone is emphasized, as literal words are where there is no code: ``*babel*``."""
    text, mark = document.text, document.text[mention.end : mention.end + 1]
    return (
        mark in ("*", "_")
        and text[mention.start - 2 : mention.start].lstrip() in (mark, f"({mark}", f"（{mark}")
        and text[mention.end + 1 : mention.end + 2] != mark
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
