"""Packed reports that wait in a file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from zhenlint.drafts import Draft, Mode, Task, begin
from zhenlint.packing import Packed
from zhenlint.settings import Settings
from zhenlint.shelf import Shelf

TEXT = "# 标题\n\n我在折腾 thesis 的 新实验了。[链接](b.md#无)，regieter 要管。帐号和账号。Github！\n"


def _packed(path: Path) -> Packed:
    path.write_text(TEXT, encoding="utf-8")
    made = begin(Task(str(path), path.name, Settings()), Mode(), keep=False)
    assert isinstance(made, Draft)
    assert isinstance(made.said, Packed)
    return made.said


def _is_as_ever(packed: Packed, other: Packed) -> bool:
    told = [item.problems_in("zh", hints=True) for item in (packed, other)]
    return packed == other and told[0] == told[1] and dict(packed.facts) == dict(other.facts)


@pytest.mark.parametrize("room", [0, 1_000_000])
def test_reports_are_the_same_in_memory_and_in_a_file(room: int, tmp_path: Path) -> None:
    shelf = Shelf(room)
    one, two, other = (_packed(tmp_path / "a.md") for _ in range(3))
    for item in (one, two):
        shelf.put(item)
    assert one.facts["EN001"].places
    for item in (one, two, one):
        assert _is_as_ever(item, other)
        assert item.size == other.size
        assert item.to_bytes() == other.to_bytes()
    assert (one.facts["EN001"] is one.facts["EN001"]) == bool(room)
    shelf.close()


def test_those_for_which_there_is_room_stay_in_memory(tmp_path: Path) -> None:
    one, two, other = (_packed(tmp_path / "a.md") for _ in range(3))
    shelf = Shelf(one.size)
    for item in (one, two):
        shelf.put(item)
    shelf.close()
    assert _is_as_ever(one, other)
    with pytest.raises(ValueError, match="closed file"):
        two.report()


def test_facts_are_unpacked_ahead_only_where_they_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, aside, other = (_packed(tmp_path / "a.md") for _ in range(3))
    expected = dict(other.facts)
    shelf = Shelf(0)
    shelf.put(aside)
    for item in (there, aside):
        item.unpack_facts()
    monkeypatch.setattr("zhenlint.packing._loaded", None)
    assert dict(there.facts) == expected
    with pytest.raises(TypeError):
        aside.facts["EN001"]
    shelf.close()


def test_without_a_place_for_files_reports_stay_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    shelf, packed = Shelf(0), _packed(tmp_path / "a.md")
    shelf.put(packed)
    shelf.close()
    assert _is_as_ever(packed, _packed(tmp_path / "a.md"))


@contextmanager
def _files_of_at_most(size: int) -> Iterator[None]:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_where_the_file_takes_no_more_reports_stay_in_memory(tmp_path: Path) -> None:
    one, two, three, other = (_packed(tmp_path / "a.md") for _ in range(4))
    shelf = Shelf(0)
    with _files_of_at_most(len(other.to_bytes()) * 3 // 2):
        for item in (one, two):  # the second fits in part
            shelf.put(item)
    shelf.put(three)
    for item in (one, two, three):
        assert _is_as_ever(item, other)
    shelf.close()
    assert _is_as_ever(two, other)
    with pytest.raises(ValueError, match="closed file"):
        three.report()
