"""pycorrector beside the built-in rules: recall on real fixes, alarms on well-edited text, speed.

    python -m benchmarks.pycorrector DATA MODEL.klm [ROWS [DOCUMENTS]]

Takes a sample of ROWS lines of the half of the fixes that nothing was learned from (80 unless told
otherwise) and of the first two thousand characters of DOCUMENTS documents (40); pycorrector does about a
kilobyte a second, so more takes long.  Each engine checks the same sample in the same run.  Alarms are not
read here: a few of them are right.  pycorrector's own answers are shown as well as what zhenlint takes of
them.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.chinese_data import Row, is_training, read_documents, read_rows
from zhenlint.characters import ANY_HAN
from zhenlint.check import check_document
from zhenlint.markdown.document import Document
from zhenlint.settings import Pycorrector, Settings
from zhenlint.source import Source
from zhenlint.spelling import pycorrector_engine

Span = tuple[int, int]
Finder = Callable[[Document], list[Span]]

BEGINNING = 2000
CHOSEN = 20261125


def main() -> None:
    """Print a line an engine."""
    data, model, *sizes = sys.argv[1:]
    rows_wanted, documents_wanted = (*map(int, sizes), *(80, 40)[len(sizes) :])
    choose = random.Random(CHOSEN)
    held_back = [row for row in read_rows(Path(data)) if not is_training(row.repository)]
    rows = choose.sample(held_back, min(rows_wanted, len(held_back)))
    clean = list(read_documents(Path(data), "clean"))
    documents = [_beginning(item) for item in choose.sample(clean, min(documents_wanted, len(clean)))]
    kenlm, confusion = Pycorrector("Corrector", model), Pycorrector("ConfusionCorrector")
    finders: dict[str, Finder] = {
        "zhenlint, built in": _rules(Settings(select=("ZH",), ignore=("ZH005",))),
        "pycorrector ConfusionCorrector, our words": _alone(confusion),
        "pycorrector Corrector": _alone(kenlm, least_gain=float("-inf")),
        "pycorrector Corrector, as zhenlint takes it": _alone(kenlm),
        "zhenlint with Corrector": _rules(Settings(select=("ZH",), ignore=("ZH005",), engine=kenlm)),
    }
    print(f"{len(rows)} rows, {len(documents)} documents, {sum(map(_han, documents))} Han")
    for name, find in finders.items():
        find(rows[0].document)  # loads what it needs
        print(_line(name, find, rows, documents))


def _beginning(document: Document) -> Document:
    return Document.parse(Source(document.source.path, document.text[:BEGINNING]))


def _han(document: Document) -> int:
    return len(ANY_HAN.findall(document.prose))


def _rules(settings: Settings) -> Finder:
    """What zhenlint's rules report, hints aside."""

    def find(document: Document) -> list[Span]:
        found = check_document(document, settings)
        return [(item.start, item.end) for item in found if item.severity != "hint"]

    return find


def _alone(wanted: Pycorrector, least_gain: float = pycorrector_engine.LEAST_GAIN) -> Finder:
    """What pycorrector corrects, by itself."""

    def find(document: Document) -> list[Span]:
        engine = pycorrector_engine.engine(wanted)
        found = pycorrector_engine.corrections(document.prose, engine, least_gain)
        return [(item.start, item.end) for item in found]

    return find


def _line(name: str, find: Finder, rows: Iterable[Row], documents: Iterable[Document]) -> str:
    """Recall, other alarms on the fixed lines, alarms on documents, kilobytes of prose a second."""
    begin = time.process_time()
    hits = others = total = size = 0
    for row in rows:
        found = find(row.document)
        matching = [span for span in found if any(_touch(span, slip[:2]) for slip in row.slips)]
        hits, others, total = hits + bool(matching), others + len(found) - len(matching), total + 1
        size += len(row.document.text.encode())
    alarms = han = 0
    for document in documents:
        alarms, han = alarms + len(find(document)), han + _han(document)
        size += len(document.text.encode())
    speed = size / 1000 / (time.process_time() - begin)
    return (
        f"{name:44} found {hits}/{total} ({hits / total:.1%}), {others} others; "
        f"{alarms} alarms ({alarms / han * 10_000:.2f} in 10,000 Han); {speed:,.1f} KB/s"
    )


def _touch(span: Span, slip: Span) -> bool:
    """Whether a report touches a slip; one without characters is missing text."""
    return span[0] < max(slip[1], slip[0] + 1) and slip[0] < max(span[1], span[0] + 1)


if __name__ == "__main__":
    main()
