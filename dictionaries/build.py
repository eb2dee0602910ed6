"""Build the package's data from the text files beside this script.

``python dictionaries/build.py`` writes ``src/zhenlint/data``; with ``--check`` it writes nothing and
exits with 1 if a file there differs from what would be written.  The outcome depends on the text
files and on the version of marisa-trie alone.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import marisa_trie

from zhenlint.terms import indexed

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "zhenlint" / "data"

COPIED = ("characters/*.tsv", "spacing/*.txt", "scripts/usual-pairs.tsv")
"""Lists that the package reads as they are."""

TERM_FREQUENCY = 30
"""Ten times the Zipf frequency that a name of the term lists is given where no list says it."""

FREQUENCY_BASE = 32
"""Frequencies are stored as the character of this number plus ten times the Zipf frequency."""


def rows(path: Path) -> Iterator[list[str]]:
    """The tab-separated lines of a word list; lines that begin with ``#`` are comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def english(folder: Path, terms: Iterable[str]) -> dict[str, bytes]:
    """The data files of the English lexicon, by name.

    ``terms`` are names with one right casing; those of one word of at least four ASCII letters
    become technical words of an ordinary frequency.
    """
    targets = {word: int(level) for word, level in rows(folder / "target-words.tsv")}
    misspellings = {wrong: right for wrong, right, _ in rows(folder / "misspellings.tsv")}
    wrong_words = {wrong.lower() for wrong in misspellings}
    targets = {word: level for word, level in targets.items() if word not in wrong_words}
    casing: dict[str, str] = {}
    technical = [(name, int(level)) for name, level, _ in rows(folder / "technical-words.tsv")]
    technical += [(name, TERM_FREQUENCY) for name in terms if re.fullmatch("[A-Za-z]{4,}", name)]
    for name, level in technical:
        targets[name.lower()] = max(level, targets.get(name.lower(), 0))
        casing[name.lower()] = name
    names = {row[0] for row in rows(folder / "names.txt")}
    known = {row[0] for file in ("known-words.txt", "additions.txt") for row in rows(folder / file)}
    known |= {piece.lower() for name in terms for piece in re.findall("[A-Za-z]{2,}", name)}
    inner_capitals = sorted((word, name) for word, name in casing.items() if not name[1:].islower())
    return {
        "english-known.marisa": trie((known | names | set(targets)) - wrong_words),
        "english-names.marisa": trie(names - set(casing)),
        "english-targets.bin": grouped(targets),
        "english-casing.tsv": lines(f"{word}\t{name}" for word, name in inner_capitals),
        "english-misspellings.tsv": lines(f"{wrong}\t{right}" for wrong, right in misspellings.items()),
        "english-weights.json": (folder / "weights.json").read_bytes(),
        "english-LICENSES.txt": (folder / "LICENSES.txt").read_bytes(),
    }


def forms(path: Path) -> bytes:
    """Characters of one script: a line of all of them, a line of each one's forms in the other script."""
    characters, others = zip(*rows(path), strict=True)
    return lines(("".join(characters), " ".join(others)))


def lines(items: Iterable[str]) -> bytes:
    """A text file of one item a line."""
    return "".join(item + "\n" for item in items).encode()


def trie(words: Iterable[str]) -> bytes:
    """A set of words as a trie that can be mapped."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words"
        marisa_trie.Trie(sorted(words)).save(str(path))
        return path.read_bytes()


def grouped(frequencies: Mapping[str, int]) -> bytes:
    """Words grouped by first letter and length: a line of groups, then records of equal width."""
    groups: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for word, level in sorted(frequencies.items()):
        groups[word[0], len(word)].append(word + chr(FREQUENCY_BASE + level))
    header = " ".join(f"{first}{length}:{len(groups[first, length])}" for first, length in sorted(groups))
    body = "".join(record for key in sorted(groups) for record in groups[key])
    return f"{header}\n{body}".encode("ascii")


def outputs() -> dict[str, bytes]:
    """Every data file of the package: its name below the data folder, and its content."""
    copied = {path.name: path.read_bytes() for pattern in COPIED for path in sorted(HERE.glob(pattern))}
    lists = [path.read_text(encoding="utf-8") for path in sorted(HERE.glob("terms/*.tsv"))]
    terms = sorted(line for text in lists for line in text.splitlines() if line and line[0] != "#")
    names = [line.partition("\t")[0] for line in terms]
    return {
        **english(HERE / "english", names),
        "terms.tsv": lines(map(indexed, terms)),
        "simplified-only.txt": forms(HERE / "scripts" / "simplified-only.tsv"),
        "traditional-only.txt": forms(HERE / "scripts" / "traditional-only.tsv"),
        "characters-LICENSES.txt": (HERE / "characters" / "LICENSES.txt").read_bytes(),
        **copied,
    }


def main(arguments: list[str]) -> int:
    """Write the data files, or with ``--check`` name those that differ."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    stale = 0
    for name, content in outputs().items():
        path = DATA / name
        if path.is_file() and path.read_bytes() == content:
            continue
        stale += 1
        print(f"{'differs' if arguments else 'written'}: {name}")
        if not arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return 1 if arguments and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
