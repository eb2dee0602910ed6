"""Word lists are gathered from packages: here from tiny packages of the same formats."""

from __future__ import annotations

import gzip
import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from dictionaries.gather.archives import files
from dictionaries.gather.counting import Counts, counts_text, read_counts
from dictionaries.gather.cspell import entries_of, pieces, trie_words, words_of_package
from dictionaries.gather.documents import documents, plain
from dictionaries.gather.frequencies import read_frequencies
from dictionaries.gather.lexicon import Material, lists
from dictionaries.gather.scowl import Scowl, read_scowl
from dictionaries.gather.sources import Source, SourceError, fetch, read_sources
from dictionaries.gather.variants import pairs, read_countries

TRIE = """\
#!/usr/bin/env cspell-trie reader
TrieXv3
base=32
# made by hand
__DATA__
c
a
r$t$<2
b
a
r$t$3
\\$
x
#2;<3
"""
"""car, cat, bar, bat, $xr, $xt; node 2 is the ``a`` of ``ca``."""


def tar(path: Path, contents: dict[str, bytes], mode: str) -> Path:
    """A tar archive of files."""
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, content in contents.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def deb(folder: Path, name: str, contents: dict[str, bytes]) -> Path:
    """A Debian package: an ar archive of a version, control data and the files."""
    data = tar(folder / "data.tar.xz", contents, "w:xz").read_bytes()
    members = {"debian-binary": b"2.0\n", "control.tar.xz": b"odd", "data.tar.xz": data}
    package = folder / name
    with package.open("wb") as file:
        file.write(b"!<arch>\n")
        for member, content in members.items():
            file.write(f"{member:<16}{0:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n".encode())
            file.write(content + b"\n" * (len(content) % 2))
    return package


def test_a_trie_gives_its_words() -> None:
    assert sorted(trie_words(TRIE)) == ["$xr", "$xt", "bar", "bat", "car", "cat"]


def test_a_trie_that_shares_an_inner_node() -> None:
    assert sorted(trie_words("TrieXv3\nbase=10\n__DATA__\na\nb$c$2d#1;<2")) == ["ab", "ac", "db", "dc"]


def test_a_list_without_comments_and_forbidden_words() -> None:
    content = b"# comment\nGitHub # a site\n!recieve\n*serverless*\n+less~\n\n"
    assert [entry for entry in entries_of(content) if entry] == ["GitHub", "serverless", "less"]


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("GitHub", ["github", "git", "hub"]),
        ("HTMLElement", ["htmlelement", "html", "element"]),
        ("getElementById", ["get", "element"]),
        ("a-star_algorithm", ["star", "star", "algorithm", "algorithm"]),
        ("isn't", []),
        ("café", []),
    ],
)
def test_pieces_of_an_entry(entry: str, words: list[str]) -> None:
    assert [piece for piece in pieces(entry) if piece != "by"] == words


def test_words_of_an_npm_package(tmp_path: Path) -> None:
    contents = {
        "package/README.md": b"prose",
        "package/dict/README.txt": b"prose",
        "package/src/source.txt": b"source",
        "package/dict/cpp-compound-words.txt": b"glued",
        "package/dict/list.txt.gz": gzip.compress(b"kubectl\n"),
        "package/dict/words.trie": TRIE.encode(),
    }
    package = tar(tmp_path / "list-1.0.0.tgz", contents, "w:gz")
    assert words_of_package(package) == {"kubectl", "car", "cat", "bar", "bat", "xr", "xt"}


def test_scowl_has_levels(tmp_path: Path) -> None:
    folder = "./usr/share/dict/scowl/"
    contents = {
        folder + "english-words.10": b"the\n",
        folder + "american-words.50": b"color\nthe\n",
        folder + "english-proper-names.80": "Müller\nSmith\n".encode("latin-1"),
        folder + "british_variant_1-words.70": b"connexion\n",
        folder + "english-abbreviations.40": b"etc\n",
        folder + "special-roman-numerals.35": b"xiv\n",
        "./usr/share/doc/scowl/README.10": b"prose",
    }
    scowl = read_scowl(deb(tmp_path, "scowl_1_all.deb", contents))
    assert scowl.words == {"the": 10, "color": 50, "connexion": 70}
    assert scowl.names == {"müller": 80, "smith": 80}
    assert scowl.abbreviations == {"etc": 40}
    assert scowl.up_to(50) == {"the", "color"}


def test_spellings_of_two_countries(tmp_path: Path) -> None:
    folder = "./usr/share/dict/scowl/"
    contents = {
        folder + "english-words.35": b"check meter program sizes\n",
        folder + "american-words.50": b"color organize labeled honor analyze\n",
        folder + "american-words.80": b"zooglea\n",
        folder + "british-words.50": b"colour organise labelled honour analyse cheque programme metre\n",
        folder + "british-words.80": b"zoogloea\n",
        folder + "british_z-words.50": b"colour organize labelled honour analyse\n",
        folder + "australian-words.50": b"labour labor\n",
    }
    countries = read_countries(deb(tmp_path, "scowl_1_all.deb", contents))
    assert list(pairs(countries)) == [
        ("analyse", "analyze"),
        ("colour", "color"),
        ("honour", "honor"),
        ("labelled", "labeled"),
        ("organise", "organize"),
    ]


def test_frequencies_of_a_wheel(tmp_path: Path) -> None:
    wheel = tmp_path / "symspellpy-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("symspellpy/frequency_dictionary_en_82_765.txt", "\ufeffthe 999\nof 1\n")
        archive.writestr("symspellpy/other.txt", "of 5\n")
    assert read_frequencies(wheel) == {"the": pytest.approx(8.99957, abs=1e-5), "of": pytest.approx(6)}


def test_documents_are_prose_and_lines_come_once(tmp_path: Path) -> None:
    page = "<p>Some <b>bold</b>\nwords &amp; more</p><pre>int main</pre><p>Next <code>x</code> page</p>"
    contents = {
        "./usr/share/doc/a/1.html": page.encode(),
        "./usr/share/doc/a/2.txt.gz": gzip.compress(b"Next   page\nOnly here\n"),
        "./usr/share/doc/a/3.html": b"<p>Only here</p><p>Last</p>",
        "./usr/share/doc/a/genindex.html": b"<p>index</p>",
        "./usr/share/doc/a/code.c": b"code",
    }
    package = deb(tmp_path, "a-doc_1_all.deb", contents)
    assert plain(page).split("\n") == ["", "Some  bold  words & more", " ", "Next   page", ""]
    assert [text.split() for text in documents(package)] == [
        ["Some", "bold", "words", "&", "more", "Next", "page"],
        ["Only", "here"],
        ["Last"],
    ]


def test_what_is_no_debian_package(tmp_path: Path) -> None:
    package = tmp_path / "a_1_all.deb"
    package.write_bytes(b"something else")
    with pytest.raises(ValueError, match="not a Debian package"):
        list(files(package, lambda name: True))
    package.write_bytes(b"!<arch>\n")
    with pytest.raises(ValueError, match="without data"):
        list(files(package, lambda name: True))


def test_counts() -> None:
    counts = Counts()
    counts.add_source(["The URL of the file main.py, see /usr/bin and getName.", "A file_name --option"])
    counts.add_source(["The iPhone"])
    counts.add_names(["django-rest", "rest_api2"])
    assert counts.uses == {"the": 3, "url": 1, "of": 1, "file": 1, "see": 1, "and": 1, "iphone": 1}
    assert (counts.texts["the"], counts.sources["the"], counts.sources["file"]) == (2, 2, 1)
    assert counts.names == {"django": 1, "rest": 2, "api": 1}


def test_counts_are_written_and_read(tmp_path: Path) -> None:
    counts = Counts()
    counts.add_source(["some words", "some more"])
    counts.add_names(["some"])
    path = tmp_path / "counts.tsv"
    path.write_text(counts_text(counts, ["some", "more"]), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == "more\t1\t1\t1\t0\nsome\t2\t2\t1\t1\n"
    again = read_counts(path)
    assert again.uses == {"more": 1, "some": 2}
    assert again.names == {"some": 1}


def test_a_snapshot_of_registries(tmp_path: Path) -> None:
    names, summaries = tmp_path / "names.txt", tmp_path / "summaries.tsv"
    names.write_text("zebra-tool\n", encoding="utf-8")
    summaries.write_text("a\tfast tool\nb\tfast tool\nc\tfast one\nd\n", encoding="utf-8")
    script = (
        "import sys; from pathlib import Path; from dictionaries.gather import snapshot;"
        "snapshot.OUTPUT = Path(sys.argv[1]); sys.exit(snapshot.main(sys.argv[2:]))"
    )
    output = tmp_path / "counts.tsv"
    arguments = [str(output), "--names", str(names), "--summaries", str(summaries)]
    root = Path(__file__).parent.parent
    subprocess.run([sys.executable, "-c", script, *arguments], cwd=root, check=True)
    assert output.read_text(encoding="utf-8") == "fast\t2\t2\t1\t0\ntool\t1\t1\t1\t1\nzebra\t0\t0\t0\t1\n"


def test_lists_are_merged(tmp_path: Path) -> None:
    (tmp_path / "excluded-words.tsv").write_text("recieve\treceive\n", encoding="utf-8")
    (tmp_path / "additions.txt").write_text("emmm\tinterjection\n", encoding="utf-8")
    counts = Counts()
    everywhere = ["the receive recieve tokenizer questo"] * 40
    for source in (everywhere, everywhere, ["the tokenizer"] * 40):
        counts.add_source(source)
    counts.add_names(["xqtool", "recieve"])
    material = Material(
        scowl=Scowl({"the": 10, "receive": 20, "rare": 95}, {"etc": 40}, {"smith": 50, "odd": 95}),
        english=frozenset({"receives", "emmm"}),
        jargon=frozenset({"thereceivelist", "thereceivelists" * 2, "aaaaah", "kubectl"}),
        general={"the": 7.0, "receive": 5.0},
        counts=counts,
    )
    merged = lists(material, tmp_path)
    assert merged["known-words.txt"].split() == [
        "etc",
        "kubectl",
        "questo",
        "receives",
        "thereceivelist",
        "xqtool",
    ]
    assert merged["names.txt"].split() == ["smith"]
    words = [line.split("\t")[0] for line in merged["target-words.tsv"].splitlines()]
    assert words == ["receive", "the", "tokenizer"]
    assert merged == lists(material, tmp_path)


def source(**changes: str) -> Source:
    values = {
        "name": "@a/b",
        "kind": "npm",
        "version": "1.0.0",
        "sha256": hashlib.sha256(b"package").hexdigest(),
        "licence": "MIT",
        "address": "https://example.org",
        "use": "jargon",
    }
    return Source(**{**values, **changes})


@pytest.mark.parametrize(
    ("kind", "command"),
    [
        ("npm", "npm pack --silent @a/b@1.0.0"),
        ("debian", "apt-get download @a/b=1.0.0"),
        ("pypi", f"{sys.executable} -m pip download --quiet --no-deps @a/b==1.0.0"),
    ],
)
def test_each_kind_has_its_client(kind: str, command: str) -> None:
    assert " ".join(source(kind=kind).command()) == command


def test_a_package_that_is_there_is_not_fetched(tmp_path: Path) -> None:
    path = tmp_path / "a-b-1.0.0.tgz"
    path.write_bytes(b"package")
    assert fetch(source(), tmp_path) == path


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program named npm, first in the path, that does what the test writes into it."""
    program = tmp_path / "bin" / "npm"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nprintf package > a-b-1.0.0.tgz\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    return program


@pytest.mark.skipif(sys.platform == "win32", reason="runs a shell script")
def test_a_package_is_fetched_and_kept(npm: Path, tmp_path: Path) -> None:
    folder = tmp_path / "packages"
    assert fetch(source(), folder).read_bytes() == b"package"
    assert [path.name for path in folder.iterdir()] == ["a-b-1.0.0.tgz"]


@pytest.mark.skipif(sys.platform == "win32", reason="runs a shell script")
@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("printf other > a-b-1.0.0.tgz", "SHA-256"),
        ("echo no such package >&2; exit 1", "no such package"),
        ("true", "0 files instead of one"),
    ],
)
def test_a_package_that_cannot_be_had(npm: Path, tmp_path: Path, script: str, message: str) -> None:
    npm.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    with pytest.raises(SourceError, match=message):
        fetch(source(), tmp_path / "packages")


def test_a_client_that_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceError, match="npm"):
        fetch(source(), tmp_path / "packages")


@pytest.mark.parametrize("line", ['kind = "gem"', 'use = "other"', 'licence2 = "MIT"'])
def test_sources_are_checked(tmp_path: Path, line: str) -> None:
    given = line.split()[0]
    fields = ("name", "kind", "version", "sha256", "licence", "address", "use")
    text = "".join(f'{field} = "npm"\n' for field in fields if field != given)
    path = tmp_path / "sources.toml"
    path.write_text(f"[[source]]\n{text}{line}\n", encoding="utf-8")
    with pytest.raises(SourceError):
        read_sources(path)
