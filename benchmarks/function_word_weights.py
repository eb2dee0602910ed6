"""Weights of features by logistic regression, for the classifiers of function words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.function_word_text import features_of
from zhenlint.spelling.chinese.function_word_features import GLANCE

SEEN: Final = 4
"""How often a feature was seen at least."""

STEPS: Final = 40


class Places(NamedTuple):
    """Places of a pair: where, whether the second word stands there, how much they count, windows."""

    at: Any
    second: Any
    weight: Any
    windows: Any


class Weights(NamedTuple):
    """The features that count, ascending, with the weight of each, and what is added."""

    features: Any
    factors: Any
    total: float

    def margins(self, seen: Any) -> Any:
        """The logit of the second word by the features of places."""
        return _matrix(seen, self.features) @ self.factors + self.total

    def glances(self, windows: Any) -> Any:
        """The same for windows of which only what is seen at a glance counts."""
        return self.margins(features_of(windows)[:, : len(GLANCE)])


def fit(seen: Any, places: Places, kept: int) -> Weights:
    """The weights of the features that matter most."""
    found, counts = np.unique(seen, return_counts=True)
    found = found[(counts >= SEEN) & (found != 0)]
    matrix = _matrix(seen, found)
    weights = regression(matrix, places, np.zeros(len(found)))
    importance = np.abs(weights[:-1]) * np.sqrt(np.asarray(matrix.sum(0)).ravel())
    chosen = np.sort(np.argsort(-importance, kind="stable")[:kept])
    again = regression(matrix[:, chosen], places, weights[:-1][chosen])
    return Weights(found[chosen], again[:-1], float(again[-1]))


def regression(matrix: Any, places: Places, start: Any) -> Any:
    """The factors, and the constant, of a logistic regression with a small ridge."""
    sign, weight, turned = 2 * places.second - 1, places.weight, matrix.T.tocsr()

    def loss(factors: Any) -> tuple[float, Any]:
        wrong = -sign * (matrix @ factors[:-1] + factors[-1])
        slope = -sign * weight / (1 + np.exp(-wrong))
        value = (weight * np.logaddexp(0, wrong)).sum() + factors[:-1] @ factors[:-1] / 2
        return value, np.r_[turned @ slope + factors[:-1], slope.sum()]

    share = np.average(places.second, weights=weight)
    first = np.r_[start, np.log(share / (1 - share))]
    return minimize(loss, first, jac=True, method="L-BFGS-B", options={"maxiter": STEPS, "maxcor": 6}).x


def in_parts(windows: Any, judged: Callable[[Any], Any]) -> Any:
    """What is found of many windows, a part at a time."""
    return np.concatenate([judged(windows[at : at + 100_000]) for at in range(0, len(windows), 100_000)])


def _matrix(seen: Any, features: Any) -> Any:
    """Which of some features, ascending, are seen at each place."""
    columns = np.searchsorted(features, seen.ravel()) % len(features)
    hits = features[columns] == seen.ravel()
    rows = np.repeat(np.arange(len(seen)), seen.shape[1])[hits]
    ones = np.ones(len(rows), np.float32)
    matrix = csr_matrix((ones, (rows, columns[hits])), shape=(len(seen), len(features)))
    matrix.data[:] = 1
    return matrix
