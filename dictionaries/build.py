"""Build the package's data from the text files beside this script.

``python dictionaries/build.py`` writes ``src/zhenlint/data``; with ``--check`` it writes nothing and
exits with 1 if a file there differs from what would be written.  The outcome depends on the text
files, on jieba's dictionary, of which the content is checked, and on the version of marisa-trie.
"""

from __future__ import annotations

import hashlib
import json
import re
import struct
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import jieba
import marisa_trie

from zhenlint.terms import indexed

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from dictionaries.chinese_ngrams import data_files, pair_levels  # noqa: E402  (found when this runs as a script, too)
from dictionaries.trees import packed  # noqa: E402

DATA = HERE.parent / "src" / "zhenlint" / "data"

COPIED = (
    "characters/*.tsv",
    "spacing/*.txt",
    "scripts/usual-pairs.tsv",
    "chinese/de-particles.tsv",
    "chinese/syllables.tsv",
    "chinese/variants.tsv",
)
"""Lists that the package reads as they are."""

TERM_FREQUENCY = 30
"""Ten times the Zipf frequency that a name of the term lists is given where no list says it."""

JIEBA_SHA256 = "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8"
"""The dictionary of jieba 0.42.1, from which words and counts are taken."""

COMMON = 800
"""A word that was counted so often, and never doubled, is not doubled."""

COMMON_COUNTS = 255
"""How many different counts of words are told by one byte."""

FREQUENCY_BASE = 16
"""Frequencies are stored as the character of this number plus ten times the Zipf frequency: no letter."""


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
    weights = json.loads((folder / "weights.json").read_text(encoding="utf-8"))
    inner_capitals = sorted((word, name) for word, name in casing.items() if not name[1:].islower())
    return {
        "english-known.marisa": trie((known | names | set(targets)) - wrong_words),
        "english-names.marisa": trie(names - set(casing)),
        "english-targets.bin": grouped(targets),
        "english-casing.tsv": lines(f"{word}\t{name}" for word, name in inner_capitals),
        "english-misspellings.tsv": lines(f"{wrong}\t{right}" for wrong, right in misspellings.items()),
        "english-weights.tsv": lines(f"{name}\t{weight}" for name, weight in weights.items()),
        "english-confused-in-context.tsv": (folder / "confused-in-context.tsv").read_bytes(),
        "english-british-american.tsv": (folder / "british-american.tsv").read_bytes(),
        "english-LICENSES.txt": (folder / "LICENSES.txt").read_bytes(),
    }


def forms(path: Path) -> bytes:
    """Characters of one script: a line of all of them, a line of each one's forms in the other script."""
    characters, others = zip(*rows(path), strict=True)
    return lines(("".join(characters), " ".join(others)))


def chinese(folder: Path) -> dict[str, bytes]:
    """The data files of the Chinese words, by name."""
    counts, total = jieba_counts()
    words = dict(sorted(counts.items()))
    mapped = trie(words)
    order = sorted(words, key=marisa_trie.Trie().frombytes(mapped).__getitem__)
    entries = [row for name in ("confused-words.tsv", "confusion-sets.tsv") for row in rows(folder / name)]
    return {
        "chinese-words.marisa": mapped,
        "chinese-word-counts.bin": word_counts([words[word] for word in order], total),
        "chinese-confused-words.tsv": confused_words(entries, pair_levels(folder)),
        "chinese-mistyped-pairs.txt": mistyped_pairs(rows(folder / "mistyped-pairs.tsv")),
        "chinese-doubled-score.trees": packed((folder / "doubled-score.json").read_bytes()),
        "chinese-doubled-words.tsv": doubled_words(folder),
        "jieba-LICENSE.txt": (folder / "jieba-LICENSE.txt").read_bytes(),
    }


def word_counts(counts: Sequence[int], total: int) -> bytes:
    """The counts of the words by number: a byte each, and more for those with a count that few have.

    ``segmentation.py`` tells the form and reads it.
    """
    common = sorted(count for count, _ in Counter(counts).most_common(COMMON_COUNTS))
    index = {count: number for number, count in enumerate(common)}
    rare = {number: count for number, count in enumerate(counts) if count not in index}
    head = struct.pack(f"<II{COMMON_COUNTS}I", total, len(rare), *common)
    body = struct.pack(f"<{2 * len(rare)}I", *rare, *rare.values())
    return head + body + bytes(index.get(count, COMMON_COUNTS) for count in counts)


def jieba_counts() -> tuple[dict[str, int], int]:
    """How often jieba counted each word of its dictionary, and the sum, in which two words count twice.

    Raises:
        ValueError: the installed jieba has another dictionary than the one that the data are made from.
    """
    content = Path(jieba.__file__).with_name("dict.txt").read_bytes()
    if hashlib.sha256(content).hexdigest() != JIEBA_SHA256:
        raise ValueError("the installed jieba has another dictionary; the data are made from jieba 0.42.1")
    pairs = [
        (word, int(count)) for word, count, _ in (line.split(" ") for line in content.decode().splitlines())
    ]
    return dict(pairs), sum(count for _, count in pairs)


def pairs_of(word: str) -> list[str]:
    """The pairs of neighbouring characters of a word."""
    return [word[at : at + 2] for at in range(len(word) - 1)]


def confused_words(entries: Sequence[list[str]], levels: Mapping[str, int]) -> bytes:
    """The wrong words, each under the rarest of its pairs; ``confused_words.py`` reads it."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for wrong, right, _, _, guards, _ in entries:
        pair = min(pairs_of(wrong), key=lambda pair: (levels.get(pair, 0), pair))
        groups[pair].append(f"{wrong} {right.replace(', ', ',')} {guards}".rstrip())
    known_by = sorted(groups)
    return lines(["".join(known_by), *("\t".join(sorted(groups[pair])) for pair in known_by)])


def mistyped_pairs(entries: Iterable[list[str]]) -> bytes:
    """A line of the pairs that give slips away, and a line of what undoes each; ``mistyped.py`` reads it."""
    listed = [(pair, edit) for pair, edits in entries for edit in edits.split()]
    edits = "".join(edit if len(edit) == 2 else 2 * edit for _, edit in listed)
    return f"{''.join(pair for pair, _ in listed)}\n{edits}".encode("utf-16-le")


def doubled_words(folder: Path) -> bytes:
    """The words that may be reported where they stand twice, and the bound characters, by kind.

    Nouns that the counts hold twice in a row are terms: they do stand so on purpose.  Common words that the
    counts never hold twice are single.
    """
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for word, kind, count, doubled in rows(folder / "doubled-words.tsv"):
        kinds["term" if kind == "noun" and doubled != "0" else kind].append(word)
        if kind in ("noun", "verb", "action") and doubled == "0" and int(count) >= COMMON:
            kinds["single"].append(word)
    return lines(f"{kind}\t{' '.join(kinds[kind])}" for kind in sorted(kinds))


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
    """Words grouped by first letter and length: a line of groups, then each group's words and frequencies."""
    groups: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for word in sorted(frequencies):
        groups[word[0], len(word)].append(word)
    header = " ".join(f"{first}{length}:{len(groups[first, length])}" for first, length in sorted(groups))
    body = b"".join(
        "".join(f"{word} " for word in words).encode("ascii") + bytes(frequencies[word] for word in words)
        for _, words in sorted(groups.items())
    )
    return f"{header}\n".encode("ascii") + body


def outputs() -> dict[str, bytes]:
    """Every data file of the package: its name below the data folder, and its content."""
    copied = {path.name: path.read_bytes() for pattern in COPIED for path in sorted(HERE.glob(pattern))}
    lists = [path.read_text(encoding="utf-8") for path in sorted(HERE.glob("terms/*.tsv"))]
    terms = sorted(line for text in lists for line in text.splitlines() if line and line[0] != "#")
    names = [line.partition("\t")[0] for line in terms]
    return {
        **english(HERE / "english", names),
        **chinese(HERE / "chinese"),
        **data_files(HERE / "chinese"),
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
