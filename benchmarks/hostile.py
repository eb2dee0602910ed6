"""How parsing and checking grow with documents made to be slow: time at twice the size by time at once.

    python -m benchmarks.hostile [SIZE [md|mdx]]

A ratio of 2 is linear.  The first line tells what a plain ``MarkdownIt.parse`` of ordinary text costs in the
same run, to compare with on a busy machine.  Run from the project's root; the documents are those of the
tests.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from markdown_it import MarkdownIt

from tests.markdown.hostile import HOSTILE
from zhenlint.check import check_document
from zhenlint.markdown.document import Document
from zhenlint.settings import Settings
from zhenlint.source import Source

EVERY_RULE = Settings(select=("ALL",))


def main() -> None:
    """Print size, processor time, ratio and seconds a megabyte of parsing, and the same of all rules."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    path = "a." + (sys.argv[2] if len(sys.argv) > 2 else "md")
    ordinary = "\n".join(file.read_text(encoding="utf-8") for file in Path("tests/documents").rglob("*.md"))
    plain = _seconds(lambda: MarkdownIt("commonmark").enable("table").parse(ordinary))
    print(f"plain MarkdownIt.parse of ordinary text: {plain / len(ordinary.encode()) * 1e6:.2f} s/MB")
    titles = (f"{title:>8} {'ratio':>6} {'s/MB':>6}" for title in ("parse", "rules"))
    print(f"{'document':36} {'MB':>6}", *titles)
    for name, make in HOSTILE.items():
        megabytes = len(make(size * 2).encode()) / 1e6
        once, twice = (_times(Source(path, make(size * factor))) for factor in (1, 2))
        columns = (
            f"{long:8.3f} {long / short:6.1f} {long / megabytes:6.2f}"
            for short, long in zip(once, twice, strict=True)
        )
        print(f"{name:36} {megabytes:6.2f}", *columns)


def _times(source: Source) -> tuple[float, float]:
    """The processor times of parsing a source and of asking all rules."""
    parsing = _seconds(lambda: Document.parse(source))
    document = Document.parse(source)
    return parsing, _seconds(lambda: check_document(document, EVERY_RULE))


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
