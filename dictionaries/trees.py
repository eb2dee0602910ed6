"""The trees of a score, packed for the package: ``src/zhenlint/spelling/chinese/trees.py`` tells the form."""

from __future__ import annotations

import json
import pickle
import pickletools
from collections.abc import Sequence
from itertools import accumulate
from typing import Any


def packed(text: str | bytes) -> bytes:
    """The package's file of trees that were written as JSON, with ``features`` and ``trees``."""
    content = json.loads(text)
    trees = [_tuples(tree) for tree in content["trees"]]
    data = tuple(content["features"]), tuple(trees), tuple(_rests(trees))
    return pickletools.optimize(pickle.dumps(data, protocol=4))


def _tuples(tree: Any) -> Any:
    return tuple(map(_tuples, tree)) if isinstance(tree, list) else tree


def _rests(trees: Sequence[Any]) -> list[float]:
    """What the trees behind each can add at most."""
    return list(accumulate(map(_highest, reversed(trees[1:])), initial=0.0))[::-1]


def _highest(tree: Any) -> float:
    """The highest leaf of a tree."""
    return max(_highest(tree[2]), _highest(tree[3])) if isinstance(tree, tuple) else tree
