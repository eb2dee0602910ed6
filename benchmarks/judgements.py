"""How many reports on real documents are right: a drawn sample, read by a person, kept as data.

    python benchmarks/judgements.py FAMILY SEED FOLDER...

Draws :data:`SIZE` reports of the rules that are on by default from the ``.md`` files under the folders:
half of them in turns from every rule and folder, half from all.  Prints those that nobody has judged yet,
for reading, then per rule the reports, the rate per 10,000 Han characters, and how many of the sample are
right; and over all, the plain share and the one weighted by how often each rule reports in each folder.
The same seed draws the same reports.

Judgements lie in ``benchmarks/judgements/FAMILY.tsv``, a line each: code, path, key, excerpt, verdict
(``true``: a careful editor would change it), reason.  A key is made of the code, the text and twenty
characters on either side, so that a judgement stays valid when the report moves.
"""

from __future__ import annotations

import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from zhenlint.characters import ANY_HAN
from zhenlint.check import check
from zhenlint.diagnostic import Severity
from zhenlint.settings import Settings
from zhenlint.source import Source

SIZE = 200
_ALL_FAMILIES = ("SP", "PU", "CH", "EN", "ZH", "LK", "MD")
FAMILIES = {"spacing": "SP", "punctuation": "PU", "characters": "CH", "links": "LK", "markup": "MD"}
_BY_OTHER_FILES = ("LK007", "LK008", "LK009", "LK010")
"""Rules about definitions, files and headings, which are right or wrong by fact."""

_CONTEXT = 20
_READ = 70
"""How many characters on either side are shown for reading."""

_KEPT = Path(__file__).parent / "judgements"


class Report(NamedTuple):
    """A report in a file, with what stands around it."""

    code: str
    folder: str
    path: str
    key: str
    excerpt: str
    line: str


Stratum = tuple[str, str]
"""A rule's code and a folder."""


def main() -> None:
    """Print what is still to be read, then what the sample says."""
    family, seed, *folders = sys.argv[1:]
    strata: dict[Stratum, list[Report]] = defaultdict(list)
    han = 0
    for folder in map(Path, folders):
        for path in sorted(folder.rglob("*.md")):
            text = path.read_bytes().decode("utf-8-sig")
            han += len(ANY_HAN.findall(text))
            for report in _reports(text, folder, path, FAMILIES[family]):
                strata[report.code, report.folder].append(report)
    verdicts = _verdicts(family)
    drawn = _drawn(strata, seed)
    for report in (item for items in drawn.values() for item in items if item.key not in verdicts):
        print(f"{report.code}\t{report.path}\t{report.key}\t{report.excerpt}\t?\t{report.line}")
    _print_rules(strata, drawn, verdicts, han)
    _print_shares(strata, drawn, verdicts)


def _reports(text: str, folder: Path, path: Path, prefix: str) -> Iterator[Report]:
    shown = (folder.name / path.relative_to(folder)).as_posix()
    others = tuple(family for family in _ALL_FAMILIES if family != prefix)
    for item in check(Source(str(path), text), Settings(ignore=(*others, *_BY_OTHER_FILES))):
        if item.code.startswith(prefix) and item.severity is not Severity.HINT:
            before, found = text[max(0, item.start - _CONTEXT) : item.start], text[item.start : item.end]
            after = text[item.end : item.end + _CONTEXT]
            key = hashlib.sha256(f"{item.code}{before}{found}{after}".encode()).hexdigest()[:12]
            excerpt = f"{before}⟦{found}⟧{after}"
            line = f"{text[max(0, item.start - _READ) : item.start]}⟦{found}⟧"
            line += text[item.end : item.end + _READ]
            yield Report(item.code, folder.name, shown, key, _on_one_line(excerpt), _on_one_line(line))


def _on_one_line(text: str) -> str:
    return text.replace("\r\n", "⏎").replace("\n", "⏎").replace("\t", "⇥")


def _drawn(strata: dict[Stratum, list[Report]], seed: str) -> dict[Stratum, list[Report]]:
    """The sample, by stratum: the reports that come first when shuffled by the seed."""

    def place(report: Report) -> str:
        return hashlib.sha256(f"{seed}{report.path}{report.key}".encode()).hexdigest()

    waiting = {stratum: sorted(strata[stratum], key=place, reverse=True) for stratum in sorted(strata)}
    drawn: dict[Stratum, list[Report]] = {stratum: [] for stratum in waiting}
    turns = [stratum for _ in range(SIZE) for stratum in waiting]
    for stratum in turns:
        if waiting[stratum] and sum(map(len, drawn.values())) < SIZE // 2:
            drawn[stratum].append(waiting[stratum].pop())
    rest = [(place(report), stratum) for stratum, reports in waiting.items() for report in reports]
    for _, stratum in sorted(rest)[: SIZE - SIZE // 2]:
        drawn[stratum].append(waiting[stratum].pop())
    return drawn


def _verdicts(family: str) -> dict[str, bool]:
    path = _KEPT / f"{family}.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {key: verdict == "true" for _, _, key, _, verdict, _ in rows}


def _print_rules(
    strata: dict[Stratum, list[Report]],
    drawn: dict[Stratum, list[Report]],
    verdicts: dict[str, bool],
    han: int,
) -> None:
    print(f"{'rule':8} {'reports':>8} {'per 10,000':>11} {'read':>6} {'right':>6} {'share':>7}")
    for code in sorted({code for code, _ in strata}):
        count = sum(len(items) for (other, _), items in strata.items() if other == code)
        read = [verdicts[item.key] for item in _of_rule(drawn, code) if item.key in verdicts]
        share = f"{sum(read) / len(read):7.1%}" if read else ""
        print(f"{code:8} {count:8} {count / han * 10_000:11.2f} {len(read):6} {sum(read):6} {share}")


def _of_rule(drawn: dict[Stratum, list[Report]], code: str) -> list[Report]:
    return [item for (other, _), items in drawn.items() if other == code for item in items]


def _print_shares(
    strata: dict[Stratum, list[Report]], drawn: dict[Stratum, list[Report]], verdicts: dict[str, bool]
) -> None:
    read = {
        stratum: [verdicts[item.key] for item in items if item.key in verdicts]
        for stratum, items in drawn.items()
    }
    judged = [verdict for items in read.values() for verdict in items]
    if not judged:
        return
    print(f"of {len(judged)} read {sum(judged)} are right: {sum(judged) / len(judged):.1%}")
    weights = {stratum: len(strata[stratum]) for stratum, items in read.items() if items}
    right = sum(weights[stratum] * sum(read[stratum]) / len(read[stratum]) for stratum in weights)
    print(f"weighted by how often each rule reports: {right / sum(weights.values()):.1%}")


if __name__ == "__main__":
    main()
