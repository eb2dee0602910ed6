"""Where Han and pure numbers meet, with or without a space between them, markup seen through.

A number is pure if no letter, path, name or formula holds it: ``5``, ``3.14``, ``200-210``, ``20～30``,
``12:30``, ``10.0.0.1``, ``69%``.  ``Python3``, ``4KB`` and ``3D`` belong to SP001.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from zhenlint.characters import ANY_HAN, LATIN, LETTER, OTHER_LETTER
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM, BLOCK, CLOSE, MARKUP
from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import read_data
from zhenlint.rules.spacing import boundaries

_BLANK = " \u00a0"
_DIGIT = "0123456789"


def _before_digit(*gaps: str) -> str:
    """A digit after Han and one of some gaps; looked back at, for a digit is what is found fastest."""
    return "[0-9](?:" + "|".join(f"(?<={OTHER_LETTER}{gap}[0-9])" for gap in gaps) + ")"


_MARK = f"[{MARKUP}]"
_SPACE = f"[{_BLANK}]"
_BEFORE_APART = lazy_pattern(
    _before_digit(_SPACE, _MARK + _SPACE, _MARK * 2 + _SPACE, _SPACE + _MARK, _SPACE + _MARK * 2)
)
_AFTER_APART = lazy_pattern(rf"[0-9][%％]?(?={_MARK}{{,2}}{_SPACE}{_MARK}{{,2}}{OTHER_LETTER})")
_GAP_BEFORE = lazy_pattern(rf"[{MARKUP}]*+[{_BLANK}]?+[{MARKUP}]*+\Z")
_GAP_AFTER = lazy_pattern(rf"[{MARKUP}]*+[{_BLANK}]?+[{MARKUP}]*+")
_LONGEST_GAP = 16

_DIGITS = r"[0-9]++(?:[.,:/~～–—-][0-9]++)*+[%％]?+"
_NUMBER_AFTER = lazy_pattern(rf"{_DIGITS}(?![{LATIN}{ATOM}_/\\@#&=~+*^°℃$<>-]|[.,:][{LATIN}])")
_NUMBER_BEFORE = lazy_pattern(rf"(?<![{LATIN}{ATOM}_/\\@#&=~+*^.,:<>$¥￥€£-]){_DIGITS}\Z")
_REACH = 32
"""How many characters of a number or of a run of Han are looked at."""

_NAME_BEFORE = lazy_pattern(rf"(?:[_\\@#]|[{LATIN}.~]/){OTHER_LETTER}++\Z")
_NAME_AFTER = lazy_pattern(rf"{OTHER_LETTER}++(?:[_\\]|\.[a-z][a-z0-9]{{1,4}}(?![{LATIN}]))")
_LINK_OR_TAG = lazy_pattern(r"[\[\]<>]")

_PHRASE = lazy_pattern(rf"[{LETTER})\]{ATOM}][ \u00a0{MARKUP}]*+\Z")
_LINE_START = lazy_pattern(rf"(?:^|[\r\n{BLOCK}])[^\w\r\n]*\Z")
_DATE_BEFORE = lazy_pattern(r"(?:[0-9] ?[年月日号点时分秒]|周|星期|礼拜|[上下]午|晚上|凌晨)\Z")
_DATE_AFTER = lazy_pattern(r"[年月日号时点分秒]|世纪|季度")
_ORDINAL_BEFORE = lazy_pattern(
    r"(?:第|双|[图表式例题卷章节问答]|附录|步骤|方法|方案|[案示样]例|问题|实验|练习|习题|作业|阶段|类型|参数|编号|版本)\Z"
)
_COMPOUND_BEFORE = lazy_pattern(r"[0-9n][对比选合换]\Z")
_COMPOUND_AFTER = lazy_pattern(
    r"[对比选合换][0-9n一二多]|基础"
    r"|(?<=360)(?:安全|浏览器|手机|搜索|云|杀毒)|(?<=58)同城|(?:(?<=163)|(?<=126)|(?<=139))邮箱"
)


class NumberGap(NamedTuple):
    """Han and a number that meet.

    ``blank`` is the extent of the space between them, empty where there is none and then where the
    space belongs.  ``number`` is the extent of the number, ``han`` the place of the Han character.
    ``kind`` tells what makes the gap a special one: ``date``, ``ordinal``, ``percent`` and ``unit``
    (by custom without a space), ``outline`` (a heading's number), ``phrase`` (``Java 8``), else empty.
    """

    blank: tuple[int, int]
    number: tuple[int, int]
    han: int
    kind: str

    @property
    def number_first(self) -> bool:
        """Whether the number stands before the Han."""
        return self.han > self.number[0]

    @property
    def spaced(self) -> bool:
        """Whether there is a space."""
        return self.blank[1] > self.blank[0]


def touching(document: Document) -> list[NumberGap]:
    """The gaps without a space, in order of place."""
    han_first, word_first = boundaries.touching(document)
    before = (match.end() - 1 for match in han_first if match[0][-1] in _DIGIT)
    after = (match.start() + 1 for match in word_first if match[0][0] in _DIGIT + "%％")
    return sorted(gap for gap in _gaps(document, before, after) if not gap.spaced)


def apart(document: Document) -> list[NumberGap]:
    """The gaps of one space, plain or no-break, in order of place."""
    before = (match.start() for match in _BEFORE_APART.finditer(document.prose))
    after = (match.end() for match in _AFTER_APART.finditer(document.prose))
    return sorted(gap for gap in _gaps(document, before, after) if gap.spaced)


def _gaps(document: Document, before: Iterable[int], after: Iterable[int]) -> Iterator[NumberGap]:
    """The gaps before numbers that begin, and after numbers that end, at the given places."""
    for at in before:
        yield from _before_number(document, at)
    for at in after:
        yield from _after_number(document, at)


def _before_number(document: Document, at: int) -> Iterator[NumberGap]:
    """The gap before the number that begins at ``at``, if Han stands before it."""
    prose = document.prose
    gap = _GAP_BEFORE.search(prose, max(0, at - _LONGEST_GAP), at)
    number = _NUMBER_AFTER.match(prose, at)
    if gap is None or number is None or gap.start() == 0 or not ANY_HAN.match(prose, gap.start() - 1):
        return
    han = gap.start() - 1
    if _LINK_OR_TAG.search(document.text, *gap.span()):
        return
    if _NAME_BEFORE.search(prose, max(0, han - _REACH), han + 1):
        return
    kind = _kind_before(prose, number, han)
    if kind is not None:
        yield NumberGap(_blank(prose, *gap.span()), number.span(), han, kind)


def _after_number(document: Document, at: int) -> Iterator[NumberGap]:
    """The gap after the number that ends at ``at``, if Han stands after it."""
    prose = document.prose
    gap = _GAP_AFTER.match(prose, at)
    number = _NUMBER_BEFORE.search(prose, max(0, at - _REACH), at)
    if gap is None or number is None or not ANY_HAN.match(prose, gap.end()):
        return
    if _LINK_OR_TAG.search(document.text, *gap.span()) or _NAME_AFTER.match(prose, gap.end()):
        return
    kind = _kind_after(document, number, gap.end())
    if kind is not None:
        yield NumberGap(_blank(prose, *gap.span()), number.span(), gap.end(), kind)


def _blank(prose: str, start: int, end: int) -> tuple[int, int]:
    """The extent of the space in a gap, empty and after all markup that closes where there is none."""
    gap = prose[start:end]
    if gap.strip(MARKUP):
        place = start + len(gap) - len(gap.lstrip(MARKUP))
        return place, place + 1
    place = start + len(gap) - len(gap.lstrip(CLOSE))
    return place, place


def _kind_before(prose: str, number: re.Match[str], han: int) -> str | None:
    """The kind of a gap before a number; None where the two are one word: ``3对1``."""
    if _COMPOUND_BEFORE.search(prose, max(0, han - 1), han + 1):
        return None
    if _ORDINAL_BEFORE.search(prose, max(0, han - 1), han + 1):
        return "ordinal"
    if _DATE_BEFORE.search(prose, max(0, han - 2), han + 1):
        return "date"
    return _custom(prose, number, number.end())


def _custom(prose: str, number: re.Match[str], after: int) -> str:
    """Which custom joins a number to what stands at ``after``: ``69%``, ``2024年``, ``18岁``; else empty."""
    if number[0][-1] in "%％":
        return "percent"
    if _DATE_AFTER.match(prose, after):
        return "date"
    return "unit" if prose.startswith(_measure_words(), after) else ""


def _kind_after(document: Document, number: re.Match[str], han: int) -> str | None:
    """The kind of a gap after a number; None where the two are one word: ``1对1``, ``360浏览器``."""
    prose, start = document.prose, number.start()
    if _COMPOUND_AFTER.match(prose, han) or _COMPOUND_BEFORE.search(prose, max(0, start - 2), start):
        return None
    before = prose[max(0, start - _LONGEST_GAP) : start]
    if before.rstrip(_BLANK).endswith("第"):
        return "ordinal"
    custom = _custom(prose, number, han)
    if custom:
        return custom
    if _LINE_START.search(before) and _is_outline(document, number):
        return "outline"
    return "phrase" if _PHRASE.search(before) else ""


def _is_outline(document: Document, number: re.Match[str]) -> bool:
    """Whether a number at the start of a line numbers a heading: in a heading, or ``3.2.1``."""
    block = document.block_at(number.start())
    heading = block is not None and block.kind == "heading"
    return heading or re.fullmatch(r"\d{1,2}(?:\.\d{1,2})+", number[0]) is not None


@cache
def _measure_words() -> tuple[str, ...]:
    """Units and measure words that follow a number without a space."""
    return tuple(line for line in read_data("measure-words.txt").splitlines() if not line.startswith("#"))
