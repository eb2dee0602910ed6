"""Trains the character model of the engine ``neural``: writes ``dictionaries/chinese/cloze.npz``.

    pip install torch numpy
    python -m benchmarks.train_cloze FOLDER [--minutes=4]
    python dictionaries/build.py

FOLDER holds ``zh-text/lines.txt.xz``; all sources but those of one fold are read, which
:mod:`benchmarks.train_neural` needs as text that the model does not know.  The model is to tell every symbol
from those around it, and above all those that people mistake for one another from each other
(``slips.tsv``).  In the second half of the time weights are rounded to what four bits can keep.

It wants a graphics processor: the model in the repository was trained for four minutes (8,000 steps of
65,000 symbols) on one NVIDIA H200 with PyTorch 2.11; the held out fold was then 1.06 nats unlikely for a
symbol, and .041 for a symbol among those it is mistaken for.  Time decides the outcome, so it is not made
again byte for byte; what is built of it is.
"""

from __future__ import annotations

import math
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from benchmarks.chinese_slips import CHINESE
from benchmarks.chinese_text import FOLDS, HELD_OUT, LEFT_OUT, read_sources
from benchmarks.cloze_network import PLACES, STEPS, Cloze, step_of
from zhenlint.spelling.chinese.cloze_symbols import symbols

LINES: Final = 1024
"""Lines of symbols in a step."""

RATE: Final = 1.5e-3
"""The highest rate of learning."""

RARE: Final = 5
"""Symbols that stand so often in the text are one."""

OTHERS: Final = 24
"""So many symbols that are mistaken for one another are told apart."""

MISTAKEN: Final = 2.0
"""How much more it counts to tell those apart than to tell a symbol among all."""

UNKNOWN, UNUSED = "\ufffd", "\ufffe"


def main() -> None:
    """Train and write."""
    data = Path(sys.argv[1])
    minutes = next((float(item[10:]) for item in sys.argv if item.startswith("--minutes=")), 4.0)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(0)
    sources = enumerate(read_sources(data))
    texts = {number: symbols(source) for number, source in sources if number != LEFT_OUT}
    learnt = "\n".join(text for number, text in texts.items() if number % FOLDS != HELD_OUT)
    held_out = "\n".join(text for number, text in texts.items() if number % FOLDS == HELD_OUT)
    known = [UNKNOWN, UNUSED, *(one for one, often in Counter(learnt).most_common() if often > RARE)]
    network = Cloze(len(known)).to(device)
    others = mistaken(known).to(device)
    train(network, numbers_of(learnt, known).to(device), others, 60 * minutes)
    with torch.no_grad():
        lines = islice(lines_of(numbers_of(held_out, known).to(device)), 20)
        found = torch.tensor([[float(loss) for loss in losses(network, line, others)] for line in lines])
    print("held out, nats for a symbol and for one among those mistaken for it:", found.mean(0).tolist())
    np.savez(CHINESE / "cloze.npz", **written(network, "".join(known)))


def numbers_of(text: str, known: list[str]) -> Tensor:
    """The numbers of the symbols of a text."""
    table = np.zeros(0x110000, np.int32)
    table[[ord(one) for one in known]] = range(len(known))
    return torch.from_numpy(table[np.frombuffer(text.encode("utf-32-le"), np.uint32)])


def mistaken(known: list[str]) -> Tensor:
    """For each symbol the numbers of those that it is mistaken for, most often first; 0 for none."""
    numbers = {one: number for number, one in enumerate(known)}
    often: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for line in (CHINESE / "slips.tsv").read_text(encoding="utf-8").splitlines():
        pair, count = line.split("\t")
        one, other = (numbers.get(character, 0) for character in pair)
        if one and other:
            often[one][other] += int(count)
            often[other][one] += int(count)
    found = torch.zeros(len(known), OTHERS, dtype=torch.long)
    for one, counts in often.items():
        for column, (other, _) in enumerate(counts.most_common(OTHERS)):
            found[one, column] = other
    return found


def lines_of(numbers: Tensor) -> Iterator[Tensor]:
    """Lines taken anywhere from a text, without end."""
    within = torch.arange(PLACES, device=numbers.device)
    while True:
        first = torch.randint(0, len(numbers) - PLACES, (LINES, 1), device=numbers.device)
        yield numbers[first + within].long()


def train(network: Cloze, numbers: Tensor, others: Tensor, seconds: float) -> None:
    """Train for so many seconds."""
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, betas=(0.9, 0.98), weight_decay=0.01)
    start = time.monotonic()
    for lines in lines_of(numbers):
        share = (time.monotonic() - start) / seconds
        if share >= 1:
            break
        network.rounding = share > 0.5
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, share / 0.03) * (0.01 + 0.495 * (1 + math.cos(math.pi * share)))
        of_all, of_mistaken = losses(network, lines, others)
        optimizer.zero_grad(set_to_none=True)
        (of_all + MISTAKEN * of_mistaken).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
    network.rounding = True


def losses(network: Cloze, lines: Tensor, others: Tensor) -> tuple[Tensor, Tensor]:
    """How unlikely the symbols are, on average: among all, and among those they are mistaken for."""
    meant = lines[:, 1:-1]
    with torch.autocast(lines.device.type, torch.bfloat16):
        scores = network(lines).float()
    of_all = functional.cross_entropy(scores.flatten(0, 1), meant.flatten())
    choices = torch.cat((meant[..., None], others[meant]), -1)
    chosen = scores.gather(-1, choices).masked_fill(choices == 0, -1e4)
    each = chosen.logsumexp(-1) - chosen[..., 0]
    return of_all, each[others[meant][..., 0] > 0].mean()


def written(network: Cloze, known: str) -> dict[str, Any]:
    """The weights of a network of some known symbols as ``cloze.py`` of the package reads them."""
    content = {"symbols": np.array(known)}
    for name, weights in network.state_dict().items():
        if weights.dim() == 2 and name != "p.weight":
            step = step_of(weights)
            steps = ((weights / step).round().clamp(-STEPS, STEPS) + STEPS + 1).byte().cpu().numpy()
            content[name] = steps[:, ::2] << 4 | steps[:, 1::2]
            content[f"{name}.step"] = step[:, 0].half().cpu().numpy()
        else:
            content[name] = weights.half().cpu().numpy()
    return content


if __name__ == "__main__":
    main()
