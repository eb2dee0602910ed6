"""The word data as the detector asks it."""

from __future__ import annotations

import string
import subprocess
import sys
from collections.abc import Callable

import pytest

from zhenlint.package_data import DATA
from zhenlint.spelling.derivation import has_prefix, has_suffix, is_compound, is_plural
from zhenlint.spelling.lexicon import Lexicon, lexicon


@pytest.mark.parametrize(
    "word", ["register", "colour", "color", "organise", "kubernetes", "zhangsan", "logn"]
)
def test_known(word: str) -> None:
    assert lexicon().knows(word)


@pytest.mark.parametrize("word", ["regieter", "recieve", "enviroment", "kubenretes", ""])
def test_unknown(word: str) -> None:
    assert not lexicon().knows(word)


def test_frequencies_are_zipf() -> None:
    assert 7 < lexicon().frequency("the") < 8
    assert 4 < lexicon().frequency("register") < 6
    assert lexicon().frequency("regieter") == 0
    assert lexicon().frequency("") == 0


def test_every_target_lies_in_its_bucket_and_is_known() -> None:
    found = 0
    for first in string.ascii_lowercase:
        for length in range(2, 30):
            for word, level in zip(*lexicon().group(first, length), strict=True):
                assert word[0] == first
                assert len(word) == length
                assert 0 < level < 90
                assert lexicon().knows(word)
                found += 1
    assert found > 40_000


@pytest.mark.parametrize("group", [("z", 4), ("r", 8), ("q", 5), ("x", 3)])
def test_a_search_finds_what_the_bucket_holds(group: tuple[str, int]) -> None:
    searched = Lexicon()
    words = dict(zip(*lexicon().group(*group), strict=True))
    assert words
    assert {word: round(searched.frequency(word) * 10) for word in words} == words
    absent = {word[:-1] + letter for word in words for letter in "aqz\u00e9"} - set(words)
    assert {searched.frequency(word) for word in absent} == {0}


def test_names() -> None:
    assert lexicon().is_name("andreas")
    assert not lexicon().is_name("register")
    assert not lexicon().is_name("google")


def test_casing() -> None:
    assert lexicon().casing["javascript"] == "JavaScript"
    assert "register" not in lexicon().casing


def test_data_are_small() -> None:
    assert sum(path.stat().st_size for path in DATA.glob("english-*")) < 3_000_000


@pytest.mark.parametrize(
    ("made_of_known_words", "yes", "no"),
    [
        (has_prefix, "resharding", "recieve"),
        (has_suffix, "serverless", "regieter"),
        (is_plural, "namespaces", "kubernetse"),
        (is_compound, "quicklist", "regieter"),
    ],
)
def test_derived_words(made_of_known_words: Callable[[str, Lexicon], bool], yes: str, no: str) -> None:
    assert made_of_known_words(yes, lexicon())
    assert not made_of_known_words(no, lexicon())


def test_the_rule_imports_nothing_heavy() -> None:
    code = (
        "import sys, zhenlint.rules.english.misspelled_word\n"
        "print({'marisa_trie', 'rapidfuzz', 'zhenlint.spelling.english'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
