"""Count the words of package summaries and names into ``dictionaries/english/registry-words.tsv``.

    python -m dictionaries.gather.snapshot [--names FILE]… [--summaries FILE]…

A registry changes every day and cannot be had whole; so what was counted on one day is kept.  A file of
summaries is a registry: a line a package, its name, a tab, its summary; a summary that several packages
share counts once.  A file of names has a name a line: packages that many people install, and commands.
The outcome holds the words that stand in two summaries or in a name.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dictionaries.gather.counting import Counts, counts_text

OUTPUT = Path(__file__).parent.parent / "english" / "registry-words.tsv"
FEWEST_TEXTS = 2


def count(names: list[Path], summaries: list[Path]) -> Counts:
    """The counts of files of names and of summaries."""
    counts = Counts()
    for path in names:
        counts.add_names(set(path.read_text(encoding="utf-8").split()))
    for path in summaries:
        rows = (line.split("\t", 1) for line in path.read_text(encoding="utf-8").split("\n"))
        counts.add_source({row[1] for row in rows if len(row) == 2})
    return counts


def main(arguments: list[str]) -> int:
    """Write the counts."""
    parser = argparse.ArgumentParser(prog="python -m dictionaries.gather.snapshot", description=__doc__)
    parser.add_argument("--names", type=Path, action="append", default=[])
    parser.add_argument("--summaries", type=Path, action="append", default=[])
    options = parser.parse_args(arguments)
    counts = count(options.names, options.summaries)
    often = {word for word, texts in counts.texts.items() if texts >= FEWEST_TEXTS}
    OUTPUT.write_text(counts_text(counts, often | set(counts.names)), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
