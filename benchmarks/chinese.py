"""How well wrong Chinese characters are found: recall on real fixes, false alarms on whole documents, cost.

    python -m benchmarks.chinese DATA [LINES.xz [--block=N]] [--folder=FOLDER] [--engine=neural] [--reports]

Recall is shown for the training half and the other half of the repositories, by class.  A report on whole
documents counts as false unless the files of ``judgements/`` say that it is true; with ``--reports`` every
one is listed as a line of these files, with its judgement.  Hints are listed, and do not count.
``LINES.xz`` holds lines of prose, of which every fortieth block of lines, beginning with the first or the
N-th, is checked as a document.  ``--folder`` adds the documents below a folder, such as the descriptions of
packages, of which those of every other package were read (``judgements/chinese-packages.tsv``, by package).
``--engine=neural`` has the neural model judge in ZH002; what only it reports is unread until it is judged.
"""

from __future__ import annotations

import lzma
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.chinese_data import Row, is_training, key, read_documents, read_judgements, read_rows
from zhenlint.check import check_document
from zhenlint.diagnostic import Diagnostic, Severity
from zhenlint.fixing import apply_edits
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, all_rules
from zhenlint.settings import Engine, Settings
from zhenlint.source import Source

RULES = tuple(code for code, rule in all_rules().items() if code.startswith("ZH") and rule.check)
"""ZH005 is not among them: it judges whole projects and calls nothing wrong by itself."""

KINDS = ("clean", "corpus", "notes")
EVERY = 40
BLOCK = 2000


def main() -> None:
    """Print the tables."""
    data = Path(sys.argv[1])
    engine: Engine = "neural" if "--engine=neural" in sys.argv else "builtin"
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # as a configuration that asks for the model does
    settings = Settings(select=RULES, engine=engine)
    rows = [(row, _found(row.document, settings)) for row in read_rows(data)]
    for name, half in (("training half", True), ("test half", False)):
        chosen = [(row, reports) for row, reports in rows if is_training(row.repository) is half]
        print(_recall(chosen, name))
        for rule in RULES:
            by_rule = [(row, [item for item in reports if item.code == rule]) for row, reports in chosen]
            print(_recall(by_rule, f"  {rule}"))
        for kind in sorted({row.kind for row, _ in chosen}):
            of_kind = [item for item in chosen if item[0].kind == kind]
            print(_recall(of_kind, f"  {kind}"))
            print(
                _recall([(row, _without(reports, "ZH002")) for row, reports in of_kind], "    without ZH002")
            )
    documents = {kind: list(read_documents(data, kind)) for kind in KINDS}
    first = next((int(item[8:]) for item in sys.argv if item.startswith("--block=")), 0)
    for argument in sys.argv[2:]:
        if argument.startswith("--folder="):
            folder = Path(argument.removeprefix("--folder="))
            documents["folder"] = list(read_documents(folder.parent, folder.name))
        elif not argument.startswith("--"):
            documents["lines"] = list(_lines(Path(argument), first))
    for kind, chosen_documents in documents.items():
        print(_alarms(chosen_documents, kind, settings))
    if "--reports" in sys.argv:
        print("\n".join(line for group in documents.values() for line in _reports(group, settings)))
    print("\n".join(_cost(documents["corpus"], settings)))


def _without(reports: list[Diagnostic], code: str) -> list[Diagnostic]:
    return [report for report in reports if report.code != code]


def _recall(rows: list[tuple[Row, list[Diagnostic]]], name: str) -> str:
    """A line: how many of the rows are found, and in how many of these our fix is the committer's."""
    found = first = others = 0
    for row, reports in rows:
        hits = [item for item in reports if any(_touches(item, row, at) for at in range(len(row.slips)))]
        others += len(reports) - len(hits)
        if hits:
            found += 1
            first += any(_is_right(item, row) for item in hits)
    share = f"{found / len(rows):6.1%}" if rows else ""
    right = f"{first / found:6.1%}" if found else "     -"
    return f"{name:18} {found:4} of {len(rows):4} = {share}  first right {right}  other reports {others}"


def _touches(report: Diagnostic, row: Row, at: int) -> bool:
    slip = row.slips[at]
    return report.start <= slip.end and slip.start <= report.end


def _is_right(report: Diagnostic, row: Row) -> bool:
    """Whether the report's fix makes of its place what the commit made of it."""
    if report.fix is None:
        return False
    text, edits = row.document.text, report.fix.edits
    start, end = min(edit.start for edit in edits), max(edit.end for edit in edits)
    touched = [slip for slip in row.slips if slip.start <= end and start <= slip.end]
    begin = min(start, *(slip.start for slip in touched)) if touched else start
    stop = max(end, *(slip.end for slip in touched)) if touched else end
    ours, pieces, place = apply_edits(text, list(edits)), [], begin
    for slip in touched:
        pieces += [text[place : slip.start], slip.right]
        place = slip.end
    wanted = "".join([*pieces, text[place:stop]])
    return ours[begin : stop + len(ours) - len(text)] == wanted


def _lines(path: Path, first: int) -> Iterator[Document]:
    """Every fortieth block of lines of a text file, from a certain one, as a document of paragraphs."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        block: list[str] = []
        for number, line in enumerate(file):
            if number // BLOCK % EVERY == first:
                block.append(line.strip())
            elif block:
                yield Document.parse(Source(f"line-{number - len(block)}.md", "\n\n".join(block)))
                block = []


def _alarms(documents: list[Document], name: str, settings: Settings) -> str:
    """A line: Han characters, reports by judgement, and false ones for each 10,000 characters."""
    judgements = read_judgements()
    han = sum("\u4e00" <= character <= "\u9fff" for document in documents for character in document.prose)
    counts: Counter[str] = Counter()
    for document in documents:
        for report in _found(document, settings):
            counts[judgements.get(key(report, document.text), "unread")] += 1
    false = counts["false"] + counts["unread"]
    return f"{name:8} {han:8} Han, {dict(counts)}, {10_000 * false / max(1, han):.3f} false in 10,000"


def _found(document: Document, settings: Settings) -> list[Diagnostic]:
    """The reports that count."""
    reports = check_document(document, settings)
    return [report for report in reports if report.severity is not Severity.HINT]


def _reports(documents: Iterable[Document], settings: Settings) -> Iterator[str]:
    """The reports as lines of the file of judgements."""
    judgements = read_judgements()
    for document in documents:
        for report in check_document(document, settings):
            text = document.text
            around = f"{text[max(0, report.start - 8) : report.start]}[{text[report.start : report.end]}]"
            excerpt = (around + text[report.end : report.end + 8]).replace("\n", "⏎").replace("\t", " ")
            name = key(report, text)
            verdict = judgements.get(name, "unread")
            yield f"{report.code}\t{document.source.path}\t{name}\t{excerpt}\t{verdict}\t"


def _cost(documents: list[Document], settings: Settings) -> Iterator[str]:
    """Lines: the processor time of each rule beyond parsing, and of splitting lines beside it."""
    yield f"processor time beyond parsing, {len(documents)} documents of corpus"
    for code in RULES:
        rule = all_rules()[code]
        assert rule.check
        context = Context(rule, rule.options(), settings)
        for name in ("first run", "second run"):
            fresh = [Document.parse(document.source) for document in documents]
            start = time.process_time()
            for document in fresh:
                list(rule.check(document, context))
            yield f"  {code} {name}: {time.process_time() - start:.2f} s"
    start = time.process_time()
    for document in documents:
        Document.parse(document.source)
    yield f"  parsing, for comparison: {time.process_time() - start:.2f} s"


if __name__ == "__main__":
    main()
