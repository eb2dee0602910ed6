"""Write the imported lists of ``dictionaries/english`` anew.

    python -m dictionaries.gather FOLDER [--check]

FOLDER keeps the packages; those that are not there are fetched with pip, npm and apt-get.  What is
written depends on the packages, whose SHA-256 ``dictionaries/sources.toml`` tells, and on the files
beside it: ``registry-words.tsv`` and our own lists.  With ``--check`` nothing is written, and the exit
code is 1 if a list differs.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from dictionaries.gather.counting import read_counts
from dictionaries.gather.cspell import words_of_package
from dictionaries.gather.documents import documents
from dictionaries.gather.frequencies import read_frequencies
from dictionaries.gather.lexicon import Material, lists
from dictionaries.gather.scowl import read_scowl
from dictionaries.gather.sources import Source, SourceError, fetch, read_sources
from dictionaries.gather.variants import Countries, pairs, read_countries

HERE = Path(__file__).parent.parent
ENGLISH = HERE / "english"


def gather(sources: list[Source], folder: Path) -> tuple[Material, Countries]:
    """What the packages hold; fetches what is not in the folder.  Raises SourceError."""
    packages: defaultdict[str, list[Path]] = defaultdict(list)
    for source in sources:
        if source.use != "characters":
            packages[source.use].append(fetch(source, folder))
    counts = read_counts(ENGLISH / "registry-words.tsv")
    for path in packages["documentation"]:
        counts.add_source(documents(path))
        print(f"counted: {path.name}: {counts.uses.total():,} words so far", file=sys.stderr)
    material = Material(
        scowl=read_scowl(packages["scowl"][0]),
        english=frozenset().union(*map(words_of_package, packages["english"])),
        jargon=frozenset().union(*map(words_of_package, packages["jargon"])),
        general=read_frequencies(packages["frequencies"][0]),
        counts=counts,
    )
    return material, read_countries(packages["scowl"][0])


def main(arguments: list[str]) -> int:
    """Gather, then write the lists or name those that differ."""
    check = "--check" in arguments
    folders = [Path(argument) for argument in arguments if argument != "--check"]
    if len(folders) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        material, countries = gather(read_sources(HERE / "sources.toml"), folders[0])
    except SourceError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    variants = "".join(f"{british}\t{american}\n" for british, american in pairs(countries))
    differing = 0
    for name, text in {**lists(material, ENGLISH), "british-american.tsv": variants}.items():
        path = ENGLISH / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        differing += 1
        print(f"{'differs' if check else 'written'}: {name}")
        if not check:
            path.write_text(text, encoding="utf-8", newline="\n")
    return 1 if check and differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
