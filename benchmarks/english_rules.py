"""How often EN002 (repeated words) and EN003 (casing of names) are right, by judgements kept as data.

    python -m benchmarks.english_rules FOLDER [TEXT_FOLDER...]

FOLDER is the data folder of ``benchmarks.english``; each TEXT_FOLDER holds more ``.md`` files, such as
English documentation turned into text.  Hints are not counted.  A report is known by what was judged
when it was read: one of EN003 by form and repository (``casing-judgements.tsv``), one of EN002 by
the words beside it (``repeated-judgements.tsv``).  What was not read is listed.  Repositories like
``npm:rxjs`` are published packages.

``confused-judgements.tsv`` keeps what was read of EN001's known words in the wrong place: the word before,
the word, what is meant, the word behind, where (documents, summaries of packages, source code), how many
places, the verdict.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks.english_data import Sample, read_documents
from zhenlint.check import check_document
from zhenlint.diagnostic import Diagnostic, Severity
from zhenlint.settings import Settings

HERE = Path(__file__).parent
Key = tuple[str, ...]


def main() -> None:
    """Print a line for each rule, then the reports that nobody judged."""
    samples = [*read_documents(Path(sys.argv[1])), *_texts(sys.argv[2:])]
    for code, name, columns in (("EN002", "repeated", slice(1, 4)), ("EN003", "casing", slice(0, 3, 2))):
        judgements = _judgements(HERE / f"{name}-judgements.tsv", columns)
        counts: Counter[str] = Counter()
        for key in sorted(set(_reports(samples, code))):
            verdict = judgements.get(key, "unread")
            counts[verdict] += 1
            if verdict == "unread":
                print(code, *key, sep="\t")
        kept = Counter(judgements.values())
        print(f"{code}: here {dict(counts)}; judged in all {dict(kept)}")


def _texts(folders: Iterable[str]) -> Iterator[Sample]:
    for folder in folders:
        for path in sorted(Path(folder).rglob("*.md")):
            yield Sample("text", path.name, path.read_text(encoding="utf-8", errors="replace"))


def _judgements(path: Path, columns: slice) -> Mapping[Key, str]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        verdict = 4 if columns.start else 3
        return {tuple(row[columns]): row[verdict] for row in rows}


def _reports(samples: Iterable[Sample], code: str) -> Iterator[Key]:
    settings = Settings(select=(code,))
    for sample in samples:
        for report in check_document(sample.document, settings):
            if report.severity is not Severity.HINT:
                yield _key(sample, report, code)


def _key(sample: Sample, report: Diagnostic, code: str) -> Key:
    text = sample.text
    words = " ".join(text[report.start : report.end].split())
    if code == "EN003":
        return words, sample.repository
    before = re.findall(r"\S+", text[max(0, report.start - 60) : report.start])
    after = re.findall(r"\S+", text[report.end : report.end + 60])
    return (before or [""])[-1], words, (after or [""])[0]


if __name__ == "__main__":
    main()
