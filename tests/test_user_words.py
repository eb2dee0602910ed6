"""The words that a person always wants accepted."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from zhenlint.cli.caches import cache_folder
from zhenlint.config import Configurations
from zhenlint.config.user_words import user_words_path
from zhenlint.messages import ZhenlintError


@pytest.mark.parametrize("value", [None, "", " ", "/somewhere", "/with blank/文"])
def test_the_folders_are_those_that_platformdirs_names(
    monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    for variable in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        if value is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, value)
    monkeypatch.delenv("ZHENLINT_CACHE_DIR", raising=False)
    assert cache_folder() == platformdirs.user_cache_path("zhenlint", appauthor=False)
    named = platformdirs.user_config_path("zhenlint", appauthor=False) / "words.txt"
    assert Path(user_words_path()) == named


@pytest.mark.skipif(sys.platform != "linux", reason="the folder is set by XDG_CONFIG_HOME")
def test_the_words_hold_everywhere_but_in_isolation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    (tmp_path / "user" / "zhenlint").mkdir(parents=True)
    words = tmp_path / "user" / "zhenlint" / "words.txt"
    words.write_text("# mine\nRegieter\n", encoding="utf-8")
    (tmp_path / "team.txt").write_text("foobarish\n", encoding="utf-8")
    (tmp_path / "zhenlint.toml").write_text('dictionaries = ["team.txt"]\n', encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "zhenlint.toml").touch()
    found = Configurations()
    assert found.of_folder(str(tmp_path)).settings.words == {"regieter", "foobarish"}
    assert found.of_folder(str(tmp_path / "empty")).settings.words == {"regieter"}
    assert Configurations(str(tmp_path / "zhenlint.toml")).of_folder("/").settings.words >= {"regieter"}
    assert Configurations(isolated=True).of_folder(str(tmp_path)).settings.words == frozenset()
    words.write_bytes("坏".encode("gbk"))
    with pytest.raises(ZhenlintError) as error:
        Configurations()
    assert error.value.phrase.words("en") == f"`{words}`, line 1: not UTF-8 text; save the file as UTF-8"
