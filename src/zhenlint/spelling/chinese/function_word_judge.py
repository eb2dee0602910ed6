"""Whether a function word is written for another: the weights of what stands around it, trees, words.

The data beside those of :mod:`zhenlint.spelling.chinese.function_words`:

- ``chinese-function-words.marisa``, mapped: the features that have a weight, numbered by the trie.  Each
  begins with the number of the pair and ``?`` for those of a glance, ``=`` for the others.
- ``chinese-function-words.bin``, mapped: by that number a byte, the weight times :data:`SCALE` plus
  :data:`ZERO`; one more is for those that have none.
- ``chinese-function-words-PAIR.trees``, PAIR the code points of the words: the trees of a pair.
"""

from __future__ import annotations

import math
import mmap
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from zhenlint.package_data import DATA
from zhenlint.spelling.chinese import function_word_features as seen
from zhenlint.spelling.chinese.function_words import Direction, Slip
from zhenlint.spelling.chinese.ngrams import NGrams, ngrams
from zhenlint.spelling.chinese.segmentation import segmenter
from zhenlint.spelling.chinese.trees import Trees

SCALE: Final = 16
ZERO: Final = 128

CLAUSE: Final = 60
"""How far around a place is read what may not stand beside it."""

REPEATS: Final = 2
"""A word that stands more often between the same characters is meant as it stands."""

FAR: Final = 4_000
"""So far around a place it is looked for there, so that the time does not grow with a text's square."""


class Weights:
    """The weights of the features of all pairs."""

    def __init__(self, folder: Path) -> None:
        from marisa_trie import Trie

        self._features = Trie().mmap(str(folder / "chinese-function-words.marisa"))
        with (folder / "chinese-function-words.bin").open("rb") as file:
            self._weights = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def sum(self, features: Iterable[str]) -> float:
        """The sum of the weights of features; that of one that does not count is 0."""
        number, weights = self._features.get, self._weights
        found = [weights[number(feature, -1)] for feature in features]
        total: int = sum(found)
        return (total - ZERO * len(found)) / SCALE


class Pair:
    """The classifier of two words: all that it tells are logits of the second."""

    def __init__(self, words: str, number: int, head: Mapping[str, Any], weights: Weights) -> None:
        self._words = words
        self._number = number
        self._at_a_glance: float = head["glance"]
        self._total: float = head["total"]
        self._weights = weights
        self._trees: Trees | None = None

    def glance(self, near: str) -> float:
        """By what stands beside a place."""
        prefix = f"{self._number}?"
        return self._at_a_glance + self._weights.sum([prefix + feature for feature in seen.glance(near)])

    def margin(self, features: set[str]) -> float:
        """By the weights of all features."""
        prefix = f"{self._number}="
        return self._total + self._weights.sum([prefix + feature for feature in features])

    def weighed(self, margin: float, around: str, counts: NGrams, folder: Path) -> float:
        """By the trees, which weigh the margin, and the counts around."""
        if self._trees is None:
            name = "-".join(f"{ord(word):x}" for word in self._words)
            self._trees = Trees(folder / f"chinese-function-words-{name}.trees", seen.LEVELS)
        values = seen.levels(margin, around, self._words[0], self._words[1], counts.level)
        probability = self._trees.probability(values)
        return math.log(probability / (1 - probability))


class Judge:
    """The classifiers of one folder."""

    def __init__(self, folder: Path, heads: Mapping[str, Mapping[str, Any]]) -> None:
        weights = Weights(folder)
        self._pairs = {
            words: Pair(words, number, heads[words], weights) for number, words in enumerate(heads)
        }
        self._folder = folder
        self._counts = ngrams() if folder == DATA else NGrams(folder)

    def slip(self, prose: str, at: int, directions: Sequence[Direction]) -> Slip | None:
        """What is meant by the word at a place, if one of the directions has it wrong."""
        near = seen.beside(prose, at)
        worth_a_look = [
            item
            for item in directions
            if item.sign * self._pairs[item.pair].glance(near) >= item.least_at_a_glance
        ]
        if not worth_a_look:
            return None
        around = seen.window(prose, at)
        judged = [(self._margin(around, item) - item.report, item) for item in worth_a_look]
        ahead, direction = max(judged, key=itemgetter(0))
        if ahead < direction.hint - direction.report or not _may_be_wrong(prose, at, direction):
            return None
        return Slip(at, direction.meant, ahead >= 0)

    def _margin(self, around: str, direction: Direction) -> float:
        """How far the other word of a direction is ahead, as a logit."""
        pair, sign = self._pairs[direction.pair], direction.sign
        margin = pair.margin(seen.features(around))
        if sign * margin < direction.least_margin:
            return -math.inf
        return sign * pair.weighed(margin, around, self._counts, self._folder)


def _may_be_wrong(prose: str, at: int, direction: Direction) -> bool:
    """Whether nothing beside the word, and no word that it is a part of, speaks for it as it stands."""
    if direction.barred and direction.barred.search(prose, max(0, at - CLAUSE), at):
        return False
    if direction.barred_next and direction.barred_next.match(prose, at + 1, at + 1 + CLAUSE):
        return False
    if prose.count(prose[max(0, at - 1) : at + 3], max(0, at - FAR), at + FAR) > REPEATS:
        return False
    return segmenter().stands_alone(prose, at, at + 1)
