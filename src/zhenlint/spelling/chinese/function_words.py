"""Function words that stand for each other by mistake: 在 for 再, 的 for 地.

Both words are common, so that no word list and no count of a phrase tells them apart.  Which of the two
stands in a place is told by what stands around it (:mod:`zhenlint.spelling.chinese.function_word_judge`): a
classifier for each pair, fitted by ``benchmarks/train_function_words.py``.  What is far more likely the other
word is a slip.  Only where the characters right beside a word may stand beside the other it is looked at.

``chinese-function-words.pickle`` has for each pair ``total`` and ``glance``, to which weights are added, and
``directions``: of one word written for the other the weights of what stands right ``before`` and ``behind``
it, a sum below 0 being none; the ``least`` margins of a glance and of all weights of what is looked at
further; ``report`` and ``hint``, the margins from which there is a report, or a hint; ``barred`` and
``barred_next``, what may not stand beside it.  Then there are patterns that find the words where those sums
are high enough, and some more.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import DATA
from zhenlint.spelling.expectation import many_expected

if TYPE_CHECKING:
    from zhenlint.spelling.chinese.function_word_judge import Judge


NEVER: Final = -99.0

LEAST: Final = 2.0
"""What stands beside a word speaks for a slip so much at least: two thirds of what would be found from 0 on
has more, and a text is read in half the time."""

MANY: Final = 100_000
"""From so many characters on patterns are used that tell most places apart: for a version of Python for which
they are not stored to compile them takes 17 ms."""


class Slip(NamedTuple):
    """A word that is written for another: where it stands, what is meant, whether that is likely."""

    start: int
    meant: str
    likely: bool


class Direction(NamedTuple):
    """One word of a pair written for the other; of margins ``sign`` makes such that speak for the other."""

    pair: str
    own: str
    meant: str
    sign: int
    before: dict[str, float]
    behind: dict[str, float]
    least_at_a_glance: float
    least_margin: float
    report: float
    hint: float
    barred: re.Pattern[str] | None
    barred_next: re.Pattern[str] | None


class FunctionWords:
    """The pairs of one folder."""

    def __init__(self, folder: Path = DATA) -> None:
        heads, patterns = pickle.loads((folder / "chinese-function-words.pickle").read_bytes())
        self._folder, self._heads = folder, heads
        self._directions: dict[str, list[Direction]] = {}
        for pair, head in heads.items():
            for values in head["directions"]:
                direction = _direction(pair, values)
                self._directions.setdefault(direction.own, []).append(direction)
        self._patterns = [lazy_pattern(pattern) for pattern in patterns]
        self._words = lazy_pattern(f"[{''.join(self._directions)}]")
        self._read = 0
        self._judge: Judge | None = None

    def slips(self, prose: str) -> Iterator[Slip]:
        """The words of a prose view that are written for others, in order."""
        for at in self._places(prose):
            last, following = prose[at - 1 : at], prose[at + 1 : at + 2]
            directions = [
                item
                for item in self._directions[prose[at]]
                if item.before.get(last, NEVER) + item.behind.get(following, NEVER) >= LEAST
            ]
            slip = directions and self._judged(prose, at, directions)
            if slip:
                yield slip

    def _places(self, prose: str) -> list[int]:
        """The places of words beside what may stand beside a slip, in order, and maybe others."""
        self._read += len(prose)
        patterns = self._patterns if self._read > MANY or many_expected() else [self._words]
        return sorted(place.start() for pattern in patterns for place in pattern.finditer(prose))

    def _judged(self, prose: str, at: int, directions: Sequence[Direction]) -> Slip | None:
        if self._judge is None:
            from zhenlint.spelling.chinese.function_word_judge import Judge

            self._judge = Judge(self._folder, self._heads)
        return self._judge.slip(prose, at, directions)


def _direction(pair: str, values: dict[str, Any]) -> Direction:
    barred, barred_next = values["barred"], values["barred_next"]
    return Direction(
        pair,
        values["own"],
        values["meant"],
        1 if values["meant"] == pair[1] else -1,
        weights_of(values["before"]),
        weights_of(values["behind"]),
        values["least"][0],
        values["least"][1],
        values["report"],
        values["hint"],
        lazy_pattern(f"(?:{barred})\\Z") if barred else None,
        lazy_pattern(barred_next) if barred_next else None,
    )


def weights_of(by_weight: dict[float, str]) -> dict[str, float]:
    """The weight of each character."""
    weights: dict[str, float] = {}
    for weight, characters in by_weight.items():
        weights.update(dict.fromkeys(characters, weight))
    return weights


@cache
def function_words() -> FunctionWords:
    """The pairs that come with the package."""
    return FunctionWords()
