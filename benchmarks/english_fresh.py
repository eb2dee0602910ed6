"""False alarms of EN001 on documents that nothing was made from: those inside published packages.

    python -m benchmarks.english_fresh FOLDER [--reports]

``english-fresh.tsv`` names the packages (kind, name, version, SHA-256); FOLDER keeps them, and those that are
not there are fetched with the registries' clients.  The documents of a package are one project: Markdown, a
wheel's description where it is Markdown, of Debian's packages text and HTML as well.  A report counts as
false unless ``english-judgements.tsv`` says that it is true; with ``--reports`` each is listed, with hints.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.english_data import LATIN_WORD, read_judgements
from dictionaries.gather.archives import files
from dictionaries.gather.documents import plain
from dictionaries.gather.sources import Source as Package
from dictionaries.gather.sources import fetch
from zhenlint.check import conclude, examine
from zhenlint.diagnostic import Diagnostic, Severity
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ANY_MARK
from zhenlint.project import Project
from zhenlint.settings import Settings
from zhenlint.source import Source

PACKAGES = Path(__file__).with_name("english-fresh.tsv")
SETTINGS = Settings(select=("EN001",))
_LONGEST = 1_000_000
_NO_PROSE = re.compile("genindex|/search|modindex|/_sources/|licen")


def main() -> None:
    """Print a line for each package with reports, and the sums of the registries."""
    judgements = read_judgements()
    every: dict[str, Counter[str]] = defaultdict(Counter)
    words: Counter[str] = Counter()
    for package in packages():
        documents = list(read_documents(fetch(package, Path(sys.argv[1]))))
        words[package.kind] += sum(len(LATIN_WORD.findall(document.prose)) for document in documents)
        counts: Counter[str] = Counter()
        for document, report in reports(documents):
            word = document.text[report.start : report.end]
            verdict = judgements.get(word.lower(), "unread")
            if report.severity is not Severity.HINT:
                counts[verdict] += 1
            if "--reports" in sys.argv:
                print(_line(package, document, report, verdict))
        if counts:
            print(f"{package.kind} {package.name} {package.version}: {dict(counts)}")
        every[package.kind].update(counts)
    for kind, sums in sorted(every.items()):
        rate = 10_000 * (sums["false"] + sums["unread"]) / words[kind]
        print(f"{kind}: {words[kind]} Latin words, {dict(sums)}, {rate:.2f} false in 10,000")


def packages() -> Iterator[Package]:
    """The packages whose documents are read."""
    with PACKAGES.open(encoding="utf-8", newline="") as lines:
        for kind, name, version, digest in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Package(name, kind, version, digest, "", "", "documentation")


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of a package."""
    for name, content in files(path, lambda name: _is_document(name, path.suffix)):
        text = content[:_LONGEST].decode("utf-8", errors="replace")
        if name.endswith("/METADATA"):
            head, _, description = text.partition("\n\n")
            text = description if "text/markdown" in head else ""
        yield Document.parse(Source(name, plain(text) if name.endswith(".html") else text))


def _is_document(name: str, package: str) -> bool:
    lower = name.lower()
    if package == ".whl" and name.endswith(".dist-info/METADATA"):
        return True
    if package == ".deb" and lower.endswith((".html", ".txt", ".rst")):
        return not _NO_PROSE.search(lower)
    return lower.endswith(".md") and "/node_modules/" not in name


def reports(documents: list[Document]) -> Iterator[tuple[Document, Diagnostic]]:
    """What EN001 says of the documents of one project."""
    seen = [examine(document, SETTINGS) for document in documents]
    project = Project({report.path: report.facts for report in seen})
    for document, report in zip(documents, seen, strict=True):
        for diagnostic in conclude(report, SETTINGS, project):
            yield document, diagnostic


def _line(package: Package, document: Document, report: Diagnostic, verdict: str) -> str:
    around = ANY_MARK.sub("", document.prose[max(0, report.start - 120) : report.end + 60])
    return "\t".join(
        (
            report.severity.name.lower(),
            verdict,
            document.text[report.start : report.end],
            report.suggestions[0],
            package.name,
            " ".join(around.split()),
        )
    )


if __name__ == "__main__":
    main()
