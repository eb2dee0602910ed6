"""What is taken over from other checkers' configurations, in ``peers``."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhenlint.messages import ZhenlintError
from zhenlint.setup import autocorrect, cspell, typos, zhlint
from zhenlint.setup.taken import Taken

PEERS = Path(__file__).parent / "peers"
READERS = {"autocorrect": autocorrect, "zhlint": zhlint, "cspell": cspell, "typos": typos}
TAKEN = {
    "autocorrect": Taken(
        ".autocorrectrc",
        words=("Regieter",),
        terms={"wifi": "Wi-Fi"},
        ignore=("SP001", "SP002", "PU001", "SP003"),
        exclude=("vendor/", "*.po"),
        options={"SP001": {"code": "always", "math": "any"}},
        left=("rules.space-punctuation", "textRules", "context"),
    ),
    "autocorrect-json": Taken(".autocorrectrc", ignore=("PU003",)),
    "zhlint": Taken(
        ".zhlintrc",
        ignore=("SP004", "PU004", "PU001"),
        exclude=("draft-*.md", "!"),
        options={"SP001": {"style": "never", "code": "always"}},
        left=("rules.adjustedFullwidthPunctuation", "caseIgnores"),
    ),
    "cspell": Taken(
        "cspell.json",
        words=("foobar", "Regieter", "http://not-a-comment", "one, two", "quuxed"),
        exclude=("node_modules", "docs/**/*.svg"),
        dictionaries=("words/team.txt",),
        options={"EN001": {"variant": "british"}},
        left=("flagWords",),
    ),
    "cspell-yaml": Taken("cspell.config.yaml", words=("foobar",)),
    "typos": Taken(
        "_typos.toml",
        words=("Teh", "AttributeIDSupressMenu", "mdword"),
        terms={"hte": "the"},
        exclude=("*.po",),
        options={"EN001": {"variant": "american"}},
        left=("default.extend-ignore-re",),
    ),
    "typos-pyproject": Taken("pyproject.toml", words=("teh",)),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_taken_over(name: str) -> None:
    for peer, reader in READERS.items():
        expected = TAKEN[name] if peer == name.split("-")[0] else None
        assert reader.read(str(PEERS / name)) == expected


WRONG = {
    "autocorrect": ".autocorrectrc`, line 2: not valid YAML (",
    "zhlint": ".zhlintrc`, line 2: not valid JSON (Expecting ',' delimiter); nothing was taken over from it",
    "cspell": "cspell.json`, line 1: not valid JSON (list); nothing was taken over from it",
    "typos": "typos.toml`, line 1: not valid TOML: Invalid value; correct the syntax",
}


@pytest.mark.parametrize("peer", WRONG)
def test_a_file_that_cannot_be_read_is_named(peer: str) -> None:
    with pytest.raises(ZhenlintError) as error:
        READERS[peer].read(str(PEERS / "wrong"))
    assert WRONG[peer] in error.value.phrase.words("en")
