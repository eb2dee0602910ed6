"""Fits the classifiers of function words that are written for each other: 在 and 再, 的 and 地.

    pip install -e '.[train]'
    python -m benchmarks.train_function_words FOLDER [PAIR...] [--read=NUMBER]
    python dictionaries/build.py

FOLDER holds what :mod:`benchmarks.train_chinese` reads.  Nobody labels anything: which of two words a text
has is the label, and what a classifier takes for the other word with a high margin is a slip, mostly.

- Features of the symbols around (``function_word_features.py``) are weighed by a logistic regression; those
  that matter most are kept, and weighed anew.
- Each fifth of the sources is read with the weights and the counts of the others; small trees are grown on
  the margins and counts so found.  What trees that did not see it take for a slip is put right before the
  last fit.
- What is seen at a glance is weighed by a regression of its own, which lets nearly all pass that the trees
  report.

Written are ``function-words-PAIR.tsv.xz`` and ``function-words-PAIR.json`` for each pair of
``function-words.tsv``, or those named.  With ``--read`` the likeliest slips of each fifth, by trees that did
not see it, are printed with the margin and the share of the other word's places that have a higher one: what
would be found if the one were written for the other everywhere.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import lightgbm
import numpy as np

from benchmarks.chinese_slips import CHINESE
from benchmarks.chinese_text import FOLDS, read_sources
from benchmarks.chinese_trees import SAMPLED, SETTINGS, tree_of
from benchmarks.function_word_text import (
    NUMBER,
    RARE,
    SYMBOLS,
    Counts,
    counts_without,
    feature,
    features_of,
    folds_of,
    levels,
    shown,
    windows_of,
)
from benchmarks.function_word_weights import Places, Weights, fit, in_parts
from dictionaries.chinese_function_words import FILTERS, Pair, name_of, read_pairs
from zhenlint.spelling.chinese.function_word_features import GLANCE, LEVELS, REACH
from zhenlint.spelling.chinese.function_word_judge import SCALE
from zhenlint.spelling.chinese.ngrams import LINE_END

KEPT: Final = 8000
"""So many features of a pair are kept."""

KEPT_AT_A_GLANCE: Final = 2500

PLACES: Final = 200_000
"""So many places a pair is fitted to at most; of the commoner word fewer are taken, and count more."""

MANY: Final = 60_000
"""Of a pair with more places in a fifth the trees see only one in :data:`THINNED` that are clearly right."""

THINNED: Final = 7

CLEAR: Final = 4.0

MISSED_BESIDE: Final = 0.1
MISSED: Final = 0.05
"""The share of what the trees report that is not looked at for what stands beside it, for its margin at a
glance, and for the one by its weights: so the trees are asked of one word in a thousand."""

PASSING_BESIDE: Final = 0.01
PASSING: Final = 0.001
"""So many of the right words are looked at in any case."""

TREES: Final[dict[str, Any]] = {
    **SETTINGS,
    **SAMPLED,
    "n_estimators": 100,
    "learning_rate": 0.1,
    "min_child_samples": 40,
}


def main() -> None:
    """Fit and write, and print what is to be read."""
    data, *names = (item for item in sys.argv[1:] if not item.startswith("--"))
    wanted = next((int(item[7:]) for item in sys.argv if item.startswith("--read=")), 0)
    folds = folds_of(read_sources(Path(data)))
    counts = [counts_without(folds, fold) for fold in range(FOLDS)]
    for pair in read_pairs():
        if not names or pair.words in names:
            fitted = _Fitted(pair, folds, counts)
            if wanted:
                print("\n".join(fitted.to_read(wanted)))
            fitted.write()


class _Fitted:
    """A pair, fitted to the folds of the text."""

    def __init__(self, pair: Pair, folds: Sequence[Any], counts: Sequence[Counts]):
        self.pair, self._folds = pair, list(folds)
        self._first, self._second = (NUMBER[word] for word in pair.words)
        self._places: list[Places] = []
        self._levels: list[Any] = []
        for fold in range(FOLDS):
            places, margins = self._read(fold)
            chosen = _worth_seeing(places, margins)
            self._places.append(_seen_by_trees(places, margins, chosen))
            self._levels.append(levels(margins[chosen], self._places[fold].windows, pair.words, counts[fold]))
        self._margins = self._unseen_margins()

    def _read(self, fold: int) -> tuple[Places, Any]:
        """The places of a fold, and their logits by the weights fitted to the others."""
        others = self._thinned([self._folds[other] for other in range(FOLDS) if other != fold])
        weights = fit(features_of(others.windows), others, KEPT)
        places = self._of(self._folds[fold])
        return places, in_parts(places.windows, lambda part: weights.margins(features_of(part)))

    def _of(self, numbers: Any) -> Places:
        """The places of the pair in a text of numbered symbols."""
        at = np.flatnonzero((numbers == self._first) | (numbers == self._second))
        windows = windows_of(numbers, at)
        return Places(at, (numbers[at] == self._second).astype(float), np.ones(len(at)), windows)

    def _thinned(self, folds: Sequence[Any]) -> Places:
        """The places in some folds, of the commoner word only some."""
        places = self._of(np.concatenate(folds))
        common = places.second == (places.second.mean() > 0.5)
        rest = len(common) - common.sum()
        share = min(1.0, max(0, PLACES - rest) / common.sum())
        kept = ~common | (np.random.default_rng(0).random(len(common)) < share)
        weight = np.where(common, common.sum() / (common & kept).sum(), 1.0)
        return Places(*(column[kept] for column in (*places[:2], weight, places.windows)))

    def _unseen_margins(self) -> list[Any]:
        """The logits of the second word by trees that did not see the fold."""
        found = []
        for fold in range(FOLDS):
            trees = self._trees([other for other in range(FOLDS) if other != fold])
            found.append(trees.predict(self._levels[fold], raw_score=True))
        return found

    def _trees(self, folds: Sequence[int]) -> Any:
        places = [self._places[fold] for fold in folds]
        return lightgbm.LGBMClassifier(**TREES).fit(
            np.concatenate([self._levels[fold] for fold in folds]),
            np.concatenate([part.second for part in places]),
            sample_weight=np.concatenate([part.weight for part in places]),
        )

    def to_read(self, wanted: int) -> Iterator[str]:
        """Lines: the likeliest slips of each direction that is judged."""
        for direction in self.pair.directions:
            sign = 1 if direction.own == self.pair.words[0] else -1
            found, others = [], []
            for numbers, places, margins in zip(self._folds, self._places, self._margins, strict=True):
                own = places.second == (sign < 0)
                others.append(sign * margins[~own])
                order = np.flatnonzero(own)[np.argsort(-sign * margins[own])][: 2 * wanted]
                found += [(sign * margins[at], shown(numbers, places.at[at])) for at in order]
            others_margins = np.concatenate(others)
            yield f"{direction.own} {direction.meant}"
            for margin, line in sorted(set(found), reverse=True)[:wanted]:
                yield f"{margin:.2f}\t{(others_margins > margin).mean():.0%}\t{line}"

    def write(self) -> None:
        """Write the weights and the trees, fitted to the text without its likely slips."""
        self._put_right()
        places = self._thinned(self._folds)
        seen = features_of(places.windows)
        weights = fit(seen, places, KEPT)
        at_a_glance = fit(seen[:, : len(GLANCE)], places, KEPT_AT_A_GLANCE)
        directions = [self._passing(item.own, item.hint, at_a_glance) for item in self.pair.directions]
        lines = sorted(_lines(weights, "=")) + sorted(_lines(at_a_glance, "?"))
        name = CHINESE / name_of(self.pair)
        content = lzma.compress("".join(lines).encode(), format=lzma.FORMAT_XZ, filters=FILTERS)
        name.with_suffix(".tsv.xz").write_bytes(content)
        grown = self._trees(range(FOLDS)).booster_.dump_model()["tree_info"]
        trees = ",\n".join(json.dumps(tree_of(tree["tree_structure"])) for tree in grown)
        head = {"total": weights.total, "glance": at_a_glance.total, "directions": directions}
        text = json.dumps({**head, "features": LEVELS}, ensure_ascii=False)[:-1]
        name.with_suffix(".json").write_text(f'{text},\n"trees": [\n{trees}\n]}}\n', encoding="utf-8")

    def _put_right(self) -> None:
        """Put right what unseen trees take for slips: what is learnt of slips would excuse them."""
        for fold, (places, margins) in enumerate(zip(self._places, self._margins, strict=True)):
            numbers, second = self._folds[fold].copy(), places.second.copy()
            for direction in self.pair.directions:
                sign = 1 if direction.own == self.pair.words[0] else -1
                slips = (places.second == (sign < 0)) & (sign * margins >= direction.hint)
                numbers[places.at[slips]] = NUMBER[direction.meant]
                second[slips] = sign > 0
            self._folds[fold], self._places[fold] = numbers, places._replace(second=second)

    def _passing(self, own: str, hint: float, at_a_glance: Weights) -> dict[str, Any]:
        """What lets pass nearly all that is hinted at: what stands beside it, and the least margins.

        It is read off the places of the other word: there the own one would be a slip.
        """
        sign = 1 if own == self.pair.words[0] else -1
        places = Places(*map(np.concatenate, zip(*self._places, strict=True)))
        margins = sign * np.concatenate([levels[:, 0] for levels in self._levels])
        hits = (places.second == (sign > 0)) & (sign * np.concatenate(self._margins) >= hint)
        rights = np.where(places.second == (sign < 0), places.weight, 0)
        glances = sign * in_parts(places.windows, at_a_glance.glances)
        before, behind = (_beside(places.windows[:, REACH + side], hits, rights) for side in (-1, 1))
        sums = (
            before[places.windows[:, REACH - 1].astype(int)]
            + behind[places.windows[:, REACH + 1].astype(int)]
        )
        enough = min(float(np.quantile(sums[hits], MISSED_BESIDE)), _top(sums, rights, PASSING_BESIDE))
        least = [
            round(min(float(np.quantile(found[hits], MISSED)), _top(found, rights, PASSING)), 2)
            for found in (glances, margins)
        ]
        passing = [sums >= enough, (sums >= enough) & (glances >= least[0])]
        shares = [f"{(rights * passed).sum() / rights.sum():.2%}" for passed in passing]
        print(own, self.pair.words, hits.sum(), *shares, file=sys.stderr)
        return {
            "least": least,
            "before": _by_weight(before - enough, behind.max()),
            "behind": _by_weight(behind, before.max() - enough),
        }


def _top(found: Any, weights: Any, share: float) -> float:
    """The value that a share of the weights reaches."""
    order = np.argsort(-found, kind="stable")
    reached = np.searchsorted(weights[order].cumsum(), share * weights.sum())
    return float(found[order][min(reached, len(found) - 1)])


def _beside(symbols: Any, hits: Any, rights: Any) -> Any:
    """How much each symbol in a column speaks for hits, as a logarithm in steps of a quarter."""
    found = np.bincount(symbols[hits], minlength=len(SYMBOLS))
    common = np.bincount(symbols, rights, minlength=len(SYMBOLS))
    ratio = (found + 0.5) / found.sum() / ((common + 5) / common.sum())
    return np.where(found > 0, np.round(np.log(ratio) * 4) / 4, -np.inf)


def _by_weight(weights: Any, most: float) -> dict[str, str]:
    """The symbols of each weight, where what stands on the other side can make up for it."""
    found: dict[str, str] = {}
    for symbol, weight in zip(SYMBOLS, np.round(weights, 2).tolist(), strict=False):
        if weight + most >= 0 and symbol != RARE:
            found[f"{weight:g}"] = found.get(f"{weight:g}", "") + symbol
    return found


def _worth_seeing(places: Places, margins: Any) -> Any:
    """Which places the trees see."""
    if len(margins) <= MANY:
        return np.ones(len(margins), bool)
    return ~_clear(places, margins) | (np.random.default_rng(0).integers(THINNED, size=len(margins)) == 0)


def _seen_by_trees(places: Places, margins: Any, chosen: Any) -> Places:
    """The chosen places; each that is clearly right counts for those that were not chosen."""
    weight = np.where(_clear(places, margins), float(THINNED), 1.0) if len(margins) > MANY else places.weight
    return Places(places.at[chosen], places.second[chosen], weight[chosen], places.windows[chosen])


def _clear(places: Places, margins: Any) -> Any:
    """Which places have the commoner word clearly rightly."""
    common = places.second.mean() > 0.5
    return (places.second == common) & ((margins if common else -margins) > CLEAR)


def _lines(weights: Weights, kind: str) -> Iterator[str]:
    """The features as the package knows them, each with its weight, but for those that round to nothing."""
    for key, factor in zip(weights.features.tolist(), weights.factors.tolist(), strict=True):
        weight = max(-127, min(127, round(SCALE * factor)))
        text = feature(key)
        if weight and RARE not in text:
            written = text.replace(LINE_END, "\\n")
            yield f"{kind}{written}\t{weight}\n"


if __name__ == "__main__":
    main()
