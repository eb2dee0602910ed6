"""How likely an unknown word is a misspelling: a logistic score over what is seen of it.

The weights are data (``dictionaries/english/weights.json``), fitted by ``benchmarks/train_english.py``.
"""

from __future__ import annotations

import math
from pathlib import Path

from zhenlint.named_tuple import NamedTuple


class Features(NamedTuple):
    """What is seen of an unknown word, beside the likeliest correction.  Truths count 1, others 0."""

    bias: float
    frequency: float
    """Zipf frequency of the correction."""

    rare: float
    """The correction is a rare word."""

    cost: float
    """Cost of the typing errors."""

    capital_cost: float
    """The same where the word begins with a capital or has one inside."""

    length: float
    """Letters, 12 at most."""

    swap: float
    """Two neighbouring letters are swapped, nothing else."""

    leading_letter: float
    """The word is the correction with a letter before it: ``jconsole``."""

    cut_short: float
    """The word is the correction without its last letter."""

    open_ending: float
    """The word ends in a, i or o, the correction does not; so do names and other languages."""

    piece: float
    """A hump of a camelCase name, or a name with capitals inside."""

    capitals: float
    hyphen: float
    """A part of a hyphenated expression."""

    prefix: float
    suffix: float
    plural: float
    compound: float
    """Can be made of known words in these ways."""

    in_code: float
    """Stands in code, in a URL or in a link's destination as well."""

    uses: float
    """Natural logarithm of how often the project, or else the document, uses the word."""

    correction_in_text: float
    """The correction stands elsewhere in the document's prose."""

    correction_in_code: float
    """The correction stands in code or in a URL, not in prose."""

    correction_is_name: float
    """The correction is the name of a person or a place."""

    strangers: float
    """Share of unknown words in the phrase."""

    person: float
    """Written like a person's name."""


Weights = Features
"""A weight for each feature."""


def load_weights(path: Path) -> Weights:
    """Read weights, a feature and its weight a line."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return Weights(**{name: float(weight) for name, weight in rows})


def probability(features: Features, weights: Weights) -> float:
    """The logistic function of the weighted sum."""
    total = sum(weight * feature for weight, feature in zip(weights, features, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
