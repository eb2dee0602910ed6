"""What documents made to be slow cost to check: seconds a megabyte, and how they grow with the document.

    python -m benchmarks.hostile [SIZE [md|mdx]]

The documents are those of the tests, of SIZE elements (10,000) and of twice as many.  ``parse``, ``rules``
(those on by default) and ``all`` (the two together: a whole check) are processor seconds a megabyte of the
larger one; ``growth`` is its time by that of the smaller one: 2 is linear.  The last line names the documents
above 2 s/MB or 2.5 in growth.  The first line tells what a plain ``MarkdownIt.parse`` of ordinary text costs
in the same run, to compare with on a busy machine.  Run from the project's root.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from markdown_it import MarkdownIt

from tests.markdown.hostile import HOSTILE
from zhenlint.check import check_document
from zhenlint.markdown.builder import build
from zhenlint.markdown.document import Document
from zhenlint.settings import Settings
from zhenlint.source import Source

MOST_SECONDS, MOST_GROWTH = 2.0, 2.5


def main() -> None:
    """Print a line for each document, then those that take too long."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    path = "a." + (sys.argv[2] if len(sys.argv) > 2 else "md")
    ordinary = "\n".join(file.read_text(encoding="utf-8") for file in Path("tests/documents").rglob("*.md"))
    plain = _seconds(lambda: MarkdownIt("commonmark").enable("table").parse(ordinary))
    print(f"plain MarkdownIt.parse of ordinary text: {plain / len(ordinary.encode()) * 1e6:.2f} s/MB")
    _times(Source(path, ordinary))  # compiles the patterns
    print(f"{'document':36} {'MB':>6} {'parse':>6} {'rules':>6} {'all':>6} {'growth':>6}")
    slow = []
    for name, make in HOSTILE.items():
        small, large = (Source(path, make(size * factor)) for factor in (1, 2))
        megabytes = len(large.text.encode()) / 1e6
        before, (parse, rules) = sum(_times(small)), _times(large)
        growth, cost = (parse + rules) / before, (parse + rules) / megabytes
        line = f"{parse / megabytes:6.2f} {rules / megabytes:6.2f} {cost:6.2f} {growth:6.1f}"
        print(f"{name:36} {megabytes:6.2f} {line}")
        if cost > MOST_SECONDS or growth > MOST_GROWTH:
            slow.append(f"{name} ({cost:.1f} s/MB, {growth:.1f})")
    print(f"above {MOST_SECONDS} s/MB or {MOST_GROWTH} in growth: {', '.join(slow) or 'none'}")


def _times(source: Source) -> tuple[float, float]:
    """The processor times of parsing a source and of asking the rules that are on by default."""
    parsing = _seconds(lambda: build(source))
    parts = build(source)  # a new document each time, since rules leave there what they share
    return parsing, _seconds(lambda: check_document(Document(source, *parts), Settings()))


def _seconds(work: Callable[[], object]) -> float:
    """The better of two processor times."""
    times = []
    for _ in range(2):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
