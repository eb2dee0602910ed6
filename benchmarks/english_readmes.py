"""EN001, EN002 and EN003 on documents of others, each report read in its sentence.

    python -m benchmarks.english_readmes FOLDER [packages|texts|documents] [--reports]

``packages``: descriptions of Chinese packages, EN001 and EN003.  ``english-readmes.tsv`` names them (part,
name, SHA-256 of the description); FOLDER keeps the descriptions as ``NAME.md``, as the registry tells them.
What was wrong in part A and B had something in common and was mended then, so the figures of the last part
are the honest ones.

``texts``: all three rules on what ``english-texts.tsv`` names.  ``first``, ``second`` and ``third`` are
Chinese documents of public repositories (``OWNER+REPOSITORY+PATH``): of long ones the lines that hold Latin
letters, of ``third`` those of a document's opening without its blocks of code; lines are counted among
these.  ``english`` are READMEs that came along with installed packages (``npm+NAME``, ``pypi+NAME``).  What
was wrong in ``first`` was mended before ``second`` and ``english`` were read, what was wrong in these before
``third``.  The titles of what others wrote were counted as wrong from ``third`` on, for all parts, and are
hints since.

``documents``: EN003 on the documents of ``benchmarks.english`` (FOLDER is its data folder), which
``english-documents.tsv`` names.  The rule was made with them at hand.

No list and no threshold was made from a part before all of its reports were read.  What is not in FOLDER,
or is another text by now, is left out.  Each document is a project of its own.

The files of the same names in ``judgements`` keep what was read (of ``packages`` it is ``english.tsv``):
code, name, line, word, verdict, reason.  ``true`` is what a careful editor would change, ``identifier`` a
misspelling in the author's own identifier, which is right to report and cannot simply be changed; it counts
as false here.  Hints are not counted.  With ``--reports`` those that nobody judged are listed.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from benchmarks.english_data import LATIN_WORD
from zhenlint.check import check_document
from zhenlint.diagnostic import Severity
from zhenlint.markdown.document import Document
from zhenlint.settings import Settings
from zhenlint.source import Source

HERE = Path(__file__).parent


class Reading(NamedTuple):
    """What is read by which rules: the list of documents, the judgements."""

    documents: Path
    judgements: Path
    settings: Settings


READINGS: Mapping[str, Reading] = {
    "packages": Reading(
        HERE / "english-readmes.tsv",
        HERE / "judgements" / "english.tsv",
        Settings(select=("EN001", "EN003")),
    ),
    "texts": Reading(
        HERE / "english-texts.tsv", HERE / "judgements" / "english-texts.tsv", Settings(select=("EN",))
    ),
    "documents": Reading(
        HERE / "english-documents.tsv",
        HERE / "judgements" / "english-documents.tsv",
        Settings(select=("EN003",)),
    ),
}
Key = tuple[str, str, str, str]
"""Code, name, line and word."""


def main() -> None:
    """Print the sums of each part and rule."""
    reading = READINGS[next((name for name in sys.argv[2:] if name in READINGS), "packages")]
    judgements = {(code, *place): verdict for code, *place, verdict, _ in _rows(reading.judgements)}
    words: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    verdicts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for part, name, digest in _rows(reading.documents):
        document = _read(Path(sys.argv[1]) / f"{name}.md", digest)
        if document is None:
            continue
        documents[part] += 1
        words[part] += len(LATIN_WORD.findall(document.prose))
        for key in _reports(document, name, reading.settings):
            verdict = judgements.get(key, "unread")
            verdicts[part, key[0]][verdict] += 1
            if verdict == "unread" and "--reports" in sys.argv:
                print(*key, sep="\t")
    for (part, code), counts in sorted(verdicts.items()):
        false = counts.total() - counts["true"]
        print(f"part {part}, {documents[part]} documents, {words[part]} Latin words, {code}: {dict(counts)}")
        low, high = _interval(counts["true"], counts.total())
        precision, rate = counts["true"] / counts.total(), 10_000 * false / words[part]
        print(f"    precision {precision:.3f} ({low:.3f} to {high:.3f}), {rate:.2f} false in 10,000 words")


def _interval(right: int, count: int) -> tuple[float, float]:
    """The share that lies behind ``right`` of ``count``, at 95 per cent (Wilson)."""
    z = 1.96
    middle, half = right + z * z / 2, z * sqrt(right * (count - right) / count + z * z / 4)
    return (middle - half) / (count + z * z), (middle + half) / (count + z * z)


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from (
            row for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row[0][0] != "#"
        )


def _read(path: Path, digest: str) -> Document | None:
    if not path.exists():
        return None
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest()[: len(digest)] != digest:
        return None
    return Document.parse(Source(path.name, content.decode("utf-8-sig", errors="replace")))


def _reports(document: Document, name: str, settings: Settings) -> Iterator[Key]:
    for report in check_document(document, settings):
        if report.severity is not Severity.HINT:
            line = document.source.position(report.start).line
            words = document.text[report.start : report.end].split()
            yield report.code, name, str(line), " ".join(words)


if __name__ == "__main__":
    main()
