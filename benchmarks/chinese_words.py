"""How often each confused word fires, and where: the evidence behind ``dictionaries/chinese``.

    python -m benchmarks.chinese_words PLACE... [--hits WORD] [--write SOURCE]
    python -m benchmarks.chinese_words --write code
    python -m benchmarks.chinese_words --summary

A place is a folder of Markdown documents, a text file of lines (``.xz`` too), or a ``.jsonl`` of fixes of
which the half that is for training is read.  Printed are the words that fire with their counts; ``--hits``
prints the surroundings of one word; ``--write`` puts the counts into the evidence column of the lists, as
those of one of the sources in ``SOURCES``; ``--summary`` counts the words that have evidence.

A place is counted once however often its line is copied.  What was read and found false in the source's file
of judgements (which knows a place by a hash, as the texts are not ours to copy) is taken off the counts.

Public source code is too much to read as a place.  A string was looked for in all of it and up to ten of its
places were read; their judgements are counts: the string, the word it shows, places read, how many show the
word rightly found and how many wrongly, and what became of it.  ``--write code`` takes the counts from there.
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
_JUDGEMENTS = Path(__file__).parent / "judgements"
SOURCES = {
    "text": _JUDGEMENTS / "chinese-words.tsv",
    "registries": _JUDGEMENTS / "chinese-words-registries.tsv",
    "code": _JUDGEMENTS / "chinese-words-code.tsv",
}
"""The kinds of text that words are looked for in, and what was read there: edited documentation and the
training half of real fixes; documents in packages of public registries; public source repositories."""

EVIDENCE = 3
"""The column of the lists that holds how often a word was found rightly: ``text=3 code=1``."""

BATCH = 20_000
"""How many lines of a text file make a document: each is a paragraph of its own."""


def main() -> None:
    """Count, and print or write."""
    arguments = sys.argv[1:]
    if "--summary" in arguments:
        print("\n".join(_summary()))
        return
    wanted = _value_of("--hits", arguments)
    source = _value_of("--write", arguments)
    places = [Path(argument) for argument in arguments if not argument.startswith("--")]
    if source == "code":
        _write(_looked_up(), source)
        return
    hits = _hits(places)
    if wanted:
        print("\n".join(hits[wanted]))
        return
    false = _false(SOURCES[source or "text"])
    counts = Counter({word: len(set(found)) - false[word] for word, found in hits.items()})
    for word, number in counts.most_common():
        print(f"{number}\t{word}\t{hits[word][0]}")
    if source:
        _write(counts, source)


def _value_of(option: str, arguments: list[str]) -> str | None:
    """The argument behind an option, taken out of the arguments."""
    return arguments.pop(arguments.index(option) + 1) if option in arguments else None


def _summary() -> Iterator[str]:
    """Lines: how many words have evidence, by source, and how many have none."""
    rows = [line.split("\t") for path in FILES for line in path.read_text(encoding="utf-8").splitlines()]
    found = [evidence(row[EVIDENCE]) for row in rows]
    yield f"{len(rows)} words, {sum(map(bool, found))} with evidence"
    for source in SOURCES:
        alone = sum(set(item) == {source} for item in found)
        yield f"  {source}: {sum(source in item for item in found)}, only there {alone}"


def evidence(text: str) -> dict[str, int]:
    """The evidence column of a word: how often it was found rightly, by source."""
    pairs = (item.split("=") for item in text.split())
    return {source: int(number) for source, number in pairs}


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
            yield from (row["before"].lstrip() for row in rows if is_training(row["repo"]))
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


def _false(judgements: Path) -> Counter[str]:
    """How many of the reports that were read are false, by wrong word."""
    if not judgements.exists():
        return Counter()
    with judgements.open(encoding="utf-8") as file:
        return Counter(
            row[0] for row in csv.reader(file, "excel-tab", quoting=csv.QUOTE_NONE) if row[2] == "false"
        )


def _looked_up() -> Counter[str]:
    """How often each word was seen rightly among the places in source code that were read."""
    with SOURCES["code"].open(encoding="utf-8") as file:
        rows = csv.reader(file, "excel-tab", quoting=csv.QUOTE_NONE)
        return Counter({word: int(right) for _, word, _, right, _, _ in rows if word})


def _write(counts: Counter[str], source: str) -> None:
    """Put the counts of a source into the lists; those of the others stay."""
    for path in FILES:
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        for row in rows:
            found = evidence(row[EVIDENCE]) | {source: counts[row[0]]}
            row[EVIDENCE] = " ".join(f"{name}={found[name]}" for name in SOURCES if found.get(name))
        path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
