"""Chooses the pairs of characters that give a slip away: ``dictionaries/chinese/mistyped-pairs.tsv``.

    python -m benchmarks.train_mistyped

Taken are all common sequences of three and four characters of ``ngram-counts.xz``.  In each, every character
is replaced by those that people are known to put in its place (``slips.tsv``), and every two neighbours
change places.  Where the counts do not know the outcome, its rarest pair is listed with what undoes the
slip.  A pair that is in use itself is not: it would be met too often.  What a text means is not decided by
the list but by ``spelling/chinese/mistyped.py``; :data:`RIGHT` are pairs by which that was seen to err in
the text behind the counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Final

from benchmarks.chinese_slips import CHINESE, kinds
from dictionaries.chinese_ngrams import unpack
from zhenlint.spelling.chinese.mistyped import ORDERS, undone
from zhenlint.spelling.chinese.mistyped_judge import COMMON

PAIRS: Final = CHINESE / "mistyped-pairs.tsv"

COMMON_TO_LIST: Final = {3: COMMON[3] + 6, 4: COMMON[4] + 6}
"""The levels from which sequences are taken: four times the uses that are needed to correct to one."""

MOST: Final = {"slip": 16, "order": 22}
"""The level (32 and 128 uses) that a pair has at most."""

SEEN: Final = 2
"""So often a slip was seen, or the characters have the same sound."""

OFTEN: Final = 4
"""So often it was seen, if the characters are not known to be alike."""

STYLE: Final = frozenset(
    ("它他", "惟唯", "份分", "纪记", "录纪", "象像", "秘密", "复覆", "其期", "的地", "地的")
)
"""Slips, wrong character first, that are a matter of style or grammar."""

OPPOSITES: Final = frozenset(["去来", "来去", "上下", "下上", "左右", "右左", "前后", "后前", "大小", "小大"])
"""Slips of the mind: both fit nearly everywhere."""

RIGHT: Final = frozenset(
    (
        "以可",
        "如例",
        "如表",
        "如图",
        "像图",
        "置位",
        "且并",
        "不也",
        "为因",
        "体具",
        "设值",
        "当键",
        "所坐",
        "至少由",
        "常亮",
    )
)
"""What is right although the counts hardly know it: ``让您以可想象的方式``, ``如例 5-2 所示``."""


def main() -> None:
    """Write the list."""
    PAIRS.write_text(rows(), encoding="utf-8")


def rows() -> str:
    """The list."""
    _, grams = unpack((CHINESE / "ngram-counts.xz").read_bytes())
    levels = {gram: level for part in grams for gram, level in part.items()}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for gram in _common(levels):
        for wrong, options in _slips(gram):
            if wrong not in levels and not any(pair in wrong for pair in RIGHT):
                _list(options, levels, found)
    return "".join(f"{pair}\t{' '.join(sorted(edits))}\n" for pair, edits in sorted(found.items()))


def _common(levels: dict[str, int]) -> list[str]:
    """The sequences that are taken, the shorter and commoner ones first."""
    taken = [
        gram
        for gram, level in levels.items()
        if len(gram) > 2
        and level >= COMMON_TO_LIST[len(gram)]
        and all("\u4e00" <= one <= "\u9fff" for one in gram)
    ]
    return sorted(taken, key=lambda gram: (len(gram), -levels[gram], gram))


def _slips(gram: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The slips of a sequence: how it is written, and the pairs of it with the edit that undoes the slip."""
    for at, meant in enumerate(gram):
        for own in _mistaken_for().get(meant, ()):
            wrong = gram[:at] + own + gram[at + 1 :]
            yield (
                wrong,
                [
                    (wrong[at - place :][:2], f"{place}{meant}")
                    for place in (0, 1)
                    if 0 <= at - place < len(gram) - 1
                ],
            )
    for at in range(len(gram) - 1):
        if gram[at] != gram[at + 1]:
            wrong = undone(gram, at, "=")
            places = [(at + offset, edit) for edit, offset in (("=", 0), (">", -1), ("<", 1))]
            yield (
                wrong,
                [(wrong[start : start + 2], edit) for start, edit in places if 0 <= start < len(gram) - 1],
            )


def _list(options: list[tuple[str, str]], levels: dict[str, int], found: defaultdict[str, set[str]]) -> None:
    """List the rarest of some pairs that undo a slip, unless one of them is listed already."""
    rare = [
        (levels.get(pair, 0), pair, edit)
        for pair, edit in options
        if levels.get(pair, 0) <= MOST["order" if edit in ORDERS else "slip"]
    ]
    if rare and not any(edit in found[pair] for _, pair, edit in rare if pair in found):
        _, pair, edit = min(rare)
        found[pair].add(edit)


@cache
def _mistaken_for() -> dict[str, list[str]]:
    """For each character those that people are known to put in its place."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    alike = kinds()
    for line in (CHINESE / "slips.tsv").read_text(encoding="utf-8").splitlines():
        pair, times = line.split("\t")
        own, meant = pair[0], pair[1]
        groups = alike.get(own, [])
        same_sound = any(meant in group for group in groups[:2])
        like = any(meant in group for group in groups)
        if (
            int(times)
            and pair not in STYLE | OPPOSITES
            and (same_sound or (like and int(times) >= SEEN) or int(times) >= OFTEN)
        ):
            found[meant].append(own)
    return found


if __name__ == "__main__":
    main()
