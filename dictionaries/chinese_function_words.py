"""The function words that are written for each other: their list, and the package's data of them.

``chinese/function-words.tsv`` is our own list of what is judged; ``function-words-PAIR.tsv.xz`` and
``.json`` are written by ``benchmarks/train_function_words.py``.
"""

from __future__ import annotations

import json
import lzma
import math
import pickle
import string
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

import marisa_trie

from dictionaries.chinese_near_misses import in_order, saved
from dictionaries.trees import packed
from zhenlint.markdown.marks import ATOM, BLOCK
from zhenlint.spelling.chinese.function_word_judge import ZERO
from zhenlint.spelling.chinese.function_words import LEAST, weights_of
from zhenlint.spelling.chinese.ngrams import LINE_END, OTHER

CHINESE: Final = Path(__file__).parent / "chinese"

STEPS: Final = 4
"""What may stand before a word is told apart so finely by its weight in a pattern."""

FILTERS: Final = [{"id": lzma.FILTER_LZMA2, "preset": 9}]

_CHARACTERS: Final = {
    LINE_END: f"\n{BLOCK}",
    OTHER: f" {ATOM}{string.ascii_letters}{string.digits}",
    "。": "。！？；!?;…",
    "，": "，、：,:",
    "“": "“”‘’\"'（）()【】《》「」『』",
}
"""The usual characters that a symbol stands for; a blank stands between Han characters and others."""


class Direction(NamedTuple):
    """One word of a pair written for the other, from which margins that is reported and hinted at.

    What may not stand right before and right behind it are regular expressions.
    """

    own: str
    meant: str
    report: float
    hint: float
    barred: str
    barred_next: str


class Pair(NamedTuple):
    """Two words and what is judged of them."""

    words: str
    directions: tuple[Direction, ...]


def read_pairs(folder: Path = CHINESE) -> list[Pair]:
    """The pairs of the list, in order."""
    found: dict[str, list[Direction]] = {}
    for line in (folder / "function-words.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            words, own, meant, report, hint, *barred, _ = line.split("\t")
            direction = Direction(own, meant, float(report), float(hint), *barred)
            found.setdefault(words, []).append(direction)
    return [Pair(words, tuple(directions)) for words, directions in found.items()]


def name_of(pair: Pair) -> str:
    """The name of a pair's files, without what they end in."""
    return "function-words-" + "-".join(f"{ord(word):x}" for word in pair.words)


def function_word_files(folder: Path) -> dict[str, bytes]:
    """The package's files, by name, if the folder has a list; ``function_words.py`` reads them."""
    if not (folder / "function-words.tsv").is_file():
        return {}
    pairs = read_pairs(folder)
    weights = dict(item for number, pair in enumerate(pairs) for item in _weights(folder, pair, number))
    trie = marisa_trie.Trie(sorted(weights), num_tries=1)
    ordered = bytes(weights[key] + ZERO for key in in_order(trie, weights))
    heads = {pair.words: _head(folder, pair) for pair in pairs}
    return {
        "chinese-function-words.pickle": pickle.dumps((heads, _patterns(heads.values())), protocol=4),
        "chinese-function-words.marisa": saved(trie),
        "chinese-function-words.bin": ordered + bytes([ZERO]),
        **{
            f"chinese-{name_of(pair)}.trees": packed((folder / f"{name_of(pair)}.json").read_bytes())
            for pair in pairs
        },
    }


def _weights(folder: Path, pair: Pair, number: int) -> Iterator[tuple[str, int]]:
    """The features with the pair's number before them, and their weights."""
    text = lzma.decompress((folder / f"{name_of(pair)}.tsv.xz").read_bytes()).decode()
    for line in text.splitlines():
        feature, weight = line.rsplit("\t", 1)
        yield f"{number}{feature}".replace("\\n", "\n"), int(weight)


def _head(folder: Path, pair: Pair) -> dict[str, Any]:
    """What ``function_words.py`` reads of a pair."""
    content = json.loads((folder / f"{name_of(pair)}.json").read_text(encoding="utf-8"))
    directions = [
        {**direction._asdict(), **fitted, **{side: _spread(fitted[side]) for side in ("before", "behind")}}
        for direction, fitted in zip(pair.directions, content["directions"], strict=True)
    ]
    return {"total": content["total"], "glance": content["glance"], "directions": directions}


def _spread(by_weight: dict[str, str]) -> dict[float, str]:
    """The characters that symbols stand for, by the symbols' weights, of which 0 and -0 are one."""
    spread: dict[float, str] = {}
    for weight, symbols in by_weight.items():
        characters = "".join(_CHARACTERS.get(one, one) for one in symbols)
        spread[float(weight)] = spread.get(float(weight), "") + characters
    return spread


def _patterns(heads: Iterable[dict[str, Any]]) -> list[str]:
    """For each word a pattern that finds it between characters beside which it may be a slip.

    The less what stands before speaks for a slip, the more that behind must; to tell :data:`STEPS` of it
    apart within the pattern takes half the time that a look at each place takes.
    """
    beside: dict[str, list[str]] = {}
    for direction in chain.from_iterable(head["directions"] for head in heads):
        own = direction["own"]
        steps = _steps(weights_of(direction["before"]), weights_of(direction["behind"]))
        beside.setdefault(own, []).extend(f"(?<=[{before}]{own})(?=[{behind}])" for before, behind in steps)
    return [f"{own}(?:{'|'.join(places)})" for own, places in beside.items()]


def _steps(before: dict[str, float], behind: dict[str, float]) -> Iterator[tuple[str, str]]:
    """What may stand before a slip, in steps of its weight, and what may stand behind it then."""
    low, high = min(before.values()), max(before.values())
    step = (high - low) / STEPS + 1e-9
    for number in range(STEPS):
        most = high - number * step
        first, second = _class(before, most - step, most), _class(behind, LEAST - most - 1e-9)
        if first and second:
            yield first, second


def _class(weights: dict[str, float], over: float, most: float = math.inf) -> str:
    """The characters of weights over one and up to another; none has a meaning in a class of a pattern."""
    return "".join([one for one, weight in weights.items() if over < weight <= most])
