"""Which runs of letters are words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhenlint.markdown.marks import ALL, ATOM, CLOSE, OPEN
from zhenlint.spelling.tokens import words


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("plain words, here.", ["plain", "words", "here"]),
        ("都recieve到", ["recieve"]),
        ("half-width and （full）", ["half", "width", "and", "full"]),
        ("it's the server's doesn't O'Reilly lovin'", ["it", "the", "server"]),
        ("@handle #tag $name --option -o .hidden /root", []),
        ("a_b snake_case x.y file.py host:80 key:value std::move", []),
        ("one/two and one/two/three", ["one", "two", "and"]),
        ("v1beta x2apic 10Mbps", []),
        ("call() aCall(x) call(x) 100% ~tilde C++", ["call", "tilde"]),
        ("runtime·printint Andreas·Tille", []),
        ("P(rocess) M(anager), (P)rocess, Redis(Remote)", ["Redis", "Remote"]),
        (f"{OPEN}P{CLOSE}(rocess)", []),
        ("naïve Müller", []),
        ("consis- tency", ["tency"]),
        ("...ellipsis 'quoted' *starred*", ["ellipsis", "quoted", "starred"]),
        (f"{OPEN}{OPEN}R{CLOSE}{CLOSE}egister", []),
        (f"{OPEN}register{CLOSE}，", ["register"]),
        (f"{ATOM}register and register{ATOM}", ["and"]),
    ],
)
def test_words(prose: str, expected: list[str]) -> None:
    assert [word.text for word in words(prose)] == expected


def test_a_word_knows_the_expression_it_stands_in() -> None:
    (left, right) = words(f"在 {OPEN}self-hosted{CLOSE}. 里")
    assert (left.chunk, right.chunk) == ("self-hosted", "self-hosted")


@given(st.text(st.one_of(st.sampled_from("abAB019_'’./@#-:\\ \n中，（" + ALL), st.characters())))
def test_slices_equal_the_text(prose: str) -> None:
    at = 0
    for word in words(prose):
        assert prose[word.start : word.end] == word.text
        assert word.text.isascii()
        assert word.text.isalpha()
        assert at <= word.start
        at = word.end


@given(st.lists(st.text("ab-'_/.中 " + ALL), min_size=1))
def test_a_line_alone_has_the_words_it_has_among_others(lines: list[str]) -> None:
    prose = "\n".join(line.rstrip("-") for line in lines)
    whole = [tuple(word) for word in words(prose)]
    parts = []
    start = 0
    for line in prose.split("\n"):
        parts += [tuple(word) for word in words(prose, start, start + len(line))]
        start += len(line) + 1
    assert parts == whole
