"""Other spelling checkers on the same lines: how many real misspellings they find, how much they report.

    python -m benchmarks.english_peers FOLDER

``typos``, ``codespell`` and ``cspell`` are run where they are on PATH, each with its defaults, over the
prose of the same rows and documents (what is not prose is blanked, so that none is blamed for code).  All
but the test half of the rows is left out.  Reports on whole documents are counted, not judged.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.english_data import Row, Sample, is_training, read_documents, read_rows
from zhenlint.markdown.marks import ANY_MARK
from zhenlint.spelling.english import LIKELY, detector
from zhenlint.spelling.suspects import suspects

Found = Mapping[str, set[str]]
"""File name → the words reported in it, in lower case."""


def main() -> None:
    """Print a table: a line a tool, recall by error class, reports in 10,000 Latin words."""
    data = Path(sys.argv[1])
    rows = [row for row in read_rows(data) if not is_training(row.sample.repository)]
    documents = [sample for sample in read_documents(data) if sample.kind in ("clean", "corpus")]
    kinds = sorted({row.kind for row in rows})
    print(
        f"{'tool':10} {'all':>6} " + " ".join(f"{kind:>15}" for kind in kinds) + "  reports in 10,000 words"
    )
    with tempfile.TemporaryDirectory() as folder:
        for number, row in enumerate(rows):
            _write(Path(folder), f"row{number}", row.sample)
        for number, sample in enumerate(documents):
            _write(Path(folder), f"doc{number}", sample)
        for tool, run in _TOOLS.items():
            if shutil.which(tool):
                print(_line(tool, run(Path(folder)), rows, documents, kinds))
    ours: dict[str, set[str]] = {}
    for name, samples in (("row", [row.sample for row in rows]), ("doc", documents)):
        ours.update({f"{name}{number}": _ours(sample) for number, sample in enumerate(samples)})
    print(_line("zhenlint", ours, rows, documents, kinds))


def _write(folder: Path, name: str, sample: Sample) -> None:
    prose = ANY_MARK.sub(" ", sample.document.prose)
    (folder / f"{name}.txt").write_text(prose, encoding="utf-8")


def _line(tool: str, found: Found, rows: list[Row], documents: list[Sample], kinds: list[str]) -> str:
    hits = [_is_found(row, found.get(f"row{number}", set())) for number, row in enumerate(rows)]
    shares = [sum(hits) / len(rows)]
    for kind in kinds:
        of_kind = [hit for hit, row in zip(hits, rows, strict=True) if row.kind == kind]
        shares.append(sum(of_kind) / len(of_kind))
    words = sum(sample.latin_words for sample in documents)
    reports = sum(len(found.get(f"doc{number}", ())) for number in range(len(documents)))
    first, *others = shares
    return (
        f"{tool:10} {first:6.3f} "
        + " ".join(f"{item:15.3f}" for item in others)
        + (f"  {10_000 * reports / words:.1f}")
    )


def _is_found(row: Row, words: set[str]) -> bool:
    """Whether a reported word lies in a wrong word of the row or holds it."""
    wrong = [slip.wrong.lower() for slip in row.slips]
    return any(word in slip or slip in word for word in words for slip in wrong)


def _ours(sample: Sample) -> set[str]:
    suspicious = suspects().suspicious(sample.document.prose)
    return {
        sample.text[item.start : item.end].lower()
        for item in detector().misspellings(sample.evidence, suspicious)
        if item.probability >= LIKELY
    }


def _typos(folder: Path) -> Found:
    reports = map(json.loads, _output("typos", "--format", "json", str(folder)).splitlines())
    return _gathered((item["path"], item["typo"]) for item in reports if item.get("type") == "typo")


def _codespell(folder: Path) -> Found:
    lines = _output("codespell", str(folder)).splitlines()
    found = (re.match(r"(.+?):\d+: (\S+) ==> ", line) for line in lines)
    return _gathered((match[1], match[2]) for match in found if match)


def _cspell(folder: Path) -> Found:
    command = (
        "cspell",
        "lint",
        "--no-progress",
        "--no-summary",
        "--no-color",
        "--root",
        str(folder),
        "**/*.txt",
    )
    found = (
        re.match(r"(.+?):\d+:\d+ - Unknown word \((.+?)\)", line) for line in _output(*command).splitlines()
    )
    return _gathered((match[1], match[2]) for match in found if match)


def _output(*command: str) -> str:
    """What a tool prints; its exit code tells only whether it found something."""
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _gathered(pairs: Iterator[tuple[str, str]]) -> Found:
    found: dict[str, set[str]] = {}
    for path, word in pairs:
        found.setdefault(Path(path).stem, set()).add(word.lower())
    return found


_TOOLS: Mapping[str, Callable[[Path], Found]] = {
    "typos": _typos,
    "codespell": _codespell,
    "cspell": _cspell,
}


if __name__ == "__main__":
    main()
