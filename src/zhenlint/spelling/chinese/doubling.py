"""What stands around a doubled word, and whether its doubling makes sense there."""

from __future__ import annotations

from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.spelling.chinese.segmentation import han_around, word_counts
from zhenlint.spelling.chinese.short_cuts import short_cuts

_CLAUSE: Final = lazy_pattern(r"[^，。；：！？\n]{0,40}")

_QUOTES: Final = frozenset("“”‘’「」『』《》【】\"'")

_FUNCTION: Final = frozenset("的了是在和与或及都也会可能将被把要就不没进需从对为之而吗吧呢等应已必时")
"""What may follow a noun and begins no compound with it."""

_BEFORE_VERB: Final = frozenset("能会要可以需应该何来去们你您我并再先不就将已被没")
"""After what a verb is no noun."""

_DETERMINERS: Final = frozenset("种个该此这某些")
"""After what a noun ends no compound."""

_MEASURES: Final = frozenset("个种")
"""After what a verb is a part of an attribute itself: ``一个带有带有名字的文件``."""

_FUNCTION_WORDS: Final = ("一样", "本身")

_CLOSING: Final = frozenset("，。；：！？、）\n,;:!?)")
"""What ends a clause."""

_BEFORE_TRANSITIVE: Final = _BEFORE_VERB | frozenset("以来于只仅都也还才与和或为")
"""After what a verb begins a predicate."""

_ATTRIBUTE: Final = lazy_pattern(r"的(?=[^\W\d_a-zA-Z])(?!时候|情况|情形|同时|过程中|前提|话)")
"""What makes an attribute of a clause: neither ``这是好的。`` nor ``出错的时候``."""

_BEGINS_OBJECT: Final = frozenset("一两三这那该此每其各你我他它")
"""What an object begins with."""

_PREPOSITIONS: Final = frozenset("的对在从把让使给向由")
"""What an object or a noun stands behind."""

_PLACES: Final = frozenset("上下中里后时前")
"""What ends a phrase of place or time."""

_OBJECT: Final = lazy_pattern("一[个些种条次组系]|[两三多几每各任这那该此其它你我您某]")
"""What an object begins with and no compound goes on with."""

_JOINING: Final = "和与或、/"
"""What stands between two pairs."""

ON_PURPOSE: Final = lazy_pattern(
    "[一二两三四五六七八九十百千万几半每第]|什么|怎[么样]|[哪咋别]|谁|多少|[啊呀吧呢哦嘛很太好真越又也]"
)
"""What stands in phrases that are doubled on purpose: ``一步一步``, ``要什么要什么``, ``来吧来吧``."""

_CALL: Final = frozenset("。！!~～…")
_INVITING: Final = lazy_pattern(
    r"(?:[来去多先再]|帮[你我他她]们?|给[你我他她]们?|好好|一起|大家|咱们?|稍微|随便)\Z"
)
"""Behind what a verb is doubled to make little of it: ``帮我修改修改``."""

_INVITATION: Final = 4

_NOT_AFTER: Final = {
    "了": "明是未为",  # 明了, 了了心愿
    "和": "验之差求总数间个与即独的",  # 校验和, 之和: the noun
    "会": "等一机约",  # 等会
    "对": "一二两三四五六七八九十几每配",  # 一对
    "从": "主",
    "所": "一几每",
    "未": "辛丁乙己癸",
    "以": "可所",
    "的": "目标",
    "是": "但",
    "为": "因",
    "前": "当",
    "时": "行译",
}
_NOT_BEFORE: Final = {
    "向": "量",
    "在": "来途建野",
    "上": "一个周月次期季级层",
    "下": "一个周月次期季级层",
    "要": "你我他她",
    "是": "/／",
    "的": "喀确",
    "从": "同节库服机表",
    "出": "气主风力汗门血名格众彩色席生",
    "说": "笑唱话",
    "有": "声/／",
}
"""Beside what a doubled particle is right."""

_ONLY_AFTER: Final = {"将": "能以会要来何可想"}
"""After what alone a doubled particle is wrong: 他将将其改名 tells of the future, then begins an object."""


def fits(kind: str, text: str, start: int, end: int) -> bool:
    """Whether a doubled word of a kind makes no sense where it stands."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if kind == "particle":
        word = text[end - 1]
        if before not in _ONLY_AFTER.get(word, before):
            return False
        return before not in _NOT_AFTER.get(word, ()) and after not in _NOT_BEFORE.get(word, ())
    if kind == "pronoun":
        return not before.isalnum() or before in "让使令把被"
    if kind in ("verb", "action", "transitive"):
        return _is_doubled_verb(kind, text, start, end)
    if kind == "noun":
        compound = not ends_noun(after) and not text.startswith(_FUNCTION_WORDS, end)
        return not compound or not before.isalnum() or before in _DETERMINERS
    if kind == "term":
        return ends_noun(after) and (not before.isalnum() or before in _DETERMINERS or before == "的")
    return True


def stands_apart(kind: str, text: str, start: int, end: int) -> bool:
    """Whether the first of two equal words ends no compound, and a verb has no object with an attribute."""
    before = text[start - 1 : start]
    if kind == "noun":
        return begins_word_group(before) or before in _PLACES
    return before != "的" and begins_word_group(before) and not has_attribute(text, end)


def has_attribute(text: str, end: int) -> bool:
    """Whether the clause that goes on at a place has an attribute."""
    rest = _CLAUSE.match(text, end)
    return rest is not None and _ATTRIBUTE.search(rest[0]) is not None


def _is_doubled_verb(kind: str, text: str, start: int, end: int) -> bool:
    """Whether neither of two equal verbs may be a noun or a part of the other's object."""
    before, after = text[start - 1 : start], text[end : end + 1]
    has_object = _OBJECT.match(text, end) and (before in _BEFORE_TRANSITIVE or not before.isalnum())
    if kind == "transitive" and not has_object:
        return False
    if kind == "action" and before not in _BEFORE_VERB and not has_object:
        return before in _DETERMINERS and after in _CLOSING
    if before in _MEASURES:
        return True
    return not has_attribute(text, end)


def ends_noun(after: str) -> bool:
    """Whether what follows a noun begins no compound with it."""
    return after in _FUNCTION or not after.isalnum()


def ends_word_group(after: str) -> bool:
    """Whether what follows a word belongs neither to it nor to a compound with it."""
    return ends_noun(after) or after in _BEGINS_OBJECT


def begins_word_group(before: str) -> bool:
    """Whether what stands before a word belongs neither to it nor to a compound with it."""
    return not before.isalnum() or before in _BEFORE_TRANSITIVE or before in _PREPOSITIONS


def confirmed(text: str, start: int, length: int, kind: str | None) -> bool:
    """Whether the words of a text begin and end where the two of a doubled phrase do."""
    words = _words_around(text, start, start + 2 * length)
    edges = {start, start + length, start + 2 * length}
    if not edges <= {place for place, _ in words}:
        return False
    phrase = text[start : start + length]
    inside = [word for place, word in words if start <= place < start + length]
    if kind is None:
        return len(inside) > 1 and may_be_clause(phrase)
    return kind == "always" or len(inside) == 1 or word_counts().get(phrase) is None


def may_be_clause(phrase: str) -> bool:
    """Whether nobody says a phrase of several words twice: no attribute, no count."""
    return "的" not in (phrase[0], phrase[-1]) and not ON_PURPOSE.search(phrase)


def words_of_pair(text: str, start: int) -> tuple[str, str]:
    """The words that hold the characters at a place and after it; twice the same if one holds both."""
    words = _words_around(text, start, start + 2)
    first, second = ([word for place, word in words if place <= at][-1] for at in (start, start + 1))
    return first, second


def _words_around(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """The words around a place with where they begin, and the end of the last."""
    at, around = han_around(text, start, end)
    words = []
    for word in short_cuts().cut(around)[0]:
        words.append((at, word))
        at += len(word)
    return [*words, (at, "")]


def begins_word(text: str, start: int) -> bool:
    """Whether a word of two characters or more may begin at a place."""
    return max(word_counts().ends(text, start)) > start


def ends_word(text: str, end: int) -> bool:
    """Whether a word of two to four characters may end at a place."""
    return any(word_counts().get(text[max(0, end - length) : end]) for length in (2, 3, 4))


def has_another_pair(text: str, start: int) -> bool:
    """Whether equal characters stand beside two equal ones: ``干干净净``, ``左左和右右``."""
    before, after = text[max(0, start - 3) : start], text[start + 2 : start + 5]
    before, after = before.rstrip(_JOINING)[-2:], after.lstrip(_JOINING)[:2]
    return any(len(pair) == 2 and pair[0] == pair[1] for pair in (before, after))


def is_call(text: str, start: int, end: int) -> bool:
    """Whether a word is doubled for others to hear: ``注意注意！``, ``帮我修改修改``."""
    calls = not text[start - 1 : start].isalnum() and text[end : end + 1] in _CALL
    return calls or _INVITING.search(text, max(0, start - _INVITATION), start) is not None


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether quotation marks or brackets hold the doubled word alone: somebody speaks of it."""
    return text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES
