"""The word lists are in order, and the package's data are what they build."""

from __future__ import annotations

import importlib.util
import json
import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from dictionaries.gather.snapshot import FEWEST_TEXTS
from dictionaries.gather.sources import Source, read_sources
from zhenlint.spelling.score import Features

DICTIONARIES = Path(__file__).parent.parent / "dictionaries"
BENCHMARKS = DICTIONARIES.parent / "benchmarks"
ENGLISH = DICTIONARIES / "english"
KNOWN = ["known-words.txt", "names.txt", "target-words.tsv", "technical-words.tsv", "additions.txt"]
LISTS = [*KNOWN, "excluded-words.tsv", "registry-words.tsv", "british-american.tsv"]
WORD = re.compile("[a-z]{2,24}")


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dictionaries_build", DICTIONARIES / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def entries(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (ENGLISH / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_sorted_unique_text(name: str) -> None:
    content = (ENGLISH / name).read_bytes()
    words = [entry[0].lower() for entry in entries(name)]
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert words == sorted(set(words))
    assert all(WORD.fullmatch(word) for word in words)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("known-words.txt", 1),
        ("names.txt", 1),
        ("target-words.tsv", 2),
        ("technical-words.tsv", 3),
        ("additions.txt", 2),
        ("excluded-words.tsv", 2),
        ("british-american.tsv", 2),
        ("misspellings.tsv", 3),
        ("registry-words.tsv", 5),
    ],
)
def test_entries_have_their_fields(name: str, fields: int) -> None:
    assert {len(entry) for entry in entries(name)} == {fields}
    assert all(all(entry) for entry in entries(name))


def test_misspellings_are_sorted_and_wrong() -> None:
    rows = entries("misspellings.tsv")
    wrong, right = [row[0] for row in rows], [row[1].lower() for row in rows]
    assert wrong == sorted(set(wrong))
    assert len(wrong) >= 500
    assert all(len(row) == 3 and re.fullmatch("[A-Za-z]{4,}", row[0]) for row in rows)
    assert not {word.lower() for word in wrong} & set(right)
    technical = {row[0].lower() for row in entries("technical-words.tsv")}
    assert not {word.lower() for word in wrong} & technical


def test_words_confused_in_context() -> None:
    rows = entries("confused-in-context.tsv")
    assert rows == sorted(rows)
    assert len({tuple(row) for row in rows}) == len(rows)
    read = Counter[tuple[str, str]]()
    for line in (BENCHMARKS / "confused-judgements.tsv").read_text(encoding="utf-8").splitlines():
        _, wrong, right, _, _, places, verdict = line.split("\t")
        assert verdict == "true"
        read[wrong, right] += int(places)
    for wrong, right, before, after, reports in rows:
        assert wrong != right
        assert int(reports) == read[wrong, right]
        assert before or after
        for words in (before.split(), after.split()):
            assert words == sorted(set(words))
            assert all(re.fullmatch("[a-z']+|#", word) for word in words)


@pytest.mark.parametrize("name", ["target-words.tsv", "technical-words.tsv"])
def test_frequencies(name: str) -> None:
    assert all(10 <= int(entry[1]) <= 80 for entry in entries(name))


def test_a_known_word_stands_in_one_list() -> None:
    known, names, targets, additions = (
        {entry[0] for entry in entries(name)}
        for name in ("known-words.txt", "names.txt", "target-words.tsv", "additions.txt")
    )
    assert known.isdisjoint(names | targets | additions)
    assert additions.isdisjoint(names | targets)


@pytest.mark.parametrize("name", KNOWN)
def test_no_list_holds_an_excluded_word(name: str) -> None:
    excluded = {entry[0] for entry in entries("excluded-words.tsv")}
    assert excluded.isdisjoint(entry[0].lower() for entry in entries(name))


def test_what_is_meant_by_an_excluded_word_is_a_target() -> None:
    targets = {entry[0].lower() for name in KNOWN[2:4] for entry in entries(name)}
    assert {entry[1] for entry in entries("excluded-words.tsv")} <= targets


def test_counts_of_registries() -> None:
    for _, *counts in entries("registry-words.tsv"):
        uses, texts, sources, names = map(int, counts)
        assert uses >= texts >= sources
        assert names or texts >= FEWEST_TEXTS


def test_sources_are_told_in_full() -> None:
    sources = read_sources(DICTIONARIES / "sources.toml")
    told = (DICTIONARIES / "SOURCES.md").read_text(encoding="utf-8")
    assert len({source.name for source in sources}) == len(sources)
    assert {source.use for source in sources} == set(Source.USES)
    for source in sources:
        assert all((source.version, source.licence, source.address.startswith("http")))
        assert re.fullmatch("[0-9a-f]{64}", source.sha256)
        assert f"`{source.name.removeprefix('@cspell/dict-')}`" in told


def test_no_words_come_from_a_list_under_copyleft() -> None:
    for source in read_sources(DICTIONARIES / "sources.toml"):
        if source.use != "documentation":
            assert not re.search("GPL|GFDL|BY-SA", source.licence)


def test_notices_of_the_imported_lists_are_shipped(build: ModuleType) -> None:
    notices = build.outputs()["english-LICENSES.txt"].decode()
    for owner in ("Kevin Atkinson", "Street Side Software", "mmb L", "Google", "Attribution 3.0"):
        assert owner in notices


def test_weights_are_those_of_the_features() -> None:
    weights = json.loads((ENGLISH / "weights.json").read_text(encoding="utf-8"))
    assert tuple(weights) == Features._fields


@pytest.mark.parametrize("name", ["latin-lookalikes.tsv", "radical-ideographs.tsv"])
def test_character_tables_are_pairs_of_code_points(name: str) -> None:
    content = (DICTIONARIES / "characters" / name).read_text(encoding="ascii")
    rows = [line.split("\t") for line in content.splitlines() if not line.startswith("#")]
    keys = [int(key, 16) for key, _ in rows]
    assert keys == sorted(set(keys))
    assert set(keys).isdisjoint(int(value, 16) for _, value in rows)
    assert all(f"{int(code, 16):04X}" == code for row in rows for code in row)


@pytest.mark.parametrize("script", ["simplified", "traditional"])
def test_characters_of_one_script_lead_to_the_other(script: str) -> None:
    other = {"simplified": "traditional", "traditional": "simplified"}[script]
    table, reverse = (script_table(f"{name}-only.tsv") for name in (script, other))
    assert list(table) == sorted(table)
    assert all(len(char) == 1 and forms and char not in forms for char, forms in table.items())
    assert all(len(set(forms)) == len(forms) for forms in table.values())
    assert table.keys().isdisjoint("".join(table.values()))
    assert table.keys().isdisjoint(reverse)


def test_usual_pairs_are_of_simplified_characters() -> None:
    traditional = script_table("traditional-only.tsv")
    wanted = script_table("simplified-only.tsv").keys() | set("".join(traditional.values()))
    content = (DICTIONARIES / "scripts" / "usual-pairs.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in content.splitlines()]
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    for char, before, after in rows:
        assert char in wanted
        assert before or after
        for neighbours in (before, after):
            assert list(neighbours) == sorted(set(neighbours))
            assert traditional.keys().isdisjoint(neighbours)


def script_table(name: str) -> dict[str, str]:
    content = (DICTIONARIES / "scripts" / name).read_text(encoding="utf-8")
    return dict(line.split("\t") for line in content.splitlines())


def test_the_build_is_the_same_each_time(build: ModuleType) -> None:
    assert build.outputs() == build.outputs()


def test_the_data_are_built_from_the_lists(build: ModuleType) -> None:
    assert build.main(["--check"]) == 0


def test_check_names_what_differs(
    build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "DATA", tmp_path)
    assert build.main([]) == 0
    assert build.main(["--check"]) == 0
    (tmp_path / "english-weights.tsv").write_bytes(b"")
    capsys.readouterr()
    assert build.main(["--check"]) == 1
    assert capsys.readouterr().out == "differs: english-weights.tsv\n"
    assert build.main(["--other"]) == 2


@pytest.mark.parametrize("name", ["confused-words.tsv", "confusion-sets.tsv", "doubled-words.tsv"])
def test_chinese_lists_are_sorted_unique_text(name: str) -> None:
    content = (DICTIONARIES / "chinese" / name).read_bytes()
    rows = [line.split("\t") for line in content.decode().splitlines()]
    keys = [row[:2] if name == "doubled-words.tsv" else row[:1] for row in rows]
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert keys == sorted(keys)
    assert len(set(map(tuple, keys))) == len(keys)


@pytest.mark.parametrize("name", ["confused-words.tsv", "confusion-sets.tsv"])
def test_confused_words_have_their_fields(name: str) -> None:
    rows = [
        line.split("\t")
        for line in (DICTIONARIES / "chinese" / name).read_text(encoding="utf-8").splitlines()
    ]
    assert {len(row) for row in rows} == {6}
    for wrong, right, kind, evidence, guards, _ in rows:
        assert len(wrong) > 1
        assert wrong not in right.split(", ")
        assert kind in {"homophone", "near", "shape", "idiom", "word", "extra", "missing", "swap", "slip"}
        assert re.fullmatch(r"(text=\d+)?( ?registries=\d+)?( ?code=\d+)?", evidence)
        for guard in guards.split():
            assert guard.count("_") == 1
            re.compile(guard.removeprefix("!"))
        assert (", " in right) is (name == "confusion-sets.tsv")
