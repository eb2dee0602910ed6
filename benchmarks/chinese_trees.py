"""Small decision trees that weigh Chinese text: how lightgbm grows them, and the form they are kept in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

SETTINGS: Final[dict[str, Any]] = {
    "num_leaves": 15,
    "random_state": 1,
    "deterministic": True,
    "force_row_wise": True,
    "n_jobs": 1,
    "verbose": -1,
}
"""What all of them share; the same examples give the same trees."""

SAMPLED: Final = {"subsample": 0.8, "subsample_freq": 1, "colsample_bytree": 0.7, "reg_lambda": 5}
"""For few examples: each tree sees some of them and of their features."""


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
