"""A small character model: how likely a character is between what stands before it and what follows.

Two causal transformers [1]_ read the symbols before a place and those behind it, the latter backwards; a
layer joins what they make of them and tells the likelihood of every symbol there.  The character itself is
not read, hence the name: a cloze is a text with a gap to fill.

``chinese-cloze.npz`` holds the weights by name.  A matrix is kept in four bits a weight: ``NAME`` has two of
them in a byte, the first in the higher half, each eight more than the weight in steps, and ``NAME.step`` the
step of each row.  Everything else is in 16 bits.  ``symbols`` is the text of all symbols, in the order of
their numbers; the first stands for all others.

.. [1] Vaswani et al., "Attention Is All You Need", 2017, with the norms ahead of the layers; Radford et al.,
   2018, for the causal one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from zhenlint.package_data import DATA

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float32]
    Numbers = NDArray[np.int64]

HEADS: Final = 4
"""How many parts of a state attend on their own."""

LAYERS: Final = 3
"""Layers of each of the two transformers."""

REACH: Final = 24
"""How many symbols to each side are read; 64 at most, for so many places were learnt."""

BATCH: Final = 64
"""So many places are read at once, which bounds the memory."""

_EPSILON: Final = 1e-5
"""What PyTorch adds to a variance in its norm of a layer."""


class Cloze:
    """The model by what a file holds."""

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        self._numbers = {one: number for number, one in enumerate(str(stored["symbols"]))}
        self._weights = _read(stored)
        self._symbols = self._weights["e.weight"]

    @classmethod
    def load(cls, path: Path) -> Cloze:
        """The model of a file."""
        with np.load(path) as stored:
            return cls(stored)

    def number(self, symbol: str) -> int:
        """The number of a symbol, 0 for one that the model does not know."""
        return self._numbers.get(symbol, 0)

    def likelihoods(self, before: Sequence[str], after: Sequence[str]) -> Array:
        """The logarithms of how likely each symbol is, for each gap between two texts of symbols.

        Of each text the :data:`REACH` symbols next to the gap are read; a line for each gap, a column for
        each symbol by its :meth:`number`.
        """
        found = [
            self._read_gaps(before[first : first + BATCH], after[first : first + BATCH])
            for first in range(0, len(before), BATCH)
        ]
        return np.concatenate(found)

    def _read_gaps(self, before: Sequence[str], after: Sequence[str]) -> Array:
        left = self._states("f", [text[-REACH:] for text in before])
        right = self._states("b", [text[:REACH][::-1] for text in after])
        joined = np.concatenate((left, right), 1)
        state = self._norm("nc", self._apply("c2", _gelu(self._apply("c", joined))))
        scores = state @ self._symbols.T + self._weights["bias"]
        highest = scores.max(1, keepdims=True)
        likelihoods: Array = scores - highest - np.log(np.exp(scores - highest).sum(1, keepdims=True))
        return likelihoods

    def _states(self, side: str, texts: Sequence[str]) -> Array:
        """What one of the transformers makes of some texts: the state at the last symbol of each."""
        lines = [[self.number(one) for one in text.rjust(REACH, "\n")] for text in texts]
        numbers: Numbers = np.array(lines, np.int64)
        states: Array = self._symbols[numbers] + self._weights["p.weight"][:REACH]
        for layer in range(LAYERS):
            states = self._layer(f"{side}.{layer}", states, only_last=layer == LAYERS - 1)
        return self._norm("n" + side, states[:, -1])

    def _layer(self, name: str, states: Array, *, only_last: bool) -> Array:
        """The states after a layer; of the last layer only that of the last symbol is needed."""
        states = self._attend(name, states, only_last=only_last)
        grown = _gelu(self._apply(f"{name}.a", self._norm(f"{name}.n2", states)))
        return states + self._apply(f"{name}.b", grown)

    def _attend(self, name: str, states: Array, *, only_last: bool) -> Array:
        """The states with what each takes from those up to itself."""
        count, length, size = states.shape
        split = self._apply(f"{name}.qkv", self._norm(f"{name}.n1", states))
        queries, keys, values = split.reshape(count, length, 3, HEADS, size // HEADS).transpose(2, 0, 3, 1, 4)
        if only_last:
            queries, states = queries[:, :, -1:], states[:, -1:]
        scores = queries @ keys.transpose(0, 1, 3, 2) * np.float32((size // HEADS) ** -0.5)
        if not only_last:
            scores += np.triu(np.full((length, length), -np.inf, np.float32), 1)
        shares = np.exp(scores - scores.max(-1, keepdims=True))
        shares /= shares.sum(-1, keepdims=True)
        taken = (shares @ values).transpose(0, 2, 1, 3).reshape(states.shape)
        return states + self._apply(f"{name}.o", taken)

    def _apply(self, name: str, states: Array) -> Array:
        flat = states.reshape(-1, states.shape[-1])  # one product is much faster than one for each gap
        found: Array = flat @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return found.reshape(*states.shape[:-1], -1)

    def _norm(self, name: str, states: Array) -> Array:
        centred = states - states.mean(-1, keepdims=True)
        spread = np.sqrt(np.square(centred).mean(-1, keepdims=True) + np.float32(_EPSILON))
        normed: Array = centred / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return normed


def _gelu(states: Array) -> Array:
    """The Gaussian error linear unit, by its usual approximation (Hendrycks and Gimpel, 2016)."""
    inner = np.float32(0.7978845608) * (states + np.float32(0.044715) * states * states * states)
    grown: Array = np.float32(0.5) * states * (1 + np.tanh(inner))
    return grown


def _read(stored: Mapping[str, NDArray[Any]]) -> dict[str, Array]:
    """The weights of a file by name, those in four bits unfolded."""
    weights: dict[str, Array] = {}
    for name in stored:
        if name == "symbols" or name.endswith(".step"):
            continue
        values = stored[name]
        if f"{name}.step" in stored:
            halves = np.stack((values >> 4, values & 15), -1).reshape(len(values), -1)
            values = (halves.astype(np.float32) - 8) * stored[f"{name}.step"].astype(np.float32)[:, None]
        weights[name] = values.astype(np.float32)
    return weights


@cache
def cloze() -> Cloze:
    """The model that comes with the package."""
    return Cloze.load(DATA / "chinese-cloze.npz")
