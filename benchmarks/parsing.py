"""What positions and the prose view cost: time of ``Document.parse`` beside a plain ``MarkdownIt.parse``.

    python benchmarks/parsing.py FOLDER

Both parse every ``.md`` file under the folder with the same syntax plugins, in turns, in one run; the best
of five processor times counts.  The figure to read is the ratio.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

from markdown_it import MarkdownIt

from zhenlint.markdown.document import Document
from zhenlint.markdown.parser import add_syntax, parser
from zhenlint.source import Source

ROUNDS = 5


def main() -> None:
    """Print a table of the three ways to parse."""
    texts = [path.read_bytes().decode("utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.md"))]
    plain = add_syntax(MarkdownIt("commonmark"), "markdown")
    ways: dict[str, Callable[[str], object]] = {
        "plain MarkdownIt.parse": plain.parse,
        "our parser, blocks only": lambda text: parser("markdown").parse(text, {}),
        "Document.parse": lambda text: Document.parse(Source("a.md", text)),
    }
    best = dict.fromkeys(ways, float("inf"))
    gc.disable()
    for _ in range(ROUNDS):
        for name, parse in ways.items():
            best[name] = min(best[name], _time(parse, texts))
            gc.collect()
    size = sum(len(text.encode()) for text in texts)
    print(f"{len(texts)} files, {size / 1e6:.1f} MB")
    for name, seconds in best.items():
        ratio = seconds / best["plain MarkdownIt.parse"]
        print(f"{name:24} {seconds:6.2f} s {size / 1e6 / seconds:6.2f} MB/s {ratio:6.2f} ×")


def _time(parse: Callable[[str], object], texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        parse(text)
    return time.process_time() - start


if __name__ == "__main__":
    main()
