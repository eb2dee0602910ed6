"""Fits what the engine ``neural`` weighs: ``neural-first.json`` and ``neural-score.json``.

    pip install -e '.[train]'
    python -m benchmarks.train_neural FOLDER [--read=NUMBER]
    python dictionaries/build.py

FOLDER holds what :mod:`benchmarks.train_chinese` reads.  The character model (``cloze.npz``, written by
:mod:`benchmarks.train_cloze`) was made of all sources but those of one fold, so the examples are of that
fold, read with the counts of the others:

- *right*: characters as they stand, but for those that were read and found wrong or unclear
  (``judgements/chinese-training.tsv``), and for confused words, which are wrong;
- *slips*: the fixes of the repositories of the training half, and the characters beside them.

Slips made by replacing characters of the text were tried as well, and helped nothing: they are too unlike.

With ``--read`` it writes nothing, and prints what trees that were fitted to the other sources find the
likeliest slips of each source, as lines of the file of judgements.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import lightgbm
import numpy as np

from benchmarks.chinese_data import is_training, key_of, read_judgements, read_rows
from benchmarks.chinese_slips import CHINESE, count_slips
from benchmarks.chinese_text import HELD_OUT, levels_without, parts_of, read_sources, write_counts
from benchmarks.chinese_trees import SAMPLED, SETTINGS, tree_of
from benchmarks.train_chinese import is_in_confused_word
from zhenlint.rules.chinese.surroundings import line_of
from zhenlint.spelling.chinese.cloze import Cloze
from zhenlint.spelling.chinese.clues import FEATURES, FEATURES_AT_FIRST
from zhenlint.spelling.chinese.neural import Detector, Doubt
from zhenlint.spelling.chinese.ngrams import NGrams, ngrams
from zhenlint.spelling.chinese.script import is_simplified
from zhenlint.spelling.chinese.slips import Slips, lines_of
from zhenlint.spelling.chinese.unlikely import words

WEIGHTS: Final = {"right": 1.0, "false": 3.0, "true": 30.0, "true word": 1.0, "fix": 30.0, "unclear": 0.0}
"""How much each counts: right ones, those that were read, wrong ones, those in a confused word, fixes."""

PARTS: Final = 4
"""So many parts the sources and the fixes are divided in, to read what was not fitted to."""

TREES: Final[dict[str, Any]] = {
    **SETTINGS,
    **SAMPLED,
    "num_leaves": 7,
    "n_estimators": 200,
    "learning_rate": 0.05,
    "min_child_samples": 40,
}

TAB: Final = "\t"


class Example(NamedTuple):
    """A character with its clues (1: wrong, 0: right), how much it counts, its source, as what it is read."""

    clues: tuple[float, ...]
    label: int
    weight: float
    source: int
    kind: str
    line: str


def main() -> None:
    """Fit and write all, or print what is to be read."""
    data = Path(sys.argv[1])
    slips = count_slips(data)
    examples = [*of_fixes(data, slips), *of_text(data, slips)]
    print(Counter((item.kind, item.label) for item in examples), file=sys.stderr)
    wanted = next((int(item[7:]) for item in sys.argv if item.startswith("--read=")), 0)
    if wanted:
        print("\n".join(to_read(examples, wanted)))
        return
    write(fit(examples, len(FEATURES_AT_FIRST)), FEATURES_AT_FIRST, "neural-first.json")
    write(fit(examples, len(FEATURES)), FEATURES, "neural-score.json")


def of_text(data: Path, slips: Mapping[str, int]) -> Iterator[Example]:
    """The examples in the text of the fold, seen by the counts of the others."""
    sources = read_sources(data)
    with tempfile.TemporaryDirectory() as folder:
        write_counts(levels_without(sources, HELD_OUT), slips, Path(folder))
        detector = detector_of(NGrams(Path(folder)), slips)
        for part in parts_of(sources, HELD_OUT):
            yield from as_they_stand(detector, part.source, part.prose)


def detector_of(counts: NGrams, slips: Mapping[str, int]) -> Detector:
    """A detector without scores."""
    lines = lines_of(slips)
    return Detector(counts, Slips(lambda wrong: lines.get(wrong, "")), words(), model())


def model() -> Cloze:
    """The character model."""
    return Cloze.load(CHINESE / "cloze.npz")


def as_they_stand(detector: Detector, source: int, prose: str) -> Iterator[Example]:
    """The characters of a text: right unless read and found wrong, or in a confused word."""
    verdicts = read_judgements()
    for item in _asked(detector, prose):
        key = key_of("ZH002", prose, item.start, item.start + 1)
        verdict = verdicts.get(key, "true word" if is_in_confused_word(prose, item.start) else "right")
        around = prose[max(0, item.start - 14) : item.start + 15].replace("\n", "|")
        line = f"ZH002\tzh-text/{source}\t{key}\t\t{verdict}\t{around} → {prose[item.start]}{item.meant}"
        weight = WEIGHTS.get(verdict, WEIGHTS["right"])
        yield Example(item.clues, int(verdict.startswith("true")), weight, source, verdict, line)


def of_fixes(data: Path, slips: Mapping[str, int]) -> Iterator[Example]:
    """The characters that fixes of the training half put right, and those beside them."""
    detector = detector_of(ngrams(), slips)
    for number, row in enumerate(read_rows(data)):
        if not is_training(row.repository):
            continue
        right = {
            slip.start + at: new
            for slip in row.slips
            if len(slip.wrong) == len(slip.right)
            for at, (old, new) in enumerate(zip(slip.wrong, slip.right, strict=True))
            if old != new
        }
        for item in _asked(detector, row.document.prose):
            hit = right.get(item.start) == item.meant
            near = any(place in right for place in range(item.start - 1, item.start + 2))
            weight = WEIGHTS["fix"] if hit else 0.0 if near else WEIGHTS["right"]
            yield Example(item.clues, int(hit), weight, -1 - number % PARTS, "fix", "")


def _asked(detector: Detector, prose: str) -> list[Doubt]:
    """The doubts in lines of Simplified Chinese, with all clues."""
    all_doubts = detector.doubts(prose)
    doubts = [item for item in all_doubts if is_simplified(line_of(prose, item.start, item.start + 1)[1])]
    return detector.asked(prose, doubts)


def fit(examples: Sequence[Example], features: int) -> Any:
    """A score of so many of the first features."""
    trees = lightgbm.LGBMClassifier(**TREES)
    return trees.fit(
        _clues(examples, features),
        np.array([item.label for item in examples]),
        sample_weight=np.array([item.weight for item in examples]),
    )


def write(trees: Any, features: Sequence[str], name: str) -> None:
    """Write the trees of a score."""
    grown = [tree_of(tree["tree_structure"]) for tree in trees.booster_.dump_model()["tree_info"]]
    lines = ",\n".join(map(json.dumps, grown))
    text = f'{{"features": {json.dumps(list(features))},\n"trees": [\n{lines}\n]}}\n'
    (CHINESE / name).write_text(text, encoding="utf-8")


def to_read(examples: Sequence[Example], wanted: int) -> Iterator[str]:
    """The likeliest slips of the text, by trees fitted without the sources that they are in."""
    scored: list[tuple[float, str]] = []
    for part in range(PARTS):
        trees = fit([item for item in examples if item.source % PARTS != part], len(FEATURES))
        own = [item for item in examples if item.source % PARTS == part and item.line]
        scores = trees.predict_proba(_clues(own, len(FEATURES)))[:, 1]
        scored += zip(map(float, scores), (item.line for item in own), strict=True)
    for score, line in sorted(scored, reverse=True)[:wanted]:
        yield f"{score:.3f}\t{line}"


def _clues(examples: Iterable[Example], features: int) -> Any:
    return np.array([item.clues[:features] for item in examples], np.float32)


if __name__ == "__main__":
    main()
