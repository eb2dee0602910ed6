"""Fits the weights of the English score: ``dictionaries/english/weights.json``.

    python -m benchmarks.train_english FOLDER

Only repositories of the training half are used.  What is fitted to:

- *slips*: the wrong words of real typo fixes, and unknown words of whole documents that were judged
  to be misspelled;
- *made slips*: typing errors put into common words of the same documents;
- *names*: unknown words of whole documents that were judged to be right, or were not judged; the
  words of ``additions.txt``, which were added on reading such documents, count as unknown here;
- *hidden words*: rarer words that the lexicon knows, in a document, as if it did not know them; so
  look the words that a lexicon lacks.

Logistic regression with a small ridge penalty, by Newton's method.  The same input gives the same
weights.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from string import ascii_lowercase
from typing import NamedTuple

from benchmarks.english_data import Sample, is_training, read_documents, read_judgements, read_rows
from zhenlint.spelling.edits import VOWELS, touch
from zhenlint.spelling.english import Detector, Sighting, detector
from zhenlint.spelling.evidence import Evidence
from zhenlint.spelling.lexicon import Lexicon, lexicon
from zhenlint.spelling.score import Features, Weights, probability
from zhenlint.spelling.suspects import Suspects
from zhenlint.spelling.tokens import words

ENGLISH = Path(__file__).parent.parent / "dictionaries" / "english"
RIDGE = 1.0
HIDDEN_WEIGHT = 0.2
MADE_WEIGHT = 0.1
"""What a hidden word and a made slip count beside a real word."""

HIDDEN_BELOW = 3.2
"""Zipf frequency from which a word is too common for a lexicon to lack."""

PORTIONS = 8
"""How many portions the hidden words are hidden in, so that their neighbours stay known."""

_WORD = re.compile(r"[A-Za-z]{4,}")
_FORMS = "s es d ed r er ers ing ings y ies ly e able or ion ions"
_ENDINGS = frozenset(("", *_FORMS.split()))


class Example(NamedTuple):
    """An unknown word with what it is (1: misspelled, 0: right) and how much it counts."""

    features: Features
    label: int
    weight: float


class Lacking(Lexicon):
    """The lexicon without some words."""

    def __init__(self, lacks: frozenset[str]) -> None:
        super().__init__()
        self._lacks = lacks

    def knows(self, word: str) -> bool:
        return word not in self._lacks and super().knows(word)

    def group(self, first: str, length: int) -> tuple[Sequence[str], bytes]:
        words, levels = super().group(first, length)
        kept = [place for place, word in enumerate(words) if word not in self._lacks]
        return [words[place] for place in kept], bytes(levels[place] for place in kept)


def main() -> None:
    """Fit and write the weights, and show them."""
    data = Path(sys.argv[1])
    documents = [sample for sample in read_documents(data) if is_training(sample.repository)]
    examples = [
        *real_slips(data),
        *judged_words(documents),
        *hidden_words(documents),
        *made_slips(documents),
    ]
    weights = fit(examples)
    (ENGLISH / "weights.json").write_text(
        json.dumps({name: round(value, 3) for name, value in weights._asdict().items()}, indent=2) + "\n",
        encoding="utf-8",
    )
    for name, value in weights._asdict().items():
        print(f"{name:20} {value:7.3f}")


def real_slips(data: Path) -> Iterator[Example]:
    """The wrong words of real fixes."""
    for row in read_rows(data):
        if is_training(row.sample.repository):
            for item in _once(row.sample.sightings(detector())):
                if any(slip.start <= item.start < slip.end for slip in row.slips):
                    yield Example(item.features, 1, 1)


def judged_words(documents: Iterable[Sample]) -> Iterator[Example]:
    """The unknown words of whole documents, each once a repository."""
    judgements = read_judgements()
    lines = (ENGLISH / "additions.txt").read_text(encoding="utf-8").splitlines()
    before = Detector(
        Suspects(Lacking(frozenset(line.partition("\t")[0] for line in lines))), detector().weights
    )
    seen = set()
    for sample in documents:
        for item in sample.sightings(before):
            word = item.part.text.lower()
            verdict = judgements.get(word, "false")
            if verdict != "unclear" and (sample.repository, word) not in seen:
                seen.add((sample.repository, word))
                yield Example(item.features, int(verdict == "true"), 1)


def hidden_words(documents: Sequence[Sample]) -> Iterator[Example]:
    """Known words of the documents as if they were unknown, but those whose correction is a form of them."""
    known = lexicon()
    found = {word.lower() for sample in documents for word in _WORD.findall(sample.document.prose)}
    rarer = sorted(word for word in found if known.knows(word) and known.frequency(word) < HIDDEN_BELOW)
    for portion in range(PORTIONS):
        lacks = frozenset(rarer[portion::PORTIONS])
        lacking = Detector(Suspects(Lacking(lacks)), detector().weights)
        seen = set()
        for sample in documents:
            for item in sample.sightings(lacking):
                word = item.part.text.lower()
                key = (sample.repository, word)
                if word in lacks and key not in seen and not _is_form(word, item.corrections[0].lower()):
                    seen.add(key)
                    yield Example(item.features, 0, HIDDEN_WEIGHT)


def _is_form(one: str, other: str) -> bool:
    """Whether two words are forms of one: ``namespace`` and ``namespaces``."""
    same = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    stem = min(len(one), len(other)) if same is None else same
    return one[stem:] in _ENDINGS and other[stem:] in _ENDINGS


def made_slips(documents: Sequence[Sample]) -> Iterator[Example]:
    """Common words of the documents with a typing error put into them, where it can be put right."""
    rng = random.Random(1)
    places: dict[str, list[tuple[Sample, int, str]]] = {}
    for sample in documents:
        for match in _WORD.finditer(sample.document.prose):
            if match[0][1:].islower() and lexicon().frequency(match[0].lower()) > 0:
                places.setdefault(match[0].lower(), []).append((sample, match.start(), match[0]))
    for key in sorted(places):
        sample, start, word = rng.choice(places[key])
        wrong = mistyped(word.lower(), rng)
        if wrong != word.lower() and not lexicon().knows(wrong):
            wrong = wrong if word.islower() else wrong.capitalize()
            item = _sight(sample, start, word, wrong)
            if item and item.corrections[0].lower() == word.lower():
                yield Example(item.features, 1, MADE_WEIGHT)


def _sight(sample: Sample, start: int, word: str, wrong: str) -> Sighting | None:
    """What is seen of a word in a document if it is mistyped there."""
    prose = sample.document.prose
    prose = prose[:start] + wrong + prose[start + len(word) :]
    if not any(item.start == start and item.text == wrong for item in words(prose)):
        return None
    evidence = Evidence(prose, sample.document.has_in_code)
    found = detector().sightings(evidence, detector().places(prose, {wrong}))
    return next((item for item in found if item.start == start), None)


def mistyped(word: str, rng: random.Random) -> str:
    """A word with one typing error: a letter left out, swapped, doubled, added, or a wrong one."""
    at = rng.randrange(1, len(word)) if rng.random() < 0.75 else rng.randrange(len(word))
    letter, kind = word[at], rng.random()
    near = [other for other in ascii_lowercase if touch(letter, other)]
    if kind < 0.35:
        return word[:at] + word[at + 1 :]
    if kind < 0.57:
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind < 0.77:
        return word[:at] + rng.choice([letter, rng.choice(near)]) + word[at:]
    wrong = rng.choice(sorted(VOWELS) if letter in VOWELS and rng.random() < 0.5 else near)
    return word[:at] + wrong + word[at + 1 :]


def _once(sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    """The first sighting of each word."""
    seen = set()
    for item in sightings:
        if item.part.text not in seen:
            seen.add(item.part.text)
            yield item


def fit(examples: Sequence[Example], rounds: int = 25) -> Weights:
    """The weights that make the examples likeliest, less a ridge penalty (the bias is nearly free)."""
    size = len(Features._fields)
    penalty = [RIDGE * (0.1 if name == "bias" else 1) for name in Features._fields]
    weights = Weights(*[0.0] * size)
    for _ in range(rounds):
        slope = [share * weight for share, weight in zip(penalty, weights, strict=True)]
        bend = [[penalty[row] * (row == column) for column in range(size)] for row in range(size)]
        for features, label, weight in examples:
            likely = probability(features, weights)
            present = [at for at, value in enumerate(features) if value]
            for row in present:
                slope[row] += weight * (likely - label) * features[row]
                scale = weight * likely * (1 - likely) * features[row]
                for column in present:
                    bend[row][column] += scale * features[column]
        step = solve(bend, slope)
        weights = Weights(*(weight - change for weight, change in zip(weights, step, strict=True)))
    return weights


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a positive definite system of linear equations by elimination."""
    size = len(right)
    rows = [[*matrix[at], right[at]] for at in range(size)]
    for pivot in range(size):
        for row in range(pivot + 1, size):
            share = rows[row][pivot] / rows[pivot][pivot]
            rows[row] = [value - share * above for value, above in zip(rows[row], rows[pivot], strict=True)]
    result = [0.0] * size
    for at in reversed(range(size)):
        known = sum(rows[at][column] * result[column] for column in range(at + 1, size))
        result[at] = (rows[at][size] - known) / rows[at][at]
    return result


if __name__ == "__main__":
    main()
