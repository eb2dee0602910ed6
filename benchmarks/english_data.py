"""What the English benchmarks read: rows of real typo fixes, whole documents, judgements.

The data folder holds ``typo-fixes/en_typo.jsonl`` and ``en_typo_nohint.jsonl`` (a fixed line each, with
the lines around it), ``clean/`` and ``corpus/`` (whole documents), and more ``typo-fixes/*.jsonl``.
Everything is divided by a hash of its repository's name: weights and lists are made from one half,
figures are read off the other.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from zhenlint.markdown.document import Document
from zhenlint.rules.english.unknown_words import gather_evidence
from zhenlint.settings import Settings
from zhenlint.source import Source
from zhenlint.spelling.english import Detector, Sighting
from zhenlint.spelling.evidence import Evidence

JUDGEMENTS = Path(__file__).with_name("english-judgements.tsv")
ENGLISH_ROWS = ("en_typo", "en_typo_nohint")
OTHER_ROWS = ("zh_typo", "spacing", "punct", "link", "heading_space")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


def is_training(repository: str) -> bool:
    """Whether a repository belongs to the half that weights and lists are made from."""
    return hashlib.sha256(repository.encode()).digest()[0] % 2 == 0


@dataclass(frozen=True)
class Sample:
    """A document, or some lines of one, and the repository it is from."""

    kind: str
    repository: str
    text: str

    @cached_property
    def document(self) -> Document:
        return Document.parse(Source(f"{self.kind}.md", self.text))

    @cached_property
    def evidence(self) -> Evidence:
        return gather_evidence(self.document, Settings())

    @property
    def latin_words(self) -> int:
        """How many Latin words its prose has."""
        return len(LATIN_WORD.findall(self.document.prose))

    def sightings(self, detector: Detector) -> Iterator[Sighting]:
        """The unknown words, but those that the document shows to be names."""
        prose = self.document.prose
        places = detector.places(prose, detector.suspects.suspicious(prose))
        found = list(detector.sightings(self.evidence, places))
        names = {item.part.text.lower() for item in found if item.is_name}
        return (item for item in found if item.part.text.lower() not in names)


class Slip(NamedTuple):
    """One wrong word: its place in the sample's text, how it stood there, how it was put right."""

    start: int
    end: int
    wrong: str
    right: str


@dataclass(frozen=True)
class Row:
    """A line that a commit put right: its lines as a sample, its class, its wrong words."""

    sample: Sample
    kind: str
    slips: tuple[Slip, ...]


def read_rows(data: Path) -> Iterator[Row]:
    """The rows of English typo fixes.

    Where the line is not prose among its neighbours (a fence or front matter is cut in two), it
    stands alone.
    """
    for name in ENGLISH_ROWS:
        for record in _records(data / "typo-fixes" / f"{name}.jsonl"):
            before = "".join(line + "\n" for line in record["prev_lines"])
            row = _row(record, before, record["before"] + "\n" + "\n".join(record["next_lines"]))
            prose = row.sample.document.prose
            if not any(prose[slip.start : slip.end] == slip.wrong for slip in row.slips):
                alone = record["before"].lstrip()
                row = _row(record, "", alone, shift=len(alone) - len(record["before"]))
            yield row


def _row(record: Mapping[str, Any], before: str, after: str, shift: int = 0) -> Row:
    at = len(before) + shift
    slips = tuple(Slip(start + at, end + at, wrong, right) for start, end, wrong, right in record["edits"])
    return Row(Sample(record["kind"], record["repo"], before + after), record["cls"], slips)


def read_documents(data: Path) -> Iterator[Sample]:
    """Whole documents, and the corrected lines of the rows that are not about English words."""
    for path in sorted((data / "clean").glob("*.md")):
        repository = path.name.partition("__")[0].replace("+", "/")
        yield Sample("clean", repository, path.read_text(encoding="utf-8"))
    for path in sorted((data / "corpus").rglob("*.md")):
        yield Sample("corpus", "Snailclimb/JavaGuide", path.read_text(encoding="utf-8"))
    for name in OTHER_ROWS:
        for record in _records(data / "typo-fixes" / f"{name}.jsonl"):
            text = "\n".join((*record["prev_lines"], record["after"], *record["next_lines"]))
            yield Sample(name, record["repo"], text)


def _records(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read_judgements() -> dict[str, str]:
    """What was judged by reading: lower-case word → ``true`` (misspelled), ``false`` or ``unclear``."""
    with JUDGEMENTS.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {word: verdict for word, _, verdict, _ in rows}
