"""What fixes owe to any document: its structure stays, they come to rest, and leave nothing to do."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.properties.strategies import documents, mixed_documents
from zhenlint.check import check
from zhenlint.diagnostic import Applicability
from zhenlint.fixing import FixResult, fix
from zhenlint.markdown.document import Document
from zhenlint.markdown.skeleton import skeleton
from zhenlint.settings import Settings
from zhenlint.source import Source

_TYPOGRAPHY = ("SP", "PU", "CH")
_SETTINGS = {
    "default": Settings(ignore=("LK", "MD")),
    "every": Settings(select=_TYPOGRAPHY),
    "always": Settings(
        select=_TYPOGRAPHY,
        rule_options={
            "SP001": {"style": "always"},
            "SP002": {"style": "always", "exempt": ()},
            "SP007": {"style": "always"},
            "PU008": {"style": "corner"},
            "PU009": {"style": "full"},
        },
    ),
    "never": Settings(
        select=_TYPOGRAPHY,
        rule_options={
            "SP001": {"style": "never"},
            "SP002": {"style": "never"},
            "SP007": {"style": "never"},
            "PU009": {"style": "half"},
        },
    ),
}

every_setting = pytest.mark.parametrize("settings", _SETTINGS.values(), ids=_SETTINGS)


def _assert_settled(text: str, settings: Settings) -> None:
    source = Source("document.md", text)
    result = fix(source, settings)
    assert skeleton(Document.parse(result.source).tokens) == skeleton(Document.parse(source).tokens)
    assert not result.cycle
    assert not _safe(result)
    again = fix(result.source, settings)
    assert again.source.text == result.source.text
    if not result.dropped:
        left = check(result.source, settings)
        assert not [item for item in left if item.fix and item.fix.applicability is Applicability.SAFE]


def _safe(result: FixResult) -> list[str]:
    return [
        item.code for item in result.remaining if item.fix and item.fix.applicability is Applicability.SAFE
    ]


@every_setting
@given(mixed_documents)
def test_mixed_text_settles(settings: Settings, text: str) -> None:
    _assert_settled(text, settings)


@every_setting
@given(documents)
def test_any_markdown_settles(settings: Settings, text: str) -> None:
    _assert_settled(text, settings)
