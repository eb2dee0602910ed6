"""Writes what counts tell of doubled words: two files of ``chinese/``.

    python dictionaries/count_doubled.py COUNTS.npz SINGLES.json

``doubled-words.tsv`` is given how often its words were counted, singly and doubled; ``bound-characters.txt``
becomes the characters that hardly ever are words of their own.

``COUNTS.npz`` holds counts of character n-grams: ``chars``, the characters that the ids from 6 on stand for,
and for each n the packed ids ``kN`` (12 bits a character, sorted) and their counts ``vN``.
``SINGLES.json`` gives for each character in which share of its uses it was a word of its own.
Doubled words of three characters and more are longer than the counts reach; they count as never seen.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

LIST = Path(__file__).parent / "chinese" / "doubled-words.tsv"
BOUND = LIST.with_name("bound-characters.txt")
HARDLY_EVER = 0.02
DOUBLED_IN_NAMES_AND_SOUNDS = set(
    "娜婷丽莉倩媛妮芳玲燕莎露菲佳欣琪琳蓉蕾薇晶静敏娟雯瑶珊豆妞囡毛圆壮强明亮军辉东华平洋宁冰雪星月萌甜萍翠啦咚当嚓噜嗒呱叽喳嘟哈嘻哒吱咔隆呼哗滴答叮咕嗡汪喵腾油乎悠蒙茫晃巴灿沉盈融滚哄"
    "飘淡冲溜荡蓬勃淋漓辣凉嗖妈爸爷奶姐妹哥弟叔舅婆公姑姥猫狗宝贝常慢轻悄偷默渐仅刚恰纷频屡除应分后断此些特车尖克斯尔拉德饭花鞋手脚学接"
)
"""Characters of names (娜娜), sounds (哗啦啦), adjectives (热腾腾) and other words that double on
purpose, or that often end one word and begin the next (响应应当)."""

BOUND_IN_COMPOUNDS = set("值库端层段块键帧锁率量度性化器者数型式")
"""Characters that are words but end compounds, and before a function word stand for nothing else."""

FIRST_ID = 6
LONGEST = 5


def main() -> None:
    """Read the list, count, write it again."""
    data = dict(np.load(sys.argv[1]))
    ids = {character: FIRST_ID + number for number, character in enumerate(str(data["chars"]))}
    rows = [line.split("\t") for line in LIST.read_text(encoding="utf-8").splitlines()]
    counted = [[word, kind, count(data, ids, word), count(data, ids, word * 2)] for word, kind, *_ in rows]
    text = "".join("\t".join(map(str, row)) + "\n" for row in counted)
    LIST.write_text(text, encoding="utf-8")
    shares = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    bound = {character for character, share in shares.items() if share < HARDLY_EVER}
    BOUND.write_text(
        "".join(sorted(bound - DOUBLED_IN_NAMES_AND_SOUNDS | BOUND_IN_COMPOUNDS)) + "\n", encoding="utf-8"
    )


def count(data: Any, ids: dict[str, int], text: str) -> int:
    """How often a text was counted."""
    if len(text) > LONGEST or any(character not in ids for character in text):
        return 0
    key = 0
    for character in text:
        key = key << 12 | ids[character]
    keys, counts = data[f"k{len(text)}"], data[f"v{len(text)}"]
    place = int(np.searchsorted(keys, np.uint64(key)))
    return int(counts[place]) if place < len(keys) and int(keys[place]) == key else 0


if __name__ == "__main__":
    main()
