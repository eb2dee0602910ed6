"""What looks like the destination of a link, and where an unclosed one ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhenlint.markdown.destination import Likeness, destination_length, likeness, needs_angle_brackets

CLEAR = [
    "https://example.com",
    "HTTP://EXAMPLE.COM/A",
    "http://localhost:8080/url?aa=bb&cc=dd#ee",
    "https://zh.wikipedia.org/wiki/中文",
    "https://example.com/Go_(language)",
    "obsidian://open?vault=x",
    "www.example.com",
    "mailto:someone@example.com",
    "tel:+86-10-1234567",
    "docker.com",
    "github.com/coreos/etcd/releases",
    "socket.io/docs",
    "./nio-basis.md",
    "../images/中文-图.png",
    "../FAQ.md#问题",
    "docs/readme.md",
    "README.md",
    "c++_指针.md",
    "/sql/select.md#语法元素说明",
    "/api/sfc-script-setup#defineoptions",
    "应届生最爱问的问题！.md",
    "figure.webp?w=100",
    "#unstable-features",
    "#中文标题",
    "#1-概述",
]
SITE = ["/guide/essentials/components", "/learn/ref/", "/translations/", "../", "./"]
LOOSE = [
    "and/or",
    "src/main.py",
    "settings.py",
    "a/b/c",
    "/etc/hosts",
    "/usr/local/bin",
    "System.in",
    "ASP.NET",
    "https：//example.com",
]
NONE = [
    "",
    "说明文字",
    "word",
    "#123",
    "#454.4",
    "#fff",
    "#a1b2c3",
    "1.2.3",
    "3.14",
    "HTTP 200",
    "see https://example.com",
    "https://example.com，然后",
    "{{ site.url }}/index.html",
    "/a/{{x}}/b.md",
    "{%link%}/a.md",
    "https://example.com/`a`",
    "mailto:",
    "foo:bar",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (text, kind)
        for kind, texts in zip(Likeness, (NONE, LOOSE, SITE, CLEAR), strict=True)
        for text in texts
    ],
)
def test_likeness(text: str, expected: Likeness) -> None:
    assert likeness(text) is expected


@pytest.mark.parametrize("text", ["../src/HttpError.ts:19:22", "./a.py:7"])
def test_a_place_in_a_source_is_not_clear(text: str) -> None:
    assert likeness(text) < Likeness.CLEAR


@pytest.mark.parametrize(
    ("text", "destination"),
    [
        ("https://example.com", "https://example.com"),
        ("https://example.com/a，然后", "https://example.com/a"),
        ("https://example.com/a。", "https://example.com/a"),
        ("https://example.com/a.", "https://example.com/a"),
        ("https://example.com/Joe_(writer)", "https://example.com/Joe_(writer)"),
        ("https://example.com/a)", "https://example.com/a"),
        ("https://example.com/jigsaw/的一部分，", "https://example.com/jigsaw/"),
        ("https://zh.wikipedia.org/wiki/中文", "https://zh.wikipedia.org/wiki/中文"),
        ("https://example.com/osi七层模型2.png", "https://example.com/osi七层模型2.png"),
        ("https://example.com的首页", "https://example.com"),
        ("docs/guide.md一节", "docs/guide.md"),
        ("docs/中文/指南.md，后面", "docs/中文/指南.md"),
        ("chapters/1.4.2-js.md", "chapters/1.4.2-js.md"),
        ("chapters/a.md）", "chapters/a.md"),
        ("#prop-validation的细节。", "#prop-validation"),
        ("/sql/select.md#语法元素说明。", "/sql/select.md#语法元素说明"),
        ("/guide/watchers时使用", "/guide/watchers"),
        ("，", ""),
        ("", ""),
    ],
)
def test_an_unclosed_destination_ends_where_a_reader_stops(text: str, destination: str) -> None:
    assert text[: destination_length(text)] == destination


@given(st.text(alphabet="ab/.:#()（）中文，。 ]https", max_size=60))
def test_the_length_is_within_the_text_and_holds_no_blank(text: str) -> None:
    length = destination_length(text)
    assert 0 <= length <= len(text)
    assert " " not in text[:length]
    assert "，" not in text[:length]


@pytest.mark.parametrize(
    ("destination", "expected"),
    [
        ("https://example.com/a_(b)", False),
        ("https://example.com/a_(b", True),
        ("a)b", True),
        (")(", True),
        ("a b.md", True),
        ("", True),
        ("中文.md", False),
    ],
)
def test_needs_angle_brackets(destination: str, expected: bool) -> None:
    assert needs_angle_brackets(destination) is expected
