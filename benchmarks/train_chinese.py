"""Fits what finds unlikely characters; writes ``near-misses.tsv``, ``unlikely-*.json`` and ``slips.tsv``.

    pip install -e '.[train]'
    python -m benchmarks.train_chinese FOLDER PACKAGES

The folder holds ``typo-fixes/zh_typo.jsonl``, ``clean/`` and ``corpus/``, of which the training half is
read, PACKAGES Markdown: descriptions of published packages.  What is fitted to:

- *right*: the characters of near misses (:mod:`benchmarks.chinese_near_misses`) in these texts, but for
  those that were read and found wrong or unclear (``judgements/``);
- *made slips*: characters of the same texts replaced, half of them by slips that people were seen to make;
- *slips*: the fixes of the repositories of the training half.

Gradient boosted trees with fixed seeds; the score at a glance lacks what only a closer look shows.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import lightgbm
import numpy as np

from benchmarks.chinese_data import is_training, key_of, read_documents, read_judgements
from benchmarks.chinese_near_misses import PairScore, SeenSlip, singles
from benchmarks.chinese_slips import CHINESE, SlipMaker, count_slips, training_rows
from benchmarks.chinese_trees import SAMPLED, SETTINGS, tree_of
from zhenlint.markdown.document import Document
from zhenlint.rules.chinese.surroundings import line_of
from zhenlint.source import Source
from zhenlint.spelling.chinese.features import FEATURES, Glance, Observer
from zhenlint.spelling.chinese.near_misses import NearMisses
from zhenlint.spelling.chinese.ngrams import ngrams
from zhenlint.spelling.chinese.readings import Words
from zhenlint.spelling.chinese.script import is_simplified
from zhenlint.spelling.chinese.segmentation import word_counts
from zhenlint.spelling.chinese.unlikely import Detector, Sighting

ENTRIES: Final = 140_000
"""Near misses of which the package has those that people are known to make."""

TRAINING_ENTRIES: Final = 400_000
"""Those that the score is fitted on: the more right characters it sees, the better it knows them."""

DOUBTFUL: Final = 0.5
"""Pairs that score more and are right are left out."""

WEIGHTS: Final = {"right": 3.0, "wrong": 30.0, "made": 0.2, "seen": 15.0, "beside": 1.0}
"""How much each counts: as read, read and wrong, made slips, seen ones, right ones beside these."""

TREES: Final[dict[str, Any]] = {
    **SETTINGS,
    **SAMPLED,
    "n_estimators": 150,
    "learning_rate": 0.07,
    "min_child_samples": 60,
}

GLANCE_TREES: Final = {**TREES, "n_estimators": 15, "learning_rate": 0.25}
"""Those of the score at a glance: fewer, as they are asked far more often."""


class Example(NamedTuple):
    """An unlikely character with what it is (1: wrong, 0: right), how much it counts, where it stands."""

    features: tuple[float, ...]
    label: int
    weight: float
    document: str
    pairs: tuple[str, str]


def main() -> None:
    """Fit and write all."""
    data, packages = map(Path, sys.argv[1:3])
    slips = count_slips(data)
    _write("slips.tsv", [f"{pair}\t{count}" for pair, count in sorted(slips.items())])
    documents = {**read_packages(packages), **whole_documents(data)}
    prose = [document.prose for document in documents.values()]
    pairs = PairScore(prose, slips, list(seen_slips(data)))
    detector = detector_of(pairs.lines(pairs.likeliest(TRAINING_ENTRIES)), slips)
    examples = [
        *as_they_stand(detector, documents),
        *made_slips(detector, documents, slips),
        *real_slips(detector, data, slips),
    ]
    model = fit(examples, FEATURES, TREES, "score")
    known = filter(pairs.is_known_slip, pairs.likeliest(ENTRIES))
    _write("near-misses.tsv", pairs.lines(set(known) - right_pairs(examples, model)))
    fit(examples, Glance._fields, GLANCE_TREES, "glance")
    print(Counter((item.label, item.weight) for item in examples))


def detector_of(near_misses: Sequence[str], slips: Mapping[str, int]) -> Detector:
    """A detector without scores."""
    observer = Observer(ngrams(), Words(word_counts().get), lambda: slips, singles)
    return Detector(NearMisses(list(near_misses)), lambda: observer)


def fit(examples: Sequence[Example], names: Sequence[str], options: Mapping[str, Any], file: str) -> Any:
    """A model of the first features of the examples, which is written, too."""
    model = lightgbm.LGBMClassifier(**options)
    model.fit(
        np.array([item.features[: len(names)] for item in examples], np.float32),
        np.array([item.label for item in examples]),
        sample_weight=np.array([item.weight for item in examples]),
    )
    trees = model.booster_.dump_model()["tree_info"]
    lines = ",\n".join(json.dumps(tree_of(tree["tree_structure"])) for tree in trees)
    (CHINESE / f"unlikely-{file}.json").write_text(
        f'{{"features": {json.dumps(list(names))},\n"trees": [\n{lines}\n]}}\n', encoding="utf-8"
    )
    return model


def read_packages(folder: Path) -> dict[str, Document]:
    """Descriptions by name, each line of Chinese once."""
    seen: set[str] = set()
    found = {}
    for path in sorted(folder.glob("*.md")):
        lines = []
        for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
            is_new = line.strip() not in seen or line.isascii()
            lines.append(line if is_new else "")
            seen.add(line.strip())
        text = "\n".join(lines)
        if not text.isascii():
            found[path.name] = Document.parse(Source(path.name, text))
    return found


def whole_documents(data: Path) -> dict[str, Document]:
    """The documents of the training half, a corpus divided by the names of its files."""
    found = {}
    for kind in ("clean", "corpus"):
        for document in read_documents(data, kind):
            name = document.source.path.rpartition("/")[2]
            name = name.partition("__")[0].replace("+", "/") if kind == "clean" else name
            if is_training(name):
                found[document.source.path] = document
    return found


def as_they_stand(detector: Detector, documents: Mapping[str, Document]) -> Iterator[Example]:
    """The characters of near misses, right but for those that were read and found wrong or unclear."""
    verdicts = read_judgements()
    for name, document in documents.items():
        for item in _simplified(detector.sightings(document.prose), document.prose):
            verdict = verdicts.get(key_of("ZH002", document.text, item.start, item.start + 1), "false")
            wrong = verdict == "true"
            weight = 0 if verdict == "unclear" else WEIGHTS["wrong" if wrong else "right"]
            yield Example(item.features, int(wrong), weight, name, pairs_at(document.prose, item.start))


def made_slips(
    detector: Detector, documents: Mapping[str, Document], slips: Mapping[str, int]
) -> Iterator[Example]:
    """Characters of the documents replaced, where they are seen as unlikely."""
    maker = SlipMaker(slips, random.Random(7))
    for name, document in documents.items():
        changed, right = maker.change(document.prose)
        for item in _simplified(detector.sightings(changed), changed):
            if right.get(item.start) == item.meant:
                yield Example(item.features, 1, WEIGHTS["made"], name, pairs_at(changed, item.start))


def seen_slips(data: Path) -> Iterator[SeenSlip]:
    """The single characters that the fixes of the training half put right."""
    for row in training_rows(data):
        for start, end, wrong, meant in row["edits"]:
            if len(wrong) == len(meant) == 1:
                before, after = row["before"][start - 1 : start], row["before"][end : end + 1]
                yield SeenSlip(before, wrong, after, meant)


def real_slips(detector: Detector, data: Path, slips: Mapping[str, int]) -> Iterator[Example]:
    """The characters that fixes put right, and those beside them; a fix does not count itself as seen."""
    for row in training_rows(data):
        before = "".join(line + "\n" for line in row["prev_lines"])
        text = "\n".join([before + row["before"], *row["next_lines"]])
        right = {
            len(before) + start + at: (new, len(wrong))
            for start, _, wrong, meant in row["edits"]
            if len(wrong) == len(meant)
            for at, (old, new) in enumerate(zip(wrong, meant, strict=True))
            if old != new
        }
        for item in detector.sightings(text):
            if not len(before) <= item.start < len(before) + len(row["before"]):
                continue
            meant, length = right.get(item.start, ("", 0))
            glance = item.glance
            if meant == item.meant and length == 1:
                seen = slips[text[item.start] + meant] - 1
                glance = glance._replace(slips=math.log1p(seen))
            hit = meant == item.meant
            weight = WEIGHTS["seen"] if hit else 0 if meant else WEIGHTS["beside"]
            yield Example((*glance, *item.closer), int(hit), weight, row["repo"], pairs_at(text, item.start))


def right_pairs(examples: Iterable[Example], model: Any) -> set[str]:
    """The pairs that are right in several documents, or where the model takes what is right for wrong."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    right = [item for item in examples if item.weight == WEIGHTS["right"]]
    scores = model.predict_proba(np.array([item.features for item in right], np.float32))[:, 1]
    for item, score in zip(right, scores, strict=True):
        for pair in item.pairs:
            places[pair].update((item.document, "the model") if score > DOUBTFUL else (item.document,))
    return {pair for pair, documents in places.items() if len(documents) > 1}


def pairs_at(text: str, start: int) -> tuple[str, str]:
    """A character with the one before it, and with the one after it."""
    return text[max(0, start - 1) : start + 1], text[start : start + 2]


def _simplified(sightings: Iterable[Sighting], text: str) -> Iterator[Sighting]:
    """Those in lines of Simplified Chinese."""
    return (item for item in sightings if is_simplified(line_of(text, item.start, item.start + 1)[1]))


def _write(name: str, lines: Sequence[str]) -> None:
    (CHINESE / name).write_text("".join(line + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
