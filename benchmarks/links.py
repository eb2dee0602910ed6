"""How many real mistakes in links the LK rules name, and how many they mend as their author did.

    python -m benchmarks.links FILE.jsonl

A row is a line before and after somebody's fix (``benchmarks/typography.py`` tells its fields);
``commonmark_links_lost`` says that CommonMark makes fewer links of the line before than of the line after.
Only those rows count.  One is named if a problem of a rule for its kind of error touches each edit, and
mended alike if the fixes, or the first suggestions, give the line the same links as its author did: texts,
destinations, and which of them are images.  Rows that are not are listed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.typography import document_of
from zhenlint.check import check_document
from zhenlint.diagnostic import Diagnostic, Edit
from zhenlint.fixing import apply_edits
from zhenlint.markdown.document import Document
from zhenlint.settings import Settings
from zhenlint.source import Source

SETTINGS = Settings(select=("LK",))
NAMES = {
    "missing_bracket": ("LK004",),
    "extra_bracket": ("LK004",),
    "wrong_bracket": ("LK001", "LK004", "LK007"),
    "swapped_brackets": ("LK001", "LK004"),
    "missing_label_brackets": ("LK003", "LK004"),
    "fullwidth_paren": ("LK003", "LK004"),
    "space_between_label_and_dest": ("LK002",),
    "inner_space_in_dest": ("LK005",),
    "edge_space_in_dest(valid CommonMark)": ("LK002", "LK005"),
}
"""Kind of error → the rules whose names say what is wrong."""


def main() -> None:
    """Print the counts by kind of error and the rows that are not named or not mended alike."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    left: list[str] = []
    for row in rows:
        if row["commonmark_links_lost"]:
            named, alike = _judge(row)
            for kind in (row["cls"], "all"):
                counts[kind].update({"rows": 1, "named": named, "alike": alike})
            if not (named and alike):
                state = "named" if named else "quiet"
                left.append(f"{row['id']} {row['cls']}: {state}: {row['wrong']!r} -> {row['right']!r}")
    print(f"{'links that were lost':38} {'rows':>5} {'named':>7} {'alike':>7}")
    for kind, count in sorted(counts.items(), key=lambda item: -item[1]["rows"]):
        shares = " ".join(f"{count[what] / count['rows']:7.1%}" for what in ("named", "alike"))
        print(f"{kind:38} {count['rows']:5} {shares}")
    print(*left, sep="\n")


def _judge(row: dict[str, Any]) -> tuple[bool, bool]:
    """Whether a row is named, and whether it is mended alike."""
    document, offset = document_of(row)
    end = offset + len(row["before"])
    found = [
        item for item in check_document(document, SETTINGS) if item.start < end and max(offset, 0) < item.end
    ]
    named = all(any(_names(item, edit, row["cls"], offset) for item in found) for edit in row["edits"])
    wanted = _links(row["after"])
    return named, any(_links(line) == wanted for line in _mended(document, found, max(offset, 0), end))


def _names(item: Diagnostic, edit: list[Any], kind: str, offset: int) -> bool:
    """Whether a problem touches an edit and is of a rule for the kind of error."""
    touches = item.start - 1 <= edit[1] + offset and edit[0] + offset <= item.end + 1
    return touches and item.code in NAMES[kind]


def _mended(document: Document, found: list[Diagnostic], start: int, end: int) -> Iterable[str]:
    """The line with the fixes applied, and with the first suggestions in place."""
    fixes = [item.fix.edits for item in found if item.fix]
    yield _edited(document, fixes, start, end)
    yield _edited(
        document,
        [(Edit(item.start, item.end, item.suggestions[0]),) for item in found if item.suggestions],
        start,
        end,
    )


def _edited(document: Document, groups: Iterable[tuple[Edit, ...]], start: int, end: int) -> str:
    """The text from ``start`` to ``end`` with groups of edits applied, none touching the one before."""
    taken_to = -1
    edits: list[Edit] = []
    for group in sorted(groups):
        if taken_to < group[0].start:
            edits += group
            taken_to = group[-1].end
    grown = sum(len(edit.content) - (edit.end - edit.start) for edit in edits)
    return apply_edits(document.text, edits)[start : end + grown]


def _links(line: str) -> list[tuple[str, str, str]]:
    """Kind, text and destination of the links and images of a line."""
    document = Document.parse(Source("a.md", line.strip()))
    return [
        (item.kind, document.text[item.inner_start : item.inner_end], item.destination)
        for item in document.links
        if item.kind in ("link", "image")
    ]


if __name__ == "__main__":
    main()
