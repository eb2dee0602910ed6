"""Reading files, and replacing them whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from zhenlint.files import read, replace, shown_path, write_aside
from zhenlint.messages import ZhenlintError


def _key(caught: pytest.ExceptionInfo[ZhenlintError]) -> str:
    return caught.value.phrase.key


def test_shown_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown_path(str(tmp_path)) == "."
    assert shown_path(str(tmp_path / "a" / "b.md")) == "a/b.md"
    assert shown_path(str(tmp_path) + "-other/b.md") == f"{tmp_path.as_posix()}-other/b.md"


def test_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\r\n\0")
    assert read(str(tmp_path / "a.md"), "a.md") == b"\r\n\0"


@pytest.mark.parametrize("kind", ["missing-path", "dangling-link", "is-a-folder", "not-a-file", "unreadable"])
def test_what_cannot_be_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.md"
    if kind == "is-a-folder":
        path.mkdir()
    elif kind == "not-a-file":
        os.mkfifo(path)
    elif kind != "missing-path":
        path.symlink_to("gone" if kind == "dangling-link" else "a.md")
    with pytest.raises(ZhenlintError) as caught:
        read(str(path), "a.md")
    assert _key(caught) == kind


def test_replace_keeps_mode_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o600)
    replace(str(path), "a.md", b"old", b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["a.md"]


def test_replace_goes_through_links(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.md").write_bytes(b"old")
    (tmp_path / "one").symlink_to("real/a.md")
    (tmp_path / "two").symlink_to("one")
    replace(str(tmp_path / "two"), "two", b"old", b"new")
    assert (tmp_path / "real" / "a.md").read_bytes() == b"new"
    assert (tmp_path / "two").is_symlink()
    assert (tmp_path / "one").is_symlink()


def test_replace_refuses_what_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"other")
    with pytest.raises(ZhenlintError) as caught:
        replace(str(path), "a.md", b"old", b"new")
    assert _key(caught) == "changed-meanwhile"
    assert path.read_bytes() == b"other"


def test_replace_refuses_what_is_gone(tmp_path: Path) -> None:
    with pytest.raises(ZhenlintError) as caught:
        replace(str(tmp_path / "a.md"), "a.md", b"old", b"new")
    assert _key(caught) == "missing-path"
    assert os.listdir(tmp_path) == []


def test_replace_refuses_a_file_without_permission_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(ZhenlintError) as caught:
        replace(str(path), "a.md", b"old", b"new")
    assert _key(caught) == "write-denied"
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_nothing_is_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises((ZhenlintError, KeyboardInterrupt)):
        replace(str(path), "a.md", b"old", b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.md"]


def test_the_owner_is_kept_where_possible(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    owners: list[tuple[int, int]] = []

    def chown(_: str, user: int, group: int) -> None:
        owners.append((user, group))
        raise PermissionError

    monkeypatch.setattr(os, "chown", chown)
    replace(str(path), "a.md", b"old", b"new")
    assert owners == [(path.stat().st_uid, path.stat().st_gid)]
    assert path.read_bytes() == b"new"


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_aside(str(tmp_path / "a.json"), b"[]")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o640
