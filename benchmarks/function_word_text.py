"""The documentation as classifiers of function words see it: numbered symbols, windows, features, counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from benchmarks.chinese_counts import LEAST
from benchmarks.chinese_slips import CHINESE
from benchmarks.chinese_text import FOLDS, LEFT_OUT, numbers_of_text
from dictionaries.chinese_ngrams import unpack
from zhenlint.markdown.marks import ATOM
from zhenlint.spelling.chinese.function_word_features import (
    AFTER,
    AHEAD,
    BEFORE,
    BEHIND,
    CONTEXTS,
    COUNTED,
    NAMES,
    PAIRS_FROM,
    PAIRS_TO,
    REACH,
    SINGLE_FROM,
)
from zhenlint.spelling.chinese.ngrams import LINE_END

SYMBOLS: Final = unpack((CHINESE / "ngram-counts.xz").read_bytes())[0]
NUMBER: Final = {one: number for number, one in enumerate(SYMBOLS)}
RARE: Final = "〇"

_BITS: Final = 12
_FIRST_HAN: Final = 5
_END: Final = NUMBER[LINE_END]

Counts = Mapping[int, tuple[Any, Any]]
"""By their length the n-grams that were counted, numbered and ascending, and their levels."""


def folds_of(sources: Sequence[str]) -> list[Any]:
    """The numbered symbols of each fold's sources."""
    return [
        np.concatenate(
            [
                numbers_of_text(text.replace("␣", ATOM), SYMBOLS, REACH)
                for number, text in enumerate(sources)
                if number % FOLDS == fold and number != LEFT_OUT
            ]
        )
        for fold in range(FOLDS)
    ]


def counts_without(folds: Sequence[Any], fold: int) -> dict[int, tuple[Any, Any]]:
    """The n-grams of each length counted in all other folds, numbered, and their levels."""
    numbers = np.concatenate([folds[other] for other in range(FOLDS) if other != fold])
    found = {}
    for length, least in LEAST.items():
        columns = [numbers[at : len(numbers) - length + 1 + at] for at in range(length)]
        fits = sum((column >= _FIRST_HAN).astype(np.int8) for column in columns) >= min(length, 2) - (
            length == 2
        )
        for column in columns[1:-1]:
            fits &= column != _END
        grams, counts = np.unique(_keys([column[fits] for column in columns]), return_counts=True)
        often = counts >= least
        found[length] = grams[often], np.minimum(63, np.round(np.log2(counts[often]) * 3) + 1)
    return found


def windows_of(numbers: Any, at: Any) -> Any:
    """The symbols around places; beyond a line's end are line ends, and in the place itself."""
    found = numbers[at[:, None] + np.arange(-REACH, REACH + 1)].astype(np.uint64)
    found[:, REACH] = _END
    for distance in range(2, REACH + 1):
        for side in (-1, 1):
            ended = found[:, REACH + side * (distance - 1)] == _END
            found[:, REACH + side * distance][ended] = _END
    return found


def features_of(windows: Any) -> Any:
    """The features of windows, numbered; 0 is none.  The context's number stands before the symbols."""

    def column(name: int, offsets: Sequence[int], least: int) -> Any:
        symbols = [windows[:, REACH + offset] for offset in offsets]
        keys = _keys([np.full(len(windows), name, np.uint64), *symbols])
        return np.where(np.all([one >= least for one in symbols], 0), keys, np.uint64(0))

    found = [column(number, context, 0) for number, context in enumerate(CONTEXTS, 1)]
    left, right, single_left, single_right = range(len(CONTEXTS) + 1, len(CONTEXTS) + 5)
    for at in range(PAIRS_FROM, PAIRS_TO):
        found += [column(left, (-at - 1, -at), _FIRST_HAN), column(right, (at, at + 1), _FIRST_HAN)]
    for at in range(SINGLE_FROM, REACH + 1):
        found += [column(single_left, (-at,), 1), column(single_right, (at,), 1)]
    return np.stack(found, 1)


def feature(key: int) -> str:
    """A numbered feature as the package knows it."""
    symbols = ""
    while key >> _BITS:
        symbols = SYMBOLS[key & (1 << _BITS) - 1] + symbols
        key >>= _BITS
    return NAMES[key - 1] + symbols


def levels(margins: Any, windows: Any, words: str, counts: Counts) -> Any:
    """What the trees weigh of places, as ``function_word_features.py`` does."""

    def level(*columns: Any) -> Any:
        wide = [np.broadcast_to(np.uint64(column), len(windows)) for column in columns]
        return _levels_of(counts[len(columns)], _keys(wide))

    def around(offset: int) -> Any:
        return windows[:, REACH + offset]

    found = [margins]
    for word in words:
        found += [level(*(around(at) if at else NUMBER[word] for at in context)) for context in COUNTED]
    following, last = (around(1), around(2)), (around(-2), around(-1))
    found += [level(NUMBER[one], *following) for one in BEFORE]
    found += [level(*following, NUMBER[one]) for one in AFTER]
    found += [level(*last, NUMBER[one]) for one in BEHIND]
    found += [level(NUMBER[one], *last) for one in AHEAD]
    found += [level(*following), level(*last), level(around(2), around(3))]
    found += [level(around(1)), level(around(-1))]
    return np.stack(found, 1).astype(np.float32)


def shown(numbers: Any, at: int) -> str:
    """A place with the symbols around it, up to the ends of its line."""
    before = "".join(SYMBOLS[one] for one in numbers[at - REACH : at]).rpartition(LINE_END)[2]
    after = "".join(SYMBOLS[one] for one in numbers[at + 1 : at + 1 + REACH]).partition(LINE_END)[0]
    return f"{before}[{SYMBOLS[numbers[at]]}]{after}"


def _levels_of(counts: tuple[Any, Any], keys: Any) -> Any:
    grams, levels = counts
    places = np.searchsorted(grams, keys) % len(grams)
    return np.where(grams[places] == keys, levels[places], 0)


def _keys(columns: Sequence[Any]) -> Any:
    """Numbers of 12 bits each put together."""
    keys = np.zeros(len(columns[0]), np.uint64)
    for column in columns:
        keys = keys << np.uint64(_BITS) | column.astype(np.uint64)
    return keys
