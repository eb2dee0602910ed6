"""How many mistakes the Chinese rules find of those that somebody saw who read the text line by line.

    python -m benchmarks.chinese_reading DATA

DATA holds ``zh-text/lines.txt.xz``.  ``judgements/chinese-reading.tsv`` has a line a mistake:

- how the text that was read was chosen: ``random``, drawn at random, all mistakes in characters and words
  counted; ``dense``, the stretches with most mistakes, only those that show in words,
- the number of the source and of the line in it, from which character of the line, without blanks at its
  ends, to which it is wrong, and the kind.

The list of confused words was made with the ``dense`` ones and some of the others at hand, so what is found
of ``random`` flatters a little, and of ``dense`` much.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.chinese_text import LINES, read_sources
from zhenlint.check import check
from zhenlint.diagnostic import Diagnostic, Severity
from zhenlint.settings import Settings
from zhenlint.source import Source

FILE = Path(__file__).parent / "judgements" / "chinese-reading.tsv"


class Mistake(NamedTuple):
    """A mistake that was seen in the text."""

    chosen: str
    source: int
    line: int
    start: int
    end: int
    kind: str


def main() -> None:
    """Print how many mistakes are found, by how the text was chosen and by kind."""
    sources = read_sources(Path(sys.argv[1]))
    mistakes = list(read_mistakes())
    settings = Settings(select=("ZH001", "ZH002", "ZH003", "ZH004"))
    seen: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for mistake, hit in _found(sources, mistakes, settings):
        for kind in ("all", mistake.kind):
            seen[mistake.chosen, kind] += 1
            found[mistake.chosen, kind] += hit
    for key in sorted(seen):
        print(f"{key[0]:8} {key[1]:10} {found[key]:5} of {seen[key]:5} = {found[key] / seen[key]:6.1%}")


def read_mistakes() -> Iterator[Mistake]:
    """The mistakes that were seen."""
    with FILE.open(encoding="utf-8") as file:
        for chosen, source, line, start, end, kind in csv.reader(file, "excel-tab"):
            yield Mistake(chosen, int(source), int(line), int(start), int(end), kind)


def _found(
    sources: Sequence[str], mistakes: Iterable[Mistake], settings: Settings
) -> Iterator[tuple[Mistake, bool]]:
    """The mistakes, each with whether a report, hints aside, touches it; so many lines are a document."""
    parts: defaultdict[tuple[int, int], list[Mistake]] = defaultdict(list)
    for mistake in mistakes:
        parts[mistake.source, mistake.line // LINES].append(mistake)
    for (source, part), own in sorted(parts.items()):
        lines = [line.strip() for line in sources[source].split("\n")[part * LINES : (part + 1) * LINES]]
        reports = check(Source("a.md", "\n\n".join(lines)), settings)
        for mistake in own:
            before = lines[: mistake.line - part * LINES]
            begin = sum(map(len, before)) + 2 * len(before)
            yield mistake, any(_touches(report, begin, mistake) for report in reports)


def _touches(report: Diagnostic, begin: int, mistake: Mistake) -> bool:
    if report.severity is Severity.HINT:
        return False
    return report.start <= begin + mistake.end and begin + mistake.start <= report.end


if __name__ == "__main__":
    main()
