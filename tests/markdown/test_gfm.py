"""GitHub's own examples of what it adds to CommonMark, against the HTML that they give for them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.markdown.positions import WRAPPINGS, faults
from zhenlint.markdown.document import Document
from zhenlint.markdown.light_token import LightToken
from zhenlint.source import Source

Example = dict[str, Any]

EXAMPLES: list[Example] = json.loads(
    (Path(__file__).parent.parent / "conformance" / "gfm-0.29.json").read_text(encoding="utf-8")
)

OTHER_LINKS = {
    ("spec.txt", 631): "an address before a hyphen or an underscore is one to a reader",
    ("extensions.txt", 19): "a URL is ASCII and Han; xmpp: is no scheme of ours; a URL in an image is found",
}
OTHER_STRIKETHROUGH = {
    ("extensions.txt", 17): "one tilde is a range in Chinese text: 5~10",
    ("extensions.txt", 18): "the same, and three are one and two",
}


def _key(example: Example) -> tuple[str, int]:
    return example["source"], example["example"]


def _texts(html: str, element: str) -> list[str]:
    """The texts of an HTML document's elements, less empty ones."""
    inner = re.findall(rf"<(?:{element})(?: [^>]*)?>(.*?)</(?:{element})>", html, re.DOTALL)
    return [text for text in (unescape(re.sub(r"<[^>]*>", "", found)) for found in inner) if text]


def _document(example: Example) -> Document:
    return Document.parse(Source("a.md", example["markdown"]))


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_positions(wrapping: str) -> None:
    assert len(EXAMPLES) == 54
    wrong = {_key(example): faults(WRAPPINGS[wrapping](example["markdown"])) for example in EXAMPLES}
    assert not {key: found for key, found in wrong.items() if found}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: "{} {}".format(*_key(example)))
def test_table_cells(example: Example) -> None:
    cells = [block.reading for block in _document(example).blocks if block.kind == "table_cell"]
    assert cells == _texts(example["html"], "th|td")


def test_bare_urls() -> None:
    different = set()
    for example in EXAMPLES:
        html = re.sub(r"<a [^>]*footnote.*?</a>", "", example["html"])
        text = example["markdown"]
        if [text[link.inner_start : link.inner_end] for link in _document(example).links] != _texts(
            html, "a"
        ):
            different.add(_key(example))
    assert different == set(OTHER_LINKS)


def test_strikethrough() -> None:
    different = {
        _key(example)
        for example in EXAMPLES
        if list(_struck(_document(example))) != _texts(example["html"], "del")
    }
    assert different == set(OTHER_STRIKETHROUGH)


def _struck(document: Document) -> Iterator[str]:
    """What stands between the tildes, in the examples a single text or URL."""
    for token in document.tokens:
        children = token.children or []
        for number, child in enumerate(children):
            if child.type == "s_open":
                closing = children[number + 1]
                assert isinstance(child, LightToken)
                assert isinstance(closing, LightToken)
                yield token.content[child.end : closing.start]


def test_task_lists() -> None:
    """A box is no prose; what looks like one and is none is."""
    boxes = [example for example in EXAMPLES if "<input" in example["html"]]
    assert len(boxes) == 5
    for example in boxes:
        prose = _document(example).prose
        assert "[x]" not in prose
        assert "[ ]" not in prose
        assert prose.count("[@]") == example["markdown"].count("[@]")
