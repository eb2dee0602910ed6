"""How many real fixes of spacing and punctuation the rules find, and how many they make alike.

    python benchmarks/typography.py FILE.jsonl...

A row of a file is a line before and after somebody's fix: ``before``, ``edits`` as
``[start, end, wrong, right]`` in code points of it, ``cls`` (the kind of error), ``prev_lines`` and
``next_lines`` around it.  A row counts as found if a problem touches each of its edits, and as made alike if
our fixes put the same characters there.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from zhenlint.check import check_document
from zhenlint.diagnostic import Diagnostic, Edit
from zhenlint.fixing import apply_edits
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ANY_MARK
from zhenlint.settings import Settings
from zhenlint.source import Source

SETTINGS = Settings(select=("SP", "PU", "CH", "MD", "LK"))


def main() -> None:
    """Print a table for each file: rows, found and made alike by kind of error."""
    for name in sys.argv[1:]:
        rows = [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines()]
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for row in rows:
            found, alike = _judge(row)
            for kind in (row["cls"], "all"):
                counts[kind].update({"rows": 1, "found": found, "alike": alike})
        print(f"{Path(name).stem:32} {'rows':>5} {'found':>7} {'alike':>7}")
        for kind, count in sorted(counts.items(), key=lambda item: -item[1]["rows"]):
            print(f"{kind:32} {count['rows']:5} {_share(count, 'found')} {_share(count, 'alike')}")


def _share(count: Counter[str], what: str) -> str:
    return f"{count[what] / count['rows']:7.1%}"


def _judge(row: dict[str, Any]) -> tuple[bool, bool]:
    """Whether every edit of a row is found, and whether every one is made alike."""
    before, wanted = row["before"], [Edit(start, end, right) for start, end, _, right in row["edits"]]
    document, offset = _document(row)
    diagnostics = check_document(document, SETTINGS)
    found = all(any(_touches(item, edit, offset) for item in diagnostics) for edit in wanted)
    ours = list(_edits(diagnostics, offset, len(before)))
    return found, all(_around(before, ours, edit) == _around(before, wanted, edit) for edit in wanted)


def _document(row: dict[str, Any]) -> tuple[Document, int]:
    """The row's line in its surroundings and where it begins.

    The surroundings are cut off anywhere, so that a fence or an indentation may make code of the line;
    then it stands alone, and at last without its indentation.
    """
    before, first = row["before"], "\n".join([*row["prev_lines"], ""])
    indented = len(before) - len(before.lstrip())
    after = "\n".join(["", *row["next_lines"]])
    for text, offset in ((first + before + after, len(first)), (before, 0), (before.lstrip(), -indented)):
        document = Document.parse(Source("a.md", text))
        start = max(0, offset)
        if ANY_MARK.sub("", document.prose[start : start + len(before)]).strip():
            break
    return document, offset


def _touches(diagnostic: Diagnostic, edit: Edit, offset: int) -> bool:
    return diagnostic.start - 1 <= edit.end + offset and edit.start + offset <= diagnostic.end + 1


def _edits(diagnostics: Iterable[Diagnostic], offset: int, length: int) -> Iterable[Edit]:
    """The edits of the fixes on the line, none touching the one before it."""
    taken_to = -1
    edits = sorted(edit for item in diagnostics if item.fix for edit in item.fix.edits)
    for start, end, content in edits:
        if taken_to < start - offset and end - offset <= length:
            taken_to = end - offset
            yield Edit(start - offset, end - offset, content)


def _around(before: str, edits: list[Edit], place: Edit) -> str:
    """What stands at an edit's place, a character to each side included, once edits are applied."""
    start, end = max(0, place.start - 1), min(len(before), place.end + 1)
    local = [Edit(a - start, b - start, text) for a, b, text in edits if start <= a and b <= end]
    return apply_edits(before[start:end], local)


if __name__ == "__main__":
    main()
