"""The pairs of characters that are probably slips where they stand: ``dictionaries/chinese/near-misses.tsv``.

Candidates are the pairs that the counts hardly know, while another character, like one of the two, makes of
them a common pair.  Most are right words all the same.  A score tells which are slips: fitted to the pairs
of published texts, which stand for right, and to slips that were made in these texts or were seen.  What
other texts of the same kind write as well is hardly one.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import log1p
from typing import Any, Final, NamedTuple

import lightgbm
import numpy as np

from benchmarks.chinese_slips import CHINESE, SlipMaker, kinds
from benchmarks.chinese_trees import SETTINGS
from dictionaries.chinese_ngrams import unpack
from zhenlint.spelling.chinese.runs import han_runs
from zhenlint.spelling.chinese.segmentation import word_counts

LEFT_TO_OTHERS: Final = ("的地得", "他她它", "帐账")
"""Characters that grammar and style tell apart, not their neighbours."""

MOST: Final = 11
"""From this level (10 uses) on a pair is known to be right."""

LEAST: Final = 14
"""From this level (20 uses) on a pair may be meant."""

LEAST_GAIN: Final = 6
"""By how many levels it is commoner."""

LEAST_CHARACTER: Final = 10
"""The level (8 uses) of characters that may be typed at all."""

KNOWN_SLIPS: Final = 3
"""So often two characters were mistaken that only sound nearly the same."""

SEEN_WEIGHT: Final = 20.0
"""How much a slip that was seen counts beside one that was made."""

TREES: Final[dict[str, Any]] = {
    **SETTINGS,
    "n_estimators": 120,
    "learning_rate": 0.08,
    "min_child_samples": 100,
}


class Candidate(NamedTuple):
    """What may be meant by a pair: the commonest, slips that were seen ahead."""

    rank: float
    place: int
    meant: str
    kind: int
    level: int
    own_level: int


class SeenSlip(NamedTuple):
    """A character that a fix put right, in its surroundings."""

    before: str
    wrong: str
    after: str
    meant: str


class PairScore:
    """Which pairs are probably slips, by the prose of some texts and slips that were seen."""

    def __init__(self, prose: Sequence[str], slips: Mapping[str, int], seen: Sequence[SeenSlip]) -> None:
        _, grams = unpack((CHINESE / "ngram-counts.xz").read_bytes())
        self._characters, self._pairs = grams[0], grams[1]
        self._slips = slips
        self._singles = singles()
        self._candidates = dict(self._possible())
        texts = [han_runs(text).text for text in prose]
        self._texts = Counter(pair for text in texts for pair in set(_pairs(text)))
        self._scores = self._fit(texts, seen)

    def likeliest(self, entries: int) -> list[str]:
        """So many pairs, those that are the likeliest slips."""
        return sorted(self._scores, key=lambda pair: (-self._scores[pair], pair))[:entries]

    def is_known_slip(self, pair: str) -> bool:
        """Whether people are known to put the one character for the other."""
        candidate = self._candidates[pair]
        return pair[candidate.place] + candidate.meant in self._slips

    def lines(self, pairs: Iterable[str]) -> list[str]:
        """The lines of the file for some pairs."""
        groups: defaultdict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
        for pair in sorted(pairs):
            candidate = self._candidates[pair]
            groups[pair[0]][candidate.place].append(pair[1] + candidate.meant)
        return [
            "\t".join([one, *("".join(each[at] for each in group) for group in both for at in (0, 1))])
            for one, both in sorted(groups.items())
        ]

    def _possible(self) -> Iterator[tuple[str, Candidate]]:
        """For each pair that is hardly known the likeliest of what may be meant."""
        found: dict[str, Candidate] = {}
        like = _mistaken_for(self._slips)
        for pair, level in self._pairs.items():
            if level < LEAST or not all("\u4e00" <= one <= "\u9fff" for one in pair):
                continue
            for place, meant in enumerate(pair):
                for own, kind in like[meant]:
                    written = own + pair[1] if place == 0 else pair[0] + own
                    own_level = self._pairs.get(written, 0)
                    if self._is_possible(own, meant, own_level, level):
                        rank = level + 4 * log1p(self._slips.get(own + meant, 0))
                        candidate = Candidate(rank, place, meant, kind, level, own_level)
                        found[written] = max(candidate, found.get(written, candidate))
        yield from found.items()

    def _is_possible(self, own: str, meant: str, own_level: int, level: int) -> bool:
        if own_level >= MOST or level < own_level + LEAST_GAIN:
            return False
        return self._characters.get(own, 0) >= LEAST_CHARACTER and not any(
            own in group and meant in group for group in LEFT_TO_OTHERS
        )

    def _fit(self, texts: Sequence[str], seen: Sequence[SeenSlip]) -> dict[str, float]:
        """The score of each candidate."""
        rows: list[tuple[Sequence[float], int, float]] = []
        right = Counter(pair for text in texts for pair in _pairs(text) if pair in self._candidates)
        rows += [(self._features(pair, own_texts=1), 0, count) for pair, count in right.items()]
        made = self._made(texts)
        rows += [(self._features(pair, meant_texts=1), 1, count) for pair, count in made.items()]
        for slip in seen:
            for pair in (slip.before + slip.wrong, slip.wrong + slip.after):
                if self._means(pair, slip.meant):
                    rows.append((self._features(pair, slips=1), 1, SEEN_WEIGHT))
        model = lightgbm.LGBMClassifier(**TREES)
        model.fit(
            np.array([row[0] for row in rows], np.float32),
            np.array([row[1] for row in rows]),
            sample_weight=np.array([float(row[2]) for row in rows]),
        )
        pairs = sorted(self._candidates)
        features = np.array([self._features(pair) for pair in pairs], np.float32)
        return dict(zip(pairs, map(float, model.predict(features, raw_score=True)), strict=True))

    def _made(self, texts: Sequence[str]) -> Counter[str]:
        """The candidates that made slips in some texts leave."""
        maker, found = SlipMaker(self._slips, random.Random(3)), Counter[str]()
        for text in texts:
            changed, right = maker.change(text)
            for at, meant in right.items():
                for start in (at - 1, at):
                    pair = changed[start : start + 2] if start >= 0 else ""
                    found[pair] += self._means(pair, meant)
        return +found

    def _means(self, pair: str, meant: str) -> bool:
        candidate = self._candidates.get(pair)
        return candidate is not None and candidate.meant == meant

    def _features(
        self, pair: str, own_texts: int = 0, meant_texts: int = 0, slips: int = 0
    ) -> Sequence[float]:
        """What is known of a pair, without the text or the slip that it is taken from."""
        _, place, meant, kind, level, own_level = self._candidates[pair]
        own, beside = pair[place], pair[1 - place]
        other = meant + beside if place == 0 else beside + meant
        return (
            own_level,
            level,
            kind,
            log1p(max(0, self._slips.get(own + meant, 0) - slips)),
            *(self._characters.get(one, 0) for one in (own, meant, beside)),
            *(self._singles.get(one, 0) for one in (own, beside, meant)),
            *(log1p(word_counts().get(word) or 0) for word in (other, pair)),
            place,
            log1p(max(0, self._texts[pair] - own_texts)),
            log1p(max(0, self._texts[other] - meant_texts)),
        )


@cache
def singles() -> dict[str, int]:
    """In how many of a hundred places a character is a word alone."""
    lines = (CHINESE / "single-characters.tsv").read_text(encoding="utf-8").splitlines()
    return {line[0]: int(line[2:]) for line in lines}


def _pairs(text: str) -> Iterator[str]:
    """The pairs of Han characters of a text of runs."""
    return (text[at : at + 2] for at in range(len(text) - 1) if "\n" not in text[at : at + 2])


def _mistaken_for(slips: Mapping[str, int]) -> defaultdict[str, list[tuple[str, int]]]:
    """For each character those that are typed in its place, and how they are alike.

    Of those that only sound nearly the same or only look alike the ones that are known to be mistaken.
    """
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for own, groups in kinds().items():
        for kind, others in enumerate(groups):
            for meant in others:
                if kind < 2 or own + meant in _listed() or slips.get(own + meant, 0) >= KNOWN_SLIPS:
                    found[meant].append((own, kind))
    return found


@cache
def _listed() -> frozenset[str]:
    return frozenset((CHINESE / "confusable-pairs.txt").read_text(encoding="utf-8").split())
