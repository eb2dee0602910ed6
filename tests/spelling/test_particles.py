"""The patterns of 的, 地 and 得: each finds the example in its note."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhenlint.spelling.chinese.particles import Particles, Slip, particles

DATA = Path(__file__).parent.parent.parent / "dictionaries" / "chinese" / "de-particles.tsv"
PATTERNS = [line.split("\t") for line in DATA.read_text(encoding="utf-8").splitlines() if line[0] not in "#="]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern[6])
def test_a_pattern_finds_its_example(pattern: list[str]) -> None:
    wrong, _, right = pattern[6].partition(";")[0].partition(" → ")
    (slip,) = particles().slips(wrong + "。")
    assert wrong[: slip.end - 1] + slip.right + wrong[slip.end :] == right
    assert not list(particles().slips(right + "。"))


def test_words_of_a_pattern_are_no_repetition() -> None:
    for words, _, _, _, _, barred, _ in PATTERNS:
        assert len(set(words.split())) == len(words.split())
        assert len(set(barred.split())) == len(barred.split())


def test_a_text_may_begin_or_end_with_a_particle() -> None:
    assert not list(particles().slips("的"))
    assert list(particles().slips("写的字写的很好")) == [Slip(3, 5, "得")]


def test_other_data(tmp_path: Path) -> None:
    path = tmp_path / "patterns.tsv"
    path.write_text("# head\n=how\t快 慢\n跑\t的\t得\t{how}\t(?=。)\t小\tnote\n", encoding="utf-8")
    assert list(Particles(path).slips("他跑的快。小跑的慢。跑的快些。")) == [Slip(1, 3, "得")]
