"""A score made of small decision trees: how likely something is, by features.

The data is a pickle of three tuples: the names of the features in order, the trees, and for each tree what
those behind it can add at most.  A tree is a number, its leaf, or a tuple of four: the index of a feature, a
threshold, the tree for values up to it, the tree for values above.  The leaves that a value of features
reaches are summed, the sum is a logit.

Trees are fitted as JSON and packed when the data are built (``dictionaries/trees.py``): as JSON the seven
files of a run took each process 10 ms, packed they take 1.
"""

from __future__ import annotations

import math
import pickle
from collections.abc import Sequence
from itertools import repeat
from pathlib import Path


class Trees:
    """The score of one file."""

    def __init__(self, path: Path, features: Sequence[str]) -> None:
        """Read the trees; ``ValueError`` if they are made for other features."""
        made_for, self._trees, self._rests = pickle.loads(path.read_bytes())
        if made_for != tuple(features):
            raise ValueError(f"{path}: trees for other features")

    def probability(self, features: Sequence[float], least: float = 0.0) -> float:
        """The logistic function of the sum of the leaves; 0 where it cannot reach ``least``.

        Most do not reach it, and that shows after a few trees: what the rest can add at most is known.
        """
        total = 0.0
        needed = math.log(least / (1 - least)) if least else -math.inf
        rests = self._rests if least else repeat(0.0)
        for node, rest in zip(self._trees, rests, strict=False):
            while type(node) is tuple:  # a tenth faster than isinstance, and an index for each part
                feature, most, low, high = node
                node = low if features[feature] <= most else high
            total += node
            if total + rest < needed:
                return 0.0
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
