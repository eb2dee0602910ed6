"""A score made of small decision trees: how likely something is, by features.

The data is a JSON object: ``features`` names the features in order, ``trees`` lists the trees.  A tree is
a number, its leaf, or four of them: the index of a feature, a threshold, the tree for values up to it, the
tree for values above.  The leaves that a value of features reaches are summed, the sum is a logit.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, repeat
from pathlib import Path
from typing import Any


class Trees:
    """The score of one file."""

    def __init__(self, path: Path, features: Sequence[str]) -> None:
        """Read the trees; ``ValueError`` if they are made for other features."""
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["features"] != list(features):
            raise ValueError(f"{path}: trees for other features")
        self._trees: list[Any] = content["trees"]

    @cached_property
    def _rests(self) -> list[float]:
        """What the trees behind each can add at most."""
        return list(accumulate(map(_highest, reversed(self._trees[1:])), initial=0.0))[::-1]

    def probability(self, features: Sequence[float], least: float = 0.0) -> float:
        """The logistic function of the sum of the leaves; 0 where it cannot reach ``least``.

        Most do not reach it, and that shows after a few trees: what the rest can add at most is known.
        """
        total = 0.0
        needed = math.log(least / (1 - least)) if least else -math.inf
        rests = self._rests if least else repeat(0.0)
        for node, rest in zip(self._trees, rests, strict=False):
            while type(node) is list:  # a tenth faster than isinstance, and an index for each part
                feature, most, low, high = node
                node = low if features[feature] <= most else high
            total += node
            if total + rest < needed:
                return 0.0
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _highest(tree: Any) -> float:
    """The highest leaf of a tree."""
    return max(_highest(tree[2]), _highest(tree[3])) if isinstance(tree, list) else tree
