"""How parsing grows with documents made to be slow: time at twice the size by time at once the size.

    python benchmarks/hostile.py [SIZE [md|mdx]]

A ratio of 2 is linear.  Run from the project's root; the documents are those of the tests.
"""

from __future__ import annotations

import sys
import time

from tests.markdown.hostile import HOSTILE
from zhenlint.markdown.document import Document
from zhenlint.source import Source


def main() -> None:
    """Print size, processor time, ratio and seconds a megabyte for each document."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    path = "a." + (sys.argv[2] if len(sys.argv) > 2 else "md")
    print(f"{'document':32} {'MB':>6} {'seconds':>8} {'ratio':>6} {'s/MB':>6}")
    for name, make in HOSTILE.items():
        once, twice = (_seconds(path, make(size * factor)) for factor in (1, 2))
        megabytes = len(make(size * 2).encode()) / 1e6
        print(f"{name:32} {megabytes:6.2f} {twice:8.3f} {twice / once:6.1f} {twice / megabytes:6.2f}")


def _seconds(path: str, text: str) -> float:
    """The better of two processor times."""
    times = []
    for _ in range(2):
        start = time.process_time()
        Document.parse(Source(path, text))
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
