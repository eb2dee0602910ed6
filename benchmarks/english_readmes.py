"""EN001 and EN003 on descriptions of Chinese packages, each report read in its sentence.

    python -m benchmarks.english_readmes FOLDER [--reports]

``english-readmes.tsv`` names the packages (part, name, SHA-256 of the description); FOLDER keeps the
descriptions as ``NAME.md``, as the registry tells them.  Those that are not there, or are other ones by now,
are left out and counted.  Each description is a project of its own.  No list and no threshold was made from a
part before all of its reports were read; what was wrong in part A and B had something in common was mended
then, so the figures of the last part are the honest ones.

``judgements/english.tsv`` keeps what was read: code, name, line, word, verdict, reason.  ``true`` is what a
careful editor would change, ``identifier`` a misspelling in the author's own identifier, which is right to
report and cannot simply be changed; it counts as false here.  Hints are not counted.  With ``--reports``
those that nobody judged are listed.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.english_data import LATIN_WORD
from zhenlint.check import check_document
from zhenlint.diagnostic import Severity
from zhenlint.markdown.document import Document
from zhenlint.settings import Settings
from zhenlint.source import Source

PACKAGES = Path(__file__).with_name("english-readmes.tsv")
JUDGEMENTS = Path(__file__).parent / "judgements" / "english.tsv"
SETTINGS = Settings(select=("EN001", "EN003"))
Key = tuple[str, str, str, str]
"""Code, name, line and word."""


def main() -> None:
    """Print the sums of each part and rule."""
    judgements = {(code, *place): verdict for code, *place, verdict, _ in _rows(JUDGEMENTS)}
    words: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    verdicts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for part, name, digest in _rows(PACKAGES):
        document = _read(Path(sys.argv[1]) / f"{name}.md", digest)
        if document is None:
            continue
        documents[part] += 1
        words[part] += len(LATIN_WORD.findall(document.prose))
        for key in _reports(document, name):
            verdict = judgements.get(key, "unread")
            verdicts[part, key[0]][verdict] += 1
            if verdict == "unread" and "--reports" in sys.argv:
                print(*key, sep="\t")
    for (part, code), counts in sorted(verdicts.items()):
        false = counts.total() - counts["true"]
        print(f"part {part}, {documents[part]} documents, {words[part]} Latin words, {code}: {dict(counts)}")
        precision, rate = counts["true"] / counts.total(), 10_000 * false / words[part]
        print(f"    precision {precision:.3f}, {rate:.2f} false in 10,000 words")


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


def _reports(document: Document, name: str) -> Iterator[Key]:
    for report in check_document(document, SETTINGS):
        if report.severity is not Severity.HINT:
            line = document.source.position(report.start).line
            yield report.code, name, str(line), document.text[report.start : report.end]


if __name__ == "__main__":
    main()
