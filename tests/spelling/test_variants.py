"""Words with two spellings."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhenlint.spelling.chinese.confused_words import confused_words
from zhenlint.spelling.chinese.runs import han_runs
from zhenlint.spelling.chinese.variants import Lexicon, Variants, variants

DATA = Path(__file__).parent.parent.parent / "dictionaries" / "chinese" / "variants.tsv"


def test_a_spelling_belongs_to_one_word_and_none_is_a_mistake() -> None:
    spellings = [spelling for word in variants().words for spelling in word.spellings]
    assert len(spellings) == len(set(spellings))
    assert all(len(word.spellings) > 1 for word in variants().words)
    assert {entry.wrong for entry in confused_words().entries()}.isdisjoint(spellings)


def test_each_word_has_a_note() -> None:
    lines = [line for line in DATA.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) >= 60
    assert all(len(line.split("\t")) == 4 and line.split("\t")[3] for line in lines)


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("新帐号和帐号", 2, [1, 4]),
        ("新帐号和帐号", 1, [1]),
        ("账号", 1, []),
    ],
)
def test_places(text: str, most: int, expected: list[int]) -> None:
    assert list(Variants(("账号", "帐号"), (), ()).places("帐号", text, most)) == expected


def test_what_stands_beside_makes_other_words() -> None:
    word = Variants(("节点", "结点"), ("终", "了"), ("评",))
    assert list(word.places("结点", "终结点、结点评、结点、了结点", 4)) == [8]


def test_a_spelling_is_sought_where_its_pairs_stand(tmp_path: Path) -> None:
    path = tmp_path / "variants.tsv"
    path.write_text("# head\n默认值 缺省值\t\t\tnote\n账号 帐号\t\t\tnote\n", encoding="utf-8")
    found = Lexicon(path).sightings(han_runs("缺省、省值、帐号、默认值、默认，新帐号"))
    assert [(spelling, most) for _, spelling, most in found] == [("帐号", 2), ("默认值", 1)]
