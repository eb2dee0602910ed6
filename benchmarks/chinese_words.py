"""How often each confused word fires, and where: the evidence behind ``dictionaries/chinese``.

    python -m benchmarks.chinese_words PLACE... [--hits WORD] [--write]

A place is a folder of Markdown documents, a text file of lines (``.xz`` too), or a ``.jsonl`` of fixes of
which the half that is for training is read.  Printed are the words that fire with their counts; ``--hits``
prints the surroundings of one word; ``--write`` puts the counts into the evidence column of the lists.  What
was read and found false in ``judgements/chinese-words.tsv`` (which knows a place by a hash, as the texts are
not ours to copy) is taken off the counts.
"""

from __future__ import annotations

import csv
import json
import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.chinese_data import is_training
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, all_rules
from zhenlint.settings import Settings
from zhenlint.source import Source

LISTS = Path(__file__).parent.parent / "dictionaries" / "chinese"
FILES = (LISTS / "confused-words.tsv", LISTS / "confusion-sets.tsv")
JUDGEMENTS = Path(__file__).parent / "judgements" / "chinese-words.tsv"
EVIDENCE = 3
"""The column of the lists that holds how often a word was found rightly."""

BATCH = 20_000
"""How many lines of a text file make a document: each is a paragraph of its own."""


def main() -> None:
    """Count, and print or write."""
    arguments = sys.argv[1:]
    wanted = arguments.pop(arguments.index("--hits") + 1) if "--hits" in arguments else None
    places = [Path(argument) for argument in arguments if not argument.startswith("--")]
    hits = _hits(places)
    if wanted:
        print("\n".join(hits[wanted]))
        return
    false = _false()
    counts = Counter({word: len(found) - false[word] for word, found in hits.items()})
    for word, number in counts.most_common():
        print(f"{number}\t{word}\t{hits[word][0]}")
    if "--write" in arguments:
        _write(counts)


def _hits(places: Iterable[Path]) -> dict[str, list[str]]:
    """The surroundings of every report, by wrong word."""
    rule = all_rules()["ZH001"]
    assert rule.check
    context = Context(rule, rule.options(), Settings())
    hits: dict[str, list[str]] = defaultdict(list)
    for text in _texts(places):
        document = Document.parse(Source("a.md", text))
        for report in rule.check(document, context):
            before, after = text[max(0, report.start - 10) : report.start], text[report.end : report.end + 10]
            word = dict(report.arguments)["wrong"]
            hits[word].append(f"{before}[{word}]{after}".replace("\n", "⏎"))
    return hits


def _texts(places: Iterable[Path]) -> Iterator[str]:
    for place in places:
        if place.is_dir():
            yield from (path.read_text(encoding="utf-8") for path in sorted(place.rglob("*.md")))
        elif place.suffix == ".jsonl":
            rows = map(json.loads, place.read_text(encoding="utf-8").splitlines())
            yield from (row["before"] for row in rows if is_training(row["repo"]))
        else:
            with lzma.open(place, "rt", encoding="utf-8") if place.suffix == ".xz" else place.open() as file:
                yield from _paragraphs(file)


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Lines as documents of many paragraphs; markup in them was taken out before, so none is let in."""
    batch: list[str] = []
    for line in lines:
        text = "".join(character for character in line.strip() if character not in "`<>$[]*_#|~\\{}\f")
        batch.append(text.lstrip("-+=>:.0123456789 "))
        if len(batch) == BATCH:
            yield "\n\n".join(batch)
            batch = []
    yield "\n\n".join(batch)


def _false() -> Counter[str]:
    """How many of the reports that were read are false, by wrong word."""
    with JUDGEMENTS.open(encoding="utf-8") as file:
        return Counter(
            row[0] for row in csv.reader(file, "excel-tab", quoting=csv.QUOTE_NONE) if row[2] == "false"
        )


def _write(counts: Counter[str]) -> None:
    for path in FILES:
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        for row in rows:
            row[EVIDENCE] = str(counts[row[0]])
        path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
