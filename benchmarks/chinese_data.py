"""What the Chinese benchmarks read: rows of real fixes, whole documents, judgements.

The data folder holds ``typo-fixes/zh_typo.jsonl`` (a fixed line each, with the lines around it), ``clean/``
and ``corpus/`` (whole documents), ``notes/``.  Rows are divided by a hash of their repository's name: words
are collected from one half, figures are read off the other.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from zhenlint.diagnostic import Diagnostic
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ANY_MARK
from zhenlint.source import Source

JUDGEMENTS = tuple(
    Path(__file__).parent / "judgements" / name
    for name in (
        "chinese.tsv",
        "chinese-characters.tsv",
        "chinese-packages.tsv",
        "chinese-particles.tsv",
        "chinese-training.tsv",
    )
)


def is_training(repository: str) -> bool:
    """Whether a repository belongs to the half that words are collected from."""
    return hashlib.sha256(repository.encode()).digest()[0] % 2 == 0


class Slip(NamedTuple):
    """What a commit put right: its place in the row's document, how it stood there, what it became."""

    start: int
    end: int
    wrong: str
    right: str


@dataclass(frozen=True)
class Row:
    """A line that a commit put right, in its surroundings."""

    repository: str
    kind: str
    document: Document
    slips: tuple[Slip, ...]


def read_rows(data: Path) -> Iterator[Row]:
    """The rows of real fixes of Chinese."""
    for line in (data / "typo-fixes" / "zh_typo.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document, offset = _document(row["before"], row["prev_lines"], row["next_lines"])
        slips = tuple(Slip(start + offset, end + offset, *words) for start, end, *words in row["edits"])
        yield Row(row["repo"], row["cls"], document, slips)


def _document(line: str, before: list[str], after: list[str]) -> tuple[Document, int]:
    """The row's line in its surroundings, and where it begins.

    The surroundings are cut off anywhere, so that a fence or an indentation may make code of the line;
    then it stands alone, and at last without its indentation.
    """
    first = "\n".join([*before, ""])
    bare = line.lstrip()
    around = first + line + "\n".join(["", *after])
    for text, offset in ((around, len(first)), (line, 0), (bare, len(bare) - len(line))):
        document = Document.parse(Source("a.md", text))
        place = max(0, offset)
        if ANY_MARK.sub("", document.prose[place : place + len(line)]).strip():
            break
    return document, offset


def read_documents(data: Path, kind: str) -> Iterator[Document]:
    """The documents below a folder of the data; their path is the one below it."""
    folder = data / kind
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).as_posix()
        yield Document.parse(Source(name, path.read_text(encoding="utf-8")))


def key(report: Diagnostic, text: str) -> str:
    """What a judgement knows a report by."""
    return key_of(report.code, text, report.start, report.end)


def key_of(code: str, text: str, start: int, end: int) -> str:
    """A rule's code and what stands around a place of a text, hashed."""
    around = text[max(0, start - 20) : end + 20]
    return hashlib.sha256((code + around).encode()).hexdigest()[:12]


@cache
def read_judgements() -> dict[str, str]:
    """The verdict on each report that was read, by its key."""
    lines = [line for path in JUDGEMENTS for line in path.read_text(encoding="utf-8").splitlines()]
    return {row[2]: row[4] for row in csv.reader(lines, "excel-tab", quoting=csv.QUOTE_NONE)}
