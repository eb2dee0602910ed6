"""The parts of the page, without a browser."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given, settings

import zhenlint.reporters
from tests.reporters.results import found, result, results, written
from zhenlint.diagnostic import Edit
from zhenlint.reporters import View
from zhenlint.runner import FileResult

PARTS = Path(zhenlint.reporters.__file__).parent / "page"


class _Elements(HTMLParser):
    """The elements of a page with their attributes, and the content of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.contents: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            self.contents.append(data)


def test_the_policy_names_the_only_style_and_the_only_script() -> None:
    page = written("html", result("的 新\n", found(1, 2)))
    elements = _Elements(page)
    (policy,) = (item["content"] for tag, item in elements.tags if item.get("http-equiv"))
    assert policy
    hashes = re.findall(r"'sha256-([^']+)'", policy)
    contents = [elements.contents[0], elements.contents[-1]]
    assert hashes == [b64encode(sha256(text.encode()).digest()).decode() for text in contents]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_nothing_is_fetched_and_no_attribute_is_a_program_or_style() -> None:
    for _, attributes in _Elements(written("html", result("的 新\n", found(1, 2)))).tags:
        assert not {"src", "style", "srcset", "data"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]


@settings(max_examples=60)
@given(items=results())
def test_documents_add_no_element(items: list[FileResult]) -> None:
    empty, full = _Elements(written("html")), _Elements(written("html", *items))
    assert full.tags == empty.tags
    assert len(full.contents) == len(empty.contents) == 4


def test_a_line_is_there_once_and_offsets_are_columns() -> None:
    text = "一\n二\n三\n的 新 的\n五\n六\n七\n"
    page = written("html", result(text, found(7, 8, Edit(7, 8, "")), found(9, 10)))
    (file,) = json.loads(_Elements(page).contents[1])
    assert file["lines"] == {"2": "二", "3": "三", "4": "的 新 的", "5": "五", "6": "六"}
    assert [problem["place"] for problem in file["problems"]] == [[4, 2, 4, 3], [4, 4, 4, 5]]
    assert file["problems"][0]["edits"] == [[4, 2, 4, 3, ""]]


def test_words_are_in_both_languages_and_all_are_used() -> None:
    words = json.loads((PARTS / "words.json").read_text(encoding="utf-8"))
    parts = "".join(path.read_text(encoding="utf-8") for path in PARTS.iterdir() if path.suffix != ".json")
    for key, told in words.items():
        assert set(told) == {"en", "zh"}
        assert set(re.findall(r"\{\w+\}", told["en"])) == set(re.findall(r"\{\w+\}", told["zh"]))
        assert f"${key}" in parts or f'"{key}"' in parts or key in {"safe", "unsafe"}
    assert "检查报告" in written("html", view=View("zh"))


def test_the_program_makes_no_html_of_text() -> None:
    program = "".join(path.read_text(encoding="utf-8") for path in PARTS.glob("*.js"))
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", program
    )
