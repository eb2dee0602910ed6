"""How well English misspellings are found: recall on real fixes, false alarms on whole documents, cost.

    python -m benchmarks.english FOLDER [--reports]

Recall is shown for the training half and the other half of the repositories, by class, by shape and by
length.  A report counts as false unless ``english-judgements.tsv`` says that it is true; with
``--reports`` every report on whole documents is listed with its judgement.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from benchmarks.english_data import Row, Sample, is_training, read_documents, read_judgements, read_rows
from zhenlint.rules.english.unknown_words import gather_evidence
from zhenlint.settings import Settings
from zhenlint.spelling.english import LIKELY, POSSIBLE, Detector, Misspelling, detector
from zhenlint.spelling.lexicon import Lexicon
from zhenlint.spelling.shapes import shape_of
from zhenlint.spelling.suspects import Suspects, suspects

T = TypeVar("T")


def main() -> None:
    """Print the tables."""
    data = Path(sys.argv[1])
    rows = list(read_rows(data))
    for threshold in (POSSIBLE, LIKELY, 0.8, 0.9):
        for name, half in _halves(rows, lambda row: row.sample.repository):
            print(_recall(half, threshold, f"recall at {threshold}, {name}"))
    for title, key in _TABLES:
        print(f"\nby {title}, test half at {LIKELY}")
        tests = [row for row in rows if not is_training(row.sample.repository)]
        for value in sorted({key(row) for row in tests}):
            print(_recall([row for row in tests if key(row) == value], LIKELY, f"  {value}"))
    documents = list(read_documents(data))
    print("\nfalse alarms")
    for kind in sorted({sample.kind for sample in documents}):
        print(_alarms([sample for sample in documents if sample.kind == kind], kind))
    for name, samples in _halves(documents, lambda sample: sample.repository):
        print(_alarms(samples, name))
    if "--reports" in sys.argv:
        print("\n".join(_reports(documents)))
    print(_cost([sample for sample in documents if sample.kind == "corpus"]))


def _halves(items: Iterable[T], repository: Callable[[T], str]) -> Iterator[tuple[str, list[T]]]:
    everything = list(items)
    yield "training half", [item for item in everything if is_training(repository(item))]
    yield "test half", [item for item in everything if not is_training(repository(item))]


def _length(row: Row) -> str:
    length = len(row.slips[0].wrong)
    return "below 6 letters" if length < 6 else "6 or 7 letters" if length < 8 else "8 letters and more"


def _shape(row: Row) -> str:
    return shape_of(row.slips[0].wrong).name.lower().replace("_", " ")


def _in_scope(row: Row) -> str:
    easy = row.slips[0].wrong.islower() and len(row.slips[0].wrong) >= 6
    return "lower case, 6 letters and more" if easy else "all other"


_TABLES: tuple[tuple[str, Callable[[Row], str]], ...] = (
    ("class", lambda row: row.kind),
    ("shape", _shape),
    ("length", _length),
    ("shape and length", _in_scope),
)


def _found(sample: Sample) -> list[Misspelling]:
    return detector().misspellings(sample.evidence, suspects().suspicious(sample.document.prose))


def _recall(rows: list[Row], threshold: float, name: str) -> str:
    """A line: how many of the rows are found, in how many of these the first suggestion is right."""
    found = first = 0
    for row in rows:
        hits = [
            (report, slip)
            for report in _found(row.sample)
            for slip in row.slips
            if report.probability >= threshold and report.start < slip.end and slip.start < report.end
        ]
        if hits:
            report, slip = hits[0]
            wrong = row.sample.text[report.start : report.end]
            found += 1
            put_right = slip.wrong.replace(wrong, report.suggestions[0]).lower()
            first += slip.right.lower() in (put_right, report.suggestions[0].lower())
    share = f"{found / len(rows):.3f}" if rows else "-"
    right = f"{first / found:.3f}" if found else "-"
    return f"{name:40} {found:4} of {len(rows):4} = {share}   first suggestion right {right}"


def _alarms(samples: list[Sample], name: str) -> str:
    """A line: Latin words, reports, and false ones for each 10,000 words."""
    judgements = read_judgements()
    words = sum(sample.latin_words for sample in samples)
    counts: Counter[str] = Counter()
    for sample in samples:
        for report in _found(sample):
            if report.probability >= LIKELY:
                counts[_verdict(judgements, sample, report)] += 1
    false = counts["false"] + counts["unread"]
    rate = 10_000 * false / words if words else 0.0
    return f"{name:16} {words:7} Latin words, {dict(counts)}, {rate:.2f} false in 10,000"


def _verdict(judgements: dict[str, str], sample: Sample, report: Misspelling) -> str:
    return judgements.get(sample.text[report.start : report.end].lower(), "unread")


def _reports(samples: list[Sample]) -> Iterator[str]:
    judgements = read_judgements()
    for sample in samples:
        for report in _found(sample):
            around = sample.document.prose[max(0, report.start - 30) : report.end + 20]
            yield (
                f"{report.probability:.2f}\t{_verdict(judgements, sample, report)}\t"
                f"{sample.text[report.start : report.end]}\t{report.suggestions[0]}\t"
                f"{sample.repository}\t{around!r}"
            )


def _cost(samples: list[Sample]) -> str:
    """A line: processor time beyond parsing, with nothing kept from before."""
    documents = [sample.document for sample in samples]
    fresh = Detector(Suspects(Lexicon()), detector().weights)
    start = time.process_time()
    for document in documents:
        suspicious = fresh.suspects.suspicious(document.prose)
        if suspicious:
            fresh.misspellings(gather_evidence(document, Settings()), suspicious)
    return f"processor time beyond parsing, {len(samples)} documents: {time.process_time() - start:.2f} s"


if __name__ == "__main__":
    main()
