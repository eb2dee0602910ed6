"""Positions as properties of any document."""

from __future__ import annotations

from hypothesis import given

from tests.markdown.positions import faults
from tests.properties.strategies import documents, with_unique_letters
from zhenlint.markdown import marks
from zhenlint.markdown.document import Document
from zhenlint.source import Source


@given(documents)
def test_every_piece_is_what_it_says(text: str) -> None:
    assert not faults(text)


@given(documents)
def test_every_piece_is_what_it_says_in_mdx(text: str) -> None:
    assert not faults(text, "document.mdx")


@given(documents.map(with_unique_letters))
def test_every_letter_lies_where_it_stands(text: str) -> None:
    """The oracle: letters are unique, so equal slices cannot hide a wrong place."""
    document = Document.parse(Source("document.md", text))
    where = {char: at for at, char in enumerate(text) if char >= "\U00020000"}
    for block in document.blocks:
        for piece in block.pieces:
            for at, char in enumerate(piece.content):
                if char in where:
                    assert piece.start <= where[char] < piece.end
                    assert piece.kind != "text" or where[char] == piece.start + at


@given(documents)
def test_the_prose_is_as_long_as_the_text_and_keeps_its_lines(text: str) -> None:
    prose = Document.parse(Source("document.md", text)).prose
    assert len(prose) == len(text)
    assert [char if char in "\r\n" else "" for char in prose] == [
        char if char in "\r\n" else "" for char in text
    ]
    assert all(
        shown == written or shown in marks.ALL + "\u00a0" for shown, written in zip(prose, text, strict=True)
    )
