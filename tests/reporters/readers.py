"""Readers of the formats for programs: the problems that a report tells of."""

from __future__ import annotations

import html
import json
import os
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import unquote_to_bytes, urlparse

from lxml import etree

from zhenlint.terminal import escape


class Told(NamedTuple):
    """A problem as a report tells of it."""

    path: str
    code: str
    line: int
    column: int = 0


def as_json(text: str) -> Iterator[Told]:
    """``json``."""
    for item in json.loads(text):
        yield Told(item["path"], item["code"], item["line"], item["column"])


def as_jsonl(text: str) -> Iterator[Told]:
    """``jsonl``."""
    lines = [line for line in text.split("\n") if line]
    yield from as_json(f"[{','.join(lines)}]")


def as_sarif(text: str) -> Iterator[Told]:
    """``sarif``; a path is what its address decodes to."""
    (run,) = json.loads(text)["runs"]
    for item in run["results"]:
        place = item["locations"][0]["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert uri.isascii()
        path = urlparse(uri).path if uri.startswith("file:") else uri
        assert run["tool"]["driver"]["rules"][item["ruleIndex"]]["id"] == item["ruleId"]
        region = place["region"]
        decoded = os.fsdecode(unquote_to_bytes(path))
        yield Told(decoded, item["ruleId"], region["startLine"], region["startColumn"])


def as_gitlab(text: str) -> Iterator[Told]:
    """``gitlab``, which has no columns."""
    for item in json.loads(text):
        yield Told(item["location"]["path"], item["check_name"], item["location"]["lines"]["begin"])


def as_rdjson(text: str) -> Iterator[Told]:
    """``rdjson``; columns count bytes."""
    for item in json.loads(text)["diagnostics"]:
        start = item["location"]["range"]["start"]
        yield Told(item["location"]["path"], item["code"]["value"], start["line"], start["column"])


def as_junit(text: str) -> Iterator[Told]:
    """``junit``: the tests that failed, and those with words."""
    for case in etree.fromstring(text.encode("utf-8")).iter("testcase"):
        if case.find("failure") is not None or case.find("system-out") is not None:
            code, place = case.get("name").split(" ")
            line, column = map(int, place.split(":"))
            yield Told(case.get("classname"), code, line, column)


def as_summary(text: str) -> Iterator[Told]:
    """The job summary for GitHub: the rows of its last table."""
    row = re.compile(r"^\| <code>(.*?)</code> \| \[([A-Z]{2}\d{3})\]\(", re.MULTILINE)
    for place, code in row.findall(text.partition("<details>")[2]):
        path, line, column = html.unescape(place).rsplit(":", 2)
        yield Told(path, code, int(line), int(column))


def as_html(text: str) -> Iterator[Told]:
    """``html``: the data of the page's program."""
    block = text.partition('<script type="application/json" id="results">')[2].partition("</script>")[0]
    for file in json.loads(block):
        for item in file["problems"]:
            yield Told(file["path"], item["code"], *item["place"][:2])


READERS: dict[str, Callable[[str], Iterator[Told]]] = {
    "json": as_json,
    "jsonl": as_jsonl,
    "sarif": as_sarif,
    "gitlab": as_gitlab,
    "rdjson": as_rdjson,
    "junit": as_junit,
    "html": as_html,
    "github_summary": as_summary,
}

_NO_TEXT = re.compile("[\ud800-\udfff]")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _shown(char: str) -> str:
    """A character that a format cannot hold."""
    return escape(char) if escape(char) != char else f"\\u{ord(char):04x}"


NAMES: dict[str, Callable[[str], str]] = {
    "gitlab": lambda path: _NO_TEXT.sub(lambda match: _shown(match[0]), path),
    "rdjson": lambda path: _NO_TEXT.sub(lambda match: _shown(match[0]), path),
    "junit": lambda path: _NO_XML.sub(lambda match: _shown(match[0]), path),
    "github_summary": escape,
}
"""How a format writes the name of a file, where that is not the very name."""
