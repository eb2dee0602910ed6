"""Fits what finds unlikely characters: ``slips.tsv``, ``unlikely-glance.tsv``, ``unlikely-score.json``.

    pip install -e '.[train]'
    python -m benchmarks.train_chinese FOLDER [--read=NUMBER]
    python dictionaries/build.py

FOLDER holds ``typo-fixes/zh_typo.jsonl``, of which the training half is read, and ``zh-text/lines.txt.xz``,
of which a fifth of the sources is held out.  What is fitted to:

- *right*: the characters of near misses in the text, each source read with the counts of others
  (:mod:`benchmarks.chinese_text`), but for those that were read and found wrong or unclear
  (``judgements/chinese-training.tsv``) and for confused words, which are wrong;
- *made slips*: characters and words of the same text replaced by such as people were seen to write instead;
- *slips*: the fixes of the repositories of the training half.

Gradient boosted trees with fixed seeds, and a linear model of what is seen at a glance.  With
``--read`` it writes nothing, and prints what trees that were fitted without a fold find the likeliest slips
in it, as lines of the file of judgements: so many in the training part, and as many in the held out one.
"""

from __future__ import annotations

import json
import math
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import lightgbm
import numpy as np

from benchmarks.chinese_data import key_of, read_judgements
from benchmarks.chinese_slips import CHINESE, SlipMaker, WordSlipMaker, count_slips, singles, training_rows
from benchmarks.chinese_text import (
    FOLDS,
    HELD_OUT,
    Part,
    levels_without,
    parts_of,
    read_sources,
    write_counts,
    write_near_misses,
)
from benchmarks.chinese_trees import SAMPLED, SETTINGS, tree_of
from dictionaries.chinese_ngrams import pair_levels
from zhenlint.rules.chinese.surroundings import line_of
from zhenlint.spelling.chinese.confused_words import confused_words
from zhenlint.spelling.chinese.features import FEATURES, Glance, Observer, Sighting
from zhenlint.spelling.chinese.glance import Glancer
from zhenlint.spelling.chinese.near_misses import NearMisses
from zhenlint.spelling.chinese.ngrams import NGrams, ngrams
from zhenlint.spelling.chinese.runs import han_runs
from zhenlint.spelling.chinese.script import is_simplified
from zhenlint.spelling.chinese.slips import Slips, lines_of
from zhenlint.spelling.chinese.unlikely import LIKELY, Detector
from zhenlint.spelling.chinese.unlikely import words as dictionary

WEIGHTS: Final = {"right": 1.0, "read": 65.0, "word": 20.0, "character": 0.2, "made word": 0.65, "fix": 65.0}
"""How much each counts: right ones, those read and wrong or in a confused word, made ones, fixes."""

TREES: Final[dict[str, Any]] = {
    **SETTINGS,
    **SAMPLED,
    "n_estimators": 150,
    "learning_rate": 0.08,
    "min_child_samples": 40,
}

TAB: Final = "\t"

NEWTON_STEPS: Final = 30

GLANCE_MISSES: Final = 0.02
"""How many of the slips that the score finds are not looked at, so that hardly anything else is."""


class Example(NamedTuple):
    """An unlikely character with what it is (1: wrong, 0: right), how much it counts, its fold and place."""

    features: tuple[float, ...]
    label: int
    weight: float
    fold: int
    kind: str
    line: str


def main() -> None:
    """Fit and write all, or print what is to be read."""
    data = Path(sys.argv[1])
    slips = count_slips(data)
    examples = [*real_slips(data, slips)]
    sources = read_sources(data)
    for fold in range(FOLDS):
        examples += examples_of_fold(sources, fold, slips)
    print(Counter((item.kind, item.label) for item in examples), file=sys.stderr)
    wanted = next((int(item[7:]) for item in sys.argv if item.startswith("--read=")), 0)
    if wanted:
        print("\n".join(to_read(examples, wanted)))
        return
    lines = [f"{pair}\t{count}\n" for pair, count in sorted(slips.items())]
    (CHINESE / "slips.tsv").write_text("".join(lines), encoding="utf-8")
    learnt = [item for item in examples if item.fold != HELD_OUT]
    model = fit(learnt)
    write_trees(model)
    write_glance(learnt, model)
    print(reports([item for item in examples if item.fold == HELD_OUT and item.line], model), file=sys.stderr)


def examples_of_fold(sources: Sequence[str], fold: int, slips: Mapping[str, int]) -> list[Example]:
    """The examples in the text of a fold, seen by the counts of the other ones."""
    with tempfile.TemporaryDirectory() as folder:
        write_counts(levels_without(sources, fold), slips, Path(folder))
        detector = detector_of(NearMisses(Path(folder)), NGrams(Path(folder)), slips)
        rng = random.Random(fold)
        characters, words = SlipMaker(slips, rng), WordSlipMaker(rng)
        makers: dict[int, SlipMaker | WordSlipMaker] = {0: characters, 1: words, 2: words}
        found: list[Example] = []
        for part in parts_of(sources, fold):
            found += as_they_stand(detector, part, fold)
            if part.place % 6 in makers:
                found += made_slips(detector, part, makers[part.place % 6], fold)
    return found


def detector_of(near: NearMisses, counts: NGrams, slips: Mapping[str, int]) -> Detector:
    """A detector without scores."""
    lines = lines_of(slips)
    known = Slips(lambda wrong: lines.get(wrong, ""))
    glancer = Glancer(counts, lambda: known, lambda one: singles().get(one, 0))
    observer = Observer(counts, dictionary())
    return Detector(near, lambda: glancer, lambda: observer)


def as_they_stand(detector: Detector, part: Part, fold: int) -> Iterator[Example]:
    """The characters of near misses: right unless read and found wrong, or in a confused word."""
    verdicts = read_judgements()
    for item in _simplified(detector.sightings(part.prose), part.prose):
        key = key_of("ZH002", part.prose, item.start, item.start + 1)
        verdict = verdicts.get(key, "true word" if is_in_confused_word(part.prose, item.start) else "right")
        wrong = verdict.startswith("true")
        kind = "read" if verdict == "true" else "word" if wrong else "right"
        weight = 0.0 if verdict == "unclear" else WEIGHTS[kind]
        around = part.prose[max(0, item.start - 14) : item.start + 15].replace("\n", "|")
        line = f"ZH002\tzh-text/{part.source}\t{key}\t\t{verdict}\t{around} → {item.meant}"
        features = _without_itself(item, 1) if kind == "word" else item.features
        yield Example(features, int(wrong), weight, fold, kind, line)


def made_slips(
    detector: Detector, part: Part, maker: SlipMaker | WordSlipMaker, fold: int
) -> Iterator[Example]:
    """Characters of the text replaced, where seen as unlikely; a slip does not count itself as seen."""
    kind = "character" if isinstance(maker, SlipMaker) else "made word"
    changed, right = maker.change(part.prose)
    for item in _simplified(detector.sightings(changed), changed):
        if right.get(item.start) == item.meant:
            yield Example(_without_itself(item, 1), 1, WEIGHTS[kind], fold, kind, "")


def real_slips(data: Path, slips: Mapping[str, int]) -> Iterator[Example]:
    """The characters that fixes put right, and those beside them; a fix does not count itself as seen."""
    with tempfile.TemporaryDirectory() as folder:
        write_near_misses(pair_levels(CHINESE), slips, Path(folder))
        detector = detector_of(NearMisses(Path(folder)), ngrams(), slips)
    for number, row in enumerate(training_rows(data)):
        before = "".join(line + "\n" for line in row["prev_lines"])
        text = "\n".join([before + row["before"], *row["next_lines"]])
        right = {
            len(before) + start + at: new
            for start, _, wrong, meant in row["edits"]
            if len(wrong) == len(meant)
            for at, (old, new) in enumerate(zip(wrong, meant, strict=True))
            if old != new
        }
        fold = (HELD_OUT + 1 + number % (FOLDS - 1)) % FOLDS
        for item in detector.sightings(text):
            if not len(before) <= item.start < len(before) + len(row["before"]):
                continue
            hit = right.get(item.start) == item.meant
            near = any(place in right for place in range(item.start - 1, item.start + 2))
            weight = WEIGHTS["fix"] if hit else 0.0 if near else WEIGHTS["right"]
            seen = 1 + is_in_confused_word(text, item.start) if hit else 0
            yield Example(_without_itself(item, seen), int(hit), weight, fold, "fix", "")


def _without_itself(item: Sighting, seen: int) -> tuple[float, ...]:
    """The features where a slip was seen some times less often."""
    glance = item.glance
    counts = (max(0, round(math.expm1(count)) - seen) for count in (glance.slips, glance.own_slips))
    one, any_other = map(math.log1p, counts)
    return (*glance._replace(slips=one, own_slips=any_other), *item.closer)


def fit(examples: Sequence[Example]) -> Any:
    """The score."""
    model = lightgbm.LGBMClassifier(**TREES)
    return model.fit(_features(examples), _labels(examples), sample_weight=_weights(examples))


def reports(examples: Sequence[Example], model: Any) -> str:
    """A line: what the score would report, by verdict."""
    scores = model.predict_proba(_features(examples))[:, 1]
    likely = [item for item, score in zip(examples, scores, strict=True) if score >= LIKELY]
    return f"held out: {len(likely)} reports, {dict(Counter(item.line.split(TAB)[4] for item in likely))}"


def write_trees(model: Any) -> None:
    """Write the trees of the score."""
    trees = model.booster_.dump_model()["tree_info"]
    lines = ",\n".join(json.dumps(tree_of(tree["tree_structure"])) for tree in trees)
    (CHINESE / "unlikely-score.json").write_text(
        f'{{"features": {json.dumps(list(FEATURES))},\n"trees": [\n{lines}\n]}}\n', encoding="utf-8"
    )


def write_glance(examples: Sequence[Example], model: Any) -> None:
    """Write the weights of what is seen at a glance, by which nearly all slips that the score finds pass."""
    seen = _features(examples)[:, : len(Glance._fields)].astype(float)
    factors, total = linear_model(seen, _labels(examples), _weights(examples))
    scores = model.predict_proba(_features(examples))[:, 1]
    kinds = np.array([item.kind for item in examples])
    found = np.isin(kinds, ("read", "word", "fix")) & (_labels(examples) == 1) & (scores >= LIKELY)
    least = np.quantile(seen[found] @ factors + total, GLANCE_MISSES)
    names = (*Glance._fields, "total")
    lines = (f"{name}\t{factor:.3f}\n" for name, factor in zip(names, (*factors, total - least), strict=True))
    (CHINESE / "unlikely-glance.tsv").write_text("".join(lines), encoding="utf-8")


def linear_model(features: Any, labels: Any, weights: Any) -> tuple[Any, float]:
    """The factors and the constant of a logistic regression, by Newton's method."""
    mean = np.average(features, 0, weights)
    deviation = np.sqrt(np.average((features - mean) ** 2, 0, weights)) + 1e-9
    scaled = np.c_[(features - mean) / deviation, np.ones(len(features))]
    ridge = np.r_[np.ones(features.shape[1]), 0]
    factors = np.zeros(scaled.shape[1])
    for _ in range(NEWTON_STEPS):
        likely = 1 / (1 + np.exp(-scaled @ factors))
        slope = scaled.T @ (weights * (labels - likely)) - ridge * factors
        curvature = (scaled.T * (weights * likely * (1 - likely))) @ scaled + np.diag(ridge)
        factors += np.linalg.solve(curvature, slope)
    return factors[:-1] / deviation, float(factors[-1] - factors[:-1] / deviation @ mean)


def _features(examples: Sequence[Example]) -> Any:
    return np.array([item.features for item in examples], np.float32)


def _labels(examples: Sequence[Example]) -> Any:
    return np.array([item.label for item in examples])


def _weights(examples: Sequence[Example]) -> Any:
    return np.array([item.weight for item in examples])


def to_read(examples: Sequence[Example], wanted: int) -> Iterator[str]:
    """The likeliest slips of the training part, then of the held out one, with their probabilities."""
    scored: list[tuple[float, Example]] = []
    for fold in range(FOLDS):
        model = fit([item for item in examples if item.fold not in (fold, HELD_OUT)])
        own = [item for item in examples if item.fold == fold and item.line]
        scores = model.predict_proba(_features(own))[:, 1]
        scored += zip(map(float, scores), own, strict=True)
    for held_out in (False, True):
        part = [item for item in scored if (item[1].fold == HELD_OUT) is held_out]
        for score, item in sorted(part, key=lambda item: (-item[0], item[1].line))[:wanted]:
            yield f"{score:.3f}\t{item.line}"


def is_in_confused_word(text: str, start: int) -> bool:
    begin = max(0, start - 20)
    near = text[begin : start + 20]
    found = confused_words().sightings(near, han_runs(near))
    return any(word.start <= start - begin < word.end for word in found)


def _simplified(sightings: Iterable[Sighting], text: str) -> Iterator[Sighting]:
    """Those in lines of Simplified Chinese."""
    return (item for item in sightings if is_simplified(line_of(text, item.start, item.start + 1)[1]))


if __name__ == "__main__":
    main()
