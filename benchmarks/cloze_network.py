"""The character model as PyTorch trains it; ``cloze.py`` of the package runs it without PyTorch.

Two causal transformers read a line of symbols, one of them backwards; what they make of the symbols to both
sides of a place tells which symbol stands there.
"""

from __future__ import annotations

from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from zhenlint.spelling.chinese.cloze import HEADS, LAYERS

SIZE: Final = 192
"""Numbers in a state."""

PLACES: Final = 64
"""Symbols in a line that is read at once."""

STEPS: Final = 7
"""A weight of four bits is so many steps from zero at most."""


class Rounded(torch.autograd.Function):
    """Weights as four bits keep them, each row with steps of its own; the gradient passes as it is."""

    @staticmethod
    def forward(context: Any, weights: Tensor) -> Tensor:
        """The rounded weights."""
        step = step_of(weights)
        return (weights / step).round().clamp(-STEPS, STEPS) * step

    @staticmethod
    def backward(context: Any, gradient: Tensor) -> Tensor:
        """The straight-through estimate (Bengio et al., 2013)."""
        return gradient


def step_of(weights: Tensor) -> Tensor:
    """The step of each row of a matrix, as 16 bits keep it."""
    return (weights.abs().amax(1, keepdim=True) / STEPS).clamp_min(1e-8).half().float()


class Cloze(nn.Module):
    """The network; ``rounding`` tells whether weights are rounded as they will be kept."""

    def __init__(self, symbols: int) -> None:
        super().__init__()
        self.rounding = False
        self.e = nn.Embedding(symbols, SIZE)
        self.p = nn.Embedding(PLACES, SIZE)
        self.f = nn.ModuleList(Layer(self) for _ in range(LAYERS))
        self.b = nn.ModuleList(Layer(self) for _ in range(LAYERS))
        self.nf, self.nb, self.nc = (nn.LayerNorm(SIZE) for _ in range(3))
        self.c = Linear(self, 2 * SIZE, 2 * SIZE)
        self.c2 = Linear(self, 2 * SIZE, SIZE)
        self.bias = nn.Parameter(torch.zeros(symbols))
        nn.init.normal_(self.e.weight, std=0.05)
        nn.init.normal_(self.p.weight, std=0.02)

    def forward(self, lines: Tensor) -> Tensor:
        """The scores of every symbol at each place of some lines but the first and the last."""
        left = self.nf(self._read(self.f, lines))
        right = self.nb(self._read(self.b, lines.flip(1))).flip(1)
        joined = torch.cat((left[:, :-2], right[:, 2:]), -1)
        state = self.nc(self.c2(functional.gelu(self.c(joined))))
        return functional.linear(state, self.kept(self.e.weight), self.bias)

    def kept(self, weights: Tensor) -> Tensor:
        """Weights as they are used: rounded or not."""
        return Rounded.apply(weights) if self.rounding else weights  # type: ignore[no-any-return, no-untyped-call]

    def _read(self, layers: nn.ModuleList, lines: Tensor) -> Tensor:
        states = functional.embedding(lines, self.kept(self.e.weight)) + self.p.weight[: lines.shape[1]]
        for layer in layers:
            states = layer(states)
        return states


class Linear(nn.Linear):
    """A linear layer with the weights as its network keeps them."""

    def __init__(self, network: Cloze, size: int, out: int) -> None:
        super().__init__(size, out)
        self._network = [network]  # in a list, or PyTorch would take the whole for a part of this layer

    def forward(self, states: Tensor) -> Tensor:
        """The states times the weights."""
        return functional.linear(states, self._network[0].kept(self.weight), self.bias)


class Layer(nn.Module):
    """A layer of a causal transformer, with its norms ahead."""

    def __init__(self, network: Cloze) -> None:
        super().__init__()
        self.n1, self.n2 = nn.LayerNorm(SIZE), nn.LayerNorm(SIZE)
        self.qkv = Linear(network, SIZE, 3 * SIZE)
        self.o = Linear(network, SIZE, SIZE)
        self.a = Linear(network, SIZE, 4 * SIZE)
        self.b = Linear(network, 4 * SIZE, SIZE)

    def forward(self, states: Tensor) -> Tensor:
        """The states after it."""
        count, length, _ = states.shape
        split = self.qkv(self.n1(states)).view(count, length, 3, HEADS, SIZE // HEADS)
        queries, keys, values = split.permute(2, 0, 3, 1, 4)
        taken = functional.scaled_dot_product_attention(queries, keys, values, is_causal=True)
        states = states + self.o(taken.transpose(1, 2).reshape(states.shape))
        grown: Tensor = states + self.b(functional.gelu(self.a(self.n2(states))))
        return grown
