"""Whether what stands twice is a slip, by a score of what is seen of it.

The score is fitted to words doubled at random and to what texts double on purpose or by accident:
``python -m benchmarks.train_doubled``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.package_data import DATA, read_data
from zhenlint.spelling.chinese.doubling import ON_PURPOSE, ends_noun, fits, has_another_pair, is_call
from zhenlint.spelling.chinese.segmentation import word_counts

if TYPE_CHECKING:
    from zhenlint.spelling.chinese.doubled_features import Observer
    from zhenlint.spelling.chinese.trees import Trees

LIKELY: Final = {1: 0.97, 2: 0.975, 3: 0.93, 4: 0.93}
"""By the length of what is doubled, the probability from which it is reported."""

LEAST_BY_KIND: Final = {"transitive": 0.985, "noun": 0.98, "term": 0.98}
"""The same of words that often begin compounds, by their kind."""

_OFTEN: Final = 3
"""So often a text doubles a name."""

_WORDS: Final = frozenset("人仅刚哥大太奶好妈妹姐姑婆常往微慢暗渐爷爸爹看瞧种等紧纷缓轻远")
"""What makes a word of its own when it is doubled, one that jieba counted 2,000 times and more."""

_FREE: Final = frozenset("用新发找问写选看说接除做")
"""What is doubled as a verb, and stands alone beside words that it ends: ``用用就好``, ``应用|用的是``."""

_COUNTED: Final = lazy_pattern(r"[0-9一二两三四五六七八九十百千万亿几半每第]\s?\Z")
_TELLING: Final = lazy_pattern(r"(?:告诉|提醒|通知|意味着)\Z")
"""Behind what a pronoun ends a clause, and another may begin the next: ``告诉我们我们``."""

_NAMED: Final = lazy_pattern(r"[A-Za-z0-9]\s?\Z")
"""Behind what an action may be a part of a name, and another may follow: ``用 JSAPI 支付支付``."""

_PHRASE: Final = 4


@cache
def may_be_slip(unit: str) -> bool:
    """Whether what stands twice may be a slip in any surroundings."""
    if len(unit) == 1:
        return unit not in _FREE and unit not in _WORDS
    return len(unit) in LIKELY and not ON_PURPOSE.search(unit) and word_counts().get(unit) is not None


def is_likely_slip(text: str, start: int, length: int, kind: str | None) -> bool:
    """Whether the two of so many characters that begin at a place of a prose view are one too many.

    ``kind`` is that of the list of words, None for what is not in it.
    """
    unit = text[start : start + length]
    if not may_be_slip(unit):
        return False
    least = LEAST_BY_KIND.get(kind or "", LIKELY[length])
    if _TELLING.search(text, max(0, start - _PHRASE), start):
        return False
    if kind == "action" and _may_be_named(text, start, start + 2 * length):
        return False
    if length == 1 and not _may_be_doubled_character(text, start):
        return False
    if length == 2 and is_call(text, start, start + 4):
        return False
    from zhenlint.spelling.chinese.doubled_context import Doubling

    features = _observer().features(Doubling.at(text, start, length))
    if features is None or _score().probability(features, least) < least:
        return False
    return text.count(unit * 2) < _OFTEN


def _may_be_doubled_character(text: str, start: int) -> bool:
    """Whether a character is not doubled as measure words and adjectives are, nor a measure word itself."""
    if _COUNTED.search(text, max(0, start - 2), start) or has_another_pair(text, start):
        return False
    return fits("particle", text, start, start + 2)


def _may_be_named(text: str, start: int, end: int) -> bool:
    """Whether the first of two actions may be a part of a name, of which the second tells."""
    return _NAMED.search(text, max(0, start - 2), start) is not None and ends_noun(text[end : end + 1])


@cache
def _observer() -> Observer:
    from zhenlint.spelling.chinese.doubled_features import Observer
    from zhenlint.spelling.chinese.ngrams import ngrams

    lines = read_data("chinese-single-characters.tsv").splitlines()
    shares = {line[0]: int(line[2:]) for line in lines}
    return Observer(ngrams(), word_counts(), shares)


@cache
def _score() -> Trees:
    from zhenlint.spelling.chinese.doubled_features import Features
    from zhenlint.spelling.chinese.trees import Trees

    return Trees(DATA / "chinese-doubled-score.trees", Features._fields)
