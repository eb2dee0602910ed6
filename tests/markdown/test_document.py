"""What a Document knows besides its prose."""

from __future__ import annotations

import re

import pytest

from zhenlint.markdown import marks
from zhenlint.markdown.document import Document
from zhenlint.markdown.slug import slugs
from zhenlint.source import Source


def _document(text: str) -> Document:
    return Document.parse(Source("a.md", text))


def test_headings_with_levels_and_readings() -> None:
    document = _document("# 一 `code` **粗**\n\n二\n---\n\n### [三](u) ###\n")
    assert [(block.level, block.reading) for block in document.headings] == [
        (1, "一 code 粗"),
        (2, "二"),
        (3, "三"),
    ]


def test_heading_slugs_are_github_s() -> None:
    document = _document("# 中文，标点！测试（一）\n\n# Hello World\n\n# Hello World\n\n# a_b `C` 😀\n")
    assert document.heading_slugs == ("中文标点测试一", "hello-world", "hello-world-1", "a_b-c-")


def test_slugs_that_meet_a_numbered_one() -> None:
    assert slugs(["a", "a-1", "a", "a"]) == ["a", "a-1", "a-2", "a-3"]


def test_links_with_their_texts_and_destinations() -> None:
    text = '[文](u "t") ![图](v) [引][r] <http://a.b> http://c.d。[[n|别名]] ![[f]]\n\n[r]: w\n'
    links = [
        (link.kind, text[link.start : link.end], text[link.inner_start : link.inner_end], link.destination)
        for link in _document(text).links
    ]
    assert links == [
        ("link", '[文](u "t")', "文", "u"),
        ("image", "![图](v)", "图", "v"),
        ("link", "[引][r]", "引", "w"),
        ("autolink", "<http://a.b>", "http://a.b", "http://a.b"),
        ("bare_url", "http://c.d", "http://c.d", "http://c.d"),
        ("wikilink", "[[n|别名]]", "别名", "n"),
        ("embed", "![[f]]", "![[f]]", "f"),
    ]


@pytest.mark.parametrize(
    ("text", "destination", "title", "label"),
    [
        ("[a](u)", "u", None, None),
        ('[a]( <u v>  "t" )', "u v", "t", None),
        ("[a](u(v) 't\\'s')", "u(v)", "t\\'s", None),
        ("[a](u (t))", "u", "t", None),
        ("> [a](u\n> 't')", "u", "t", None),
        ("[a]()", "", None, None),
        ("![a](u 't')", "u", "t", None),
        ("[a](u\u3000\u00a0v 't')", "u\u3000\u00a0v", "t", None),
        ("[a][b]\n\n[b]: u", None, None, "b"),
        ("[b][]\n\n[b]: u", None, None, "b"),
        ("[b]\n\n[b]: u", None, None, "b"),
        ("<http://a.b>", "http://a.b", None, None),
        ("http://a.b，", "http://a.b", None, None),
        ("[[a#b|c]]", "a#b", None, None),
        ("![[a.png]]", "a.png", None, None),
    ],
)
def test_parts_of_a_link(text: str, destination: str | None, title: str | None, label: str | None) -> None:
    document = _document(text)
    parts = document.link_parts(document.links[0])
    assert tuple(span and text[slice(*span)] for span in parts) == (destination, title, label)


def test_definitions_of_references_and_footnotes() -> None:
    text = "[a]: <u> 't'\n\n[^n]: 注 *文*\n\n    二\n\n尾\n"
    document = _document(text)
    reference, footnote = document.definitions
    parts = document.link_parts(reference)
    assert tuple(span and text[slice(*span)] for span in parts) == ("u", "t", "a")
    assert (footnote.kind, footnote.destination) == ("footnote_definition", "n")
    assert text[footnote.inner_start : footnote.inner_end].split() == ["注", "*文*", "二"]


@pytest.mark.parametrize(
    ("text", "kind", "construct"),
    [
        ("---\na: b\n---\n", "front_matter", "---\na: b\n---"),
        ("```\nx\n```\n", "fenced_code", "```\nx\n```\n"),
        ("    x\n", "indented_code", "    x\n"),
        ("<div>\nx\n</div>\n", "html_block", "<div>\nx\n</div>\n"),
        ("$$\nx\n$$\n", "math_block", "$$\nx\n$$\n"),
        ("a `x` b\n", "code_span", "`x`"),
        ("a <b>x</b>\n", "html_inline", "<b>"),
        ("a $x$\n", "math_inline", "$x$"),
        ("a[^1]\n", "footnote_reference", "[^1]"),
        ("a^[b]\n", "footnote", "^[b]"),
        ("%%a%% b\n", "comment", "%%a%%"),
        ("{{ a }}\n", "template", "{{ a }}"),
        ("# a {#b}\n", "attributes", "{#b}"),
        ("{a}`b`\n", "role", "{a}"),
        ("> [!note] a\n", "callout", "[!note]"),
        ("::: tip\n", "container_fence", "::: tip\n"),
        ("a #b\n", "tag", "#b"),
        ("a ^b\n", "block_id", "^b"),
        ("[a]: u 't'\n", "definition", "[a]: u 't'\n"),
    ],
)
def test_constructs_with_their_extents(text: str, kind: str, construct: str) -> None:
    document = _document(text)
    found = [text[item.start : item.end] for item in document.constructs if item.kind == kind]
    assert found[:1] == [construct]


def test_ids_and_labels_are_kept() -> None:
    kept = {item.kind: item.destination for item in _document("# 甲[^n] {#id .c}\n").constructs}
    assert kept == {"footnote_reference": "n", "attributes": "id"}


def test_words_of_code_and_destinations_are_evidence() -> None:
    document = _document("word `Code_span` [text](http://host.org/path) <b>bold</b>\n\n```\nfenced\n```\n")
    assert all(map(document.has_in_code, ("code", "span", "host", "org", "path", "fenced")))
    assert not any(map(document.has_in_code, ("word", "text", "bold", "cod")))


def test_prose_in_html_and_front_matter_is_no_code() -> None:
    document = _document("---\ntitle: heading\ntags: label\n---\n\n<p class='wide'>prose</p>\n")
    assert all(map(document.has_in_code, ("tags", "label", "wide", "class")))
    assert not any(map(document.has_in_code, ("heading", "prose")))


def test_an_autolink_that_is_read_decoded_is_masked_to_its_end() -> None:
    text = "见 <https://a.b/%E4%B8%AD> 好"
    document = Document.parse(Source("a.md", text))
    assert document.prose == "见 " + marks.ATOM * (len(text) - 4) + " 好"
    assert document.blocks[0].reading == "见 https://a.b/中 好"


def test_block_at() -> None:
    document = _document("# 甲\n\n乙丙\n\n```\n丁\n```\n")
    kinds = [(block := document.block_at(offset)) and block.kind for offset in (2, 5, 6, 12)]
    assert kinds == ["heading", "paragraph", "paragraph", None]


def test_only_plain_prose_is_literal() -> None:
    text = "甲\\*&amp;`x`乙\n"
    document = _document(text)
    literal = [text[at] for at in range(len(text)) if document.is_literal(at, at + 1)]
    assert literal == ["甲", "乙", "\n"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("这是中文 with English", True), ("An English sentence with 中文", False), ("`code`", False)],
)
def test_the_language_of_a_block(text: str, expected: bool) -> None:
    assert _document(text).blocks[0].is_mostly_han is expected


def test_shared_work_is_done_once() -> None:
    calls: list[Document] = []

    def count(document: Document) -> int:
        calls.append(document)
        return len(calls)

    document = _document("甲")
    assert [document.shared(count), document.shared(count)] == [1, 1]


@pytest.mark.parametrize(
    "text",
    [
        '<div>\n语言：\n  <a title="俄语" href="a.md">:ru:</a>\n\n后文 [文字](a.md)\n',
        '<p>甲<b title=\'乙\'>丙</b><img alt="丁" title="戊">己</p>\n',
    ],
)
def test_the_prose_is_as_long_as_the_text(text: str) -> None:
    document = _document(text)
    assert len(document.prose) == len(text)
    assert all(document.is_literal(block.start, block.start + 1) for block in document.blocks)
    ends = [block.end for block in document.blocks]
    assert ends == sorted(ends)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("first", "others"), [("", ""), ("- ", "  "), ("> ", "> ")])
def test_matches_pass_over_code_and_nothing_else(first: str, others: str, end: str) -> None:
    code = "".join(f"中文 {number}，code();\n" for number in range(30))
    blocks = ["前，文", f"```\n{code}```", "文`中，文`。\n后", f"~~~\n{code}~~~", "    " + code, "末，"]
    text = first + "\n\n".join(blocks).replace("\n", f"\n{others}")
    document = _document(text.replace("\n", end))
    assert len(document.stretches) > 2
    for pattern in (re.compile("[中文，]"), re.compile(r"[，。](?=\s|\Z)"), re.compile(r"(?<=\n)[^\ufdd3]")):
        assert [*map(re.Match.span, document.matches(pattern))] == [
            match.span() for match in pattern.finditer(document.prose)
        ]


def test_constructs_of_some_kinds_are_in_order() -> None:
    document = _document("`a` [b](c) `d` ![e](f) **g**\n\n```\nh\n```\n")
    kinds = ("link", "code_span", "image")
    found = document.constructs_of(*kinds)
    assert found == [item for item in document.constructs if item.kind in kinds]
    assert [item.kind for item in found] == ["code_span", "link", "code_span", "image"]
