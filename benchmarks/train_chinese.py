"""Fits the scores of unlikely characters: ``dictionaries/chinese/unlikely-*.json``; writes ``slips.tsv``.

    pip install -e '.[train]'
    python -m benchmarks.train_chinese FOLDER

The folder holds ``zh-ngrams/`` and ``zh-text/lines.txt.xz`` (the prose behind the counts, a form feed line
after each file), ``typo-fixes/zh_typo.jsonl``, ``clean/`` and ``corpus/``.  What is fitted to:

- *right*: the characters in doubt of some files, seen with counts from which these files are taken out,
  but for those that were read and found wrong or unclear (``judgements/chinese-training.tsv``);
- *made slips*: characters of the same files replaced by others that sound or look like them, half of
  them by slips that people were seen to make;
- *right*, too: those of whole documents, ``clean/`` and ``corpus/``, of the training half;
- *slips*: the fixes of the repositories of the training half.

Gradient boosted trees with fixed seeds.  The same input gives the same scores.
Of the files' characters those that a first fit finds probably wrong are left out of a second.
The score at a glance is fitted to the same, without what only a closer look shows.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import math
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import lightgbm
import numpy as np

from benchmarks.chinese_counts import SYMBOLS, grams_of
from benchmarks.chinese_data import is_training, read_documents
from benchmarks.chinese_slips import CHINESE, SlipMaker, count_slips, training_rows
from dictionaries.chinese_ngrams import data_files, pack
from zhenlint.spelling.chinese.doubts import Doubts, doubts
from zhenlint.spelling.chinese.features import Features, Glance, Observer
from zhenlint.spelling.chinese.ngrams import NGrams, ngrams, symbol
from zhenlint.spelling.chinese.readings import Words
from zhenlint.spelling.chinese.script import is_simplified
from zhenlint.spelling.chinese.segmentation import word_counts
from zhenlint.spelling.chinese.unlikely import Detector, Sighting

JUDGEMENTS: Final = Path(__file__).parent / "judgements" / "chinese-training.tsv"

FOLDS: Final = ((3, 4, 5, 9, 15, 17, 18, 19, 21, 22, 30, 31), (10, 12))
"""Numbers of the files that are learnt from, those together whose counts are taken out together."""

TESTED: Final = (1, 7, 8, 16, 20, 23, 24, 26)
"""Those whose counts are taken out with the first, and that are never learnt from."""

LINES: Final = 120
"""Lines of the documents that the files are cut into."""

REAL_WEIGHT: Final = 25.0
DOCUMENT_WEIGHT: Final = 3.0

DOUBTFUL: Final = 0.8
"""A character of the files that a first fit finds so likely wrong is not learnt from: most of them are."""

TREES: Final[dict[str, Any]] = {
    "n_estimators": 150,
    "num_leaves": 15,
    "learning_rate": 0.07,
    "min_child_samples": 60,
    "subsample": 0.8,
    "subsample_freq": 1,
    "colsample_bytree": 0.7,
    "reg_lambda": 5,
    "random_state": 1,
    "deterministic": True,
    "force_row_wise": True,
    "n_jobs": 1,
    "verbose": -1,
}


GLANCE_TREES: Final = {**TREES, "n_estimators": 15, "learning_rate": 0.25}
"""Those of the score at a glance: fewer, as they are asked far more often."""


class Example(NamedTuple):
    """An unlikely character with what it is (1: wrong, 0: right), how much it counts, and how it stands."""

    features: Sequence[float]
    label: int
    weight: float
    excerpt: str


def main() -> None:
    """Fit and write the score, and show what it finds among the tested files."""
    data = Path(sys.argv[1])
    slips = count_slips(data)
    (CHINESE / "slips.tsv").write_text(
        "".join(f"{pair}\t{count}\n" for pair, count in sorted(slips.items())), encoding="utf-8"
    )
    files = read_files(data)
    examples: list[Example] = []
    for number, fold in enumerate(FOLDS):
        held = (*fold, *TESTED) if number == 0 else fold
        detector, folder = reduced_detector(data, [files[at] for at in held], slips)
        with folder:
            documents = [part for at in fold for part in documents_of(files[at])]
            examples += right_characters(detector, documents)
            examples += made_slips(detector, documents, slips)
            if number == 0:
                examples += real_slips(detector, data, slips)
    observer = Observer(ngrams(), doubts(), Words(word_counts().get), slips, singles())
    whole = Detector(doubts(), lambda: observer)
    examples += right_characters(whole, whole_documents(data), DOCUMENT_WEIGHT)
    model = fit(examples, Features._fields, TREES, "score")
    examples = without_doubtful(model, examples)
    model = fit(examples, Features._fields, TREES, "score")
    fit(examples, Glance._fields, GLANCE_TREES, "glance")
    print(Counter((item.label, item.weight) for item in examples))
    if "--doubtful" in sys.argv:
        show_doubtful(model, examples)


def without_doubtful(model: Any, examples: Sequence[Example]) -> list[Example]:
    """The examples, but those that stand for right and are probably slips of the files.

    The files are unreviewed; what they have wrong would teach the score to let it pass.
    """
    scores = model.predict_proba(np.array([item.features for item in examples], np.float32))[:, 1]
    return [
        item
        for item, score in zip(examples, scores, strict=True)
        if item.label or item.weight == DOCUMENT_WEIGHT or score < DOUBTFUL
    ]


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


def singles() -> dict[str, int]:
    """In how many of a hundred places a character is a word alone."""
    lines = (CHINESE / "single-characters.tsv").read_text(encoding="utf-8").splitlines()
    return {line[0]: int(line[2:]) for line in lines}


def read_files(data: Path) -> list[str]:
    """The files of prose."""
    with lzma.open(data / "zh-text" / "lines.txt.xz", "rt", encoding="utf-8", newline="\n") as file:
        return file.read().split("\f\n")


def documents_of(text: str) -> Iterator[str]:
    """A file in pieces, without its lines in Traditional Chinese or Japanese."""
    lines = [line for line in text.split("\n") if is_simplified(line)]
    for at in range(0, len(lines), LINES):
        yield "\n".join(lines[at : at + LINES])


def reduced_detector(
    data: Path, held: Sequence[str], slips: Mapping[str, int]
) -> tuple[Detector, tempfile.TemporaryDirectory[str]]:
    """A detector by counts from which some files are taken out, and the folder of its data."""
    with np.load(data / "zh-ngrams" / "counts.npz") as loaded:
        counts = {name: loaded[name] for name in loaded.files}
    symbols = SYMBOLS + str(counts["chars"])
    numbers = _numbers("\n".join(held), symbols)
    for length in range(1, 5):
        keys, times = np.unique(_keys(numbers, length), return_counts=True)
        known, values = counts[f"k{length}"], counts[f"v{length}"].astype(np.int64)
        places = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        same = known[places] == keys
        values[places[same]] -= times[same]
        counts[f"v{length}"] = np.maximum(values, 0)
    folder = tempfile.TemporaryDirectory()
    source = Path(folder.name)
    (source / "ngram-counts.xz").write_bytes(pack(symbols, list(grams_of(counts, symbols))))
    (source / "candidates.tsv").write_bytes((CHINESE / "candidates.tsv").read_bytes())
    for name, content in data_files(source).items():
        (source / name).write_bytes(content)
    reduced = NGrams(source)
    observer = Observer(reduced, Doubts(reduced, source), Words(word_counts().get), slips, singles())
    return Detector(observer.quick, lambda: observer), folder


def _numbers(text: str, symbols: str) -> np.ndarray[Any, np.dtype[np.int64]]:
    """The symbols of a text by number, as they were counted: blanks left out, runs of others one."""
    number = {one: at for at, one in enumerate(symbols)}
    rare = number["〇"]
    found = [
        number.get(one, rare) for one in map(symbol, re.sub("[ \f\t\u3000\u200b\u00a0\ufeff]+", "", text))
    ]
    numbers = np.array(found, np.int64)
    again = (numbers[1:] == numbers[:-1]) & (numbers[1:] <= 1)
    return numbers[np.concatenate(([True], ~again))]


def _keys(numbers: np.ndarray[Any, Any], length: int) -> np.ndarray[Any, np.dtype[np.uint64]]:
    """The n-grams of a length, as numbers to the base 4096."""
    size = len(numbers) - length + 1
    keys = np.zeros(size, np.uint64)
    for at in range(length):
        keys = keys << np.uint64(12) | numbers[at : at + size].astype(np.uint64)
    return keys


def right_characters(detector: Detector, documents: Iterable[str], weight: float = 1) -> Iterator[Example]:
    """The characters in doubt as they stand, but for those that were read and found wrong or unclear."""
    lines = JUDGEMENTS.read_text(encoding="utf-8").splitlines()
    verdicts = {key: verdict for key, verdict, _ in (line.split("\t") for line in lines)}
    for text in documents:
        for item in detector.sightings(text):
            excerpt = excerpt_of(text, item)
            verdict = verdicts.get(key_of(excerpt), "false")
            yield Example(item.features, int(verdict == "true"), weight * (verdict != "unclear"), excerpt)


def whole_documents(data: Path) -> Iterator[str]:
    """The prose of the documents of the training half, a corpus divided by the names of its files."""
    for kind in ("clean", "corpus"):
        for document in read_documents(data, kind):
            name = document.source.path.rpartition("/")[2]
            name = name.partition("__")[0].replace("+", "/") if kind == "clean" else name
            if is_training(name):
                yield document.prose


def excerpt_of(text: str, item: Sighting) -> str:
    """A character in its surroundings, with what may be meant."""
    before, after = text[max(0, item.start - 12) : item.start], text[item.start + 1 : item.start + 13]
    return f"{before}[{text[item.start]}>{item.alternative}]{after}".replace("\n", "/")


def key_of(excerpt: str) -> str:
    """What the file of judgements knows an excerpt by."""
    return hashlib.sha256(excerpt.encode()).hexdigest()[:12]


def made_slips(detector: Detector, documents: Sequence[str], slips: Mapping[str, int]) -> Iterator[Example]:
    """Characters of two thirds of the documents replaced, where they are seen as unlikely."""
    rng = random.Random(5)
    maker = SlipMaker(detector, slips, rng)
    for text in documents[: len(documents) * 2 // 3]:
        changed, right = maker.change(text)
        for item in detector.sightings(changed):
            if item.start in right:
                label = int(right[item.start] == item.alternative)
                yield Example(item.features, label, 1, excerpt_of(changed, item))


def real_slips(detector: Detector, data: Path, slips: Mapping[str, int]) -> Iterator[Example]:
    """The characters that the fixes of the training half put right, and those in doubt beside them.

    A fix does not count itself among the slips that were seen.
    """
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
            features = item.features
            if meant == item.alternative and length == 1:
                seen = slips[text[item.start] + meant] - 1
                features = features._replace(slips=math.log1p(seen))
            hit = meant == item.alternative
            weight = REAL_WEIGHT if hit else 0 if meant else 1
            yield Example(features, int(hit), weight, excerpt_of(text, item))


def tree_of(node: Mapping[str, Any]) -> Any:
    """A tree of a dumped model as ``trees.py`` reads it."""
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    return [
        node["split_feature"],
        round(node["threshold"], 4),
        tree_of(node["left_child"]),
        tree_of(node["right_child"]),
    ]


def show_doubtful(model: Any, examples: Sequence[Example]) -> None:
    """Print what the score takes for wrong among the characters that count as right, the surest first."""
    right = [item for item in examples if item.label == 0 and item.weight]
    scores = model.predict_proba(np.array([item.features for item in right], np.float32))[:, 1]
    for score, item in sorted(zip(scores, right, strict=True), key=lambda pair: -pair[0]):
        if score > 0.5:
            print(f"{key_of(item.excerpt)}\t{score:.3f}\t{item.excerpt}")


if __name__ == "__main__":
    main()
