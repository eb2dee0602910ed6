"""Characters that a small character model finds out of place: the engine ``neural``.

Wherever the counts see that a character people are known to mistake would fit better
(:mod:`zhenlint.spelling.chinese.wide_misses`), what the counts know of it (:mod:`.clues`) decides whether the
model (:mod:`.cloze`) is asked how likely the two are there.  A score of small trees weighs all of that.  It
finds what the counts alone cannot be sure of, as 再 for 在; ``docs/neural.md`` tells how much, at what cost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import DATA
from zhenlint.spelling.chinese.cloze import Cloze, cloze
from zhenlint.spelling.chinese.cloze_symbols import gap
from zhenlint.spelling.chinese.clues import FEATURES, FEATURES_AT_FIRST, Modelled, counted
from zhenlint.spelling.chinese.features import Observer
from zhenlint.spelling.chinese.glance import Glancer
from zhenlint.spelling.chinese.ngrams import NGrams, ngrams
from zhenlint.spelling.chinese.readings import Words
from zhenlint.spelling.chinese.runs import HanRuns, han_runs
from zhenlint.spelling.chinese.slips import Slips, slips
from zhenlint.spelling.chinese.symbols import Symbols
from zhenlint.spelling.chinese.trees import Trees
from zhenlint.spelling.chinese.unlikely import LIKELY, POSSIBLE, likeliest, single, words
from zhenlint.spelling.chinese.wide_misses import WideMisses

if TYPE_CHECKING:
    from zhenlint.spelling.chinese.cloze import Array

WORTH_ASKING: Final = 0.1
"""The probability, by the counts alone, from which the model is asked."""

REPEATS: Final = 2
"""A pair of characters that stands so often elsewhere in the document is meant."""

RARE: Final = 16
"""Up to this level (32 uses) the counts hardly know a pair: a document's own word."""

_PAIRS: Final = tuple(
    (FEATURES.index(f"own_{side}"), FEATURES.index(f"repeats_{side}")) for side in ("left", "right")
)
"""Where the clues tell how common the pair to each side is, and how often the document repeats it."""


class Doubt(NamedTuple):
    """A character that may be wrong: where in the prose view, what may be meant, what is known of it."""

    start: int
    meant: str
    clues: tuple[float, ...]


class Detector:
    """Weighs the characters of a text.

    ``at_first`` tells by the counts how likely one is wrong, ``score`` by all; without them every doubt is
    put to the model, and nothing is reported.
    """

    def __init__(
        self,
        counts: NGrams,
        known: Slips,
        reader: Words,
        model: Cloze,
        at_first: Trees | None = None,
        score: Trees | None = None,
    ) -> None:
        self._misses = WideMisses(counts, known)
        self._glancer = Glancer(counts, lambda: known, single)
        self._observer = Observer(counts, reader)
        self._model = model
        self._at_first = at_first
        self._score = score

    def unlikely(self, prose: str, runs: HanRuns) -> Iterator[tuple[int, str, bool]]:
        """The characters of a prose view that are more likely wrong than :data:`POSSIBLE`, in order.

        With each what may be meant, and whether it is so likely that it is reported, not hinted at.
        """
        assert self._score
        doubts = self.asked(prose, list(self.doubts(prose, runs)))
        scored = ((self._score.probability(doubt.clues, POSSIBLE), doubt) for doubt in doubts)
        for probability, doubt in likeliest(scored):
            yield doubt.start, doubt.meant, probability >= LIKELY

    def doubts(self, prose: str, runs: HanRuns | None = None) -> Iterator[Doubt]:
        """The characters of a prose view that may be wrong by what the counts know, in order."""
        runs = runs or han_runs(prose)
        symbols = Symbols(runs)
        for at, other in self._misses.among(runs.text):
            around = symbols.around(at)
            clues = counted(self._glancer, self._observer, runs.text, at, around, other)
            if clues and not _is_repeated(clues) and self._is_worth_asking(clues):
                yield Doubt(symbols.place(at, prose), other, clues)

    def asked(self, prose: str, doubts: Sequence[Doubt]) -> list[Doubt]:
        """The doubts with what the model tells of them as well."""
        if not doubts:
            return []
        gaps = [gap(prose, doubt.start, doubt.start + 1) for doubt in doubts]
        likelihoods = self._model.likelihoods([before for before, _ in gaps], [after for _, after in gaps])
        return [
            doubt._replace(clues=(*doubt.clues, *self._modelled(prose[doubt.start], doubt.meant, row)))
            for doubt, row in zip(doubts, likelihoods, strict=True)
        ]

    def _modelled(self, own: str, other: str, likelihoods: Array) -> Modelled:
        number = self._model.number
        by_own, by_other = float(likelihoods[number(own)]), float(likelihoods[number(other)])
        return Modelled(by_other - by_own, by_own, by_other, float(likelihoods.max()) - by_other)

    def _is_worth_asking(self, clues: Sequence[float]) -> bool:
        return self._at_first is None or self._at_first.probability(clues, WORTH_ASKING) > 0


def _is_repeated(clues: Sequence[float]) -> bool:
    """Whether the document writes a pair of the character that the counts hardly know again and again."""
    return any(clues[often] >= REPEATS and clues[level] <= RARE for level, often in _PAIRS)


@cache
def detector() -> Detector:
    """The detector by the data that come with the package."""
    return Detector(
        ngrams(),
        slips(),
        words(),
        cloze(),
        Trees(DATA / "chinese-neural-first.trees", FEATURES_AT_FIRST),
        Trees(DATA / "chinese-neural-score.trees", FEATURES),
    )
