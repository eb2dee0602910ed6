"""Fits the score of doubled characters and words: ``dictionaries/chinese/doubled-score.json``.

    pip install -e '.[train]'
    python -m benchmarks.train_doubled FOLDER [--show]

``FOLDER/zh-text/lines.txt.xz`` holds prose, of which every other block of lines is learnt from.  Fitted to
are:

- *slips*: words, and first, last and middle characters of words, doubled at random in that text;
- *no slips*: what stands twice in it, but for what the lists of words call a slip (``listed``) and what was
  read and found right (``right``, which weighs more), by ``judgements/chinese-doubled.tsv``.

The text is unreviewed: what a first fit, made without a part of the sources, finds surely wrong in that
part is left out of the next.  With ``--show`` it is printed for reading, the surest first.
Gradient boosted trees with fixed seeds: the same input gives the same score.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import random
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import lightgbm
import numpy as np

from benchmarks.chinese_slips import CHINESE, singles
from benchmarks.chinese_trees import SAMPLED, SETTINGS, tree_of
from zhenlint.spelling.chinese.doubled_context import Doubling
from zhenlint.spelling.chinese.doubled_features import Features, Observer
from zhenlint.spelling.chinese.ngrams import ngrams
from zhenlint.spelling.chinese.script import is_simplified
from zhenlint.spelling.chinese.segmentation import segmenter, word_counts

JUDGEMENTS: Final = Path(__file__).parent / "judgements" / "chinese-doubled.tsv"
SCORE: Final = CHINESE / "doubled-score.json"

BLOCK: Final = 2000
"""Lines of a block, of which every other is learnt from."""

MADE_IN_LINES: Final = 0.09
LONGEST: Final = 4
FOLDS: Final = 4
ROUNDS: Final = 3

SURE: Final = 0.9
"""What counts as no slip and is found so likely one is not learnt from."""

MADE_WEIGHT: Final = 0.5
LISTED_WEIGHT: Final = 2.0
RIGHT_WEIGHT: Final = 3.0

TREES: Final[dict[str, Any]] = {
    **SETTINGS,
    **SAMPLED,
    "n_estimators": 100,
    "learning_rate": 0.12,
    "min_child_samples": 30,
    "colsample_bytree": 0.6,
}

_TWICE: Final = re.compile("([\u4e00-\u9fff]{1,4})\\1")
_HAN: Final = re.compile("[\u4e00-\u9fff]{4,}")
_WINDOW: Final = 20


class Example(NamedTuple):
    """A doubling, whether it is a slip, how much it counts, where it is from, and how it stands."""

    features: Features
    slip: bool
    weight: float
    source: str
    excerpt: str
    certain: bool


class Collector:
    """Collects examples from texts, with one generator of random numbers."""

    def __init__(self) -> None:
        self._observer = Observer(ngrams(), word_counts(), singles())
        self._random = random.Random(7)
        lines = JUDGEMENTS.read_text(encoding="utf-8").splitlines() if JUDGEMENTS.exists() else []
        self._verdicts = dict(line.split("\t") for line in lines)
        self._seen: set[str] = set()

    def from_lines(self, path: Path) -> Iterator[Example]:
        """The examples of every other block of a file of lines."""
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file):
                text = line.strip()
                if number // BLOCK % 2 or not _HAN.search(text) or not is_simplified(text):
                    continue
                source = f"block {number // BLOCK}"
                yield from self._standing(text, source)
                if self._random.random() < MADE_IN_LINES:
                    yield from self._made(text, source)

    def _standing(self, text: str, source: str) -> Iterator[Example]:
        """What stands twice in a text, not more often, once each."""
        for match in _TWICE.finditer(text):
            unit = _shortest(match[1])
            example = self._example(text, match.start(), unit, source)
            if example is None or example.excerpt in self._seen:
                continue
            self._seen.add(example.excerpt)
            verdict = self._verdicts.get(key_of(example.excerpt))
            if verdict == "listed":
                yield example._replace(slip=True, weight=LISTED_WEIGHT, certain=True)
            else:
                right = verdict == "right"
                yield example._replace(weight=RIGHT_WEIGHT if right else 1, certain=right)

    def _made(self, text: str, source: str) -> Iterator[Example]:
        """A word of a text, or a character of one, doubled."""
        start, end = self._random.choice([match.span() for match in _HAN.finditer(text)])
        if end - start > _WINDOW + 4:
            start = self._random.randrange(start, end - _WINDOW)
            end = start + _WINDOW
        words = segmenter().words(text[start:end])
        chosen = self._random.randrange(len(words))
        word, at = words[chosen], start + sum(map(len, words[:chosen]))
        if len(word) > LONGEST:
            return
        part = self._random.random()
        if len(word) > 1 and part >= 0.5:
            at += len(word) - 1 if part < 0.75 else 0 if part < 0.97 else len(word) // 2
            word = text[at]
        if _shortest(word) == word:
            doubled = text[:at] + word + text[at:]
            example = self._example(doubled, at, word, source)
            if example is not None:
                yield example._replace(slip=True, weight=MADE_WEIGHT, certain=True)

    def _example(self, text: str, start: int, unit: str, source: str) -> Example | None:
        end = start + 2 * len(unit)
        if text.startswith(unit, end) or text.endswith(unit, 0, start):
            return None
        features = self._observer.features(Doubling.at(text, start, len(unit)))
        excerpt = f"{text[max(0, start - 6) : start]}[{text[start:end]}]{text[end : end + 6]}"
        return Example(features, False, 1, source, excerpt, False) if features else None


def main() -> None:
    """Collect, fit, write."""
    collector = Collector()
    examples = list(collector.from_lines(Path(sys.argv[1]) / "zh-text" / "lines.txt.xz"))
    kept = examples
    for _ in range(ROUNDS):
        scores = scores_of(kept, examples)
        doubtful = [not item.certain and score > SURE for item, score in zip(examples, scores, strict=True)]
        kept = [item for item, doubt in zip(examples, doubtful, strict=True) if not doubt]
        print(f"{len(examples)} examples, {sum(doubtful)} doubtful")
    write(fit(kept))
    if "--show" in sys.argv:
        for score, item in sorted(zip(scores, examples, strict=True), key=lambda pair: -pair[0]):
            if not item.slip and score > SURE:
                print(f"{key_of(item.excerpt)}\t{score:.3f}\t{item.excerpt!r}")


def scores_of(kept: Iterable[Example], examples: list[Example]) -> list[float]:
    """How likely each example is a slip, by a fit to those kept of other sources."""
    folds = [zlib.crc32(item.source.encode()) % FOLDS for item in examples]
    scores = np.zeros(len(examples))
    for fold in range(FOLDS):
        others = [item for item in kept if zlib.crc32(item.source.encode()) % FOLDS != fold]
        places = [at for at, one in enumerate(folds) if one == fold]
        held = np.array([examples[at].features for at in places], np.float32)
        scores[places] = fit(others).predict_proba(held)[:, 1]
    return [float(score) for score in scores]


def fit(examples: Iterable[Example]) -> Any:
    """A model of examples."""
    chosen = list(examples)
    model = lightgbm.LGBMClassifier(**TREES)
    model.fit(
        np.array([item.features for item in chosen], np.float32),
        np.array([item.slip for item in chosen]),
        sample_weight=np.array([item.weight for item in chosen]),
    )
    return model


def write(model: Any) -> None:
    """Write a model as ``trees.py`` reads it."""
    trees = (json.dumps(tree_of(tree["tree_structure"])) for tree in model.booster_.dump_model()["tree_info"])
    head = json.dumps(list(Features._fields))
    lines = ",\n".join(trees)
    SCORE.write_text(f'{{"features": {head},\n"trees": [\n{lines}\n]}}\n', encoding="utf-8")


def key_of(excerpt: str) -> str:
    """What the file of judgements knows an excerpt by."""
    return hashlib.sha256(excerpt.encode()).hexdigest()[:12]


def _shortest(text: str) -> str:
    """The shortest text that a text repeats, often itself."""
    return text[: (text * 2).find(text, 1)]


if __name__ == "__main__":
    main()
